package org.separatrix.labs.deeplinear.theory;

/**
 * The angle {@code theta} along the hyperbola on which a two-layer mode moves: for {@code c0 = a^2 - b^2 > 0},
 * {@code a = +-sqrt(c0) cosh(theta/2)}, {@code b = +-sqrt(c0) sinh(theta/2)}, the product is
 * {@code u = (c0/2) sinh theta} and {@code dtheta/dt = 2 s - c0 sinh theta}. (For {@code |b| > |a|} exchange the layers.)
 *
 * <p>Source: Saxe, McClelland and Ganguli (2013), appendix A.
 *
 * @param conserved the constant {@code c0 > 0}
 * @param target the strength {@code s} of the mode in {@code Syx}, other than zero
 */
public record HyperbolicAngle(double conserved, double target) {
    public HyperbolicAngle {
        if (!(conserved > 0)) throw new IllegalArgumentException("conserved=" + conserved + ": must be > 0");
        if (target == 0 || Double.isNaN(target))
            throw new IllegalArgumentException("target=" + target + ": must be a number other than 0");
    }

    /** The product of the strengths at an angle. */
    public double strength(double angle) {
        return conserved / 2 * Math.sinh(angle);
    }

    /** The angle of a product of strengths. */
    public double angle(double strength) {
        double x = Math.abs(2 * strength / conserved);
        return Math.copySign(Math.log1p(x + x * x / (1 + Math.hypot(1, x))), strength);
    }

    /** The time from one angle to another on the same side of the fixed point. */
    public double time(double from, double to) {
        double k = rate();
        return (2 / k) * (artanh(reduced(to)) - artanh(reduced(from)));
    }

    /** The angle after a time, from an angle at time zero. */
    public double after(double from, double time) {
        double k = rate();
        double w0 = reduced(from);
        double turn = Math.tanh(k * time / 2);
        double w = (w0 + turn) / (1 + w0 * turn);
        return 2 * artanh((k * w - conserved) / (2 * target));
    }

    private double rate() {
        return Math.hypot(conserved, 2 * target);
    }

    private double reduced(double angle) {
        return (conserved + 2 * target * Math.tanh(angle / 2)) / rate();
    }

    private static double artanh(double x) {
        return (Math.log1p(x) - Math.log1p(-x)) / 2;
    }
}
