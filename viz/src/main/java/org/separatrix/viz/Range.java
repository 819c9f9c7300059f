package org.separatrix.viz;

/** The numbers from one to a larger one. */
public record Range(double min, double max) {
    public Range {
        if (!(min < max)) throw new IllegalArgumentException("no range goes from " + min + " to " + max);
    }
}
