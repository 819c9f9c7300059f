package org.separatrix.viz;

import java.awt.geom.Path2D;
import org.separatrix.lab.Field;

/** Lines of equal height on a grid (marching squares, linear between grid points). */
final class Contour {
    private final Field.Values grid;
    private final double level;
    private final Plane plane;
    private final Path2D.Double path = new Path2D.Double();

    private Contour(Field.Values grid, double level, Plane plane) {
        this.grid = grid;
        this.level = level;
        this.plane = plane;
    }

    /** The lines of one level, in pixels; a cell with an unknown corner is left out. */
    static Path2D of(Field.Values grid, double level, Plane plane) {
        var contour = new Contour(grid, level, plane);
        for (int i = 0; i + 1 < grid.y().length; i++) {
            for (int j = 0; j + 1 < grid.x().length; j++) contour.cell(i, j);
        }
        return contour.path;
    }

    private double at(int row, int column) {
        return grid.value()[row * grid.x().length + column] - level;
    }

    /** The line through one cell: from each edge it enters to the next edge it leaves, going round. */
    private void cell(int row, int column) {
        boolean above = at(row, column) >= 0;
        // Most cells lie on one side of the line.
        if (above == (at(row, column + 1) >= 0)
                && above == (at(row + 1, column) >= 0)
                && above == (at(row + 1, column + 1) >= 0)) return;
        int[][] corners = {{row, column}, {row, column + 1}, {row + 1, column + 1}, {row + 1, column}};
        double[] heights = new double[4];
        for (int k = 0; k < 4; k++) {
            heights[k] = at(corners[k][0], corners[k][1]);
            if (!Double.isFinite(heights[k])) return;
        }
        boolean open = false;
        for (int k = 0; k < 8; k++) {
            int from = k % 4;
            int to = (k + 1) % 4;
            boolean up = heights[from] < 0 && heights[to] >= 0;
            boolean down = heights[from] >= 0 && heights[to] < 0;
            // A line begins where the rim rises and ends where it next falls; begun ones are finished on the second
            // round.
            if (up && k < 4 || down && open) {
                double share = heights[from] / (heights[from] - heights[to]);
                double x = plane.pixelX(between(grid.x()[corners[from][1]], grid.x()[corners[to][1]], share));
                double y = plane.pixelY(between(grid.y()[corners[from][0]], grid.y()[corners[to][0]], share));
                if (up) path.moveTo(x, y);
                else path.lineTo(x, y);
                open = up;
            }
        }
    }

    private static double between(double from, double to, double share) {
        return from + share * (to - from);
    }
}
