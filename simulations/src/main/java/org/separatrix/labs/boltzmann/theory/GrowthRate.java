package org.separatrix.labs.boltzmann.theory;

import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.solvers.BrentSolver;

/**
 * Lambda(p): the rate at which the mean of |v|^p grows far out, where the bath is cold, in units of nu. Shear kappa =
 * K/nu.
 *
 * <p>It is the leading eigenvalue of the generator on r^p Y_lm, l and m even, cut at a largest degree: exact for even p
 * not above that degree; else 40 gives four or five digits for kappa up to 2, and 60 for kappa up to 3.5. The real and
 * imaginary parts for m not below 0 are the unknowns, so the arithmetic is real. The matrix couples a degree to its
 * neighbours only, and is solved as a band.
 */
public final class GrowthRate {
    private static final int ITERATIONS = 2000;
    private static final double CONVERGED = 1e-13;
    private static final int NODES = 400;

    private final int degree;
    private final double mu1;
    private final int outgoing;
    private final int size;

    /**
     * @param degree the largest l, even
     * @param mu1 a particle's share of the two masses
     * @param outgoing fast particles that leave a collision: 1 in a bath, 2 in a gas
     */
    public GrowthRate(int degree, double mu1, int outgoing) {
        if (degree < 2 || degree % 2 != 0) throw new IllegalArgumentException("the largest degree must be even");
        this.degree = degree;
        this.mu1 = mu1;
        this.outgoing = outgoing;
        size = (degree / 2 + 1) * (degree / 2 + 1);
    }

    /** Lambda(p). */
    public double at(double p, double kappa) {
        double[] multiplier = new double[degree / 2 + 1];
        for (int l = 0; l <= degree; l += 2) multiplier[l / 2] = outgoing * multiplier(l, p, mu1) - 1;
        // Above every eigenvalue, so that the iteration finds the largest.
        double shift = Math.max(0, multiplier[0]) + Math.abs(p) * kappa / 2 + 0.05;
        Band band = new Band(size, degree + 5);
        for (int l = 0; l <= degree; l += 2) {
            for (int m = 0; m <= l; m += 2) {
                int re = index(l, m);
                band.add(re, re, multiplier[l / 2] - shift);
                if (m == 0) continue;
                band.add(re + 1, re + 1, multiplier[l / 2] - shift);
                band.add(re, re + 1, -kappa * m / 2);
                band.add(re + 1, re, kappa * m / 2);
            }
        }
        for (int l = 0; l <= degree; l += 2) {
            for (int m = -l; m <= l; m += 2) {
                raise(band, p, kappa, l, m, 1);
                raise(band, p, kappa, l, m, -1);
            }
        }
        band.factor();
        return shift + band.nearestZero();
    }

    /** The place of a harmonic's real part; its imaginary part follows. */
    private static int index(int l, int m) {
        int before = (l / 2) * (l / 2);
        return before + (m == 0 ? 0 : m - 1);
    }

    /** Adds what the shear makes of Y_lm in the degrees l-2, l, l+2 and the order m + 2 sign. */
    private void raise(Band band, double p, double kappa, int l, int m, int sign) {
        int target = m + 2 * sign;
        if (target < 0) return;
        for (int first = -1; first <= 1; first += 2) {
            double once = ladder(l, m, first, sign);
            if (once == 0) continue;
            for (int second = -1; second <= 1; second += 2) {
                int to = l + first + second;
                if (to < target || to > degree || to < 0) continue;
                double twice = once * ladder(l + first, m + sign, second, sign);
                double weight = (p + 2) * (p + 3) - to * (to + 1) - p * (p + 1) + l * (l + 1);
                // The entry is i times this, for n1 n2 = (A+ A+ - A- A-) / 4i.
                double entry = sign * kappa / 16 * weight * twice;
                couple(band, to, target, l, m, entry);
            }
        }
    }

