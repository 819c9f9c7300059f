package org.separatrix.labs.deeplinear;

import java.util.List;

/** The exact course of a network along the gradient flow or, mode by mode, along gradient descent. */
interface Exact {
    /**
     * The network at one time.
     *
     * @param excessLoss the loss above its minimum
     * @param strengths of the target's modes
     * @param kernelDistance of the tangent kernel from its start, NaN where the theory is silent
     * @param layers the singular values of every layer, descending; empty where the theory is silent
     * @param product the singular values of the end-to-end map, descending
     */
    record State(
            double excessLoss, double[] strengths, double kernelDistance, List<double[]> layers, double[] product) {}

    /**
     * The network at a time. Asked in the order of time it is cheap; the answer does not depend on what was asked
     * before.
     */
    State at(double time);

    /** Follows one step of descent; a theory of the flow has nothing to do. */
    default void descend(double eta) {}
}
