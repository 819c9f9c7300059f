package org.separatrix.labs.deeplinear.theory;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.separatrix.compute.LinearAlgebra;
import org.separatrix.compute.Matrix;

/**
 * The exact gradient flow of a two-layer network on whitened inputs, if its weights are balanced:
 * {@code W_2^T W_2 - W_1 W_1^T = lambda I}.
 *
 * <p>The stacked factor obeys {@code dQ/dt = F Q - Q Q^T Q / 2} with the symmetric
 * {@code F = [[-lambda/2 I, Syx^T], [Syx, lambda/2 I]]}, a matrix Riccati equation that is solved for any widths and any
 * rank. The closed form loses all digits after a few time constants, so a time is covered by short steps of it, each of
 * which is exact.
 *
 * <p>Source: Fukumizu (1998); Braun, Domine, Fitzgerald and Saxe (2022); Domine et al. (2024).
 */
public final class BalancedMatrixSolution {
    /** The largest exponent of one step. */
    private static final double REACH = 2;
    /** Rates below this part of the largest are zeros that were rounded. */
    private static final double RATE_OF_ZERO = 1e-12;
    /** A smaller overlap may be rounding. */
    private static final double LEAST_OVERLAP = 1e-8;

    private final Matrix syx;
    private final double lambda;
    private final double[] rates;
    private final Matrix directions;
    private final double fastest;

    /**
     * The flow of one problem.
     *
     * @param syx the input-output second moment, outputs x inputs
     * @param lambda the imbalance of the weights
     */
    public BalancedMatrixSolution(Matrix syx, double lambda) {
        this.syx = syx;
        this.lambda = lambda;
        LinearAlgebra.Eigen eigen = LinearAlgebra.symmetricEigen(generator(syx, lambda));
        this.rates = eigen.values();
        this.directions = eigen.vectors();
        this.fastest = rates.length == 0 ? 0 : Math.max(Math.abs(rates[0]), Math.abs(rates[rates.length - 1]));
    }

    /** Whether weights of these widths can have the imbalance. */
    public static boolean feasible(double lambda, int inputs, int hidden, int outputs) {
        return lambda == 0 || hidden <= (lambda > 0 ? outputs : inputs);
    }

    private static Matrix generator(Matrix syx, double lambda) {
        int inputs = syx.columns();
        int size = inputs + syx.rows();
        double[] f = new double[size * size];
        for (int i = 0; i < size; i++) f[i * size + i] = i < inputs ? -lambda / 2 : lambda / 2;
        for (int i = 0; i < syx.rows(); i++)
            for (int j = 0; j < inputs; j++) {
                f[(inputs + i) * size + j] = syx.get(i, j);
                f[j * size + inputs + i] = syx.get(i, j);
            }
        return Matrix.of(size, size, f);
    }

    /** The eigenvalues of {@code F}, ascending: {@code +-sqrt(s_k^2 + lambda^2/4)} and {@code -+lambda/2}. */
    public double[] rates() {
        return rates.clone();
    }

    /**
     * The network after a time, up to a rotation of its hidden units.
     *
     * @param start the network at time zero, balanced with this solution's lambda
     * @param time the time {@code >= 0}
     */
    public StackedFactor after(StackedFactor start, double time) {
        requireFit(start);
        if (!(time >= 0) || Double.isInfinite(time))
            throw new IllegalArgumentException("t=" + time + ": must be a finite number >= 0");
        long steps = Math.max(1, (long) Math.ceil(time * fastest / REACH));
        double step = time / steps;
        double[] growth = Arrays.stream(rates).map(m -> Math.exp(m * step)).toArray();
        double[] spread = Arrays.stream(rates)
                .map(m -> Math.abs(m * step) < 1e-9 ? step : Math.expm1(2 * m * step) / (2 * m))
                .toArray();
        Matrix one = Matrix.identity(start.hidden());
        Matrix q = directions.transposedTimes(start.q());
        for (long i = 0; i < steps; i++) {
            Matrix gram = one.plus(q.transposedTimes(q.scaleRows(spread)));
            q = LinearAlgebra.solveLowerTransposedFromRight(LinearAlgebra.cholesky(gram), q.scaleRows(growth));
        }
        return new StackedFactor(directions.times(q), start.inputs());
    }

    /**
     * The network after infinite time from generic weights: the best map of rank {@code hidden}, and layers that depend
     * on lambda alone.
     *
     * @see #generic
     */
    public StackedFactor limit(int hidden) {
        int size = rates.length;
        double[] q = new double[size * hidden];
        for (int j = 0; j < Math.min(hidden, size); j++) {
            double weight = Math.sqrt(2 * Math.max(0, rates[size - 1 - j]));
            for (int i = 0; i < size; i++) q[i * hidden + j] = weight * directions.get(i, size - 1 - j);
        }
        return new StackedFactor(Matrix.of(size, hidden, q), syx.columns());
    }

    /**
     * How far the weights are from missing a growing direction: the smallest singular value of their components along
     * all growing directions.
     */
    public double overlap(StackedFactor start) {
        requireFit(start);
        int growing = (int)
                Arrays.stream(rates).filter(m -> m > RATE_OF_ZERO * fastest).count();
        if (growing == 0) return Double.POSITIVE_INFINITY;
        Matrix components = directions
                .block(0, rates.length, rates.length - growing, growing)
                .transposedTimes(start.q());
        double[] s = LinearAlgebra.singularValues(components);
        return s[s.length - 1];
    }

    /** Whether the flow from these weights ends at {@link #limit}, and not at a saddle. */
    public boolean generic(StackedFactor start) {
        return overlap(start) >= LEAST_OVERLAP;
    }

    /**
     * Whether the sign of a determinant keeps the flow from the minimum: with {@code lambda = 0}, square maps, enough
     * hidden units and a target of full rank, a map whose determinant has the other sign ends at a saddle.
     */
    public boolean obstructed(StackedFactor start) {
        requireFit(start);
        int n = syx.rows();
        if (lambda != 0 || n != syx.columns() || start.hidden() < n) return false;
        double[] s = LinearAlgebra.singularValues(syx);
        if (s[n - 1] <= RATE_OF_ZERO * s[0]) return false;
        // The polar factor of W Syx^T has the sign of both determinants for its own, and never under- or overflows.
        LinearAlgebra.Svd svd = LinearAlgebra.svd(start.map().timesTransposed(syx));
        return determinant(svd.u().timesTransposed(svd.v())) < 0;
    }

    private static double determinant(Matrix a) {
        double[][] rows = IntStream.range(0, a.rows()).mapToObj(a::row).toArray(double[][]::new);
        return new LUDecomposition(MatrixUtils.createRealMatrix(rows)).getDeterminant();
    }

    private void requireFit(StackedFactor start) {
        if (start.inputs() != syx.columns() || start.outputs() != syx.rows())
            throw new IllegalArgumentException("a network of " + start.inputs() + " inputs and " + start.outputs()
                    + " outputs does not fit a target of " + syx.columns() + " and " + syx.rows());
    }
}
