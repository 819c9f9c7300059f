package org.separatrix.labs.grokking.theory;

/**
 * The law of the eigenvalues of W&#7488;W/N for N neurons with D independent standard normal weights, both large.
 *
 * <p>Source: Marchenko and Pastur (1967).
 *
 * @param ratio D/N, positive
 */
public record MarchenkoPastur(double ratio) {
    /** The lower edge of the bulk. */
    public double lower() {
        return Math.pow(1 - Math.sqrt(ratio), 2);
    }

    /** The upper edge of the bulk. */
    public double upper() {
        return Math.pow(1 + Math.sqrt(ratio), 2);
    }

    /** The density of the bulk; beyond a ratio of one, the missing mass lies at zero. */
    public double density(double eigenvalue) {
        double under = (upper() - eigenvalue) * (eigenvalue - lower());
        return eigenvalue > 0 && under > 0 ? Math.sqrt(under) / (2 * Math.PI * ratio * eigenvalue) : 0;
    }
}
