package org.separatrix.app.window;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/** The sheet of keys. */
final class KeySheet extends GridPane {
    KeySheet(List<Key> keys) {
        getStyleClass().addAll("raised", "key-sheet");
        setId("key-sheet");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(Key.words(keys));
        int rows = Math.ceilDiv(keys.size(), 2);
        for (int i = 0; i < keys.size(); i++) {
            var cap = new Label(keys.get(i).display());
            cap.getStyleClass().addAll("number", "key-cap");
            cap.setMinWidth(USE_PREF_SIZE);
            add(cap, i / rows * 2, i % rows);
            add(new Label(keys.get(i).name()), i / rows * 2 + 1, i % rows);
        }
    }
}
