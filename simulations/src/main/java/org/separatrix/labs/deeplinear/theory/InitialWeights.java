package org.separatrix.labs.deeplinear.theory;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.separatrix.compute.LinearAlgebra;
import org.separatrix.compute.Matrix;
import org.separatrix.compute.RandomMatrices;
import org.separatrix.compute.RandomStream;

/**
 * Where a network starts: the weights {@code W_1, ..., W_L}, each outputs x inputs of its layer, drawn from one seed.
 *
 * <p>Widths are {@code N_0} (inputs), ..., {@code N_L} (outputs). Each layer draws from a stream of its own, so a layer's
 * numbers do not depend on the widths of the others.
 */
public final class InitialWeights {
    private static final String WEIGHTS = "initial weights";
    private static final String FRAMES = "initial frames";

    private InitialWeights() {}

    /** Independent normal entries of standard deviation {@code sigma}. */
    public static List<Matrix> gaussian(int[] widths, double sigma, long seed) {
        return layers(widths)
                .mapToObj(l -> RandomMatrices.gaussian(widths[l], widths[l - 1], sigma, stream(seed, l)))
                .toList();
    }

    /** Independent normal entries of variance {@code gain^2 / inputs of the layer}. */
    public static List<Matrix> scaledGaussian(int[] widths, double gain, long seed) {
        return layers(widths)
                .mapToObj(l -> RandomMatrices.gaussian(
                        widths[l], widths[l - 1], gain / Math.sqrt(widths[l - 1]), stream(seed, l)))
                .toList();
    }

    /** {@code gain} times a matrix with orthonormal rows or columns, uniform among these. */
    public static List<Matrix> orthogonal(int[] widths, double gain, long seed) {
        return layers(widths)
                .mapToObj(l -> RandomMatrices.semiOrthogonal(widths[l], widths[l - 1], stream(seed, l))
                        .scaled(gain))
                .toList();
    }

    /**
     * Weights in which the target's modes do not mix: {@code W_l = R_l diag(a_l) R_(l-1)^T}, where the outer frames are
     * the target's and the hidden ones are drawn uniformly.
     *
     * @param strengths {@code a_l,k}, layers x modes; no layer may have fewer units than there are modes
     */
    public static List<Matrix> aligned(int[] widths, Target target, Matrix strengths, long seed) {
        int depth = widths.length - 1;
        int modes = strengths.columns();
        if (strengths.rows() != depth)
            throw new IllegalArgumentException(
                    "strengths of " + strengths.rows() + " layers do not fit a network of " + depth);
        if (modes > target.s().length || IntStream.of(widths).anyMatch(width -> width < modes))
            throw new IllegalArgumentException(
                    modes + " modes do not fit: neither the target nor any layer may have fewer");
        List<Matrix> frames = IntStream.rangeClosed(0, depth)
                .mapToObj(l -> {
                    if (l == 0) return target.v().block(0, widths[0], 0, modes);
                    if (l == depth) return target.u().block(0, widths[l], 0, modes);
                    return RandomMatrices.semiOrthogonal(widths[l], modes, RandomStream.of(seed, FRAMES, l));
                })
                .toList();
        return layers(widths)
                .mapToObj(l -> frames.get(l).scaleColumns(strengths.row(l - 1)).timesTransposed(frames.get(l - 1)))
                .toList();
    }

    /**
     * Two layers with {@code W_2^T W_2 - W_1 W_1^T = lambda I} to rounding, whose product has the singular directions and,
     * but for scale, the singular values of a Gaussian matrix.
     *
     * @param rms the root mean square of the singular values of the product
     * @throws IllegalArgumentException where the widths do not allow the imbalance
     */
    public static List<Matrix> balanced(int inputs, int hidden, int outputs, double lambda, double rms, long seed) {
        if (!BalancedMatrixSolution.feasible(lambda, inputs, hidden, outputs))
            throw new IllegalArgumentException("lambda=" + lambda + ": needs no more hidden units than "
                    + (lambda > 0 ? outputs + " outputs" : inputs + " inputs") + ", not " + hidden);
        LinearAlgebra.Svd svd = LinearAlgebra.fullSvd(RandomMatrices.gaussian(outputs, inputs, 1, stream(seed, 1)));
        int modes = Math.min(hidden, Math.min(inputs, outputs));
        double square = 0;
        for (int i = 0; i < modes; i++) square += svd.s()[i] * svd.s()[i] / modes;
        double[] small = new double[hidden];
        double[] big = new double[hidden];
        for (int i = 0; i < hidden; i++) {
            double product = i < modes ? rms * svd.s()[i] / Math.sqrt(square) : 0;
            big[i] = Math.sqrt((Math.abs(lambda) + Math.hypot(lambda, 2 * product)) / 2);
            // By division: a subtraction would lose the digits of a small product.
            small[i] = big[i] == 0 ? 0 : product / big[i];
        }
        Matrix frame = RandomMatrices.haar(hidden, RandomStream.of(seed, FRAMES, 1));
        Matrix first = diagonal(hidden, inputs, lambda >= 0 ? small : big);
        Matrix second = diagonal(outputs, hidden, lambda >= 0 ? big : small);
        return List.of(
                frame.times(first).timesTransposed(svd.v()),
                svd.u().times(second).timesTransposed(frame));
    }

    private static Matrix diagonal(int rows, int columns, double[] values) {
        return Matrix.diagonal(rows, columns, Arrays.copyOf(values, Math.min(rows, columns)));
    }

    /**
     * Hidden layers pretrained one after the other as tied autoencoders on whitened data, and a Gaussian last layer of
     * variance {@code 1 / inputs of the layer}.
     *
     * <p>The flow {@code dW/dt = W (I - W^T W)} keeps the singular directions and draws every singular value towards one.
     *
     * <p>Source: Saxe, McClelland and Ganguli (2013), section 2.
     *
     * @param scale the gain of the Gaussian weights before pretraining
     * @param time how long each layer was pretrained; infinity gives the polar factor
     */
    public static List<Matrix> greedy(int[] widths, double scale, double time, long seed) {
        int depth = widths.length - 1;
        return layers(widths)
                .mapToObj(l -> {
                    double gain = l == depth ? 1 : scale;
                    Matrix drawn = RandomMatrices.gaussian(
                            widths[l], widths[l - 1], gain / Math.sqrt(widths[l - 1]), stream(seed, l));
                    return l == depth ? drawn : pretrained(drawn, time);
                })
                .toList();
    }

    private static Matrix pretrained(Matrix w, double time) {
        LinearAlgebra.Svd svd = LinearAlgebra.svd(w);
        double[] s = svd.s();
        double left = Math.exp(-2 * time);
        for (int i = 0; i < s.length; i++) s[i] /= Math.sqrt(s[i] * s[i] * (1 - left) + left);
        return svd.u().scaleColumns(s).timesTransposed(svd.v());
    }

    private static IntStream layers(int[] widths) {
        if (widths.length < 2) throw new IllegalArgumentException("a network needs at least inputs and outputs");
        return IntStream.range(1, widths.length);
    }

    private static RandomStream stream(long seed, int layer) {
        return RandomStream.of(seed, WEIGHTS, layer);
    }
}
