package org.separatrix.app.window;

/** The speed slider: from one step a second to a million, evenly by powers of ten, and at its end no limit. */
final class SpeedScale {
    private static final double FASTEST = 1e6;
    private static final double LIMITED = 0.95;

    private SpeedScale() {}

    /** Steps per second at a place from 0 to 1; infinite at the end. */
    static double speed(double place) {
        if (place > LIMITED) return Double.POSITIVE_INFINITY;
        return Math.pow(FASTEST, place / LIMITED);
    }

    /** The place of a speed. */
    static double place(double speed) {
        if (speed > FASTEST) return 1;
        return LIMITED * Math.log(Math.max(1, speed)) / Math.log(FASTEST);
    }

    /** The speed in words. */
    static String words(double speed) {
        return Double.isInfinite(speed) ? "max" : Readout.count(speed) + "/s";
    }
}
