package org.separatrix.lab;

/**
 * One of several quantities that share a chart.
 *
 * @param key the name in files
 * @param label the name on screen
 * @param family series of one family share a hue, in every chart of the laboratory; counted from 0
 * @param theory whether an exact theory is drawn beside it
 */
public record Series(String key, String label, int family, boolean theory) {
    /** A series without theory. */
    public static Series of(String key, String label, int family) {
        return new Series(key, label, family, false);
    }

    /** A series beside its exact theory. */
    public static Series withTheory(String key, String label, int family) {
        return new Series(key, label, family, true);
    }
}
