package org.separatrix.app.window;

/** The pace of the screen: frames per second over the last second, and the longest frame in it. */
final class FrameClock {
    private static final long SECOND = 1_000_000_000L;
    private long began = -1;
    private long last;
    private int frames;
    private long longest;
    private double rate;
    private double pause;

    /** Notes a frame; answers whether a second is full and the figures are new. */
    boolean tick(long nanos) {
        if (began < 0) {
            began = nanos;
            last = nanos;
            return false;
        }
        frames++;
        longest = Math.max(longest, nanos - last);
        last = nanos;
        if (nanos - began < SECOND) return false;
        rate = frames * (double) SECOND / (nanos - began);
        pause = longest / 1e6;
        began = nanos;
        frames = 0;
        longest = 0;
        return true;
    }

    /** Frames per second. */
    double rate() {
        return rate;
    }

    /** The longest frame of the last second, in milliseconds. */
    double pause() {
        return pause;
    }
}
