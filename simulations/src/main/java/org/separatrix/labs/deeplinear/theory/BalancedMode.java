package org.separatrix.labs.deeplinear.theory;

import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * One mode of a network whose layers all carry the same strength {@code a}, so that the mode's strength is
 * {@code u = a^L >= 0} and {@code du/dt = L u^(2-2/L) (s - kappa u)}.
 *
 * <p>Two layers learn along a logistic curve; deeper networks wait on a plateau and then drop. For an infinite depth the
 * time of every method is {@code L t}, which has a limit.
 *
 * <p>Source: Saxe, McClelland and Ganguli (2013), sections 1.2 and 1.3.
 *
 * @param depth the number of weight matrices {@code L}: 1, 2, ... or positive infinity
 * @param target the strength {@code s >= 0} of the mode in {@code Syx}
 * @param variance the variance {@code kappa > 0} of the inputs along the mode
 */
public record BalancedMode(double depth, double target, double variance) {
    private static final GaussIntegrator PANEL = new GaussIntegratorFactory().legendre(12);
    /** A logit at which the strength is the limit in double precision. */
    private static final double SATURATED = 40;

    public BalancedMode {
        if (!(depth >= 1) || depth != Math.rint(depth))
            throw new IllegalArgumentException("depth=" + depth + ": must be a positive whole number or infinity");
        if (!(target >= 0) || Double.isInfinite(target))
            throw new IllegalArgumentException("target=" + target + ": must be a finite number >= 0");
        if (!(variance > 0) || Double.isInfinite(variance))
            throw new IllegalArgumentException("variance=" + variance + ": must be a finite number > 0");
    }

    /** The mode with inputs of unit variance. */
    public BalancedMode(double depth, double target) {
        this(depth, target, 1);
    }

    /** The strength {@code s/kappa} that the mode tends to. */
    public double limit() {
        return target / variance;
    }

    /**
     * The time that the mode takes from one strength to another; negative where that lies in the past.
     *
     * @param from a strength {@code > 0} other than the limit
     * @param to a strength on the same side of the limit; at the limit itself the time is infinite
     * @throws IllegalArgumentException where no trajectory joins the two
     */
    public double time(double from, double to) {
        double limit = limit();
        if (!(from > 0) || !(to > 0 || to == limit) || (from - limit) * (to - limit) < 0 || from == limit)
            throw new IllegalArgumentException(
                    "no trajectory from u=" + from + " to u=" + to + ": both must be > 0 and on one side of " + limit);
        if (to == limit) return Double.POSITIVE_INFINITY;
        if (target == 0) return (decay(to) - decay(from)) / variance;
        if (depth <= 4 || Double.isInfinite(depth)) return (clock(to) - clock(from)) / variance;
        return integrate(logit(from), logit(to), from > limit);
    }

    /**
     * The strength after a time. Because the mode has no memory, a curve may be drawn by advancing from point to point.
     *
     * @param from the strength {@code >= 0} at time zero
     * @param time the time {@code >= 0}
     */
    public double strength(double from, double time) {
        if (!(from >= 0) || !(time >= 0))
            throw new IllegalArgumentException("u=" + from + ", t=" + time + ": both must be >= 0");
        double limit = limit();
        if (depth == 1) return from * Math.exp(-variance * time) - limit * Math.expm1(-variance * time);
        if (from == 0 || from == limit || time == 0) return from;
        if (target == 0) return undecay(decay(from) + variance * time);
        if (depth == 2) return limit / (1 + (limit / from - 1) * Math.exp(-2 * target * time));
        return advance(from, time);
    }

    /** Newton's method for the logit of the strength; below the limit it never overshoots, since time is concave there. */
    private double advance(double from, double time) {
        boolean above = from > limit();
        double y = logit(from);
        double left = time;
        double step;
        do {
            step = Math.min(y + left / slope(y, above), SATURATED) - y;
            left -= integrate(y, y + step, above);
            y += step;
        } while (Math.abs(step) > 1e-14 * Math.max(1, Math.abs(y)));
        return fromLogit(y, above);
    }

    /** {@code ln(u/|s/kappa - u|)}, in which the mode moves without end and almost linearly. */
    private double logit(double u) {
        return Math.log(u / Math.abs(limit() - u));
    }

    private double fromLogit(double y, boolean above) {
        return above ? -limit() / Math.expm1(-y) : limit() / (1 + Math.exp(-y));
    }

    /** The time per unit of the logit. */
    private double slope(double y, boolean above) {
        double u = fromLogit(y, above);
        return Double.isInfinite(depth) ? 1 / (target * u) : Math.pow(u, 2 / depth - 1) / (depth * target);
    }

    /** The time between two logits, by panels narrow enough to stay clear of the singularities (at 0 or at +-i pi). */
    private double integrate(double from, double to, boolean above) {
        if (to < from) return -integrate(to, from, above);
        double sum = 0;
        for (double low = from; low < to; ) {
            double high = Math.min(to, low + (above ? Math.min(2, low) : 2));
            double middle = (low + high) / 2;
            double half = (high - low) / 2;
            sum += half * PANEL.integrate(x -> slope(middle + half * x, above));
            low = high;
        }
        return sum;
    }

    /** An antiderivative of {@code 1/(L u^(2-2/L) (s-u))} for {@code s = limit()}. */
    private double clock(double u) {
        double s = limit();
        double side = Math.abs(s - u);
        if (Double.isInfinite(depth)) return Math.log(u / side) / (s * s) - 1 / (s * u);
        return switch ((int) depth) {
            case 1 -> -Math.log(side);
            case 2 -> Math.log(u / side) / (2 * s);
            case 3 -> {
                double z = Math.cbrt(u / s);
                double logarithm = Math.log((1 + z + z * z) / ((1 - z) * (1 - z))) / 6;
                double angle = Math.atan((2 * z + 1) / Math.sqrt(3)) / Math.sqrt(3);
                yield ((logarithm - angle) / Math.cbrt(s) - 1 / Math.cbrt(u)) / s;
            }
            case 4 -> {
                double z = Math.sqrt(u / s);
                yield (Math.log((1 + z) / Math.abs(1 - z)) / (4 * Math.sqrt(s)) - 1 / (2 * Math.sqrt(u))) / s;
            }
            default -> throw new AssertionError(depth);
        };
    }

    /** The clock of a mode without a target, a power law: {@code dt = -du/(L u^(3-2/L))} for unit variance. */
    private double decay(double u) {
        if (depth == 1) return -Math.log(u);
        return Double.isInfinite(depth) ? 1 / (2 * u * u) : Math.pow(u, 2 / depth - 2) / (2 * depth - 2);
    }

    private double undecay(double clock) {
        return Double.isInfinite(depth)
                ? 1 / Math.sqrt(2 * clock)
                : Math.pow((2 * depth - 2) * clock, -depth / (2 * depth - 2));
    }
}
