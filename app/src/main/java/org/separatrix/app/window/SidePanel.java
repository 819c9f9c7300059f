package org.separatrix.app.window;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.separatrix.lab.Facts;
import org.separatrix.lab.Snapshot;

/** The right column: the parameters, and below them the facts of the moment shown, where there are any. */
final class SidePanel extends VBox {
    /** What the facts may take of the height, however many and however large. */
    private static final double SHARE = 0.32;

    private final NowPanel now = new NowPanel();
    private final VBox box = new VBox();

    SidePanel(ParameterPanel parameters) {
        getStyleClass().add("panel");
        var heading = new Label("Now");
        heading.getStyleClass().add("heading");
        var scroll = new ScrollPane(now);
        scroll.getStyleClass().add("now-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        box.getStyleClass().add("now-box");
        box.getChildren().setAll(heading, scroll);
        box.setMinHeight(USE_PREF_SIZE);
        scroll.maxHeightProperty().bind(heightProperty().multiply(SHARE));
        VBox.setVgrow(parameters, Priority.ALWAYS);
        getChildren().setAll(parameters, box);
    }

    /** Shows the facts of a moment. */
    void show(Optional<Snapshot> moment) {
        List<Facts.Fact> facts = moment.map(SidePanel::facts).orElse(List.of());
        now.show(facts);
        box.setVisible(!facts.isEmpty());
        box.setManaged(!facts.isEmpty());
    }

    private static List<Facts.Fact> facts(Snapshot snapshot) {
        return snapshot.observables().stream()
                .filter(Facts.class::isInstance)
                .flatMap(observable -> snapshot.get((Facts) observable).stream())
                .flatMap(values -> values.facts().stream())
                .toList();
    }
}
