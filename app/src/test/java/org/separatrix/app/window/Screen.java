package org.separatrix.app.window;

import static org.separatrix.app.window.OpenWindow.fx;

import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.ScrollEvent;

/** What tests see of the screen, and do to it where the robot of a window without one cannot. */
final class Screen {
    private Screen() {}

    /** Whether a node and all that it lies in are shown. */
    static boolean seen(Node node) {
        return Stream.iterate(node, each -> each != null, Node::getParent).allMatch(Node::isVisible);
    }

    /** A point of the screen half way up a node, at a share of its width. */
    static Point2D place(Node node, double share) {
        return fx(() -> {
            Bounds bounds = node.localToScreen(node.getLayoutBounds());
            return new Point2D(bounds.getMinX() + share * bounds.getWidth(), bounds.getCenterY());
        });
    }

    /** Turns the wheel in the middle of a node, by so many pixels, as JavaFX tells of it. */
    static void roll(Node on, double pixels) {
        fx(() -> {
            Bounds place = on.localToScene(on.getLayoutBounds());
            on.fireEvent(new ScrollEvent(
                    ScrollEvent.SCROLL,
                    place.getCenterX(),
                    place.getCenterY(),
                    0,
                    0,
                    false,
                    false,
                    false,
                    false,
                    false,
                    false,
                    0,
                    pixels,
                    0,
                    pixels,
                    ScrollEvent.HorizontalTextScrollUnits.NONE,
                    0,
                    ScrollEvent.VerticalTextScrollUnits.NONE,
                    0,
                    0,
                    null));
            return true;
        });
    }
}
