package org.separatrix.labs.grokking.theory;

import java.util.Arrays;
import org.separatrix.compute.LinearAlgebra;
import org.separatrix.compute.Matrix;

/**
 * The first two moments of the neurons' weights: all that the network's output depends on.
 *
 * @param mean the mean of the neurons' weights, D numbers
 * @param second the mean of their outer products, D x D; not a covariance
 */
public record Moments(double[] mean, Matrix second) {
    /** A variance that is so small a share of all is one of rounding. */
    private static final double NOTHING = 1e-13;

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

    /**
     * A root S of the moments that the weights have with a one appended to each neuron: S&#7488;S. It is rank x (D + 1);
     * the last row is (mean, 1), and those above are orthogonal to each other and end in zero.
     */
    public Matrix root() {
        int d = mean.length;
        LinearAlgebra.Eigen spread = LinearAlgebra.symmetricEigen(second.minus(column().timesTransposed(column())));
        double smallest = NOTHING * second.trace();
        int directions = (int)
                Arrays.stream(spread.values()).filter(value -> value > smallest).count();
        double[] root = new double[(directions + 1) * (d + 1)];
        for (int i = 0; i < directions; i++) {
            int k = d - directions + i;
            double length = Math.sqrt(spread.values()[k]);
            for (int j = 0; j < d; j++)
                root[i * (d + 1) + j] = length * spread.vectors().get(j, k);
        }
        System.arraycopy(mean, 0, root, directions * (d + 1), d);
        root[root.length - 1] = 1;
        return Matrix.of(directions + 1, d + 1, root);
    }

    /** The mean as a column. */
    Matrix column() {
        return Matrix.of(mean.length, 1, mean.clone());
    }
}
