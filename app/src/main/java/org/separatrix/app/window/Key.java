package org.separatrix.app.window;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/**
 * Something that the window can do, and the key for it: buttons, tool tips and the sheet of keys all say what stands
 * here.
 *
 * @param id the id of its button, if it has one
 * @param combination the key
 * @param name what it does, in a few words
 * @param action does it
 */
record Key(String id, KeyCombination combination, String name, Runnable action) {
    Key(String id, String combination, String name, Runnable action) {
        this(id, KeyCombination.valueOf(combination), name, action);
    }

    /** The key of a table with an id. */
    static Key find(List<Key> keys, String id) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst().orElseThrow();
    }

    /** Keys in words, to be read aloud. */
    static String words(List<Key> keys) {
        return keys.stream().map(key -> key.name() + ": " + key.display()).collect(Collectors.joining(". "));
    }

    /** Whether the key alone, without a modifier, types or moves in a text. */
    boolean isLetter() {
        return combination.getShortcut() != KeyCombination.ModifierValue.DOWN
                && !(combination instanceof KeyCodeCombination key
                        && key.getCode().isFunctionKey());
    }

    /** The key as it is printed on keyboards. */
    String display() {
        return combination.getDisplayText();
    }
}
