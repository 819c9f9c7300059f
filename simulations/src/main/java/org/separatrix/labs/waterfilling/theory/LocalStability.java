package org.separatrix.labs.waterfilling.theory;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.separatrix.compute.Crew;
import org.separatrix.compute.LinearAlgebra;
import org.separatrix.compute.LinearAlgebra.Eigenvalues;
import org.separatrix.compute.Matrix;

/**
 * What happens close to an equilibrium: the best responses are affine there, with the Jacobian J whose block (k, j) is
 * {@code -M_k diag(a_kj)}, where M_k centres over the tones that user k uses below their caps. Only those tones carry
 * eigenvalues other than 0; the eigenvalue 0 itself always occurs. Immutable.
 */
public final class LocalStability {
    /** Powers and depths below this, relative to the budget, are taken for 0. */
    private static final double TOLERANCE = 1e-9;

    private static final int GOLDEN_STEPS = 80;
    private static final int BISECTIONS = 60;
    private static final int DOUBLINGS = 60;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private final Matrix jacobian;
    private final Matrix centring;
    private final int[] owners;
    private final double[] floors;
    private final boolean degenerate;
    private final Eigenvalues eigenvalues;

    private LocalStability(Matrix jacobian, Matrix centring, int[] owners, double[] floors, boolean degenerate) {
        this.jacobian = jacobian;
        this.centring = centring;
        this.owners = owners;
        this.floors = floors;
        this.degenerate = degenerate;
        eigenvalues = LinearAlgebra.eigenvalues(jacobian);
    }

    /** The neighbourhood of an equilibrium, K x N. */
    public static LocalStability at(Game game, double[] equilibrium, Crew crew) {
        int tones = game.tones();
        BestResponses there = new BestResponses(game, crew);
        there.to(equilibrium);
        int[] active = active(game, equilibrium);
        int size = active.length;
        int[] owners = Arrays.stream(active).map(i -> i / tones).toArray();
        int[] company = new int[game.users()];
        for (int owner : owners) company[owner]++;
        double[] centring = new double[size * size];
        double[] jacobian = new double[size * size];
        for (int r = 0; r < size; r++) {
            int k = owners[r];
            for (int c = 0; c < size; c++) {
                if (owners[c] == k) centring[r * size + c] = (r == c ? 1 : 0) - 1.0 / company[k];
                // Row r of M_k, at the tone of column c: a tone that k does not use moves nothing.
                int j = owners[c];
                int n = active[c] % tones;
                if (j != k)
                    jacobian[r * size + c] =
                            -centred(k, active[r] % tones, n, equilibrium, game, company[k]) * game.coupling(k, j, n);
            }
        }
        double[] floors =
                Arrays.stream(active).mapToDouble(i -> there.floors()[i]).toArray();
        return new LocalStability(
                Matrix.of(size, size, jacobian),
                Matrix.of(size, size, centring),
                owners,
                floors,
                degenerate(game, equilibrium, there));
    }

    /** Entry (n, m) of M_k. */
    private static double centred(int k, int n, int m, double[] equilibrium, Game game, int company) {
        if (!isActive(game, equilibrium, k, m)) return 0;
        return (n == m ? 1 : 0) - 1.0 / company;
    }

    private static int[] active(Game game, double[] equilibrium) {
        return IntStream.range(0, equilibrium.length)
                .filter(i -> isActive(game, equilibrium, i / game.tones(), i % game.tones()))
                .toArray();
    }

    private static boolean isActive(Game game, double[] equilibrium, int k, int n) {
        double power = equilibrium[k * game.tones() + n];
        double tolerance = TOLERANCE * game.budgets()[k];
        return game.present(k) && power > tolerance && power < game.cap(k, n) - tolerance;
    }

    /** Whether a tone lies just at the edge of use, so that the Jacobian is not defined. */
    private static boolean degenerate(Game game, double[] equilibrium, BestResponses there) {
        for (int i = 0; i < equilibrium.length; i++) {
            int k = i / game.tones();
            double tolerance = TOLERANCE * game.budgets()[k];
            double depth = there.levels()[k] - there.floors()[i];
            boolean edge = Math.abs(depth) <= tolerance || Math.abs(depth - game.caps()[i]) <= tolerance;
            if (game.present(k) && edge) return true;
        }
        return false;
    }

