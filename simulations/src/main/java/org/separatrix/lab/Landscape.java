package org.separatrix.lab;

import java.util.List;

/**
 * A scalar function on a plane through the state of an experiment at one time: immutable, safe to evaluate on any
 * thread while the experiment goes on.
 *
 * @param title the name on screen
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param value the axis of the function
 * @param box the part of the plane to show
 * @param function the function
 * @param path the path of the running system in the plane, oldest first
 * @param marks distinguished points
 */
public record Landscape(
        String title, Axis x, Axis y, Axis value, Box box, Function function, List<Line> path, List<Mark> marks) {
    /** A scalar function on the plane. */
    @FunctionalInterface
    public interface Function {
        /** The value at a point; NaN where it is not defined. */
        double at(double x, double y);
    }

    public Landscape {
        path = List.copyOf(path);
        marks = List.copyOf(marks);
    }

    /** The function on a grid that covers the box, corners included. */
    public Field.Values onGrid(int columns, int rows) {
        double[] xs = spread(box.minX(), box.maxX(), columns);
        double[] ys = spread(box.minY(), box.maxY(), rows);
        double[] values = new double[rows * columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) values[i * columns + j] = function.at(xs[j], ys[i]);
        }
        return new Field.Values(xs, ys, values);
    }

    private static double[] spread(double from, double to, int count) {
        double[] points = new double[count];
        for (int i = 0; i < count; i++) points[i] = from + (to - from) * i / (count - 1);
        return points;
    }
}