    /** a(to, target) += i entry a(l, m), where a(l, -m) is the conjugate of a(l, m). */
    private static void couple(Band band, int to, int target, int l, int m, double entry) {
        int row = index(to, target);
        int column = index(l, Math.abs(m));
        double conjugate = m < 0 ? -1 : 1;
        if (m != 0) band.add(row, column + 1, -entry * conjugate);
        if (target != 0) band.add(row + 1, column, entry);
    }

    /** The coefficient of Y_(l+up),(m+sign) in (n1 + i sign n2) Y_lm. */
    private static double ladder(int l, int m, int up, int sign) {
        int s = sign * m;
        if (up > 0) return -sign * Math.sqrt((l + s + 1.0) * (l + s + 2) / ((2.0 * l + 1) * (2 * l + 3)));
        if (l == 0 || Math.abs(m + sign) > l - 1) return 0;
        return sign * Math.sqrt((l - s) * (l - s - 1.0) / ((2.0 * l - 1) * (2 * l + 1)));
    }

    /** j_l(p): what a collision with a particle at rest makes of r^p Y_l, for isotropic scattering and even l. */
    public static double multiplier(int l, double p, double mu1) {
        if (mu1 == 0.5) {
            double product = 2 / (p + 2);
            for (int k = 0; k < l / 2; k++) product *= (p + 1 - 2 * k) / (p + 4 + 2 * k);
            return product;
        }
        double sum = 0;
        for (int i = 0; i < NODES; i++) {
            double x = Quadrature.NODES[i];
            double r = Math.sqrt(mu1 * mu1 + (1 - mu1) * (1 - mu1) + 2 * mu1 * (1 - mu1) * x);
            sum += Quadrature.WEIGHTS[i] * Math.pow(r, p) * legendre(l, (mu1 + (1 - mu1) * x) / r);
        }
        return sum / 2;
    }

    private static double legendre(int l, double x) {
        double before = 1;
        double now = x;
        if (l == 0) return before;
        for (int k = 1; k < l; k++) {
            double next = ((2 * k + 1) * x * now - k * before) / (k + 1);
            before = now;
            now = next;
        }
        return now;
    }

    /** Lambda'(0): the rate at which ln |v| grows. */
    public double lyapunov(double kappa) {
        double h = 1e-3;
        return (at(h, kappa) - at(-h, kappa)) / (2 * h);
    }

    /** p*: the tail index of the stationary law in a bath, Lambda(p*) = 0; NaN where there is no stationary law. */
    public double tail(double kappa) {
        if (lyapunov(kappa) >= 0) return Double.NaN;
        return crossing(p -> at(p, kappa), 1e-3, 1, 1.3);
    }

    /** The shear at which Lambda(p) = 0: above it the mean of |v|^p is infinite. */
    public double threshold(double p) {
        return crossing(kappa -> at(p, kappa), 1e-3, 0.1, 1.3);
    }

    /** K_L/nu: the shear at which Lambda'(0) = 0, above which nothing is stationary. */
    public double stationarityThreshold() {
        return crossing(this::lyapunov, 1e-3, 1, 1.3);
    }

    /**
     * The tail index p* &gt; 2 of a self-heating gas in units of its thermal speed: Lambda(p*) = (p*&#47;2) Lambda(2).
     *
     * @param shear a* = K/nu&#8322;
     */
    public static double gasTail(double shear, int degree) {
        GrowthRate rate = new GrowthRate(degree, 0.5, 2);
        double growth = SelfHeating.growth(shear) / 2;
        return crossing(p -> rate.at(p, shear / 2) - p / 2 * growth, 2.02, 2.5, 1.2);
    }

    /** a*: the reduced shear above which the gas's fourth moment in units of its thermal speed is infinite. */
    public static double gasFourthThreshold() {
        GrowthRate rate = new GrowthRate(4, 0.5, 2);
        return crossing(shear -> rate.at(4, shear / 2) - SelfHeating.growth(shear), 1, 3, 1.3);
    }

