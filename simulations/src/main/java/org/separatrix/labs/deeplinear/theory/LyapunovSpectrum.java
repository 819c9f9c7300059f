package org.separatrix.labs.deeplinear.theory;

import org.hipparchus.special.Gamma;

/** The growth rates of the singular values of ever longer products of square random matrices of one width. */
public final class LyapunovSpectrum {
    private LyapunovSpectrum() {}

    /**
     * The limits of {@code ln(sigma_i)/depth}, descending, for Gaussian factors with entries of variance
     * {@code gain^2/width}.
     *
     * <p>Source: Newman (1986).
     */
    public static double[] gaussian(int width, double gain) {
        double[] exponents = new double[width];
        for (int i = 0; i < width; i++)
            exponents[i] = (Gamma.digamma((width - i) / 2.0) + Math.log(2.0 / width)) / 2 + Math.log(gain);
        return exponents;
    }
}
