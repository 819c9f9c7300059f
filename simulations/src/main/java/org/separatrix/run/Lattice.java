package org.separatrix.run;

import java.util.ArrayList;
import java.util.List;

/**
 * The points of a sweep and the order of their levels: from a few points far apart to every point of the grid that was
 * asked for, and from there on finer where it pays.
 *
 * @param x the abscissae of the finest grid
 * @param y the ordinates of the finest grid
 * @param levels the distances of points, level by level
 * @param full how many of the levels are done in full
 */
record Lattice(double[] x, double[] y, List<Stride> levels, int full) {
    /** The first level has at most so many steps on a side. */
    private static final int FIRST = 4;

    /** The distance from one point of a level to the next, in points of the finest grid. */
    record Stride(int x, int y) {
        boolean holds(int column, int row) {
            return column % x == 0 && row % y == 0;
        }

        private static int nearest(int index, int stride, int count) {
            return Math.min((index + stride / 2) / stride * stride, (count - 1) / stride * stride);
        }
    }

    static Lattice of(SweepPlan plan) {
        int fineX = plan.fineness(plan.x());
        int fineY = plan.fineness(plan.y());
        double[] x = plan.values(plan.x());
        double[] y = plan.values(plan.y());
        var levels = new ArrayList<Stride>();
        int longest = Math.max((x.length - 1) / fineX, (y.length - 1) / fineY);
        int coarsest = 1;
        while (coarsest * FIRST < longest) coarsest *= 2;
        for (int stride = coarsest; stride >= 1; stride /= 2) levels.add(new Stride(stride * fineX, stride * fineY));
        int full = levels.size();
        for (int k = 2; k <= Math.max(fineX, fineY); k *= 2)
            levels.add(new Stride(Math.max(1, fineX / k), Math.max(1, fineY / k)));
        return new Lattice(x, y, levels, full);
    }

    int columns() {
        return x.length;
    }

    int rows() {
        return y.length;
    }

    int node(int column, int row) {
        return row * x.length + column;
    }

    List<Stride> finestFirst() {
        return levels.reversed();
    }

    /** The column and row of the point of a level that is nearest to one. */
    int[] nearest(Stride stride, int column, int row) {
        return new int[] {Stride.nearest(column, stride.x, columns()), Stride.nearest(row, stride.y, rows())};
    }

    /** The points that a level adds to the one before. */
    List<Integer> added(int level) {
        Stride stride = levels.get(level);
        var nodes = new ArrayList<Integer>();
        for (int row = 0; row < rows(); row += stride.y) {
            for (int column = 0; column < columns(); column += stride.x) {
                if (level == 0 || !levels.get(level - 1).holds(column, row)) nodes.add(node(column, row));
            }
        }
        return nodes;
    }

    /** The points of the level before around a point: four of them, two or one where it lies between or on them. */
    int[] around(int node, int level) {
        Stride before = levels.get(level - 1);
        int column = node % x.length;
        int row = node / x.length;
        int left = column / before.x * before.x;
        int below = row / before.y * before.y;
        int right = column == left || left + before.x >= columns() ? left : left + before.x;
        int above = row == below || below + before.y >= rows() ? below : below + before.y;
        return new int[] {node(left, below), node(right, below), node(left, above), node(right, above)};
    }
}
