package org.separatrix.labs.waterfilling.theory;

import java.util.Arrays;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BrentSolver;
import org.separatrix.compute.Matrix;

/**
 * How strongly users hear each other: the cross gains divided by the receiver's own gain, tone by tone, before they are
 * multiplied by the strength of interference. What follows from them alone is computed once.
 */
public final class Links {
    private static final int EVALUATIONS = 200;

    private final int users;
    private final int tones;
    private final double[] values;
    private Matrix peaks;
    private Matrix centred;

    private Links(int users, int tones, double[] values) {
        this.users = users;
        this.tones = tones;
        this.values = values;
    }

    /** The links of a channel; where a user's own gain is 0 it hears nobody, for it cannot use the tone. */
    public static Links of(Channel channel) {
        int users = channel.users();
        int tones = channel.tones();
        double[] values = new double[users * users * tones];
        for (int k = 0; k < users; k++)
            for (int j = 0; j < users; j++) {
                if (j == k) continue;
                for (int n = 0; n < tones; n++) {
                    double own = channel.direct(k, n);
                    if (own > 0) values[(k * users + j) * tones + n] = channel.gain(k, j, n) / own;
                }
            }
        return new Links(users, tones, values);
    }

    public int users() {
        return users;
    }

    public int tones() {
        return tones;
    }

    /** K x K x N: the links' own array, for reading only. */
    public double[] values() {
        return values;
    }

    /** How strongly {@code k} hears {@code j} on tone {@code n}; 0 for itself. */
    public double get(int k, int j, int n) {
        return values[(k * users + j) * tones + n];
    }

    /** The largest value over the tones of every pair, K x K. */
    public Matrix peaks() {
        if (peaks == null) {
            double[] most = new double[users * users];
            for (int pair = 0; pair < most.length; pair++)
                for (int n = 0; n < tones; n++) most[pair] = Math.max(most[pair], values[pair * tones + n]);
            peaks = Matrix.of(users, users, most);
        }
        return peaks;
    }

    /**
     * The norm of every pair's diagonal matrix between powers of equal sum, ||M diag(a_kj) M|| with M = I - 11'/N; K x K. It
     * lies between the second largest and the largest value over the tones.
     */
    public Matrix centred() {
        if (centred == null) {
            double[] norms = new double[users * users];
            for (int pair = 0; pair < norms.length; pair++)
                norms[pair] = centredNorm(Arrays.copyOfRange(values, pair * tones, (pair + 1) * tones));
            centred = Matrix.of(users, users, norms);
        }
        return centred;
    }

    /**
     * The largest eigenvalue x of M diag(a) M on vectors of sum 0: the root of the sum of 1/(a_n - x) between the two largest
     * a_n (Golub 1973, on modified eigenvalue problems).
     */
    static double centredNorm(double[] a) {
        if (a.length < 2) return 0;
        double first = Double.NEGATIVE_INFINITY;
        double second = Double.NEGATIVE_INFINITY;
        int at = -1;
        for (int n = 0; n < a.length; n++) {
            if (a[n] > first) {
                second = first;
                first = a[n];
                at = n;
            } else second = Math.max(second, a[n]);
        }
        if (first == second) return first;
        double highest = first;
        double next = second;
        int largest = at;
        // Multiplied by the distances to both poles, the sum is almost a straight line.
        UnivariateFunction line = x -> {
            if (x <= next) return next - highest;
            double rest = 0;
            for (int n = 0; n < a.length; n++) if (n != largest) rest += (x - next) / (a[n] - x);
            return x - next + (highest - x) * rest;
        };
        // A solver remembers its last problem, so that two threads cannot share one.
        return new BrentSolver(1e-14, Double.MIN_NORMAL).solve(EVALUATIONS, line, next, highest);
    }
}
