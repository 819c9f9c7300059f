package org.separatrix.viz;

/**
 * Where the legend of a picture names a part.
 *
 * @param part what is named
 * @param label its name
 * @param shown whether the picture shows it
 * @param left the left edge, in pixels at scale 1
 * @param top the upper edge
 * @param width its width
 * @param height its height
 */
public record Spot(Part part, String label, boolean shown, double left, double top, double width, double height) {
    Spot moved(double dx, double dy) {
        return new Spot(part, label, shown, left + dx, top + dy, width, height);
    }

    Spot enlarged(double factor) {
        return new Spot(part, label, shown, factor * left, factor * top, factor * width, factor * height);
    }
}
