package org.separatrix.run;

import java.util.concurrent.locks.LockSupport;

/** How fast a run goes: as it is asked to, and as it does. Its speed is read by any thread, all else by the run's. */
final class Pace {
    private static final double SECOND = 1e9;

    /** How far, in nanoseconds, a paced run may fall behind and still catch up. */
    private static final long LARGEST_LAG = 100_000_000;

    private volatile double speed = Double.POSITIVE_INFINITY;
    private long due;
    private double rate;
    private long ratedAt;
    private long ratedStep;

    /** Steps per second, as asked for; infinite is as fast as it goes. */
    double speed() {
        return speed;
    }

    void set(double stepsPerSecond) {
        speed = stepsPerSecond;
    }

    /** Starts its clocks at a step: what was waited for before counts no more. */
    void start(long step) {
        due = System.nanoTime();
        ratedAt = due;
        ratedStep = step;
    }

    /** Whether the next step is due; waits for a while where it is not. */
    boolean turnHasCome() {
        if (speed == Double.POSITIVE_INFINITY) return true;
        long now = System.nanoTime();
        if (due - now > 0) {
            LockSupport.parkNanos(this, due - now);
            return false;
        }
        due = Math.max(due + (long) (SECOND / speed), now - LARGEST_LAG);
        return true;
    }

    /** Steps per second of late, 0 at rest. */
    double rate() {
        return rate;
    }

    /** Takes the rate of the steps since the last time, or since the start. */
    void measure(long step, long now) {
        rate = (step - ratedStep) * SECOND / Math.max(1, now - ratedAt);
        ratedAt = now;
        ratedStep = step;
    }

    void rest() {
        rate = 0;
    }
}
