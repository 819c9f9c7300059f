package org.separatrix.app.window;

import java.util.Arrays;

/** How long things took, counted by tenths of a millisecond up to a second: quantiles at the price of one array. */
final class Durations {
    private static final long CELL = 100_000;
    private static final int CELLS = 10_000;
    private static final double MILLISECOND = 1e6;
    private final int[] counts = new int[CELLS + 1];
    private long count;
    private long longest;

    /** Counts one, in nanoseconds. */
    void add(long nanos) {
        counts[Math.clamp(nanos / CELL, 0, CELLS)]++;
        count++;
        longest = Math.max(longest, nanos);
    }

    /** How many were counted. */
    long count() {
        return count;
    }

    /**
     * The least time, in milliseconds, that so large a share of them did not exceed; NaN where none was counted.
     *
     * @param share from 0 to 1
     */
    double quantile(double share) {
        if (count == 0) return Double.NaN;
        long left = (long) Math.ceil(share * count);
        int cell = 0;
        while (cell < CELLS && (left -= counts[cell]) > 0) cell++;
        return Math.min((cell + 1) * CELL, longest) / MILLISECOND;
    }

    /** The longest, in milliseconds. */
    double longest() {
        return longest / MILLISECOND;
    }

    /** Forgets all. */
    void clear() {
        Arrays.fill(counts, 0);
        count = 0;
        longest = 0;
    }
}
