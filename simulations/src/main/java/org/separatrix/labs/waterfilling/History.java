package org.separatrix.labs.waterfilling;

/** The powers of the last few ticks. Before there were any, they were always what they are first. */
final class History {
    private static final double[][] NOTHING = {};

    private double[][] slots = NOTHING;
    private int newest;

    /** Makes room for so many ticks; what is kept stays, and before that everything was as it was then. */
    void remember(int ticks, double[] powers) {
        if (ticks <= slots.length) return;
        double[][] longer = new double[ticks][];
        for (int age = 0; age < ticks; age++)
            longer[ticks - 1 - age] = (slots.length == 0 ? powers : at(Math.min(age, slots.length - 1))).clone();
        slots = longer;
        newest = ticks - 1;
    }

    void forget() {
        slots = NOTHING;
    }

    /** Adds the powers at the beginning of a tick. */
    void add(double[] powers) {
        newest = (newest + 1) % slots.length;
        System.arraycopy(powers, 0, slots[newest], 0, powers.length);
    }

    /** The powers some ticks ago, 0 for those added last. */
    double[] at(int age) {
        return slots[Math.floorMod(newest - age, slots.length)];
    }
}
