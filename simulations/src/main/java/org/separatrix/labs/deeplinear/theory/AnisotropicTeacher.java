package org.separatrix.labs.deeplinear.theory;

import org.separatrix.compute.LinearAlgebra;
import org.separatrix.compute.Matrix;

/**
 * The mean test error of a linear student on given samples of inputs of different variances, averaged over teacher and
 * noise. Inputs of two scales give a double descent in time; inputs of one scale never do.
 *
 * <p>Errors are mean squares, without the factor 1/2.
 */
public final class AnisotropicTeacher {
    private final double noise;
    private final int samples;
    private final double[] eigenvalues;
    private final Matrix pairs;
    private final double[] variances;

    /**
     * The samples of one problem.
     *
     * @param x the inputs, inputs x samples
     * @param variances the variance of each input
     * @param powers the variance of each entry of the teacher minus the initial student
     * @param noise the variance of the noise in the answers
     */
    public AnisotropicTeacher(Matrix x, double[] variances, double[] powers, double noise) {
        this.noise = noise;
        this.samples = x.columns();
        LinearAlgebra.Eigen eigen =
                LinearAlgebra.symmetricEigen(x.timesTransposed(x).scaled(1.0 / samples));
        this.eigenvalues = SpectralMeasure.of(eigen.values()).values();
        Matrix o = eigen.vectors();
        Matrix spread = o.transposedTimes(o.scaleRows(variances));
        Matrix power = o.transposedTimes(o.scaleRows(powers));
        int n = eigenvalues.length;
        double[] products = new double[n * n];
        for (int i = 0; i < products.length; i++) products[i] = spread.values()[i] * power.values()[i];
        this.pairs = Matrix.of(n, n, products);
        this.variances = new double[n];
        for (int i = 0; i < n; i++) this.variances[i] = spread.get(i, i);
    }

    /** The error on new samples, noise included. */
    public double test(SpectralFilter filter) {
        int n = eigenvalues.length;
        double[] kept = new double[n];
        double error = noise;
        for (int i = 0; i < n; i++) {
            double l = eigenvalues[i];
            kept[i] = filter.kept(l);
            double learned = filter.learned(l);
            if (l > 0) error += noise / samples * variances[i] * learned * learned / l;
        }
        for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) error += kept[i] * pairs.get(i, j) * kept[j];
        return error;
    }
}
