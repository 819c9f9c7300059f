package org.separatrix.labs.deeplinear.theory;

/**
 * The law of the eigenvalues of the second moment {@code X X^T / P} of {@code P = alpha N} samples of {@code N}
 * independent inputs of unit variance, for large {@code N}.
 *
 * <p>Source: Marchenko and Pastur (1967).
 *
 * @param alpha the number of samples per input, {@code > 0}
 */
public record MarchenkoPastur(double alpha) {
    public MarchenkoPastur {
        if (!(alpha > 0) || Double.isInfinite(alpha))
            throw new IllegalArgumentException("alpha=" + alpha + ": must be a finite number > 0");
    }

    /** The lower edge of the bulk. */
    public double lower() {
        return Math.pow(1 - 1 / Math.sqrt(alpha), 2);
    }

    /** The upper edge of the bulk. */
    public double upper() {
        return Math.pow(1 + 1 / Math.sqrt(alpha), 2);
    }

    /** The weight of the eigenvalues that are zero because there are fewer samples than inputs. */
    public double zeros() {
        return Math.max(0, 1 - alpha);
    }

    /** The density of the bulk, whose integral is {@code 1 - zeros()}. */
    public double density(double eigenvalue) {
        double under = (upper() - eigenvalue) * (eigenvalue - lower());
        return eigenvalue > 0 && under > 0 ? alpha * Math.sqrt(under) / (2 * Math.PI * eigenvalue) : 0;
    }

    /**
     * The law as points: midpoints of the angle along the bulk, descending, and the zeros.
     *
     * @param nodes points of the bulk; at {@code alpha = 1} a flow over a time {@code t} needs many more than
     *     {@code sqrt(t)}
     */
    public SpectralMeasure measure(int nodes) {
        double[] values = new double[nodes + 1];
        double[] weights = new double[nodes + 1];
        for (int j = 0; j < nodes; j++) {
            double angle = (j + .5) * Math.PI / nodes;
            values[j] = 1 + 1 / alpha + 2 * Math.cos(angle) / Math.sqrt(alpha);
            weights[j] = 2 * Math.pow(Math.sin(angle), 2) / (nodes * values[j]);
        }
        weights[nodes] = zeros();
        return new SpectralMeasure(values, weights);
    }
}
