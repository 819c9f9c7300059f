package org.separatrix.labs.boltzmann;

import org.separatrix.lab.Field;
import org.separatrix.lab.Landscape;

/**
 * Minus the logarithm of a density that was counted in cells, bilinear between their centres. Where a neighbour is empty,
 * it is not known.
 *
 * @param density the density; NaN where nothing was counted
 */
record LogDensity(Field.Values density) implements Landscape.Function {
    /** Cells of the count that make one of the surface, along each side: so that it is not all noise. */
    private static final int COARSE = 4;

    /** Where fewer particles were counted, what they say is noise. */
    private static final int LEAST = 4;

    /**
     * The surface of a density that was counted finely.
     *
     * @param fine the density on a grid of cells
     * @param particles how many were counted
     */
    static LogDensity of(Field.Values fine, int particles) {
        double[] x = coarse(fine.x());
        double[] y = coarse(fine.y());
        double[] cells = new double[y.length * x.length];
        double least = LEAST / (particles * (x[1] - x[0]) * (y[1] - y[0]));
        for (int i = 0; i < cells.length; i++) {
            double mean = mean(fine, COARSE * (i / x.length), COARSE * (i % x.length));
            cells[i] = mean >= least ? mean : Double.NaN;
        }
        return new LogDensity(new Field.Values(x, y, cells));
    }

    private static double mean(Field.Values fine, int row, int column) {
        double sum = 0;
        for (int i = row; i < row + COARSE; i++)
            for (int j = column; j < column + COARSE; j++) {
                double value = fine.value()[i * fine.x().length + j];
                if (!Double.isNaN(value)) sum += value;
            }
        return sum / (COARSE * COARSE);
    }

    private static double[] coarse(double[] points) {
        double[] coarse = new double[points.length / COARSE];
        for (int k = 0; k < coarse.length; k++) coarse[k] = (points[COARSE * k] + points[COARSE * k + COARSE - 1]) / 2;
        return coarse;
    }

    /** Whether there is a height anywhere. */
    boolean hasSurface() {
        int columns = density.x().length;
        for (int i = 0; i + 1 < density.y().length; i++)
            for (int j = 0; j + 1 < columns; j++)
                if (Double.isFinite(cell(i, j) + cell(i, j + 1) + cell(i + 1, j) + cell(i + 1, j + 1))) return true;
        return false;
    }

    @Override
    public double at(double x, double y) {
        double column = place(density.x(), x);
        double row = place(density.y(), y);
        int j = (int) column;
        int i = (int) row;
        double u = column - j;
        double v = row - i;
        return (1 - v) * ((1 - u) * cell(i, j) + u * cell(i, j + 1))
                + v * ((1 - u) * cell(i + 1, j) + u * cell(i + 1, j + 1));
    }

    private double cell(int row, int column) {
        return -Math.log(density.value()[row * density.x().length + column]);
    }

    /** The place of a value among equidistant points, no farther than where the last cell but one begins. */
    private static double place(double[] points, double value) {
        double place = (value - points[0]) / (points[1] - points[0]);
        return Math.clamp(place, 0, Math.nextDown(points.length - 1.0));
    }
}
