package org.separatrix.viz;

import java.util.Optional;
import org.separatrix.lab.Field;

/**
 * What of a surface in space is seen at a point of the picture.
 *
 * @param heights the grid
 * @param space where it is seen
 */
record Sight(Field.Values heights, Space space) {
    /**
     * The grid point nearest to what is seen.
     *
     * @param column its column in the grid
     * @param row its row
     * @param point where it is in the picture
     */
    record Seen(int column, int row, Space.Point point) {}

    /** The foremost part of the surface at a point of the picture, by its nearest grid point; empty beside the surface. */
    Optional<Seen> at(double x, double y) {
        int columns = heights.x().length;
        var below = new Space.Point[columns];
        var above = new Space.Point[columns];
        project(0, above);
        Seen nearest = null;
        for (int row = 1; row < heights.y().length; row++) {
            Space.Point[] done = below;
            below = above;
            above = done;
            project(row, above);
            for (int column = 1; column < columns; column++) {
                Seen a = new Seen(column - 1, row - 1, below[column - 1]);
                Seen b = new Seen(column, row - 1, below[column]);
                Seen c = new Seen(column - 1, row, above[column - 1]);
                Seen d = new Seen(column, row, above[column]);
                nearest = nearer(nearest, seen(a, b, d, x, y));
                nearest = nearer(nearest, seen(a, d, c, x, y));
            }
        }
        return Optional.ofNullable(nearest);
    }

    private void project(int row, Space.Point[] points) {
        for (int column = 0; column < points.length; column++) {
            double height = Mesh.height(space.z(), heights.value()[row * points.length + column]);
            points[column] = height > 1
                    ? Ground.NOWHERE
                    : space.ofShares(
                            space.x().share(heights.x()[column]), space.y().share(heights.y()[row]), height);
        }
    }

    private static Seen nearer(Seen one, Seen other) {
        if (one == null || other == null) return one == null ? other : one;
        return other.point.nearness() > one.point.nearness() ? other : one;
    }

    /** The corner of a triangle that is nearest to a point in it; null for a point beside it. */
    private static Seen seen(Seen a, Seen b, Seen c, double x, double y) {
        double bx = b.point.x() - a.point.x();
        double by = b.point.y() - a.point.y();
        double cx = c.point.x() - a.point.x();
        double cy = c.point.y() - a.point.y();
        double area = bx * cy - cx * by;
        double dx = x - a.point.x();
        double dy = y - a.point.y();
        double shareB = (dx * cy - cx * dy) / area;
        double shareC = (bx * dy - dx * by) / area;
        double shareA = 1 - shareB - shareC;
        // False too where a corner is nowhere or the triangle is seen from its edge.
        if (!(shareA >= 0 && shareB >= 0 && shareC >= 0)) return null;
        if (shareA >= shareB && shareA >= shareC) return a;
        return shareB >= shareC ? b : c;
    }
}
