package org.separatrix.labs.deeplinear.theory;

import java.util.Arrays;
import org.separatrix.compute.LinearAlgebra;
import org.separatrix.compute.Matrix;

/**
 * One linear student on one data set, followed exactly: in the eigenvectors of the inputs' second moment every time and
 * every step is known without the ones before it.
 *
 * <p>Errors are mean squares, without the factor 1/2.
 */
public final class LinearStudent {
    private final Matrix x;
    private final double[] y;
    private final double[] eigenvalues;
    private final Matrix eigenvectors;
    private final double[] start;
    private final double[] moment;

    /**
     * A student before its first step.
     *
     * @param x the inputs, inputs x samples
     * @param y the answers, one a sample
     * @param start the initial weights, one an input
     */
    public LinearStudent(Matrix x, double[] y, double[] start) {
        int samples = x.columns();
        if (y.length != samples || start.length != x.rows())
            throw new IllegalArgumentException(
                    y.length + " answers and " + start.length + " weights do not fit inputs of a " + x);
        LinearAlgebra.Eigen eigen =
                LinearAlgebra.symmetricEigen(x.timesTransposed(x).scaled(1.0 / samples));
        this.x = x;
        this.y = y.clone();
        this.eigenvalues = SpectralMeasure.of(eigen.values()).values();
        this.eigenvectors = eigen.vectors();
        this.start = eigenvectors.transposedTimes(column(start)).values();
        this.moment = eigenvectors
                .transposedTimes(x.times(column(y)))
                .scaled(1.0 / samples)
                .values();
    }

    /** The law of the eigenvalues of the inputs' second moment. */
    public SpectralMeasure inputs() {
        return SpectralMeasure.of(eigenvalues);
    }

    /** The weights, one an input. */
    public double[] weights(SpectralFilter filter) {
        double[] w = new double[eigenvalues.length];
        for (int i = 0; i < w.length; i++) {
            double l = eigenvalues[i];
            w[i] = filter.kept(l) * start[i] + (l > 0 ? filter.learned(l) / l * moment[i] : 0);
        }
        return eigenvectors.times(column(w)).values();
    }

    /** The error on the samples. */
    public double train(SpectralFilter filter) {
        double[] answers = x.transposedTimes(column(weights(filter))).values();
        double sum = 0;
        for (int i = 0; i < y.length; i++) sum += (y[i] - answers[i]) * (y[i] - answers[i]);
        return sum / y.length;
    }

    /**
     * The error on new samples of inputs of unit variance.
     *
     * @param teacher the teacher's weights
     * @param noise the variance of the noise in the answers
     */
    public double test(SpectralFilter filter, double[] teacher, double noise) {
        double[] w = weights(filter);
        double sum = noise;
        for (int i = 0; i < w.length; i++) sum += (w[i] - teacher[i]) * (w[i] - teacher[i]);
        return sum;
    }

    private static Matrix column(double[] values) {
        return Matrix.of(values.length, 1, Arrays.copyOf(values, values.length));
    }
}
