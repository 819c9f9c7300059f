package org.separatrix.viz;

import java.util.Optional;
import java.util.function.DoubleFunction;

/**
 * A line of a legend.
 *
 * @param label its text
 * @param sign what stands before it
 * @param colour the colours of the sign, from its left end (0) to its right end (1)
 * @param opacity the opacity of the sign, 0 to 1
 * @param part what it names; empty where that cannot be hidden
 * @param shown whether that is shown
 */
record Entry(
        String label, Sign sign, DoubleFunction<Colour> colour, double opacity, Optional<Part> part, boolean shown) {
    /** How a legend shows what it names. */
    enum Sign {
        LINE,
        DASHES,
        DASH_DOTS,
        DOTS,
        BLOCK,
        HATCH,
        RAMP,
        NOTHING,
        DOT
    }

    /** An entry of one colour. */
    static Entry of(String label, Sign sign, Colour colour) {
        return new Entry(label, sign, _ -> colour, 1, Optional.empty(), true);
    }

    /** An entry without a part. */
    static Entry of(String label, Sign sign, DoubleFunction<Colour> colour) {
        return new Entry(label, sign, colour, 1, Optional.empty(), true);
    }

    /** The entry of a part, faded where a look hides it. */
    Entry naming(Part named, Look look) {
        boolean seen = look.shows(named);
        return new Entry(label, sign, colour, seen ? opacity : opacity / 4, Optional.of(named), seen);
    }

    /** The same with a fainter sign. */
    Entry faded(double faint) {
        return new Entry(label, sign, colour, faint, part, shown);
    }
}
