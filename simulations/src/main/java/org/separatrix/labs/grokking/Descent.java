package org.separatrix.labs.grokking;

import org.separatrix.labs.grokking.theory.Moments;

/** Gradient descent of the network with a quadratic activation on a quadratic teacher. */
sealed interface Descent permits ReducedDescent, DirectDescent {
    /** One step: allocates nothing. */
    void advance();

    /** The training loss now; what it takes to know it is work that the next step need not do again. */
    double trainLoss();

    /** The moments of the weights now, as copies. */
    Moments moments();

    /** The mean of the weights now, not to be changed. */
    double[] mean();

    /** The mean outer product of the weights now, D x D, not to be changed. */
    double[] second();

    /** What gives every neuron's weights, not to be changed: the root of the moments, or the weights. */
    double[] state();
}
