package org.separatrix.labs.waterfilling.theory;

import java.util.Arrays;
import org.separatrix.compute.LinearAlgebra;
import org.separatrix.compute.Matrix;

/**
 * A bound on how much one user's power moves another's best response: the errors e_k of the users, in Euclidean length,
 * obey e &lt;= S e at a simultaneous update. Where the spectral radius is below 1, every way to take turns converges.
 *
 * <p>Source: Scutari, Palomar, Barbarossa (2008).
 *
 * @param s K x K, no entry negative, zeros on the diagonal
 */
public record ComparisonMatrix(Matrix s) {
    /** Weights smaller than this, relative to the largest, tell that some user hears nobody. */
    private static final double VANISHING = 1e-6;

    private static final int REFINEMENTS = 3;

    /** The spectral radius. */
    public double radius() {
        return LinearAlgebra.eigenvalues(s).radius();
    }

    /** The largest sum of a row. */
    public double rowDominance() {
        return largestRowSum(s);
    }

    /** The largest sum of a column. */
    public double columnDominance() {
        return largestRowSum(s.transpose());
    }

    static double largestRowSum(Matrix matrix) {
        double most = 0;
        for (int i = 0; i < matrix.rows(); i++)
            most = Math.max(most, Arrays.stream(matrix.row(i)).sum());
        return most;
    }

    /**
     * Positive weights w with S w = rho w, the largest 1: max_k e_k / w_k shrinks by rho an update. Where some user hears
     * nobody, weights with S w &lt; r w for an r slightly above rho.
     */
    public double[] weights() {
        double radius = radius();
        double[] weights = ones(s.rows());
        if (radius > 0) {
            // Inverse iteration, close to the Perron root from above, keeps every entry positive.
            for (int i = 0; i < REFINEMENTS; i++) weights = resolvent(radius * (1 + 1e-8), weights);
        }
        double least = Arrays.stream(weights).min().orElse(1);
        if (radius == 0 || least < VANISHING) weights = resolvent(Math.max(1.01 * radius, 1e-3), ones(s.rows()));
        return weights;
    }

    private static double[] ones(int count) {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** (I - S/r)&#8315;&#185; v, scaled so that its largest entry is 1. */
    private double[] resolvent(double r, double[] v) {
        int n = s.rows();
        double[] x = LinearAlgebra.solve(Matrix.identity(n).minus(s.scaled(1 / r)), Matrix.of(n, 1, v.clone()))
                .values();
        double most = Arrays.stream(x).max().orElse(1);
        return Arrays.stream(x).map(value -> value / most).toArray();
    }

    /** The spectral radius of a sequential sweep in the order of the users, relaxed by {@code lambda}. */
    public double sweepRadius(double lambda) {
        int n = s.rows();
        double[] lower = new double[n * n];
        double[] rest = new double[n * n];
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++) {
                double value = lambda * s.get(i, j);
                if (j < i) lower[i * n + j] = -value;
                else rest[i * n + j] = value;
                if (i == j) {
                    lower[i * n + j] = 1;
                    rest[i * n + j] += 1 - lambda;
                }
            }
        return LinearAlgebra.eigenvalues(LinearAlgebra.solveLower(Matrix.of(n, n, lower), Matrix.of(n, n, rest)))
                .radius();
    }
}
