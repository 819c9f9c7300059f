package org.separatrix.labs.boltzmann.theory;

/**
 * A gas of Maxwell molecules that heats itself under shear: T grows as exp(lambda nu&#8322; t) and the stress keeps its
 * shape. The argument is the reduced shear a* = K/nu&#8322;, with nu&#8322; = nu/2 the rate at which stress relaxes.
 *
 * <p>Source: Garzo and Santos, Kinetic Theory of Gases in Shear Flows (2003); lambda is twice their thermostat
 * parameter.
 */
public final class SelfHeating {
    private SelfHeating() {}

    /** lambda, in units of nu&#8322;: the root of lambda (1 + lambda)&sup2; = 2 a*&sup2;/3. */
    public static double growth(double shear) {
        double x = 1 + 9 * shear * shear;
        double sinh = Math.sinh(Math.log(x + Math.sqrt((x - 1) * (x + 1))) / 6);
        return 4.0 / 3 * sinh * sinh;
    }

    /** The stress over the pressure that is reached, in the order 11, 12, 22, 33. */
    public static double[] stress(double shear) {
        double lambda = growth(shear);
        double across = 1 / (1 + lambda);
        return new double[] {(1 + 3 * lambda) * across, -shear * across * across, across, across};
    }

    /**
     * The rate at which the stress relaxes at temperature T for a rate nu |g|^gamma, in the first Sonine approximation;
     * exact for gamma = 0.
     */
    public static double relaxation(double rate, double gamma, double temperature) {
        return rate
                / 2
                * Math.pow(4 * temperature, gamma / 2)
                * org.hipparchus.special.Gamma.gamma((7 + gamma) / 2)
                / org.hipparchus.special.Gamma.gamma(3.5);
    }

    /** The mean of |g|^gamma between two particles of Maxwellian velocities whose components have variance T. */
    public static double meanPower(double gamma, double temperature) {
        return Math.pow(4 * temperature, gamma / 2)
                * org.hipparchus.special.Gamma.gamma((3 + gamma) / 2)
                / org.hipparchus.special.Gamma.gamma(1.5);
    }

    /** The slope at which T^(gamma/2) grows in the end, gamma &gt; 0, in the first Sonine approximation. */
    public static double hardSlope(double shear, double rate, double gamma) {
        return gamma * shear * shear / (3 * relaxation(rate, gamma, 1));
    }
}
