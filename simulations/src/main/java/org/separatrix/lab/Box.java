package org.separatrix.lab;

/** A rectangle in the plane of a chart. */
public record Box(double minX, double maxX, double minY, double maxY) {
    public Box {
        if (!(minX < maxX && minY < maxY)) throw new IllegalArgumentException("an empty rectangle");
    }
}
