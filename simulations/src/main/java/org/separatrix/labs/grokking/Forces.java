package org.separatrix.labs.grokking;

/**
 * What the samples do to the moments of the weights: the only part of the exact reduction whose cost grows with their
 * number.
 */
sealed interface Forces permits SampleForces, PopulationForces {
    /**
     * Evaluates everything below at a mean (D) and a second moment (D x D, read on and below the diagonal); allocates
     * nothing.
     */
    void evaluate(double[] mean, double[] second);

    /** The mean of the squared errors. */
    double loss();

    /** X r with r = (2/P)(f - y), D numbers, not to be changed. */
    double[] pull();

    /** A = X diag(r) X&#7488; on and below the diagonal, D x D, not to be changed. */
    double[] matrix();
}
