package org.separatrix.labs.boltzmann;

import java.util.Arrays;
import org.separatrix.lab.Field;
import org.separatrix.lab.Line;

/** Counts on a grid, and the laws drawn beside them. */
final class Densities {
    private static final int CELLS = 128;

    private Densities() {}

    /** A coordinate of a particle. */
    @FunctionalInterface
    interface Coordinate {
        double of(int particle);
    }

    /** The density of particles on a square grid; NaN where there are none, so that a logarithm has a meaning. */
    static Field.Values density(
            int count, Coordinate x, double minX, double maxX, Coordinate y, double minY, double maxY) {
        double[] cells = new double[CELLS * CELLS];
        double width = (maxX - minX) / CELLS;
        double height = (maxY - minY) / CELLS;
        for (int i = 0; i < count; i++) {
            double column = (x.of(i) - minX) / width;
            double row = (y.of(i) - minY) / height;
            if (column >= 0 && column < CELLS && row >= 0 && row < CELLS) cells[(int) row * CELLS + (int) column]++;
        }
        double unit = 1 / (count * width * height);
        for (int i = 0; i < cells.length; i++) cells[i] = cells[i] == 0 ? Double.NaN : cells[i] * unit;
        return new Field.Values(centres(minX, width), centres(minY, height), cells);
    }

    private static double[] centres(double from, double width) {
        double[] centres = new double[CELLS];
        for (int i = 0; i < CELLS; i++) centres[i] = from + (i + 0.5) * width;
        return centres;
    }

    /** The density of a normal law. */
    static Line normal(String label, double variance) {
        double[] x = new double[201];
        double[] density = new double[x.length];
        double sigma = Math.sqrt(variance);
        for (int i = 0; i < x.length; i++) {
            double u = (i - 100) / 20.0;
            x[i] = u * sigma;
            density[i] = Math.exp(-u * u / 2) / (sigma * Math.sqrt(2 * Math.PI));
        }
        return new Line(label, Line.Role.THEORY, x, density);
    }

    /** The first values of an array, descending. */
    static double[] sample(double[] values, int most) {
        double[] some = Arrays.copyOf(values, Math.min(most, values.length));
        Arrays.sort(some);
        for (int i = 0; i < some.length / 2; i++) {
            double held = some[i];
            some[i] = some[some.length - 1 - i];
            some[some.length - 1 - i] = held;
        }
        return some;
    }
}
