package org.separatrix.compute;

/**
 * A few elementary functions in operations that IEEE 754 rounds exactly, so that their bits are the same on every
 * machine, compiled or not, and the same as those of vectors that do the same operations lane by lane.
 *
 * <p>The errors are a few units in the last place; the tests hold them below four.
 */
public final class Elementary {
    /** Adding this leaves a small number's nearest integer in the last bits of the sum. */
    static final double ROUNDER = 0x1.8p52;

    static final double LOG2_E = 1.4426950408889634;

    /** The leading bits of ln 2, few enough that a small integer times it is exact. */
    static final double LN2_HIGH = 0x1.62e42feep-1;

    static final double LN2_LOW = 1.9082149292705877e-10;
    static final int MANTISSA_BITS = 52;
    static final long ONE_BITS = 0x3FF0000000000000L;

    /** The bits of the square root of 1/2: mantissas are taken between it and the square root of 2. */
    static final long ROOT_HALF_BITS = 0x3FE6A09E667F3BCDL;

    static final long MANTISSA = (1L << MANTISSA_BITS) - 1;

    /** 2/(2k+1) for k = 10, ..., 1: ln((1+s)/(1-s)) - 2s over s, in powers of s&sup2;. */
    static final double[] LOGARITHM = new double[10];

    /** 1/13!, ..., 1/2!: enough terms of e^r - 1 - r for |r| up to ln(2)/2. */
    static final double[] EXPONENTIAL = new double[12];

    /** The coefficients of sin(x)/x - 1 and of cos x - 1 in powers of x&sup2;, the highest first. */
    static final double[] SINE = new double[8];

    static final double[] COSINE = new double[8];

    /** Exponents of the exponential are clamped here, well inside the range of a double. */
    static final double LARGEST_EXPONENT = 700;

    static {
        for (int k = 1; k <= LOGARITHM.length; k++) LOGARITHM[LOGARITHM.length - k] = 2.0 / (2 * k + 1);
        double factorial = 1;
        for (int i = 2; i <= 17; i++) {
            factorial *= i;
            if (i <= 13) EXPONENTIAL[13 - i] = 1 / factorial;
            double sign = i / 2 % 2 == 0 ? 1 : -1;
            if (i % 2 == 0) COSINE[COSINE.length - i / 2] = sign / factorial;
            else SINE[SINE.length - i / 2] = sign / factorial;
        }
    }

    private Elementary() {}

    static double horner(double[] coefficients, double x) {
        double sum = coefficients[0];
        for (int i = 1; i < coefficients.length; i++) sum = Math.fma(sum, x, coefficients[i]);
        return sum;
    }

    /** ln x for a normal positive number. */
    public static double log(double x) {
        long shifted = Double.doubleToRawLongBits(x) - ROOT_HALF_BITS;
        double exponent = shifted >> MANTISSA_BITS;
        double m = Double.longBitsToDouble((shifted & MANTISSA) + ROOT_HALF_BITS);
        double f = m - 1;
        double s = f / (m + 1);
        double s2 = s * s;
        // ln m = f - s (f - s2 (...)), whose leading term is exact.
        double tail = s2 * horner(LOGARITHM, s2);
        double correction = s * (f - tail);
        return Math.fma(exponent, LN2_HIGH, f - (correction - exponent * LN2_LOW));
    }

    /** e^x; x is clamped to 700 either way. */
    public static double exp(double x) {
        double t = Math.max(-LARGEST_EXPONENT, Math.min(LARGEST_EXPONENT, x));
        double shifted = Math.fma(t, LOG2_E, ROUNDER);
        double n = shifted - ROUNDER;
        double r = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, t));
        double series = Math.fma(horner(EXPONENTIAL, r) * r, r, r);
        double power = Double.longBitsToDouble((Double.doubleToRawLongBits(shifted) << MANTISSA_BITS) + ONE_BITS);
        return Math.fma(series, power, power);
    }

    /** x^y for a normal positive x; the exponent y ln x is clamped as that of {@link #exp}. */
    public static double power(double x, double y) {
        return exp(y * log(x));
    }

    /** sin(2 pi t) for t in [0, 1]. */
    public static double sinTurn(double t) {
        double shifted = Math.fma(t, 4, ROUNDER);
        long quarter = Double.doubleToRawLongBits(shifted);
        double x = angle(t, shifted);
        double value = (quarter & 1) == 0 ? sine(x) : cosine(x);
        return negate(value, (quarter & 2) << 62);
    }

    /** cos(2 pi t) for t in [0, 1]. */
    public static double cosTurn(double t) {
        double shifted = Math.fma(t, 4, ROUNDER);
        long quarter = Double.doubleToRawLongBits(shifted);
        double x = angle(t, shifted);
        double value = (quarter & 1) == 0 ? cosine(x) : sine(x);
        return negate(value, (quarter + 1 & 2) << 62);
    }

    private static double angle(double t, double shifted) {
        return Math.fma(shifted - ROUNDER, -0.25, t) * (2 * Math.PI);
    }

    private static double sine(double x) {
        double x2 = x * x;
        return Math.fma(horner(SINE, x2) * x2, x, x);
    }

    private static double cosine(double x) {
        double x2 = x * x;
        return Math.fma(horner(COSINE, x2), x2, 1);
    }

    private static double negate(double value, long sign) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(value) ^ sign);
    }
}
