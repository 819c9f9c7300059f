package org.separatrix.app.window;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.stage.Popup;
import javafx.stage.Window;

/** The sheet of keys; any press beside it closes it. */
final class KeySheet {
    private KeySheet() {}

    /** Shows the keys in the middle of a window. */
    static void show(Window owner, List<Key> keys) {
        var grid = new GridPane();
        grid.getStyleClass().add("key-sheet");
        for (int row = 0; row < keys.size(); row++) {
            var cap = new Label(keys.get(row).display());
            cap.getStyleClass().addAll("number", "key-cap");
            grid.addRow(row, cap, new Label(keys.get(row).name()));
        }
        var popup = new Popup();
        popup.setAutoHide(true);
        popup.getContent().setAll(grid);
        popup.setOnShown(_ -> {
            popup.setX(owner.getX() + (owner.getWidth() - popup.getWidth()) / 2);
            popup.setY(owner.getY() + (owner.getHeight() - popup.getHeight()) / 2);
        });
        popup.show(owner);
    }
}
