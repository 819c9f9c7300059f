package org.separatrix.labs.grokking.theory;

/** The losses that a theory predicts, step by step. */
public interface LossCourse {
    /** Goes on by a step. */
    void advance();

    /** The losses now; NaN where the theory is silent. */
    double[] losses();

    /** How far a prediction made in the background is, in a few words; empty where there is none. */
    default String background() {
        return "";
    }
}
