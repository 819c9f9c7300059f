package org.separatrix.viz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.separatrix.lab.Field;

/**
 * A surface in space to put things on: between grid points its height is bilinear, as it is drawn.
 *
 * @param heights the grid
 * @param space where it is seen
 */
record Ground(Field.Values heights, Space space) {
    /** Where nothing is seen. */
    static final Space.Point NOWHERE = new Space.Point(Double.NaN, Double.NaN, Double.NaN);

    /** Where a point of the plane is seen; nowhere beside the surface, in a hole of it, and above the box. */
    Space.Point at(double x, double y) {
        double column = place(heights.x(), x);
        double row = place(heights.y(), y);
        if (Double.isNaN(column) || Double.isNaN(row)) return NOWHERE;
        int j = (int) Math.min(column, heights.x().length - 2);
        int i = (int) Math.min(row, heights.y().length - 2);
        double u = column - j;
        double v = row - i;
        double height = (1 - v) * ((1 - u) * share(i, j) + u * share(i, j + 1))
                + v * ((1 - u) * share(i + 1, j) + u * share(i + 1, j + 1));
        if (!(height <= 1)) return NOWHERE;
        return space.ofShares(space.x().share(x), space.y().share(y), height);
    }

    private double share(int row, int column) {
        return Mesh.height(space.z(), heights.value()[row * heights.x().length + column]);
    }

    /** The points of a polyline that follows the surface. */
    List<Space.Point> along(double[] x, double[] y) {
        var points = new ArrayList<Space.Point>();
        for (int k = 0; k < x.length; k++) {
            int steps = k == 0 ? 1 : steps(x[k] - x[k - 1], y[k] - y[k - 1]);
            for (int step = 1; step <= steps; step++) {
                double rest = 1 - (double) step / steps;
                points.add(at(
                        k == 0 ? x[k] : x[k] - rest * (x[k] - x[k - 1]),
                        k == 0 ? y[k] : y[k] - rest * (y[k] - y[k - 1])));
            }
        }
        return points;
    }

    /** How many pieces of a segment go about one cell far each. */
    private int steps(double dx, double dy) {
        double across = Math.abs(dx) / (heights.x()[1] - heights.x()[0]);
        double along = Math.abs(dy) / (heights.y()[1] - heights.y()[0]);
        double cells = Math.max(across, along);
        return Double.isFinite(cells)
                ? (int) Math.clamp(Math.ceil(cells), 1, 2.0 * (heights.x().length + heights.y().length))
                : 1;
    }

    /** The index of a value among ascending points, with a fraction; NaN outside them. */
    private static double place(double[] points, double value) {
        if (!(value >= points[0] && value <= points[points.length - 1])) return Double.NaN;
        int found = Arrays.binarySearch(points, value);
        if (found >= 0) return found;
        int above = -found - 1;
        return above - 1 + (value - points[above - 1]) / (points[above] - points[above - 1]);
    }
}
