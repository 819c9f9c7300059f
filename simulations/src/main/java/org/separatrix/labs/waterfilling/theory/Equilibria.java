package org.separatrix.labs.waterfilling.theory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.separatrix.compute.Crew;
import org.separatrix.compute.Kernels;
import org.separatrix.compute.LinearAlgebra;
import org.separatrix.compute.Matrix;

/** Finds Nash equilibria: powers to which every user's best response is its own. */
public final class Equilibria {
    private static final double SETTLED = 1e-10;
    private static final int SWEEPS = 200;
    private static final double RELAXATION = 0.5;
    private static final int RELAXED_STEPS = 400;

    /** Two equilibria whose powers differ by less than this, times the number of tones, are one. */
    private static final double MERGED = 1e-4;

    private static final double NEGATIVE = -1e-10;
    private static final double EXACT = 1e-9;

    private final Game game;
    private final Crew crew;
    private final BestResponses responses;

    public Equilibria(Game game, Crew crew) {
        this.game = game;
        this.crew = crew;
        responses = new BestResponses(game, crew);
    }

    /**
     * The equilibrium that users find who update one after the other, at first by all of their best response, then, where
     * that does not settle, all at once by half of it.
     *
     * @param start feasible powers, K x N
     */
    public Optional<double[]> from(double[] start) {
        double[] p = start.clone();
        return settled(p, this::sweep, SWEEPS).or(() -> settled(p, this::relax, RELAXED_STEPS));
    }

    /** Moves on until the residual, once it is small, falls no more. */
    private Optional<double[]> settled(double[] p, Consumer<double[]> move, int steps) {
        double least = SETTLED;
        Optional<double[]> best = Optional.empty();
        for (int step = 0; step < steps; step++) {
            responses.to(p);
            double residual = responses.residual();
            if (best.isPresent() && residual >= least) return best;
            if (residual < least) {
                least = residual;
                best = Optional.of(responses.responses().clone());
            }
            move.accept(p);
        }
        return best;
    }

    private void sweep(double[] p) {
        Kernels kernels = crew.kernels(0);
        int tones = game.tones();
        for (int k = 0; k < game.users(); k++) {
            responses.to(p, k, kernels);
            System.arraycopy(responses.responses(), k * tones, p, k * tones, tones);
        }
    }

    private void relax(double[] p) {
        for (int i = 0; i < p.length; i++) p[i] += RELAXATION * (responses.responses()[i] - p[i]);
    }

    /** The distinct equilibria found from several starts: a lower bound on their number, blind to unstable ones. */
    public List<double[]> fromAll(List<double[]> starts) {
        List<double[]> found = new ArrayList<>();
        for (double[] start : starts) from(start).ifPresent(p -> add(p, found, MERGED * game.tones()));
        return found;
    }

    private static void add(double[] p, List<double[]> found, double tolerance) {
        for (double[] known : found) if (distance(known, p) < tolerance) return;
        found.add(p);
    }

    /** The largest difference between two powers. */
    public static double distance(double[] p, double[] q) {
        double most = 0;
        for (int i = 0; i < p.length; i++) most = Math.max(most, Math.abs(p[i] - q[i]));
        return most;
    }

    /**
     * All isolated equilibria of a tiny game without masks, unstable ones included: for every choice of used tones the
     * conditions are linear (Luo, Pang 2006). There are (2^N - 1)^K choices.
     */
    public List<double[]> bySupports() {
        int users = game.users();
        int supports = (1 << game.tones()) - 1;
        List<double[]> found = new ArrayList<>();
        int[] chosen = new int[users];
        for (long choice = 0; choice < Math.round(Math.pow(supports, users)); choice++) {
            long rest = choice;
            for (int k = 0; k < users; k++) {
                chosen[k] = (int) (rest % supports) + 1;
                rest /= supports;
            }
            onSupports(chosen).ifPresent(p -> add(p, found, 1e-7));
        }
        return found;
    }

    private Optional<double[]> onSupports(int[] supports) {
        int users = game.users();
        int tones = game.tones();
        List<Integer> used = new ArrayList<>();
        for (int i = 0; i < users * tones; i++) if ((supports[i / tones] >> i % tones & 1) == 1) used.add(i);
        int powers = used.size();
        int side = powers + users;
        double[] conditions = new double[side * side];
        double[] right = new double[side];
        for (int r = 0; r < powers; r++) {
            int k = used.get(r) / tones;
            int n = used.get(r) % tones;
            for (int c = 0; c < powers; c++) {
                int j = used.get(c) / tones;
                if (used.get(c) % tones == n) conditions[r * side + c] = j == k ? 1 : game.coupling(k, j, n);
            }
            conditions[r * side + powers + k] = -1;
            right[r] = -game.noise(k, n);
            conditions[(powers + k) * side + r] = 1;
        }
        System.arraycopy(game.budgets(), 0, right, powers, users);
        double[] solution;
        try {
            solution = LinearAlgebra.solve(Matrix.of(side, side, conditions), Matrix.of(side, 1, right))
                    .values();
        } catch (IllegalArgumentException singular) {
            return Optional.empty();
        }
        double[] p = new double[users * tones];
        for (int r = 0; r < powers; r++) {
            if (!(solution[r] >= NEGATIVE)) return Optional.empty();
            p[used.get(r)] = Math.max(solution[r], 0);
        }
        responses.to(p);
        return responses.residual() < EXACT ? Optional.of(p) : Optional.empty();
    }
}
