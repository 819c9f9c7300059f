package org.separatrix.labs.deeplinear.theory;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.separatrix.compute.LinearAlgebra;
import org.separatrix.compute.Matrix;
import org.separatrix.compute.RandomMatrices;
import org.separatrix.compute.RandomStream;

/**
 * What there is to learn: the second moment {@code Syx = U diag(s) V^T} with the fixed frame in which its modes are
 * followed.
 *
 * @param u the output directions of the modes, outputs x modes, orthonormal
 * @param s the strengths of the modes, descending
 * @param v all input directions, inputs x inputs, orthogonal; those of the modes come first
 */
public record Target(Matrix u, double[] s, Matrix v) {
    private static final String PURPOSE = "target";

    public Target {
        if (u.columns() != s.length || v.rows() != v.columns() || s.length > v.columns())
            throw new IllegalArgumentException(
                    s.length + " modes do not fit " + u + " of output and " + v + " of input directions");
    }

    /** The target of a moment, outputs x inputs, by its singular value decomposition. */
    public static Target of(Matrix syx) {
        LinearAlgebra.Svd svd = LinearAlgebra.fullSvd(syx);
        return new Target(svd.u().block(0, syx.rows(), 0, svd.s().length), svd.s(), svd.v());
    }

    /** A target of given strengths, descending, in directions drawn uniformly. */
    public static Target prescribed(int outputs, int inputs, double[] s, long seed) {
        if (s.length > Math.min(outputs, inputs))
            throw new IllegalArgumentException(
                    s.length + " modes do not fit " + outputs + " outputs and " + inputs + " inputs");
        return new Target(
                RandomMatrices.semiOrthogonal(outputs, s.length, RandomStream.of(seed, PURPOSE, 0)),
                s.clone(),
                RandomMatrices.haar(inputs, RandomStream.of(seed, PURPOSE, 1)));
    }

    /**
     * A target of independent normal entries of variance {@code scale^2 / inputs}, whose strengths fill
     * {@code scale (1 -+ sqrt(outputs/inputs))} where there are fewer outputs than inputs.
     */
    public static Target gaussian(int outputs, int inputs, double scale, long seed) {
        return of(
                RandomMatrices.gaussian(outputs, inputs, scale / Math.sqrt(inputs), RandomStream.of(seed, PURPOSE, 0)));
    }

    /** The moment {@code Syx}, outputs x inputs. */
    public Matrix moment() {
        return u.scaleColumns(s).timesTransposed(v.block(0, v.rows(), 0, s.length));
    }

    /** The inputs' second moment {@code V diag(kappa) V^T} of one variance per input direction: modes stay independent. */
    public Matrix inputs(double[] kappa) {
        return v.scaleColumns(kappa).timesTransposed(v);
    }

    /** The strengths {@code u_k^T W v_k} of the modes in a map, outputs x inputs; they may be negative. */
    public double[] strengths(Matrix map) {
        Matrix image = map.times(v.block(0, v.rows(), 0, s.length));
        return IntStream.range(0, s.length)
                .mapToDouble(k -> IntStream.range(0, u.rows())
                        .mapToDouble(i -> u.get(i, k) * image.get(i, k))
                        .sum())
                .toArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Target t && u.equals(t.u) && Arrays.equals(s, t.s) && v.equals(t.v);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * u.hashCode() + Arrays.hashCode(s)) + v.hashCode();
    }
}
