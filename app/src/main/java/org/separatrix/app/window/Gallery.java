package org.separatrix.app.window;

import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.separatrix.lab.Laboratory;
import org.separatrix.lab.Preset;
import org.separatrix.viz.Theme;

/** The left column: the laboratories, the presets of the open one, and the runs kept for comparison. */
final class Gallery extends StackPane {
    /** The height of a laboratory's row and of what a list needs besides, in heights of a letter. */
    private static final double ROW = 2.5;

    private static final double BESIDES = 0.4;
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
    private final ListView<Laboratory> laboratories;
    private final ListView<Preset> presets;
    private Laboratory open;
    private Theme theme = Theme.LIGHT;
    private boolean showing;

    /** Whether the chosen preset is still to be brought into view. */
    private boolean sought;

    Gallery(
            List<Laboratory> all,
            Thumbnails thumbnails,
            Node pins,
            Consumer<Laboratory> openLaboratory,
            Consumer<Preset> openPreset) {
        laboratories = list("Laboratories", openLaboratory);
        laboratories.setCellFactory(_ -> new Cell());
        laboratories.getItems().setAll(all);
        laboratories.setMinHeight(USE_PREF_SIZE);
        laboratories.setStyle("-fx-pref-height: " + (all.size() * ROW + BESIDES) + "em");
        presets = list("Presets", openPreset);
        presets.setCellFactory(_ -> new PresetCell(preset -> thumbnails.of(open, preset), () -> theme));
        VBox.setVgrow(presets, Priority.ALWAYS);
        var content = new VBox(
                heading("Laboratories"), laboratories, heading("Presets"), presets, heading("Pinned runs"), pins);
        content.getStyleClass().add("gallery-content");
        getStyleClass().add("gallery");
        getChildren().setAll(new Scroller(content));
    }

    /**
     * Shows what is open.
     *
     * @param changed whether the settings have left the preset's
     */
    void show(Laboratory laboratory, Preset preset, boolean changed) {
        showing = true;
        laboratories.getSelectionModel().select(laboratory);
        if (open != laboratory) {
            open = laboratory;
            presets.getItems().setAll(laboratory.presets());
        }
        if (!preset.equals(presets.getSelectionModel().getSelectedItem())) {
            presets.getSelectionModel().select(preset);
            sought = true;
        }
        presets.pseudoClassStateChanged(CHANGED, changed);
        showing = false;
    }

    /**
     * Brings a preset that has just been opened into view, no further than needed, once there is a view. Asked again until
     * all of it is seen: how high a cell is shows only when its words have wrapped.
     */
    void pulse() {
        if (!sought || !(presets.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) || flow.getHeight() == 0)
            return;
        int index = presets.getSelectionModel().getSelectedIndex();
        IndexedCell<?> cell = flow.getVisibleCell(index);
        if (cell == null) {
            flow.scrollTo(index);
            return;
        }
        Bounds place = flow.sceneToLocal(cell.localToScene(cell.getLayoutBounds()));
        double missing = Math.min(place.getMinY(), Math.max(0, place.getMaxY() - flow.getHeight()));
        sought = Math.abs(missing) > 1 && flow.scrollPixels(missing) != 0;
    }

    /** Takes the colours and the size of text of the window. */
    void dress(Dress chosen) {
        theme = chosen.theme();
        presets.refresh();
    }

    private <T> ListView<T> list(String name, Consumer<T> chosen) {
        var list = new ListView<T>();
        list.setId(name.toLowerCase(java.util.Locale.ROOT));
        list.setAccessibleText(name);
        list.getSelectionModel().selectedItemProperty().addListener((_, _, item) -> {
            if (!showing && item != null) chosen.accept(item);
        });
        // A second click on the chosen one opens it afresh.
        list.setOnMouseClicked(event -> {
            T item = list.getSelectionModel().getSelectedItem();
            if (event.getClickCount() == 2 && item != null) chosen.accept(item);
        });
        return list;
    }

    private static Label heading(String text) {
        var heading = new Label(text);
        heading.getStyleClass().add("heading");
        heading.setMinHeight(USE_PREF_SIZE);
        return heading;
    }

    private static final class Cell extends ListCell<Laboratory> {
        Cell() {
            setWrapText(true);
            // A cell as wide as the list, so that its text wraps rather than runs out of sight.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Laboratory laboratory, boolean empty) {
            super.updateItem(laboratory, empty);
            setText(empty ? null : laboratory.title().name());
            setTooltip(empty ? null : new Tooltip(laboratory.title().line()));
        }
    }
}
