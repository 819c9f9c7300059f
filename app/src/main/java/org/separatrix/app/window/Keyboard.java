package org.separatrix.app.window;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/**
 * The keys of the window, as far as the focused control has no use for them.
 *
 * @param keys what each does
 * @param giveBack gives the keyboard to the run
 */
record Keyboard(List<Key> keys, Runnable giveBack) {
    /** Listens to a scene. */
    void listen(Scene scene, Node root) {
        scene.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        root.setOnMousePressed(this::giveKeysBack);
    }

    /** A press beside every control gives the keys back to the run. */
    private void giveKeysBack(MouseEvent event) {
        for (Node node = (Node) event.getTarget(); node != null; node = node.getParent()) {
            if (node.isFocusTraversable()) return;
        }
        giveBack.run();
    }

    private void press(KeyEvent event) {
        boolean typing = event.getTarget() instanceof TextInputControl;
        boolean pressing = event.getTarget() instanceof ButtonBase && event.getCode() == KeyCode.SPACE;
        if (pressing) return;
        keys.stream()
                .filter(key -> key.combination().match(event) && !(typing && key.isLetter()))
                .findFirst()
                .ifPresent(key -> {
                    key.action().run();
                    event.consume();
                });
    }
}
