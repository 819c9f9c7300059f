package org.separatrix.labs.grokking;

import org.hipparchus.special.Erf;

/**
 * The error function, from Taylor polynomials around the points of a grid: as precise as the library's continued
 * fraction, and fast enough for every neuron at every step.
 */
final class ErrorFunction {
    private static final int A_UNIT = 16;
    private static final int REACH = 6;
    private static final int DEGREE = 11;
    private static final double[] COEFFICIENTS = coefficients();

    private ErrorFunction() {}

    /** The polynomials around -6 to 6, the constant first. */
    private static double[] coefficients() {
        int points = 2 * REACH * A_UNIT + 1;
        double[] all = new double[points * (DEGREE + 1)];
        for (int k = 0; k < points; k++) {
            double x = (double) k / A_UNIT - REACH;
            int at = k * (DEGREE + 1);
            all[at] = Erf.erf(x);
            all[at + 1] = 2 / Math.sqrt(Math.PI) * Math.exp(-x * x);
            // From erf'' = -2 x erf', order by order.
            for (int n = 2; n <= DEGREE; n++)
                all[at + n] = -2
                        * (x * (n - 1) * all[at + n - 1] + (n > 2 ? (n - 2) * all[at + n - 2] : 0))
                        / (n * (n - 1.0));
        }
        return all;
    }

    /** erf(x). */
    static double value(double x) {
        if (!(Math.abs(x) < REACH)) return Double.isNaN(x) ? x : Math.signum(x);
        int k = (int) Math.rint((x + REACH) * A_UNIT);
        double step = x - ((double) k / A_UNIT - REACH);
        int at = k * (DEGREE + 1);
        double sum = COEFFICIENTS[at + DEGREE];
        for (int n = DEGREE - 1; n >= 0; n--) sum = sum * step + COEFFICIENTS[at + n];
        return sum;
    }
}
