package org.separatrix.labs.grokking;

import org.separatrix.compute.Matrix;
import org.separatrix.labs.grokking.theory.Problem;
import org.separatrix.labs.grokking.theory.TangentKernel;

/**
 * The largest stable steps of gradient-flow time: P over the largest eigenvalue of the tangent kernel.
 *
 * @param start with the kernel of the start
 * @param learned with the kernel of the learned solution
 */
record StepLimits(double start, double learned) {
    private static final double MARGIN = 0.4;

    static StepLimits of(Problem problem, Matrix startKernel) {
        double p = problem.samples();
        return new StepLimits(
                p / TangentKernel.largest(startKernel), p / TangentKernel.largest(TangentKernel.learnedGram(problem)));
    }

    /** A step that is stable with either kernel, with a margin for what lies between them. */
    double safe() {
        return MARGIN * Math.min(start, learned);
    }
}
