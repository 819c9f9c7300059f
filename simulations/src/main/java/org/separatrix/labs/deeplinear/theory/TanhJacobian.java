package org.separatrix.labs.deeplinear.theory;

import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.separatrix.compute.LinearAlgebra;
import org.separatrix.compute.Matrix;

/**
 * The first two moments of the squared singular values of the input-output Jacobian of a wide random tanh network
 * without biases, {@code J = prod_l D_l W_l}.
 *
 * <p>Follows the variance of the signal layer by layer; no fixed point is assumed, so shallow networks and the critical
 * gain are right.
 *
 * <p>Source: Pennington, Schoenholz and Ganguli (2017).
 *
 * @param logMean the natural logarithm of the mean squared singular value
 * @param variance the variance of the squared singular values divided by the squared mean
 */
public record TanhJacobian(double logMean, double variance) {
    /** The law of the weights. */
    public enum Weights {
        /** Independent normal entries of variance gain^2/width. */
        GAUSSIAN,
        /** The gain times a uniform orthogonal matrix. */
        ORTHOGONAL
    }

    private static final LinearAlgebra.Eigen HERMITE = hermite(201);

    /**
     * The moments of a network.
     *
     * @param gain the scale {@code g} of the weights
     * @param depth the number of layers
     * @param input the mean square {@code |x_0|^2/width} of the input
     */
    public static TanhJacobian of(double gain, int depth, double input, Weights weights) {
        double square = gain * gain;
        double q = square * input;
        double logMean = 0;
        double variance = 0;
        for (int l = 0; l < depth; l++) {
            double first = meanSlope(q, 2);
            logMean += Math.log(square * first);
            variance += meanSlope(q, 4) / (first * first) - (weights == Weights.GAUSSIAN ? 0 : 1);
            q = next(gain, q);
        }
        return new TanhJacobian(logMean, variance);
    }

    /**
     * The mean square of the pre-activations of every layer.
     *
     * @param gain the scale {@code g} of the weights
     * @param depth the number of layers
     * @param input the mean square {@code |x_0|^2/width} of the input
     */
    public static double[] signal(double gain, int depth, double input) {
        double[] q = new double[depth];
        for (int l = 0; l < depth; l++) q[l] = l == 0 ? gain * gain * input : next(gain, q[l - 1]);
        return q;
    }

    /** The mean squared singular value; may under- or overflow where its logarithm does not. */
    public double mean() {
        return Math.exp(logMean);
    }

    /** The variance of the pre-activations that layers of this gain tend to: zero up to the critical gain of one. */
    public static double fixedPoint(double gain) {
        double smallest = 1e-12;
        if (next(gain, smallest) <= smallest) return 0;
        return new BracketingNthOrderBrentSolver(1e-15, 1e-15, 5)
                .solve(200, q -> next(gain, q) / q - 1, smallest, gain * gain);
    }

    /** The factor by which, deep in the network, a layer multiplies squared gradients: below one they vanish. */
    public static double susceptibility(double gain) {
        return gain * gain * meanSlope(fixedPoint(gain), 2);
    }

    private static double next(double gain, double q) {
        return gain * gain * gaussianMean(z -> Math.pow(Math.tanh(Math.sqrt(q) * z), 2));
    }

    /** The mean of a power of the slope {@code 1/cosh^2} of the activation. */
    private static double meanSlope(double q, int power) {
        return gaussianMean(z -> Math.pow(Math.cosh(Math.sqrt(q) * z), -2 * power));
    }

    /** The mean over a normal deviate, by Gauss-Hermite quadrature. */
    private static double gaussianMean(DoubleUnaryOperator function) {
        double sum = 0;
        for (int i = 0; i < HERMITE.values().length; i++) {
            double amplitude = HERMITE.vectors().get(0, i);
            sum += amplitude * amplitude * function.applyAsDouble(HERMITE.values()[i]);
        }
        return sum;
    }

    /** The rule of Golub and Welsch (1969): the nodes are the eigenvalues, the weights the squares of the first row. */
    private static LinearAlgebra.Eigen hermite(int nodes) {
        double[] recurrence = new double[nodes * nodes];
        for (int i = 1; i < nodes; i++) recurrence[i * nodes + i - 1] = Math.sqrt(i);
        return LinearAlgebra.symmetricEigen(Matrix.of(nodes, nodes, recurrence));
    }
}
