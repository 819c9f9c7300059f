package org.separatrix.app.window;

import javafx.scene.Node;

/** One of the tabs in the middle of the window. */
interface View extends AutoCloseable {
    /** What the tab says. */
    String name();

    /** What the tab shows. */
    Node node();

    /** Whether there is anything to show of what lies on the bench. */
    boolean hasContent();

    /** Takes up another laboratory or preset. */
    default void open() {}

    /** Brings the tab up to date; called once a frame while it is in front. */
    default void pulse() {}

    /** Whether some of it is seen though the tab is not in front. */
    default boolean isElsewhere() {
        return false;
    }

    /** Whether there is a first picture of everything it shows. */
    default boolean isDrawn() {
        return true;
    }

    /** Whether all that it works out by itself is worked out and shown. */
    default boolean isDone() {
        return true;
    }

    /** Shows everything again where one chart fills the tab. */
    default void restore() {}

    /** Gives back what it holds. */
    @Override
    default void close() {}

    /** Takes the colours and the size of text of the window. */
    void dress(Dress dress);
}