    /** Whether a tone lies just at the edge of use, so that the Jacobian is not defined. */
    public boolean degenerate() {
        return degenerate;
    }

    /** The eigenvalues of J on the tones in use; all others are 0. */
    public Eigenvalues eigenvalues() {
        return eigenvalues;
    }

    /** The factor of simultaneous updates, relaxed by {@code lambda}: below 1 the equilibrium attracts. */
    public double simultaneous(double lambda) {
        double radius = 1 - lambda;
        for (int i = 0; i < eigenvalues.real().length; i++)
            radius = Math.max(
                    radius,
                    Math.hypot(
                            1 - lambda + lambda * eigenvalues.real()[i],
                            lambda * eigenvalues.imaginary()[i]));
        return radius;
    }

    /** The factor of a sequential sweep in the order of the users or against it, relaxed by {@code lambda}. */
    public double sequential(double lambda, boolean reversed) {
        int size = jacobian.rows();
        double[] before = new double[size * size];
        double[] after = new double[size * size];
        for (int r = 0; r < size; r++)
            for (int c = 0; c < size; c++) {
                double value = lambda * jacobian.get(r, c);
                int from = reversed ? size - 1 - r : r;
                int to = reversed ? size - 1 - c : c;
                boolean earlier = reversed ? owners[c] > owners[r] : owners[c] < owners[r];
                if (earlier) before[from * size + to] = -value;
                else after[from * size + to] = value;
                if (r == c) {
                    before[from * size + to] = 1;
                    after[from * size + to] += 1 - lambda;
                }
            }
        double radius = LinearAlgebra.eigenvalues(
                        LinearAlgebra.solveLower(Matrix.of(size, size, before), Matrix.of(size, size, after)))
                .radius();
        return Math.max(radius, 1 - lambda);
    }

    /**
     * The largest relaxation at which simultaneous updates are stable; it may exceed 1. 0 where none is, because an
     * eigenvalue has a real part of 1 or more.
     */
    public double dampingLimit() {
        double limit = Double.POSITIVE_INFINITY;
        for (int i = 0; i < eigenvalues.real().length; i++) {
            double gap = 1 - eigenvalues.real()[i];
            if (gap <= 0) return 0;
            double imaginary = eigenvalues.imaginary()[i];
            limit = Math.min(limit, 2 * gap / (gap * gap + imaginary * imaginary));
        }
        // A direction that nobody moves has the eigenvalue 0.
        return Math.min(limit, 2);
    }

