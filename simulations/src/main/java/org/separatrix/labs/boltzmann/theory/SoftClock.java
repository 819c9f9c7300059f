package org.separatrix.labs.boltzmann.theory;

/**
 * Tagged particles of a soft kernel, -1 &lt; gamma &lt; 0, after they ran away: flights grow so long that collisions
 * follow the clock ln ln t. The argument is a = -gamma; masses are equal.
 *
 * <p>Source: the regime of Miele, Nota and Velazquez, The Rayleigh-Boltzmann equation with shear deformations in the
 * hyperbolic-dominated regime (2025); the constants are derived from the delay relation g(z) = (1-a) g((1-a) z) of the
 * density of z = ln |v&#8322;|.
 */
public record SoftClock(double a) {
    public SoftClock {
        if (!(a > 0 && a < 1)) throw new IllegalArgumentException("a soft clock runs for 0 < a < 1, not for a = " + a);
    }

    /** L&#8336; = ln(1/(1-a)): the time between two collisions in ln ln t. */
    public double period() {
        return -Math.log1p(-a);
    }

    /** How many collisions a particle has in a unit of ln ln t. */
    public double collisions() {
        return 1 / period();
    }

    /** The smallest exponent of |v&#8322;| in t. */
    public double lowerEdge() {
        return 1 / a - 1;
    }

    /** The largest exponent of |v&#8322;| in t. */
    public double upperEdge() {
        return 1 / a;
    }

    /** The density of y = ln |v&#8322;| / ln t for a broad start. */
    public double density(double y) {
        return y < lowerEdge() || y > upperEdge() ? 0 : 1 / (period() * y);
    }

    /** The exponent below which a share q of the particles lies, for a broad start. */
    public double quantile(double q) {
        return lowerEdge() * Math.exp(q * period());
    }

    /** The mean exponent of |v&#8321;| for a broad start. */
    public double typicalExponent() {
        return 1 + collisions();
    }

    /** ln t times the share of particles of the front, those with |v&#8322;| K t (nu t)^(-1/a) below x. */
    public double front(double x) {
        return exponentialIntegral(Math.pow(x, -a) / (1 - a)) / ((1 - a) * period());
    }

    /** E&#8321;(x), the integral of e^-s/s from x on, x &gt; 0: the series below 2, Lentz's fraction above. */
    static double exponentialIntegral(double x) {
        if (x < 2) {
            double sum = -EULER - Math.log(x);
            double term = 1;
            for (int k = 1; k < 60; k++) {
                term *= -x / k;
                sum -= term / k;
            }
            return sum;
        }
        double fraction = 0;
        for (int k = 80; k > 0; k--) fraction = k / (1 + k / (x + fraction));
        return Math.exp(-x) / (x + fraction);
    }

    private static final double EULER = 0.5772156649015329;
}
