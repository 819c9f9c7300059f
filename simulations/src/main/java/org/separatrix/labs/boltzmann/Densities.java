package org.separatrix.labs.boltzmann;

import java.util.Arrays;
import org.separatrix.compute.Crew;
import org.separatrix.compute.Workers;
import org.separatrix.lab.Field;
import org.separatrix.lab.Line;

/** Counts of particles on a grid, and the laws drawn beside them. */
final class Densities {
    private static final int CELLS = 128;

    /** Particles that one thread treats at once, few enough for its nearest cache. */
    private static final int BLOCK = 1024;

    private final Crew crew;
    private final Scratch[] scratch;
    private final Workers.Task task = this::count;
    private int particles;
    private Side columns;
    private Side rows;

    /** A coordinate of the particles. */
    @FunctionalInterface
    interface Coordinate {
        /** Writes the coordinates of {@code size} particles from {@code from} on. */
        void of(int from, int size, double[] out);

        /** One that the particles bring along. */
        static Coordinate component(double[] component) {
            return (from, size, out) -> System.arraycopy(component, from, out, 0, size);
        }
    }

    /**
     * One side of a grid: a coordinate and the values that it shows.
     *
     * @param unit what the coordinate is divided by
     */
    record Side(Coordinate coordinate, double unit, double min, double max) {
        private double width() {
            return (max - min) / CELLS;
        }

        private double[] centres() {
            double[] centres = new double[CELLS];
            for (int i = 0; i < CELLS; i++) centres[i] = min + (i + 0.5) * width();
            return centres;
        }

        private void cells(int from, int size, double[] out) {
            coordinate.of(from, size, out);
            double scale = 1 / (unit * width());
            double start = min / width();
            for (int i = 0; i < size; i++) out[i] = out[i] * scale - start;
        }
    }

    Densities(Crew crew) {
        this.crew = crew;
        scratch = new Scratch[crew.each().size()];
        Arrays.setAll(scratch, i -> new Scratch());
    }

    /** The density of particles on a grid; NaN where there are none, so that a logarithm has a meaning. */
    Field.Values density(int count, Side x, Side y) {
        particles = count;
        columns = x;
        rows = y;
        crew.run(task);
        double share = 1 / (count * x.width() * y.width());
        double[] cells = new double[CELLS * CELLS];
        for (int i = 0; i < cells.length; i++) {
            int sum = 0;
            for (Scratch part : scratch) sum += part.counts[i];
            cells[i] = sum == 0 ? Double.NaN : sum * share;
        }
        return new Field.Values(x.centres(), y.centres(), cells);
    }

    private void count(int part, int parts) {
        Scratch s = scratch[part];
        Arrays.fill(s.counts, 0);
        int to = Workers.bound(part + 1, parts, particles, BLOCK);
        for (int from = Workers.bound(part, parts, particles, BLOCK); from < to; from += BLOCK) {
            int size = Math.min(BLOCK, to - from);
            columns.cells(from, size, s.column);
            rows.cells(from, size, s.row);
            for (int i = 0; i < size; i++) {
                double column = s.column[i];
                double row = s.row[i];
                if (column >= 0 && column < CELLS && row >= 0 && row < CELLS)
                    s.counts[(int) row * CELLS + (int) column]++;
            }
        }
    }

    /** What one thread needs. */
    private static final class Scratch {
        final int[] counts = new int[CELLS * CELLS];
        final double[] column = new double[BLOCK];
        final double[] row = new double[BLOCK];
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
}
