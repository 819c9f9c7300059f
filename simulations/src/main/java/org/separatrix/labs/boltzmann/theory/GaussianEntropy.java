package org.separatrix.labs.boltzmann.theory;

/** How far Gaussian velocities of given second moments are from equilibrium. */
public final class GaussianEntropy {
    private GaussianEntropy() {}

    /**
     * The relative entropy of N(0, P) to N(0, theta I): a lower bound of the true one to equilibrium.
     *
     * @param p second moments in the order 11, 12, 22, 33
     */
    public static double of(double[] p, double theta) {
        double determinant = (p[0] * p[2] - p[1] * p[1]) * p[3] / (theta * theta * theta);
        return ((p[0] + p[2] + p[3]) / theta - 3 - Math.log(determinant)) / 2;
    }
}
