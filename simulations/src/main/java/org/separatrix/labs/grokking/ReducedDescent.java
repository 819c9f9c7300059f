package org.separatrix.labs.grokking;

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
 * <p>With r = (2/P)(f - y), A = X diag(r) X&#7488; and c = eta0/alpha: G = I - c eps A and s = -c X r. A step is two
 * products of P x D and two of D x D matrices, of which three are symmetric, or contracted with something symmetric, and
 * done by half: column panels that begin on the diagonal. The accumulated map w(t) = T w(0) + u comes along.
 */
final class ReducedDescent implements Descent {
    /** The width of a panel: a multiple of what the vector kernels make at once. */
    private static final int PANEL = 16;

    private final int d;
    private final int p;
    private final double alpha;
    private final double eps;
    private final double rate;
    private final double[] inputs;
    private final double[] targets;
    private final Crew crew;
    private final Kernels kernels;
    private final Workers.Task forward = this::forward;
    private final Workers.Task backward = this::backward;
    private final Workers.Task half = this::half;
    private final Workers.Task whole = this::whole;

    private final double[] mean;
    private final double[] second;
    private final double[] folded;
    private final double[] image;
    private final double[] weighted;
    private final double[] errors;
    private final double[] force;
    private final double[] g;
    private final double[] product;
    private final double[] next;
    private final double[] shift;
    private final double[] moved;
    private double[] map;
    private double[] nextMap;
    private double trainLoss = Double.NaN;

    /**
     * @param problem the network and its training inputs
     * @param start the moments of the weights at the start
     * @param eta0 the step of gradient-flow time
     */
    ReducedDescent(Problem problem, Moments start, double eta0, Crew crew) {
        this.crew = crew;
        kernels = crew.kernels(0);
        d = problem.dimension();
        p = problem.samples();
        alpha = problem.alpha();
        eps = problem.eps();
        rate = eta0 / alpha;
        inputs = problem.inputs().transpose().values();
        targets = problem.targets();
        if (problem.centred()) {
            double[] initial = problem.output(start).at(problem.inputs());
            for (int mu = 0; mu < p; mu++) targets[mu] += initial[mu];
        }
        mean = start.mean().clone();
        second = start.second().values().clone();
        folded = new double[d * d];
        image = new double[p * d];
        weighted = new double[p * d];
        errors = new double[p];
        force = new double[d * d];
        g = new double[d * d];
        product = new double[d * d];
        next = new double[d * d];
        shift = new double[d];
        moved = new double[d];
        map = new double[d * (d + 1)];
        nextMap = new double[d * (d + 1)];
        for (int i = 0; i < d; i++) map[i * (d + 1) + i] = 1;
    }

    @Override
    public void advance() {
        fold();
        crew.run(forward);
        trainLoss = kernels.sumOfSquares(0, p, errors) / p;
        crew.run(backward);
        affineMap();
        crew.run(half);
        crew.run(whole);
        finish();
    }

    /** Doubles what lies below the diagonal blocks, which stands for what lies above them, too. */
    private void fold() {
        for (int i = 0; i < d; i++) {
            int block = i / PANEL * PANEL;
            for (int j = 0; j < block; j++) folded[i * d + j] = 2 * second[i * d + j];
            for (int j = block; j < Math.min(d, block + PANEL); j++) folded[i * d + j] = second[i * d + j];
        }
    }

    /** The errors f - y of a range of the samples, and their inputs times r. */
    private void forward(int part, int parts) {
        Kernels kernels = crew.kernels(part);
        int from = Workers.bound(part, parts, p, 8);
        int to = Workers.bound(part + 1, parts, p, 8);
        for (int mu = from; mu < to; mu++) System.arraycopy(mean, 0, image, mu * d, d);
        for (int j = 0; j < d; j += PANEL)
            kernels.gemm(
                    Kernels.Form.AB,
                    to - from,
                    Math.min(PANEL, d - j),
                    d - j,
                    eps / 2,
                    inputs,
                    from * d + j,
                    d,
                    folded,
                    j * d + j,
                    d,
                    1,
                    image,
                    from * d + j,
                    d);
        for (int mu = from; mu < to; mu++) {
            int row = mu * d;
            double error = alpha * kernels.dot(row, row + d, inputs, image) - targets[mu];
            errors[mu] = error;
            double r = 2 * error / p;
            for (int i = row; i < row + d; i++) weighted[i] = r * inputs[i];
        }
    }

    /** c eps A, on and below the diagonal blocks. */
    private void backward(int part, int parts) {
        Kernels kernels = crew.kernels(part);
        for (int j = PANEL * part; j < d; j += PANEL * parts)
            kernels.gemm(
                    Kernels.Form.ATB,
                    d - j,
                    Math.min(PANEL, d - j),
                    p,
                    rate * eps,
                    weighted,
                    j,
                    d,
                    inputs,
                    j,
                    d,
                    0,
                    force,
                    j * d + j,
                    d);
    }

    /** G, s and G wbar. */
    private void affineMap() {
        for (int i = 0; i < d; i++) shift[i] = 0;
        for (int mu = 0; mu < p; mu++) {
            int row = mu * d;
            for (int i = 0; i < d; i++) shift[i] += weighted[row + i];
        }
        for (int i = 0; i < d; i++) shift[i] *= -rate;
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < i; j++) {
                double value = -force[i * d + j];
                g[i * d + j] = value;
                g[j * d + i] = value;
            }
            g[i * d + i] = 1 - force[i * d + i];
        }
        kernels.gemm(Kernels.Form.AB, d, 1, d, 1, g, mean, 0, moved);
    }

    /** G M and G T, a range of the rows. */
    private void half(int part, int parts) {
        Kernels kernels = crew.kernels(part);
        int from = Workers.bound(part, parts, d, 8);
        int rows = Workers.bound(part + 1, parts, d, 8) - from;
        kernels.gemm(Kernels.Form.AB, rows, d, d, 1, g, from * d, d, second, 0, d, 0, product, from * d, d);
        kernels.gemm(
                Kernels.Form.AB, rows, d + 1, d, 1, g, from * d, d, map, 0, d + 1, 0, nextMap, from * (d + 1), d + 1);
    }

    /** G M G, on and below the diagonal blocks. */
    private void whole(int part, int parts) {
        Kernels kernels = crew.kernels(part);
        for (int j = PANEL * part; j < d; j += PANEL * parts)
            kernels.gemm(
                    Kernels.Form.AB,
                    d - j,
                    Math.min(PANEL, d - j),
                    d,
                    1,
                    product,
                    j * d,
                    d,
                    g,
                    j,
                    d,
                    0,
                    next,
                    j * d + j,
                    d);
    }

    private void finish() {
        for (int i = 0; i < d; i++) {
            double gi = moved[i] + shift[i];
            double si = shift[i];
            for (int j = 0; j <= i; j++) {
                double value = next[i * d + j] + gi * shift[j] + si * moved[j];
                second[i * d + j] = value;
                second[j * d + i] = value;
            }
        }
        for (int i = 0; i < d; i++) {
            mean[i] = moved[i] + shift[i];
            nextMap[i * (d + 1) + d] += shift[i];
        }
        double[] old = map;
        map = nextMap;
        nextMap = old;
    }

    @Override
    public double trainLoss() {
        return trainLoss;
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

    /** The accumulated map (T, u) with w(t) = T w(0) + u, D x (D + 1), not to be changed. */
    double[] map() {
        return map;
    }
}
