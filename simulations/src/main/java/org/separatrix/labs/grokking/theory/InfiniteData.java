package org.separatrix.labs.grokking.theory;

/**
 * Gradient descent on infinitely many samples with infinitely many neurons and a teacher of squared norm D, uncentred:
 * two numbers tell all, the size of the second moment along the teacher and across it.
 */
public final class InfiniteData {
    private final double d;
    private final double curvature;
    private final double pull;
    private double along = 1;
    private double across = 1;

    /**
     * @param dimension D
     * @param eta0 the step of gradient-flow time
     */
    public InfiniteData(int dimension, double alpha, double eps, double eta0) {
        d = dimension;
        curvature = alpha * eps;
        pull = eta0 / alpha * eps;
    }

    /** One step. */
    public void advance() {
        double s1 = curvature * along - d;
        double s2 = curvature * across;
        double trace = s1 + (d - 1) * s2;
        double alongFactor = 1 - pull * (trace + 2 * s1) / (d * d);
        double acrossFactor = 1 - pull * (trace + 2 * s2) / (d * d);
        along *= alongFactor * alongFactor;
        across *= acrossFactor * acrossFactor;
    }

    /** The loss now: training and test are one. */
    public double loss() {
        double s1 = curvature * along - d;
        double s2 = curvature * across;
        double trace = s1 + (d - 1) * s2;
        return (trace * trace + 2 * s1 * s1 + 2 * (d - 1) * s2 * s2) / (4 * d * d);
    }
}
