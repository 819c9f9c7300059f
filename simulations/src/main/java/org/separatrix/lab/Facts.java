package org.separatrix.lab;

import java.util.List;

/**
 * Named values and lights.
 *
 * @param key the name in files
 * @param title the name on screen
 */
public record Facts(String key, String title) implements Observable<Facts.Values> {
    /** The judgement that a fact carries. */
    public enum Light {
        NONE,
        GOOD,
        WARNING,
        BAD
    }

    /**
     * One fact.
     *
     * @param key the name in files
     * @param label the name on screen
     * @param value the number, NaN where the fact is not a number
     * @param words the fact in words, "" where the number says all
     * @param light the judgement
     */
    public record Fact(String key, String label, double value, String words, Light light) {
        /** A number without judgement. */
        public static Fact of(String key, String label, double value) {
            return new Fact(key, label, value, "", Light.NONE);
        }

        /** A statement with a judgement. */
        public static Fact of(String key, String label, String words, Light light) {
            return new Fact(key, label, Double.NaN, words, light);
        }
    }

    /** The facts at one time. */
    public record Values(List<Fact> facts) {
        public Values {
            facts = List.copyOf(facts);
        }
    }
}
