package org.separatrix.viz;

import org.separatrix.lab.Field;

/**
 * A surface over a grid as an eye sees it: of each grid point its place in the picture, how near it is, its height and
 * how much light falls on it. Where the height is not a finite number there is no surface; what a logarithmic axis
 * cannot show lies on the floor.
 */
final class Mesh {
    /** Where the light comes from, as the eye sees it: from the left, from above, from behind the eye. */
    private static final double[] LIGHT = unit(-0.45, 0.65, 0.62);

    private static final double AMBIENT = 0.50;
    private static final double DIFFUSE = 0.56;
    private static final double GLOSS = 0.12;

    /** How much darker the lower side of a surface is. */
    private static final double BELOW = 0.8;

    final int columns;
    final int rows;
    final float[] x;
    final float[] y;
    final float[] nearness;
    final float[] height;
    final float[] light;

    /** The surface of a grid in a space. */
    Mesh(Field.Values grid, Space space) {
        columns = grid.x().length;
        rows = grid.y().length;
        int count = columns * rows;
        x = new float[count];
        y = new float[count];
        nearness = new float[count];
        height = new float[count];
        light = new float[count];
        for (int k = 0; k < count; k++) height[k] = (float) height(space.z(), grid.value()[k]);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                int k = i * columns + j;
                if (Float.isNaN(height[k])) continue;
                Space.Point seen =
                        space.ofShares(space.x().share(grid.x()[j]), space.y().share(grid.y()[i]), height[k]);
                x[k] = (float) seen.x();
                y[k] = (float) seen.y();
                nearness[k] = (float) seen.nearness();
            }
        }
        for (int i = 0; i < rows; i++)
            for (int j = 0; j < columns; j++) light[i * columns + j] = lit(grid, space, i, j);
    }

    /** The share of the height of a value, from 0 on; NaN where there is no surface. */
    static double height(Span span, double value) {
        if (!Double.isFinite(value)) return Double.NaN;
        double share = span.share(value);
        return Double.isNaN(share) ? 0 : Math.max(0, share);
    }

    private float lit(Field.Values grid, Space space, int i, int j) {
        double acrossX = slope(grid.x(), space.x(), i * columns, j, 1);
        double acrossY = slope(grid.y(), space.y(), j, i, columns);
        double[] normal = space.turned(-acrossX * space.height(), -acrossY * space.height(), 1);
        double length = Math.sqrt(normal[0] * normal[0] + normal[1] * normal[1] + normal[2] * normal[2]);
        boolean below = normal[2] < 0;
        double cosine = 0;
        for (int k = 0; k < 3; k++) cosine += normal[k] * LIGHT[k] / length;
        if (below) cosine = -cosine;
        double diffuse = Math.max(0, cosine);
        double lit = AMBIENT + DIFFUSE * diffuse + GLOSS * Math.pow(diffuse, 12);
        return (float) (below ? BELOW * lit : lit);
    }

    /** The change of the height with the share of an axis; NaN neighbours are passed over. */
    private double slope(double[] points, Span span, int base, int index, int stride) {
        int before = Math.max(0, index - 1);
        int after = Math.min(points.length - 1, index + 1);
        double low = height[base + before * stride];
        double high = height[base + after * stride];
        double here = height[base + index * stride];
        if (Double.isNaN(low)) {
            low = here;
            before = index;
        }
        if (Double.isNaN(high)) {
            high = here;
            after = index;
        }
        return after == before ? 0 : (high - low) / (span.share(points[after]) - span.share(points[before]));
    }

    private static double[] unit(double a, double b, double c) {
        double length = Math.sqrt(a * a + b * b + c * c);
        return new double[] {a / length, b / length, c / length};
    }
}
