package org.separatrix.labs.grokking.theory;

import java.util.Arrays;
import org.separatrix.compute.LinearAlgebra;
import org.separatrix.compute.Matrix;
import org.separatrix.compute.RandomStream;

/**
 * The Lanczos iteration with full reorthogonalisation, for symmetric operators that are known by their products alone.
 *
 * <p>Source: Golub and Welsch, Calculation of Gauss quadrature rules, Mathematics of Computation 23 (1969) 221-230.
 */
public final class Lanczos {
    private static final double NEGLIGIBLE = 1e-13;

    private Lanczos() {}

    /** A symmetric operator. */
    @FunctionalInterface
    public interface Operator {
        /** The operator times a vector, as a new vector. */
        double[] times(double[] vector);
    }

    /**
     * A rule that integrates over the operator's spectral measure at the starting vector.
     *
     * @param nodes the Ritz values, ascending
     * @param weights as many, positive, of sum one
     */
    public record Quadrature(double[] nodes, double[] weights) {}

    /** The rule of a number of steps from a random vector; fewer steps where the vector's space is exhausted. */
    public static Quadrature quadrature(Operator operator, int size, int steps, RandomStream random) {
        double[] start = new double[size];
        random.fillGaussian(start);
        return iterate(operator, start, steps, 0);
    }

    /** The largest eigenvalue, iterated until it changes by less than a relative tolerance. */
    public static double largest(Operator operator, int size, double tolerance) {
        double[] start = new double[size];
        RandomStream.of(0, "Lanczos start", size).fillGaussian(start);
        double[] nodes =
                iterate(operator, start, Math.min(size, 200), tolerance).nodes();
        return nodes[nodes.length - 1];
    }

    private static Quadrature iterate(Operator operator, double[] start, int steps, double tolerance) {
        double[][] basis = new double[steps + 1][];
        double[] diagonal = new double[steps];
        double[] side = new double[steps];
        basis[0] = scaled(start, 1 / norm(start));
        double scale = 0;
        int taken = 0;
        double last = Double.NaN;
        while (taken < steps) {
            double[] next = operator.times(basis[taken]);
            diagonal[taken] = dot(next, basis[taken]);
            for (int pass = 0; pass < 2; pass++)
                for (int k = 0; k <= taken; k++) subtract(next, dot(next, basis[k]), basis[k]);
            side[taken] = norm(next);
            scale = Math.max(scale, Math.abs(diagonal[taken]) + side[taken]);
            taken++;
            if (side[taken - 1] <= NEGLIGIBLE * scale) break;
            if (tolerance > 0 && taken % 5 == 0) {
                double top = largest(diagonal, side, taken);
                if (Math.abs(top - last) <= tolerance * Math.abs(top)) break;
                last = top;
            }
            basis[taken] = scaled(next, 1 / side[taken - 1]);
        }
        LinearAlgebra.Eigen eigen = LinearAlgebra.symmetricEigen(tridiagonal(diagonal, side, taken));
        double[] weights = eigen.vectors().row(0);
        for (int i = 0; i < weights.length; i++) weights[i] *= weights[i];
        return new Quadrature(eigen.values(), weights);
    }

    /**
     * The largest eigenvalue of a symmetric tridiagonal matrix, by bisection: as many pivots of T - x are positive as
     * there are eigenvalues above x.
     */
    private static double largest(double[] diagonal, double[] side, int n) {
        double low = diagonal[0];
        double high = low;
        for (int i = 0; i < n; i++) {
            low = Math.max(low, diagonal[i]);
            high = Math.max(high, diagonal[i] + (i > 0 ? side[i - 1] : 0) + (i + 1 < n ? side[i] : 0));
        }
        while (true) {
            double middle = low + (high - low) / 2;
            if (!(low < middle && middle < high)) return middle;
            if (hasEigenvalueAbove(middle, diagonal, side, n)) low = middle;
            else high = middle;
        }
    }

    private static boolean hasEigenvalueAbove(double x, double[] diagonal, double[] side, int n) {
        double pivot = diagonal[0] - x;
        for (int i = 1; i < n && pivot < 0; i++) pivot = diagonal[i] - x - side[i - 1] * side[i - 1] / pivot;
        return pivot >= 0;
    }

    private static Matrix tridiagonal(double[] diagonal, double[] side, int n) {
        double[] values = new double[n * n];
        for (int i = 0; i < n; i++) {
            values[i * n + i] = diagonal[i];
            if (i + 1 < n) {
                values[i * n + i + 1] = side[i];
                values[(i + 1) * n + i] = side[i];
            }
        }
        return Matrix.of(n, n, values);
    }

    private static double[] scaled(double[] x, double factor) {
        return Arrays.stream(x).map(value -> factor * value).toArray();
    }

    private static double norm(double[] x) {
        return Math.sqrt(dot(x, x));
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) sum += x[i] * y[i];
        return sum;
    }

    private static void subtract(double[] x, double factor, double[] y) {
        for (int i = 0; i < x.length; i++) x[i] -= factor * y[i];
    }
}
