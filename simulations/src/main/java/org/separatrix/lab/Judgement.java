package org.separatrix.lab;

/** What a metric says of a run. */
public sealed interface Judgement {
    /** A number. */
    record Value(double value) implements Judgement {}

    /** No number, and why: "diverged", "never reached half of s". */
    record Missing(String why) implements Judgement {}
}
