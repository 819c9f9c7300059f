package org.separatrix.app.window;

import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.separatrix.lab.Numbers;

/**
 * Where a window stands, in pixels of the desktop at scale 1.
 *
 * @param x its left edge
 * @param y its upper edge
 * @param width with its frame
 * @param height with its frame
 */
record Placement(double x, double y, double width, double height) {
    /** How much of a window must lie on a screen for a hand to take hold of it. */
    private static final double GRIP = 48;

    /** Where a window that is shown stands. */
    static Placement of(Stage window) {
        return new Placement(window.getX(), window.getY(), window.getWidth(), window.getHeight());
    }

    /** What {@link #text} has written; empty for anything else. */
    static Optional<Placement> parse(String text) {
        try {
            double[] parts =
                    Stream.of(text.split(",")).mapToDouble(Numbers::parse).toArray();
            return parts.length == 4 && DoubleStream.of(parts).allMatch(Double::isFinite)
                    ? Optional.of(new Placement(parts[0], parts[1], parts[2], parts[3]))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The four numbers, with commas between. */
    String text() {
        return String.join(
                ",",
                DoubleStream.of(x, y, width, height).mapToObj(Numbers::format).toList());
    }

    /** Puts a window there; one that would lie beside every screen, as after one is unplugged, gets the size alone. */
    void put(Stage window) {
        window.setWidth(width);
        window.setHeight(height);
        if (Screen.getScreensForRectangle(x + GRIP, y, Math.max(1, width - 2 * GRIP), GRIP)
                .isEmpty()) return;
        window.setX(x);
        window.setY(y);
    }
}
