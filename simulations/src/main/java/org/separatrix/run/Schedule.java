package org.separatrix.run;

/**
 * Which steps are recorded: a pure function of the step. Octave by octave, that is from each power of two to the next,
 * the same number of steps is recorded, evenly spaced; early octaves with fewer steps are recorded in full.
 *
 * @param curves how many steps an octave have their curves recorded; a power of two
 * @param details how many of them are recorded in detail; a power of two
 */
public record Schedule(int curves, int details) {
    /** How much of a step is recorded. */
    public enum Density {
        NOTHING,
        /** The curves alone. */
        CURVES,
        /** Every observable. */
        DETAILED
    }

    /** Curves at every step up to 4096 and every observable at every step up to 128, then as many an octave. */
    public static final Schedule STANDARD = new Schedule(2048, 64);

    public Schedule {
        if (Integer.bitCount(curves) != 1 || Integer.bitCount(details) != 1 || details > curves)
            throw new IllegalArgumentException(
                    "no schedule records " + curves + " and " + details + " steps an octave");
    }

    /** How much of a step is recorded. */
    public Density at(long step) {
        if (!onGrid(step, curves)) return Density.NOTHING;
        return onGrid(step, details) ? Density.DETAILED : Density.CURVES;
    }

    /** The schedule with half the details; its detailed steps are among this one's. */
    Schedule coarser() {
        return new Schedule(curves, details / 2);
    }

    private static boolean onGrid(long step, int perOctave) {
        long stride = Long.highestOneBit(step) >>> Integer.numberOfTrailingZeros(perOctave);
        return stride <= 1 || (step & (stride - 1)) == 0;
    }
}
