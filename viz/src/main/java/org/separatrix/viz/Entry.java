package org.separatrix.viz;

import java.util.function.DoubleFunction;

/**
 * A line of a legend.
 *
 * @param label its text
 * @param sign what stands before it
 * @param colour the colours of the sign, from its left end (0) to its right end (1)
 * @param opacity the opacity of the sign, 0 to 1
 */
record Entry(String label, Sign sign, DoubleFunction<Colour> colour, double opacity) {
    /** How a legend shows what it names. */
    enum Sign {
        LINE,
        DASHES,
        BLOCK,
        RAMP,
        NOTHING,
        DOT
    }

    /** An entry of one colour. */
    static Entry of(String label, Sign sign, Colour colour) {
        return new Entry(label, sign, _ -> colour, 1);
    }
}
