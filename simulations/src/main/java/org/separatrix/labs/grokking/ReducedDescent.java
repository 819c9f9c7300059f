package org.separatrix.labs.grokking;

import org.separatrix.compute.Crew;
import org.separatrix.compute.DoubleStrips;
import org.separatrix.compute.Kernels;
import org.separatrix.compute.Matrix;
import org.separatrix.compute.Workers;
import org.separatrix.labs.grokking.theory.Moments;
import org.separatrix.labs.grokking.theory.Problem;

/**
 * Gradient descent on the moments of the neurons' weights alone: every neuron follows the same affine map w &larr; G w +
 * s, so the cost of a step does not depend on how many there are, and there may be infinitely many.
 *
 * <p>With r = (2/P)(f - y), A = X diag(r) X&#7488; and c = eta0/alpha: G = I - c eps A and s = -c X r. The new moments are
 * m = G wbar + s and G M G + (G wbar) s&#7488; + s m&#7488;, which is one product of matrices (M G, (G wbar)&#7488;,
 * s&#7488;)&#7488; (G, s&#7488;, m&#7488;): symmetric, and done by half. The accumulated map w(t) = T w(0) + u comes along
 * where it is asked for.
 */
final class ReducedDescent implements Descent {
    /** Parts begin at multiples of what the vector kernels make at once. */
    private static final int GRAIN = 8;

    private final int d;
    private final double rate;
    private final double eps;
    private final Forces forces;
    private final Crew crew;
    private final Workers.Task images = this::images;
    private final Workers.Task moments = this::moments;

    private final double[] mean;
    private final double[] second;

    /** M G, G wbar and s. */
    private final double[] left;

    /** G, s and the new mean. */
    private final DoubleStrips right;

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
        left = new double[(d + 2) * d];
        right = DoubleStrips.zero(d + 2, d);
        moved = new double[d];
        if (mapped) {
            map = new double[(d + 1) * d];
            nextMap = new double[(d + 1) * d];
            for (int i = 0; i < d; i++) map[i * d + i] = 1;
        }
    }

    @Override
    public void advance() {
        evaluate();
        evaluated = false;
        contract();
        crew.run(images);
        shift();
        crew.run(moments);
        mirror();
    }

    private void evaluate() {
        if (!evaluated) forces.evaluate(mean, second);
        evaluated = true;
    }

    /** G. */
    private void contract() {
        double[] force = forces.matrix();
        double curved = rate * eps;
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < i; j++) {
                double g = -curved * force[i * d + j];
                right.set(i, j, g);
                right.set(j, i, g);
            }
            right.set(i, i, 1 - curved * force[i * d + i]);
        }
    }

    /** M G and T&#7488; G, a range of the rows. */
    private void images(int part, int parts) {
        Kernels kernels = crew.kernels(part);
        kernels.product(bound(part, parts, d), bound(part + 1, parts, d), d, second, right, left);
        if (map == null) return;
        kernels.product(bound(part, parts, d + 1), bound(part + 1, parts, d + 1), d, map, right, nextMap);
    }

    private static int bound(int part, int parts, int rows) {
        return Workers.bound(part, parts, rows, GRAIN);
    }

    /** The mean, and what it adds to the second moment. */
    private void shift() {
        double[] pull = forces.pull();
        crew.kernels(0).product(0, 1, d, mean, right, moved);
        for (int i = 0; i < d; i++) {
            double s = -rate * pull[i];
            mean[i] = moved[i] + s;
            left[d * d + i] = moved[i];
            left[d * (d + 1) + i] = s;
            right.set(d, i, s);
            right.set(d + 1, i, mean[i]);
        }
        if (map == null) return;
        for (int i = 0; i < d; i++) nextMap[d * d + i] += left[d * (d + 1) + i];
        double[] old = map;
        map = nextMap;
        nextMap = old;
    }

    /** The second moment on and below the diagonal, a range of the rows. */
    private void moments(int part, int parts) {
        int from = Workers.triangularBound(part, parts, d, GRAIN);
        int to = Workers.triangularBound(part + 1, parts, d, GRAIN);
        crew.kernels(part).lowerProduct(from, to, left, right, second);
    }

    /** Copies what lies below the diagonal above it. */
    private void mirror() {
        for (int i = 0; i < d; i++) for (int j = 0; j < i; j++) second[j * d + i] = second[i * d + j];
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

    /**
     * The accumulated map w(t) = T w(0) + u, T&#7488; above u&#7488;, (D + 1) x D, not to be changed; null where it is not
     * kept.
     */
    @Override
    public double[] state() {
        return map;
    }
}
