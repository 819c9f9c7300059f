package org.separatrix.labs.deeplinear.theory;

/**
 * How much of its start a linear regression has kept, and how much of its end it has learned, along an eigenvector of
 * the inputs' second moment: training for a time, for a number of steps, or with a penalty.
 */
public interface SpectralFilter {
    /** The part of the start that is left along an eigenvalue {@code >= 0}. */
    double kept(double eigenvalue);

    /** One minus the part that is kept, without cancellation. */
    double learned(double eigenvalue);

    /** Gradient flow over a time. */
    static SpectralFilter flow(double time) {
        return new SpectralFilter() {
            @Override
            public double kept(double eigenvalue) {
                return Math.exp(-eigenvalue * time);
            }

            @Override
            public double learned(double eigenvalue) {
                return -Math.expm1(-eigenvalue * time);
            }
        };
    }

    /** Full-batch gradient descent: {@code steps} steps of rate {@code eta}. */
    static SpectralFilter descent(double eta, long steps) {
        return new SpectralFilter() {
            @Override
            public double kept(double eigenvalue) {
                return Math.pow(1 - eta * eigenvalue, steps);
            }

            @Override
            public double learned(double eigenvalue) {
                return eta * eigenvalue < 1 ? -Math.expm1(steps * Math.log1p(-eta * eigenvalue)) : 1 - kept(eigenvalue);
            }
        };
    }

    /** The minimum of the loss plus {@code penalty |w|^2 / 2}, for weights that start at zero. */
    static SpectralFilter ridge(double penalty) {
        return new SpectralFilter() {
            @Override
            public double kept(double eigenvalue) {
                return penalty / (eigenvalue + penalty);
            }

            @Override
            public double learned(double eigenvalue) {
                return eigenvalue / (eigenvalue + penalty);
            }
        };
    }
}
