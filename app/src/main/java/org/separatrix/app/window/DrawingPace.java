package org.separatrix.app.window;

import java.util.function.LongSupplier;

/**
 * How often the pictures of a run that goes on are drawn anew: often enough to look alive, seldom enough to leave the run
 * its core. Pictures that are slow to draw are drawn more rarely, but still ten times a second. Times in nanoseconds.
 */
final class DrawingPace {
    private static final long SHORTEST = 66_000_000;
    private static final long LONGEST = 95_000_000;

    /** The time between two drawings, in times of the last. */
    private static final long SHARE = 5;

    private final LongSupplier spent;
    private long last;
    private long spentBefore;

    /** @param spent the time that drawing has taken so far */
    DrawingPace(LongSupplier spent) {
        this.spent = spent;
    }

    /** Whether it is time to draw again. */
    boolean isDue(long now) {
        return now - last >= Math.clamp(SHARE * (spent.getAsLong() - spentBefore), SHORTEST, LONGEST);
    }

    /** Notes that the pictures are drawn now. */
    void draw(long now) {
        last = now;
        spentBefore = spent.getAsLong();
    }
}
