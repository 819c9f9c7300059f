package org.separatrix.app.window;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.separatrix.lab.Laboratory;
import org.separatrix.lab.Preset;

/** The left column: the laboratories, and the presets of the open one. */
final class Gallery extends VBox {
    private static final double ROW = 32;
    private static final double BELOW = 18;
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
    private final ListView<Laboratory> laboratories;
    private final ListView<Preset> presets;
    private boolean showing;

    Gallery(List<Laboratory> all, Consumer<Laboratory> openLaboratory, Consumer<Preset> openPreset) {
        getStyleClass().add("gallery");
        laboratories = list(
                "Laboratories",
                laboratory -> laboratory.title().name(),
                laboratory -> laboratory.title().line(),
                openLaboratory);
        laboratories.getItems().setAll(all);
        fit(laboratories);
        presets = list("Presets", Preset::name, Preset::line, openPreset);
        VBox.setVgrow(presets, Priority.ALWAYS);
        getChildren().setAll(heading("Laboratories"), laboratories, heading("Presets"), presets);
    }

    /**
     * Shows what is open.
     *
     * @param changed whether the settings have left the preset's
     */
    void show(Laboratory laboratory, Preset preset, boolean changed) {
        showing = true;
        laboratories.getSelectionModel().select(laboratory);
        if (!presets.getItems().equals(laboratory.presets())) {
            presets.getItems().setAll(laboratory.presets());
        }
        presets.getSelectionModel().select(preset);
        presets.pseudoClassStateChanged(CHANGED, changed);
        showing = false;
    }

    private <T> ListView<T> list(String name, Function<T, String> label, Function<T, String> line, Consumer<T> open) {
        var list = new ListView<T>();
        list.setId(name.toLowerCase(java.util.Locale.ROOT));
        list.setAccessibleText(name);
        list.setCellFactory(_ -> new Cell<>(label, line));
        list.getSelectionModel().selectedItemProperty().addListener((_, _, chosen) -> {
            if (!showing && chosen != null) open.accept(chosen);
        });
        // A second click on the chosen one opens it afresh.
        list.setOnMouseClicked(event -> {
            T chosen = list.getSelectionModel().getSelectedItem();
            if (event.getClickCount() == 2 && chosen != null) open.accept(chosen);
        });
        return list;
    }

    /** A short list takes the room it needs, and no more. */
    private static void fit(ListView<?> list) {
        list.setPrefHeight(list.getItems().size() * ROW + BELOW);
        list.setMinHeight(list.getPrefHeight());
    }

    private static Label heading(String text) {
        var heading = new Label(text);
        heading.getStyleClass().add("heading");
        return heading;
    }

    private static final class Cell<T> extends ListCell<T> {
        private final Function<T, String> label;
        private final Function<T, String> line;

        Cell(Function<T, String> label, Function<T, String> line) {
            this.label = label;
            this.line = line;
            setWrapText(true);
            // A cell as wide as the list, so that its text wraps rather than runs out of sight.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(T item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty ? null : label.apply(item));
            setTooltip(empty ? null : new Tooltip(line.apply(item)));
        }
    }
}
