package org.separatrix.labs.deeplinear.theory;

/**
 * One mode of a two-layer network whose layers carry the strengths {@code a} and {@code b} of any sign and size:
 * {@code da/dt = b (s - kappa a b)}, {@code db/dt = a (s - kappa a b)}, in closed form.
 *
 * <p>The flow keeps {@code lambda = b^2 - a^2}. For {@code s > 0} the origin is a saddle whose stable manifold, the
 * separatrix, is the line {@code a = -b}: a start on it is recognised exactly and ends at the origin; every other start
 * ends on one branch of the hyperbola {@code kappa a b = s}.
 *
 * <p>Source: Saxe, McClelland and Ganguli (2013), appendix A, in a form without overflow or cancellation.
 */
public final class UnequalMode {
    /**
     * The strengths of the two layers.
     *
     * @param a of the first layer
     * @param b of the second layer
     */
    public record Strengths(double a, double b) {
        /** The strength {@code u = a b} of the product. */
        public double product() {
            return a * b;
        }
    }

    private final double scale;
    private final double target;
    private final double a0;
    private final double b0;
    private final double lambda;
    private final double mu;
    private final double cosine;
    private final double sine;
    private final double growing;
    private final double decaying;

    /** The product at the start over half its final value. */
    private final double begun;

    /**
     * The trajectory from a start.
     *
     * @param a the strength of the first layer at time zero
     * @param b the strength of the second layer at time zero
     * @param target the strength {@code s} of the mode in {@code Syx}, of any sign
     * @param variance the variance {@code kappa > 0} of the inputs along the mode
     */
    public UnequalMode(double a, double b, double target, double variance) {
        if (!(variance > 0)) throw new IllegalArgumentException("variance=" + variance + ": must be > 0");
        // With a sqrt(kappa) and b sqrt(kappa) in the place of a and b, kappa is one.
        this.scale = Math.sqrt(variance);
        this.target = target;
        this.a0 = scale * a;
        this.b0 = scale * b;
        this.lambda = (b0 - a0) * (b0 + a0);
        this.mu = Math.hypot(target, lambda / 2);
        // The growing direction (cosine, sine); the smaller part without a subtraction, equal to the larger for lambda
        // = 0.
        double tilt = mu == 0 ? 0 : Math.abs(lambda) / (2 * mu);
        double part = mu == 0 ? 1 : target / mu;
        double larger = Math.sqrt((1 + tilt) / 2);
        double smaller = Math.sqrt(part * part / (2 * (1 + tilt)));
        this.cosine = lambda > 0 ? smaller : larger;
        this.sine = Math.copySign(lambda > 0 ? larger : smaller, target);
        this.growing = cosine * a0 + sine * b0;
        this.decaying = cosine * b0 - sine * a0;
        this.begun = a * b / (target / variance / 2);
    }

    /** The trajectory of a mode with inputs of unit variance. */
    public UnequalMode(double a, double b, double target) {
        this(a, b, target, 1);
    }

    /** The conserved imbalance {@code b^2 - a^2}. */
    public double imbalance() {
        return lambda / (scale * scale);
    }

    /** Whether the start lies exactly on the stable manifold of the saddle. */
    public boolean onSeparatrix() {
        return mu > 0 && growing == 0;
    }

    /** The strengths at a time {@code >= 0}. */
    public Strengths at(double time) {
        if (mu == 0) {
            double g = Math.sqrt(1 + time * (a0 * a0 + b0 * b0));
            return scaled(a0 / g, b0 / g);
        }
        double x = Math.exp(-2 * mu * time);
        if (growing == 0) {
            double d = decaying * Math.exp(-mu * time) / Math.sqrt(1 + decaying * decaying * (1 - x) / (2 * mu));
            return scaled(-sine * d, cosine * d);
        }
        return along(x);
    }

    /** The strengths after infinite time: a minimum of the loss, or the saddle from a start on the separatrix. */
    public Strengths limit() {
        return mu == 0 || growing == 0 ? new Strengths(0, 0) : along(0);
    }

    /**
     * The time at which the product has come to half its final value {@code s/kappa}: zero where it starts there or beyond,
     * infinite on the separatrix, undefined (NaN) for {@code s = 0}.
     */
    public double halfTime() {
        if (target == 0) return Double.NaN;
        if (begun >= 1) return 0;
        // In x = e^(-2 mu t) the condition is p^2 + B x - m^2 x^2 = 0, which has one positive root.
        double p = growing;
        double m = decaying;
        double middle = p * p - m * m - 2 * mu - 2 * lambda * p * m / target;
        double x = 2 * p * p / (Math.sqrt(middle * middle + 4 * p * p * m * m) - middle);
        return x < 1 ? -Math.log(x) / (2 * mu) : 0;
    }

    private Strengths along(double x) {
        double g = Math.sqrt(x + (1 - x) * (growing * growing + decaying * decaying * x) / (2 * mu));
        return scaled((cosine * growing - sine * decaying * x) / g, (sine * growing + cosine * decaying * x) / g);
    }

    private Strengths scaled(double a, double b) {
        return new Strengths(a / scale, b / scale);
    }
}