    /** Where a function that is negative at {@code low} comes to zero: the upper end grows until it is positive. */
    private static double crossing(DoubleUnaryOperator f, double low, double high, double factor) {
        double upper = high;
        while (f.applyAsDouble(upper) < 0) upper *= factor;
        return new BrentSolver(1e-12, 1e-11).solve(200, f::applyAsDouble, low, upper);
    }

    /** Gauss-Legendre nodes on (-1, 1), for unequal masses only. */
    private static final class Quadrature {
        static final double[] NODES = new double[GrowthRate.NODES];
        static final double[] WEIGHTS = new double[GrowthRate.NODES];

        static {
            int n = NODES.length;
            for (int i = 0; i < n; i++) {
                double x = Math.cos(Math.PI * (i + 0.75) / (n + 0.5));
                double slope = 1;
                for (int newton = 0; newton < 8; newton++) {
                    double value = legendre(n, x);
                    slope = n * (x * value - legendre(n - 1, x)) / (x * x - 1);
                    x -= value / slope;
                }
                NODES[i] = x;
                WEIGHTS[i] = 2 / ((1 - x * x) * slope * slope);
            }
        }
    }

    /** A banded matrix and its factors, with row exchanges. */
    private static final class Band {
        private final int n;
        private final int half;
        private final int width;
        private final double[] a;
        private final int[] pivots;

        Band(int n, int half) {
            this.n = n;
            this.half = half;
            width = 3 * half + 1;
            a = new double[n * width];
            pivots = new int[n];
        }

        private int at(int row, int column) {
            return row * width + column - row + half;
        }

        void add(int row, int column, double value) {
            a[at(row, column)] += value;
        }

        void factor() {
            for (int k = 0; k < n; k++) {
                int last = Math.min(n - 1, k + half);
                int pivot = k;
                for (int i = k + 1; i <= last; i++) if (Math.abs(a[at(i, k)]) > Math.abs(a[at(pivot, k)])) pivot = i;
                pivots[k] = pivot;
                int right = Math.min(n - 1, k + 2 * half);
                if (pivot != k)
                    for (int j = k; j <= right; j++) {
                        double held = a[at(k, j)];
                        a[at(k, j)] = a[at(pivot, j)];
                        a[at(pivot, j)] = held;
                    }
                for (int i = k + 1; i <= last; i++) {
                    double factor = a[at(i, k)] / a[at(k, k)];
                    a[at(i, k)] = factor;
                    if (factor == 0) continue;
                    int row = at(i, 0);
                    int pivotRow = at(k, 0);
                    for (int j = k + 1; j <= right; j++) a[row + j] -= factor * a[pivotRow + j];
                }
            }
        }

        private void solve(double[] x) {
            for (int k = 0; k < n; k++) {
                double held = x[pivots[k]];
                x[pivots[k]] = x[k];
                x[k] = held;
                for (int i = k + 1; i <= Math.min(n - 1, k + half); i++) x[i] -= a[at(i, k)] * held;
            }
            for (int k = n - 1; k >= 0; k--) {
                for (int j = k + 1; j <= Math.min(n - 1, k + 2 * half); j++) x[k] -= a[at(k, j)] * x[j];
                x[k] /= a[at(k, k)];
            }
        }

        /** The eigenvalue nearest zero, by inverse iteration. */
        double nearestZero() {
            double[] x = new double[n];
            java.util.Arrays.fill(x, 1);
            double before = Double.NaN;
            for (int iteration = 0; iteration < ITERATIONS; iteration++) {
                double[] y = x.clone();
                solve(y);
                double xy = 0;
                double yy = 0;
                double largest = 0;
                for (int i = 0; i < n; i++) {
                    xy += x[i] * y[i];
                    yy += y[i] * y[i];
                    largest = Math.max(largest, Math.abs(y[i]));
                }
                double eigenvalue = xy / yy;
                if (Math.abs(eigenvalue - before) < CONVERGED * Math.max(1, Math.abs(eigenvalue))) return eigenvalue;
                before = eigenvalue;
                for (int i = 0; i < n; i++) x[i] = y[i] / largest;
            }
            throw new ArithmeticException("the growth rate did not converge");
        }
    }
}
