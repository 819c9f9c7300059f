package org.separatrix.lab;

import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * Scalar functions on a plane through the state of an experiment at one time: immutable, safe to evaluate on any thread
 * while the experiment goes on. What a function needs beyond a copy of the state is best prepared when it is first
 * evaluated: landscapes that nobody looks at then cost next to nothing.
 *
 * @param key the name of the plane among those of the experiment
 * @param title the name on screen
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param value the axis of the functions
 * @param box the part of the plane to show
 * @param surfaces the functions, at least one
 * @param path the path of the running system in the plane, oldest first
 * @param marks distinguished points
 */
public record Landscape(
        String key,
        String title,
        Axis x,
        Axis y,
        Axis value,
        Box box,
        List<Surface> surfaces,
        List<Line> path,
        List<Mark> marks) {
    /** A scalar function on the plane. */
    @FunctionalInterface
    public interface Function {
        /** The value at a point; NaN where it is not defined. */
        double at(double x, double y);
    }

    /** One of the functions, by its name and hue. */
    public record Surface(Series series, Function function) {}

    public Landscape {
        surfaces = List.copyOf(surfaces);
        path = List.copyOf(path);
        marks = List.copyOf(marks);
        if (surfaces.isEmpty()) throw new IllegalArgumentException("the landscape " + key + " has no surface");
    }

    /** A landscape of one function, which is called as the landscape is. */
    public static Landscape of(
            String key,
            String title,
            Axis x,
            Axis y,
            Axis value,
            Box box,
            Function function,
            List<Line> path,
            List<Mark> marks) {
        var surface = new Surface(Series.of(key, title, 0), function);
        return new Landscape(key, title, x, y, value, box, List.of(surface), path, marks);
    }

    /** The landscape of one of the functions alone. */
    public Landscape only(Surface surface) {
        return new Landscape(key, title, x, y, value, box, List.of(surface), path, marks);
    }

    /** The same in another part of the plane. */
    public Landscape within(Box part) {
        return new Landscape(key, title, x, y, value, part, surfaces, path, marks);
    }

    /**
     * The functions on a grid that covers the box, corners included: one grid a surface.
     *
     * @throws CancellationException where the thread has been interrupted meanwhile
     */
    public List<Field.Values> onGrid(int columns, int rows) {
        double[] xs = spread(box.minX(), box.maxX(), columns);
        double[] ys = spread(box.minY(), box.maxY(), rows);
        return surfaces.stream()
                .map(surface -> new Field.Values(xs, ys, heights(surface.function(), xs, ys)))
                .toList();
    }

    private double[] heights(Function function, double[] xs, double[] ys) {
        double[] values = new double[ys.length * xs.length];
        for (int i = 0; i < ys.length; i++) {
            if (Thread.interrupted()) throw new CancellationException("the landscape " + key + " is no longer wanted");
            for (int j = 0; j < xs.length; j++) values[i * xs.length + j] = function.at(xs[j], ys[i]);
        }
        return values;
    }

    private static double[] spread(double from, double to, int count) {
        double[] points = new double[count];
        for (int i = 0; i < count; i++) points[i] = from + (to - from) * i / (count - 1);
        return points;
    }
}
