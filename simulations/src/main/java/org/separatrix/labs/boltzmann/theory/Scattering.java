package org.separatrix.labs.boltzmann.theory;

/**
 * What one collision with the bath does to the second moments of a tagged particle, for a rate that does not depend on
 * the relative speed: dP/dt = nu (-c P + beta tr P I + s theta I).
 *
 * <p>The particle of mass share mu1 keeps v' = mu1 v + mu2 v* + mu2 |g| n; the angle chi between g and n has the given
 * mean cosine and mean squared cosine.
 *
 * @param mu1 the particle's share of the two masses, m / (m + m*)
 * @param cosine the mean of cos chi
 * @param squaredCosine the mean of cos&sup2; chi
 */
public record Scattering(double mu1, double cosine, double squaredCosine) {
    /** Isotropic scattering: every direction of n is as likely. */
    public static Scattering isotropic(double mu1) {
        return new Scattering(mu1, 0, 1.0 / 3);
    }

    /** Isotropic scattering of a particle that is {@code ratio} times as heavy as those of the bath. */
    public static Scattering ofMassRatio(double ratio) {
        return isotropic(ratio / (1 + ratio));
    }

    /** The bath's share of the two masses. */
    public double mu2() {
        return 1 - mu1;
    }

    /** c: what each second moment loses in a mean collision. */
    public double decay() {
        double b = (3 * squaredCosine - 1) / 2;
        return 1 - mu1 * mu1 - 2 * mu1 * mu2() * cosine - mu2() * mu2() * b;
    }

    /** beta: what a mean collision spreads evenly over the three axes, as a share of tr P. */
    public double spreading() {
        return mu2() * mu2() * (1 - squaredCosine) / 2;
    }

    /** s: what the bath gives each axis in a mean collision, as a share of theta. */
    public double heating() {
        double a = (1 - squaredCosine) / 2;
        double b = (3 * squaredCosine - 1) / 2;
        return mu2() * mu2() * (1 + b - 2 * cosine + 3 * a);
    }

    /** K&#8322;/nu: the shear above which the energy of the infinite ensemble grows for ever. */
    public double energyThreshold() {
        double c = decay();
        double beta = spreading();
        return c * Math.sqrt((c - 3 * beta) / (2 * beta));
    }

    /**
     * The eigenvalues of the second-moment operator in units of nu, at the shear kappa = K/nu. With
     * x = Lambda/nu + c they solve x&sup3; - 3 beta x&sup2; - 2 beta kappa&sup2; = 0.
     */
    public Spectrum spectrum(double kappa) {
        double beta = spreading();
        double root = beta * (1 + 2 * Math.cosh(acosh(1 + kappa * kappa / (beta * beta)) / 3));
        double halfSum = (3 * beta - root) / 2;
        double product = 2 * beta * kappa * kappa / root;
        double imaginary = Math.sqrt(Math.max(0, product - halfSum * halfSum));
        return new Spectrum(root - decay(), halfSum - decay(), imaginary, -decay());
    }

    private static double acosh(double x) {
        return Math.log(x + Math.sqrt((x - 1) * (x + 1)));
    }

    /**
     * The six eigenvalues of the second-moment operator.
     *
     * @param leading the real one that crosses zero at the energy threshold
     * @param pairReal the real part of a complex pair
     * @param pairImaginary its imaginary part
     * @param decay the remaining three
     */
    public record Spectrum(double leading, double pairReal, double pairImaginary, double decay) {
        /** The real parts, descending. */
        public double[] realParts() {
            double[] all = {leading, pairReal, pairReal, decay, decay, decay};
            java.util.Arrays.sort(all);
            for (int i = 0; i < 3; i++) {
                double held = all[i];
                all[i] = all[5 - i];
                all[5 - i] = held;
            }
            return all;
        }
    }
}
