package org.separatrix.app.window;

/** The pace of the screen: frames per second over the last second, and how long each frame took since it was cleared. */
final class FrameClock {
    private static final long SECOND = 1_000_000_000L;
    private final Durations durations = new Durations();
    private long began = -1;
    private long last;
    private int frames;
    private double rate;

    /** Notes a frame; answers whether a second is full and the rate is new. */
    boolean tick(long nanos) {
        if (began < 0) {
            began = nanos;
            last = nanos;
            return false;
        }
        frames++;
        durations.add(nanos - last);
        last = nanos;
        if (nanos - began < SECOND) return false;
        rate = frames * (double) SECOND / (nanos - began);
        began = nanos;
        frames = 0;
        return true;
    }

    /** Frames per second. */
    double rate() {
        return rate;
    }

    /** From each frame to the next. */
    Durations durations() {
        return durations;
    }
}
