package org.separatrix.lab;

/**
 * One of several quantities that share a chart.
 *
 * @param key the name in files
 * @param label the name on screen
 * @param family series of one family share a hue, in every chart of the laboratory; counted from 0
 * @param theory the name of what theory says of it and is drawn beside it, "" for nothing
 */
public record Series(String key, String label, int family, String theory) {
    /** A series without theory. */
    public static Series of(String key, String label, int family) {
        return new Series(key, label, family, "");
    }

    /** A series beside its exact theory. */
    public static Series withTheory(String key, String label, int family) {
        return withTheory(key, label, family, "theory");
    }

    /** A series beside what theory says of it, which may be less than its exact course: a bound, a level. */
    public static Series withTheory(String key, String label, int family, String theory) {
        return new Series(key, label, family, theory);
    }

    /** Whether theory says something of it. */
    public boolean hasTheory() {
        return !theory.isEmpty();
    }
}