    /** The relaxation, at most 1, with the smallest factor of simultaneous updates. */
    public double bestRelaxation() {
        double low = 1e-6;
        double high = 1;
        for (int step = 0; step < GOLDEN_STEPS; step++) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            if (simultaneous(left) < simultaneous(right)) high = right;
            else low = left;
        }
        double best = (low + high) / 2;
        return simultaneous(1) <= simultaneous(best) + 1e-12 ? 1 : best;
    }

    /** The largest relaxation, at most 1, at which simultaneous updates on news {@code delay} ticks old are stable. */
    public double dampingLimit(int delay) {
        double limit = Math.min(dampingLimit(), 1);
        if (delay == 0 || limit == 0) return limit;
        double stable = 0;
        double unstable = limit;
        if (delayed(limit, delay, 1, false) < 1) return limit;
        for (int step = 0; step < BISECTIONS; step++) {
            double middle = (stable + unstable) / 2;
            if (delayed(middle, delay, 1, false) < 1) stable = middle;
            else unstable = middle;
        }
        return stable;
    }

    /**
     * The factor per tick where news is old and not everyone updates: the largest root of
     * {@code z^(d+1) = (1 - q lambda) z^d + q lambda nu u(z)}, with u = 1 for a fixed delay and the mean of 1, z, ..., z^d for
     * random delays from 0 to d. For random updates this is the factor of the mean alone, a heuristic.
     */
    public double delayed(double lambda, int delay, double updating, boolean random) {
        double radius = 1 - updating * lambda;
        for (int i = 0; i < eigenvalues.real().length; i++) {
            // The conjugate has the same moduli.
            if (eigenvalues.imaginary()[i] < 0) continue;
            radius = Math.max(
                    radius,
                    delayedFactor(eigenvalues.real()[i], eigenvalues.imaginary()[i], updating * lambda, delay, random));
        }
        return radius;
    }

    static double delayedFactor(double re, double im, double step, int delay, boolean random) {
        double[] own = new double[delay + 2];
        own[delay + 1] = 1;
        own[delay] = step - 1;
        double[] heard = new double[delay + 1];
        if (random) Arrays.fill(heard, step / (delay + 1));
        else heard[0] = step;
        return largestRoot(im == 0 ? sum(own, -re, heard) : conjugateProduct(own, heard, re, im));
    }

    /** The eigenvalue -beta, by its beta, at which a relaxation on news that are always {@code delay} ticks old gives way. */
    public static double criticalOvershoot(double lambda, int delay) {
        double stable = 0;
        double unstable = 2 / lambda;
        for (int step = 0; step < BISECTIONS; step++) {
            double middle = (stable + unstable) / 2;
            if (delayedFactor(-middle, 0, lambda, delay, false) < 1) stable = middle;
            else unstable = middle;
        }
        return stable;
    }

    /** (R - nu T)(R - conj(nu) T), which has real coefficients. */
    private static double[] conjugateProduct(double[] r, double[] t, double re, double im) {
        return sum(sum(product(r, r), -2 * re, product(r, t)), re * re + im * im, product(t, t));
    }

    private static double[] product(double[] p, double[] q) {
        double[] product = new double[p.length + q.length - 1];
        for (int i = 0; i < p.length; i++) for (int j = 0; j < q.length; j++) product[i + j] += p[i] * q[j];
        return product;
    }

    private static double[] sum(double[] p, double factor, double[] q) {
        double[] sum = p.clone();
        for (int i = 0; i < q.length; i++) sum[i] += factor * q[i];
        return sum;
    }

    /** The largest modulus among the roots of a polynomial, given by its coefficients from the lowest; the highest is 1. */
    private static double largestRoot(double[] coefficients) {
        int degree = coefficients.length - 1;
        double[] companion = new double[degree * degree];
        for (int i = 0; i < degree; i++) {
            companion[i * degree + degree - 1] = -coefficients[i];
            if (i > 0) companion[i * degree + i - 1] = 1;
        }
        return LinearAlgebra.eigenvalues(Matrix.of(degree, degree, companion)).radius();
    }

    /**
     * The root mean square of the distance from the equilibrium that simultaneous updates keep when every floor is
     * mismeasured by a relative error of standard deviation {@code s}; infinite where they are unstable. To first order in
     * {@code s}: a tone that the error pushes out of use is not accounted for.
     */
    public double noiseFloor(double lambda, double s) {
        if (!(simultaneous(lambda) < 1)) return Double.POSITIVE_INFINITY;
        int size = jacobian.rows();
        Matrix step = Matrix.identity(size).scaled(1 - lambda).plus(jacobian.scaled(lambda));
        double[] variances =
                Arrays.stream(floors).map(c -> lambda * lambda * s * s * c * c).toArray();
        Matrix sum = centring.scaleColumns(variances).times(centring);
        for (int doubling = 0; doubling < DOUBLINGS; doubling++) {
            Matrix next = sum.plus(step.times(sum).timesTransposed(step));
            boolean settled = next.minus(sum).frobenius() <= 1e-15 * next.frobenius();
            sum = next;
            step = step.times(step);
            if (settled) break;
        }
        return Math.sqrt(sum.trace());
    }

    /** The closed curve of eigenvalues inside which a fixed delay and a relaxation are stable, as (Re, Im) pairs. */
    public static double[] stabilityBoundary(double lambda, int delay, int points) {
        double[] curve = new double[2 * points];
        for (int i = 0; i < points; i++) {
            double angle = 2 * Math.PI * i / (points - 1);
            double re = (Math.cos(angle) - 1 + lambda) / lambda;
            double im = Math.sin(angle) / lambda;
            curve[2 * i] = re * Math.cos(delay * angle) - im * Math.sin(delay * angle);
            curve[2 * i + 1] = re * Math.sin(delay * angle) + im * Math.cos(delay * angle);
        }
        return curve;
    }
}
