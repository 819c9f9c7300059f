package org.separatrix.app.window;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The runs kept for comparison: each is shown or hidden by its name, and let go by its cross. */
final class PinList extends VBox {
    private final Comparison comparison;
    private final Key pin;

    PinList(Comparison comparison, List<Key> keys) {
        this.comparison = comparison;
        pin = Key.find(keys, "pin");
        getStyleClass().add("pins");
        setId("pins");
        comparison.pins().addListener((ListChangeListener<Pin>) _ -> show());
        show();
    }

    private void show() {
        if (comparison.pins().isEmpty()) {
            var hint = new Label("Keep a run for comparison with the pin below, or press " + pin.display() + ".");
            hint.getStyleClass().add("quiet");
            hint.setWrapText(true);
            hint.setMinHeight(Region.USE_PREF_SIZE);
            getChildren().setAll(hint);
        } else getChildren().setAll(comparison.pins().stream().map(this::row).toList());
    }

    private Node row(Pin kept) {
        var name = new ToggleButton(kept.label(), new FontIcon(kept.shown() ? Feather.EYE : Feather.EYE_OFF));
        name.getStyleClass().setAll("pin-name");
        name.setSelected(kept.shown());
        name.setWrapText(true);
        name.setMinHeight(Region.USE_PREF_SIZE);
        name.setMaxWidth(Double.MAX_VALUE);
        name.setTooltip(new Tooltip(kept.label() + (kept.shown() ? "\nA press hides it." : "\nA press shows it.")));
        name.setOnAction(_ -> comparison.show(kept, !kept.shown()));
        HBox.setHgrow(name, Priority.ALWAYS);
        Button remove = Icons.button(Feather.X, "Let go of " + kept.label());
        remove.getStyleClass().add("plain");
        remove.setOnAction(_ -> comparison.unpin(kept));
        var row = new HBox(name, remove);
        row.getStyleClass().add("pin");
        return row;
    }
}
