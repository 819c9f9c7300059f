package org.separatrix.labs.boltzmann;

import java.util.Arrays;

/**
 * Velocities rounded to ten bits a component, all three in one word: so small that most of them stay in a near cache,
 * where the exact ones, met in random order, do not. They bound |g|^gamma of a pair from above.
 */
final class RoundedVelocities {
    private static final int BITS = 10;
    private static final int CELLS = 1 << BITS;
    private static final int MASK = CELLS - 1;

    /** In units of the thermal speed; the few particles beyond are not bounded. */
    private static final double RANGE = 8;

    private static final double CELL = 2 * RANGE / CELLS;
    private static final int UNBOUNDED = -1;

    /** Squared distances fall into classes of a sixteenth of an octave: the leading bits of a float. */
    private static final int DROPPED = 19;

    private static final int BEFORE_FIRST = (Float.floatToRawIntBits(1) >>> DROPPED) - 1;
    private static final int CLASSES = (Float.floatToRawIntBits(3f * CELLS * CELLS) >>> DROPPED) - BEFORE_FIRST + 1;

    /** More than what a power may be off by rounding. */
    private static final double SAFETY = 1 + 1e-9;

    private final int[] cells;
    private final double[] bounds = new double[CLASSES];

    /** By how many cells two components that lie d cells apart differ at least, or at most: d and this. */
    private final int slack;

    RoundedVelocities(int count, double gamma) {
        cells = new int[count];
        slack = gamma < 0 ? -1 : 1;
        Arrays.setAll(bounds, i -> {
            float edge = Float.intBitsToFloat(i + BEFORE_FIRST + (gamma < 0 ? 0 : 1) << DROPPED);
            return SAFETY * Math.pow(edge * CELL * CELL, gamma / 2);
        });
        if (gamma < 0) bounds[0] = Double.POSITIVE_INFINITY;
    }

    /** Rounds the velocities from {@code from} to {@code to}, exclusive. */
    void take(Velocities v, int from, int to) {
        for (int i = from; i < to; i++) {
            int x = cell(v.x()[i]);
            int y = cell(v.y()[i]);
            int z = cell(v.z()[i]);
            cells[i] = ((x | y | z) & ~MASK) != 0 ? UNBOUNDED : x | y << BITS | z << 2 * BITS;
        }
    }

    private static int cell(double component) {
        return (int) Math.floor((component + RANGE) * (1 / CELL));
    }

    /** What |g|^gamma of two particles does not exceed. */
    double bound(int i, int j) {
        int a = cells[i];
        int b = cells[j];
        if ((a | b) < 0) return Double.POSITIVE_INFINITY;
        int x = distance(a & MASK, b & MASK);
        int y = distance(a >>> BITS & MASK, b >>> BITS & MASK);
        int z = distance(a >>> 2 * BITS, b >>> 2 * BITS);
        int square = x * x + y * y + z * z;
        return bounds[Math.max(0, (Float.floatToRawIntBits(square) >>> DROPPED) - BEFORE_FIRST)];
    }

    private int distance(int a, int b) {
        return Math.max(0, Math.abs(a - b) + slack);
    }
}
