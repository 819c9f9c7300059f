package org.separatrix.labs.grokking.theory;

import org.separatrix.compute.Matrix;

/**
 * The first two moments of the neurons' weights: all that the network's output depends on.
 *
 * @param mean the mean of the neurons' weights, D numbers
 * @param second the mean of their outer products, D x D; not a covariance
 */
public record Moments(double[] mean, Matrix second) {
    /** The moments of given weights, one neuron a row. */
    public static Moments of(Matrix weights) {
        int n = weights.rows();
        double[] mean = new double[weights.columns()];
        for (int i = 0; i < n; i++) for (int j = 0; j < mean.length; j++) mean[j] += weights.get(i, j) / n;
        return new Moments(mean, weights.transposedTimes(weights).scaled(1.0 / n));
    }

    /** The moments of infinitely many neurons with independent standard normal weights. */
    public static Moments ofInfiniteWidth(int inputs) {
        return new Moments(new double[inputs], Matrix.identity(inputs));
    }

    /** The moments of the weights with a one appended to each neuron, (D + 1) x (D + 1). */
    public Matrix extended() {
        int d = mean.length;
        double[] values = new double[(d + 1) * (d + 1)];
        for (int i = 0; i < d; i++) {
            System.arraycopy(second.values(), i * d, values, i * (d + 1), d);
            values[i * (d + 1) + d] = mean[i];
            values[d * (d + 1) + i] = mean[i];
        }
        values[values.length - 1] = 1;
        return Matrix.of(d + 1, d + 1, values);
    }

    /** The mean as a column. */
    Matrix column() {
        return Matrix.of(mean.length, 1, mean.clone());
    }
}
