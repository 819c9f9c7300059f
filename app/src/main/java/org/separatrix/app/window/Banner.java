package org.separatrix.app.window;

import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.separatrix.lab.Status;
import org.separatrix.run.Progress;
import org.separatrix.run.Run;

/** What has gone wrong with the run, in one sentence, and the way out. It stands over the charts, which stay. */
final class Banner extends HBox {
    private final Label sentence = new Label();

    /** @param reset the way out */
    Banner(Runnable reset) {
        getStyleClass().add("banner");
        setId("banner");
        sentence.setId("banner-sentence");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        sentence.setMaxWidth(Double.MAX_VALUE);
        sentence.setAccessibleRole(AccessibleRole.TEXT);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        var button = new Button("Reset");
        button.setId("banner-reset");
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleText("Reset: begin anew as the run was opened");
        button.setOnAction(_ -> reset.run());
        getChildren().setAll(new FontIcon(Feather.ALERT_TRIANGLE), sentence, button);
        show("");
    }

    /** Shows what there is to say of a run. */
    void show(Progress progress) {
        show(trouble(progress));
    }

    private void show(String words) {
        sentence.setText(words);
        setVisible(!words.isEmpty());
        setManaged(!words.isEmpty());
    }

    private static String trouble(Progress progress) {
        if (progress.state() == Run.State.FAILED) return "The run has failed: " + progress.message();
        Optional<Status> status = progress.newest().map(snapshot -> snapshot.status());
        return status.filter(Status.Diverged.class::isInstance)
                .map(diverged -> "The run has diverged: " + ((Status.Diverged) diverged).why())
                .orElse("");
    }
}
