package org.separatrix.app.window;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** A sheet above the window, one at a time. Escape or a press beside it closes it, and the keyboard goes back. */
final class Overlay extends StackPane {
    private Node before;

    Overlay() {
        getStyleClass().add("overlay");
        setAlignment(Pos.TOP_CENTER);
        setVisible(false);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getTarget() == this) close();
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) close();
            // The run below does not hear keys that are meant for the sheet.
            event.consume();
        });
    }

    /** Shows a sheet in place of the one before, if any. */
    void show(Region sheet) {
        if (!isVisible()) before = getScene().getFocusOwner();
        sheet.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().setAll(sheet);
        setVisible(true);
        sheet.requestFocus();
    }

    /** Puts the sheet away. */
    void close() {
        setVisible(false);
        getChildren().clear();
        if (before != null) before.requestFocus();
        before = null;
    }
}
