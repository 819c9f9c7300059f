package org.separatrix.labs.waterfilling.theory;

import java.util.Arrays;
import org.separatrix.compute.LinearAlgebra;
import org.separatrix.compute.Matrix;

/**
 * A bound that the residual is guaranteed to keep, from where it stands at the beginning. NaN where the comparison matrix
 * has a radius of 1 or more, and so guarantees nothing. Mutable: it is advanced with the process.
 *
 * <p>Simultaneous updates contract the residuals of the users, r &lt;= ((1 - lambda) I + lambda S) r; a sequential sweep
 * contracts their distances from the equilibrium, e &lt;= (I - S)&#8315;&#185; r, user by user; an asynchronous process contracts
 * them by 1 - lambda (1 - rho) every macro tick.
 */
public final class Envelope {
    private enum Kind {
        RESIDUALS,
        ERRORS,
        STAIRCASE
    }

    private final Kind kind;
    private final Matrix s;
    private final double radius;
    private final double[] budgets;
    private final double[] next;
    private double[] bounds;

    private Envelope(Kind kind, ComparisonMatrix matrix, double[] residuals, double[] budgets) {
        this.kind = kind;
        this.budgets = budgets.clone();
        s = matrix.s();
        radius = matrix.radius();
        next = new double[residuals.length];
        bounds = residuals.clone();
    }

    /**
     * @param residuals of every player, the length of p_k - WF_k(p)
     * @param budgets of every player
     */
    public static Envelope simultaneous(ComparisonMatrix matrix, double[] residuals, double[] budgets) {
        return new Envelope(Kind.RESIDUALS, matrix, residuals, budgets);
    }

    /** See {@link #simultaneous}. */
    public static Envelope sequential(ComparisonMatrix matrix, double[] residuals, double[] budgets) {
        Envelope envelope = new Envelope(Kind.ERRORS, matrix, residuals, budgets);
        int n = residuals.length;
        if (envelope.guarantees())
            envelope.bounds = LinearAlgebra.solve(
                            Matrix.identity(n).minus(envelope.s), Matrix.of(n, 1, residuals.clone()))
                    .values();
        return envelope;
    }

    /** See {@link #simultaneous}. */
    public static Envelope asynchronous(ComparisonMatrix matrix, double[] residuals, double[] budgets) {
        Envelope envelope = new Envelope(Kind.STAIRCASE, matrix, residuals, budgets);
        double[] weights = matrix.weights();
        double most = 0;
        for (int k = 0; k < weights.length; k++) most = Math.max(most, residuals[k] / weights[k]);
        double initial = most / (1 - envelope.radius);
        envelope.bounds = Arrays.stream(weights).map(w -> w * initial).toArray();
        return envelope;
    }

    private boolean guarantees() {
        return radius < 1;
    }

    /** After a simultaneous update, relaxed by {@code lambda}. */
    public void updateAll(double lambda) {
        for (int k = 0; k < bounds.length; k++) next[k] = relaxed(k, lambda);
        System.arraycopy(next, 0, bounds, 0, next.length);
    }

    /** After one player's update within a sequential sweep. */
    public void update(int player, double lambda) {
        bounds[player] = relaxed(player, lambda);
    }

    private double relaxed(int k, double lambda) {
        return (1 - lambda) * bounds[k] + lambda * heard(k);
    }

    private double heard(int k) {
        double sum = 0;
        for (int j = 0; j < bounds.length; j++) sum += s.get(k, j) * bounds[j];
        return sum;
    }

    /** After a macro tick in which every update was relaxed by {@code lambda}. */
    public void endMacroTick(double lambda) {
        for (int k = 0; k < bounds.length; k++) bounds[k] *= 1 - lambda * (1 - radius);
    }

    /** The bound on the residual. */
    public double residual() {
        if (!guarantees()) return Double.NaN;
        double most = 0;
        for (int k = 0; k < bounds.length; k++) {
            double length = kind == Kind.RESIDUALS ? bounds[k] : bounds[k] + heard(k);
            most = Math.max(most, length / budgets[k]);
        }
        return most;
    }
}
