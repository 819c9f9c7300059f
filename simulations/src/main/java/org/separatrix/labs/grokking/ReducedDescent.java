package org.separatrix.labs.grokking;

import java.util.Arrays;
import org.separatrix.compute.Crew;
import org.separatrix.compute.Kernels;
import org.separatrix.compute.Matrix;
import org.separatrix.compute.Workers;
import org.separatrix.labs.grokking.theory.Moments;
import org.separatrix.labs.grokking.theory.Problem;

/**
 * Gradient descent on the moments of the neurons' weights alone: every neuron follows the same affine map w &larr; G w +
 * s, so the cost of a step does not depend on how many there are, and there may be infinitely many.
 *
 * <p>With r = (2/P)(f - y), A = X diag(r) X&#7488; and c = eta0/alpha: G = I - c eps A and s = -c X r. G M G is symmetric
 * and done by half. The accumulated map w(t) = T w(0) + u comes along where it is asked for.
 */
final class ReducedDescent implements Descent {
    /** Parts of a triangle begin at multiples of what the vector kernels make at once. */
    private static final int PANEL = 32;

    private static final int GRAIN = 8;

    private final int d;
    private final double rate;
    private final double eps;
    private final Forces forces;
    private final Crew crew;
    private final Workers.Task half = this::half;
    private final Workers.Task whole = this::whole;

    private final double[] mean;
    private final double[] second;
    private final double[] g;
    private final double[] product;
    private final double[] next;
    private final double[] shift;
    private final double[] moved;
    private double[] map;
    private double[] nextMap;
    private boolean evaluated;

    /**
     * @param problem the network and its training inputs
     * @param start the moments of the weights at the start
     * @param eta0 the step of gradient-flow time
     * @param forces what the samples do
     * @param mapped whether the accumulated map is kept
     */
    ReducedDescent(Problem problem, Moments start, double eta0, Forces forces, boolean mapped, Crew crew) {
        this.crew = crew;
        this.forces = forces;
        d = problem.dimension();
        eps = problem.eps();
        rate = eta0 / problem.alpha();
        mean = start.mean().clone();
        second = start.second().values().clone();
        g = new double[d * d];
        product = new double[d * d];
        next = new double[d * d];
        shift = new double[d];
        moved = new double[d];
        if (mapped) {
            map = new double[d * (d + 1)];
            nextMap = new double[d * (d + 1)];
            for (int i = 0; i < d; i++) map[i * (d + 1) + i] = 1;
        }
    }

    @Override
    public void advance() {
        evaluate();
        evaluated = false;
        affineMap();
        crew.run(half);
        crew.run(whole);
        finish();
    }

    private void evaluate() {
        if (!evaluated) forces.evaluate(mean, second);
        evaluated = true;
    }

    /** G, s and G wbar. */
    private void affineMap() {
        double[] force = forces.matrix();
        double[] pull = forces.pull();
        double curved = rate * eps;
        for (int i = 0; i < d; i++) {
            shift[i] = -rate * pull[i];
            int row = i * d;
            for (int j = row; j < row + i; j++) g[j] = -curved * force[j];
            g[row + i] = 1 - curved * force[row + i];
        }
        mirror(g);
        Arrays.fill(moved, 0);
        for (int j = 0; j < d; j++) for (int i = 0; i < d; i++) moved[i] += g[j * d + i] * mean[j];
    }

    /** G M and G T, a range of the rows. */
    private void half(int part, int parts) {
        Kernels kernels = crew.kernels(part);
        int from = Workers.bound(part, parts, d, GRAIN);
        int rows = Workers.bound(part + 1, parts, d, GRAIN) - from;
        kernels.gemm(Kernels.Form.AB, rows, d, d, 1, g, from * d, d, second, 0, d, 0, product, from * d, d);
        if (map == null) return;
        kernels.gemm(
                Kernels.Form.AB, rows, d + 1, d, 1, g, from * d, d, map, 0, d + 1, 0, nextMap, from * (d + 1), d + 1);
    }

    /** G M G, on and below the diagonal. */
    private void whole(int part, int parts) {
        int from = Workers.triangularBound(part, parts, d, PANEL);
        int to = Workers.triangularBound(part + 1, parts, d, PANEL);
        crew.kernels(part).lowerProduct(d, from, to, product, g, next);
    }

    private void finish() {
        for (int i = 0; i < d; i++) {
            double gi = moved[i] + shift[i];
            double si = shift[i];
            int row = i * d;
            for (int j = 0; j <= i; j++) second[row + j] = next[row + j] + gi * shift[j] + si * moved[j];
        }
        mirror(second);
        for (int i = 0; i < d; i++) mean[i] = moved[i] + shift[i];
        if (map == null) return;
        for (int i = 0; i < d; i++) nextMap[i * (d + 1) + d] += shift[i];
        double[] old = map;
        map = nextMap;
        nextMap = old;
    }

    /** Copies what lies below the diagonal above it. */
    private void mirror(double[] a) {
        for (int i = 0; i < d; i++) for (int j = 0; j < i; j++) a[j * d + i] = a[i * d + j];
    }

    @Override
    public double trainLoss() {
        evaluate();
        return forces.loss();
    }

    @Override
    public Moments moments() {
        return new Moments(mean.clone(), Matrix.of(d, d, second.clone()));
    }

    @Override
    public double[] mean() {
        return mean;
    }

    @Override
    public double[] second() {
        return second;
    }

    /** The accumulated map (T, u) with w(t) = T w(0) + u, D x (D + 1), not to be changed; null where it is not kept. */
    @Override
    public double[] state() {
        return map;
    }
}
