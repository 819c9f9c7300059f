package org.separatrix.labs.waterfilling;

import java.util.Arrays;

/**
 * Notices that powers come back to where they were without being at rest. One state is kept, and renewed after twice as
 * many steps each time (Brent 1980), so that the first return to it tells the period.
 */
final class CycleDetector {
    private static final int LONGEST = 128;
    private static final double SAME = 1e-9;
    private static final double MOVING = 1e-6;

    private final double tolerance;
    private final double[] kept;
    private int patience = 1;
    private int since;
    private int period;
    private double amplitude;

    /**
     * @param size how many powers there are
     * @param scale the largest budget
     */
    CycleDetector(int size, double scale) {
        kept = new double[size];
        Arrays.fill(kept, Double.POSITIVE_INFINITY);
        tolerance = SAME * scale;
    }

    /** Takes note of the powers after a step. */
    void advance(double[] powers, double residual) {
        if (period > 0) return;
        since++;
        double farthest = 0;
        for (int i = 0; i < powers.length; i++) farthest = Math.max(farthest, Math.abs(powers[i] - kept[i]));
        if (farthest < tolerance && residual > MOVING) {
            period = since;
            return;
        }
        amplitude = Math.max(amplitude, farthest);
        if (since < patience) return;
        System.arraycopy(powers, 0, kept, 0, powers.length);
        patience = Math.min(2 * patience, 2 * LONGEST);
        since = 0;
        amplitude = 0;
    }

    /** The number of steps after which everything repeats, 0 where nothing is known to. */
    int period() {
        return period;
    }

    /** The largest change of a power within the period. */
    double amplitude() {
        return amplitude;
    }
}
