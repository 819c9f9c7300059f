package org.separatrix.app.window;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;

/**
 * What can be said of something on screen.
 *
 * @param title what it is
 * @param meaning one sentence
 * @param particulars a line each
 */
record Help(String title, String meaning, List<String> particulars) {
    Help {
        particulars = List.copyOf(particulars);
    }

    /** Has a part of the window, with all that lies in it, explained by what is said at the moment it is asked for. */
    static void explain(Node part, Supplier<Help> words) {
        part.getProperties().put(Help.class, words);
    }

    /** What can be said of a node or, failing that, of what it lies in. */
    static Optional<Help> of(Node node) {
        for (Node part = node; part != null; part = part.getParent()) {
            if (part.hasProperties() && part.getProperties().get(Help.class) instanceof Supplier<?> words)
                return Optional.of((Help) words.get());
        }
        return Optional.empty();
    }
}
