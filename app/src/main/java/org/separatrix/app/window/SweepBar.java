package org.separatrix.app.window;

import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.separatrix.run.SweepRun;

/** How far a sweep has come, and the buttons that pause it, call it off, and go back to the one before. */
final class SweepBar extends StackPane {
    private final FontIcon icon = new FontIcon(Feather.PAUSE);
    private final Button play = Icons.button(Feather.PAUSE, "Pause or go on");
    private final Button cancel = Icons.button(Feather.X, "Call it off; what was found stays");
    private final Button back = Icons.button(Feather.ARROW_LEFT, "Back to the map before");
    private final ProgressBar progress = new ProgressBar(0);
    private final Label words = new Label();

    SweepBar(Runnable toggle, Runnable stop, Runnable goBack) {
        getStyleClass().add("sweep-bar");
        play.setId("sweep-play");
        play.setGraphic(icon);
        play.setOnAction(_ -> toggle.run());
        cancel.setId("sweep-cancel");
        cancel.setOnAction(_ -> stop.run());
        back.setId("sweep-back");
        back.setOnAction(_ -> goBack.run());
        progress.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(progress, Priority.ALWAYS);
        words.setId("sweep-words");
        words.getStyleClass().add("number");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        var buttons = new HBox(back, play, cancel, progress);
        buttons.getStyleClass().add("sweep-row");
        HBox.setHgrow(buttons, Priority.ALWAYS);
        var row = new Folding(buttons, words);
        row.getStyleClass().add("sweep-row");
        getChildren().setAll(row);
    }

    /**
     * Shows how a sweep stands.
     *
     * @param going whether it goes on by itself
     * @param hasBefore whether there is one to go back to
     */
    void show(SweepRun.Progress now, boolean going, boolean hasBefore) {
        icon.setIconCode(going ? Feather.PAUSE : Feather.PLAY);
        play.setDisable(now.state() == SweepRun.State.DONE);
        cancel.setDisable(now.state() != SweepRun.State.RUNNING && now.state() != SweepRun.State.PAUSED);
        back.setDisable(!hasBefore);
        progress.setProgress((double) now.done() / Math.max(1, now.total()));
        words.setText(words(now));
    }

    private static String words(SweepRun.Progress now) {
        String count = String.format(Locale.ROOT, "%,d of %,d runs", now.done(), now.total())
                .replace(',', ' ');
        return switch (now.state()) {
            case RUNNING -> count + rate(now);
            case PAUSED -> count + ", paused";
            case CANCELLED -> count + ", called off";
            case FAILED -> count + ", failed";
            case DONE -> count + ", done";
        };
    }

    private static String rate(SweepRun.Progress now) {
        if (!(now.rate() > 0)) return "";
        long left = (long) Math.ceil(now.left());
        return String.format(Locale.ROOT, "  %.3g/s  %d:%02d left", now.rate(), left / 60, left % 60);
    }
}
