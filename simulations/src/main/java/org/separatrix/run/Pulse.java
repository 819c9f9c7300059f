package org.separatrix.run;

/**
 * Decides when a watcher is shown the present: at most thirty times a second, and so seldom that what it costs stays
 * below a twentieth of the time. Reads the clock about once a millisecond, because a step may be far cheaper than a
 * clock.
 */
final class Pulse {
    private static final long MILLISECOND = 1_000_000;
    private static final long PERIOD = 33 * MILLISECOND;
    private static final long SHARE = 20;
    private static final int MOST = 1024;

    private int stride = 1;
    private int countdown;
    private long read = System.nanoTime();
    private long next = read;
    private long solvent = read;

    /** Asked after each step: whether it is time to show how the run stands. */
    boolean due() {
        if (--countdown > 0) return false;
        long now = System.nanoTime();
        stride = Math.clamp(stride * MILLISECOND / Math.max(1, now - read), 1, MOST);
        countdown = stride;
        read = now;
        return now - next >= 0;
    }

    /** Whether there is also time to observe the present. */
    boolean affords() {
        return read - solvent >= 0;
    }

    /** Told what showing has cost, in nanoseconds. */
    void spent(long cost) {
        long now = System.nanoTime();
        next = now + PERIOD;
        if (affords()) solvent = now + SHARE * cost;
    }

    /** Told that steps may come at another pace from now on. */
    void rush() {
        stride = 1;
        countdown = 0;
    }
}
