package org.separatrix.labs.deeplinear.theory;

/**
 * Where gradient descent ends on {@code E = (s - a b)^2 / 2}: above the step that the start's curvature allows it may be
 * thrown to a flatter minimum, as from a catapult.
 *
 * <p>Each step multiplies the imbalance {@code b^2 - a^2} by exactly {@code 1 - eta^2 (s - a b)^2}.
 *
 * <p>Source: Lewkowycz, Bahri, Dyer, Sohl-Dickstein and Gur-Ari, The large learning rate phase of deep learning (2020).
 *
 * @param fate how it ends
 * @param imbalance the last imbalance divided by the first
 * @param steps how many steps were taken
 */
public record ScalarDescent(Fate fate, double imbalance, int steps) {
    /** How a descent ends. */
    public enum Fate {
        /** At a minimum. */
        CONVERGED,
        /** Nowhere, within the steps that were allowed: a cycle. */
        WANDERING,
        /** At infinity. */
        DIVERGED
    }

    private static final double ARRIVED = 1e-10;
    private static final double ESCAPED = 1e8;

    /**
     * The end of a descent.
     *
     * @param a the first layer's strength at the start
     * @param b the second layer's strength at the start
     * @param target the strength {@code s} other than zero
     * @param eta the rate
     * @param most the most steps to take
     */
    public static ScalarDescent from(double a, double b, double target, double eta, int most) {
        double ratio = 1;
        for (int step = 0; step < most; step++) {
            double residual = target - a * b;
            if (Math.abs(residual) < ARRIVED * Math.abs(target)) return new ScalarDescent(Fate.CONVERGED, ratio, step);
            if (!(Math.abs(residual) < ESCAPED * Math.abs(target)))
                return new ScalarDescent(Fate.DIVERGED, ratio, step);
            double next = a + eta * b * residual;
            b += eta * a * residual;
            a = next;
            ratio *= 1 - eta * residual * (eta * residual);
        }
        return new ScalarDescent(Fate.WANDERING, ratio, most);
    }
}
