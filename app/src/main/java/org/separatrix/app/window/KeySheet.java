package org.separatrix.app.window;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The sheet of keys: of the window, and of the chart that has the keyboard. */
final class KeySheet extends ScrollPane {
    KeySheet(List<Key> window, List<Key> chart) {
        getStyleClass().addAll("raised", "key-sheet");
        setId("key-sheet");
        setFitToWidth(true);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(Key.words(window) + ". In a chart: " + Key.words(chart));
        var page = new VBox(section("The window", window), section("The chart that has the keyboard", chart));
        page.getStyleClass().add("key-page");
        setContent(page);
    }

    private static Node section(String name, List<Key> keys) {
        var heading = new Label(name);
        heading.getStyleClass().add("help-title");
        int half = Math.ceilDiv(keys.size(), 2);
        var columns = new Folding(column(keys.subList(0, half)), column(keys.subList(half, keys.size())));
        columns.getStyleClass().add("key-columns");
        return new VBox(heading, columns);
    }

    private static Node column(List<Key> keys) {
        var column = new GridPane();
        column.getStyleClass().add("key-column");
        HBox.setHgrow(column, Priority.ALWAYS);
        for (int row = 0; row < keys.size(); row++) {
            var cap = new Label(keys.get(row).display());
            cap.getStyleClass().addAll("number", "key-cap");
            cap.setMinWidth(USE_PREF_SIZE);
            var name = new WholeWords(keys.get(row).name());
            name.getStyleClass().add("key-name");
            column.addRow(row, cap, name);
        }
        return column;
    }
}
