package org.separatrix.labs.grokking;

import org.separatrix.compute.Crew;
import org.separatrix.compute.Matrix;
import org.separatrix.compute.Workers;
import org.separatrix.labs.grokking.theory.Moments;
import org.separatrix.labs.grokking.theory.Problem;

/**
 * Gradient descent on the moments of the neurons' weights alone: every neuron follows the same affine map w &larr; G w +
 * s, so the cost of a step does not depend on how many there are, and there may be infinitely many.
 *
 * <p>With r = (2/P)(f - y), A = X diag(r) X&#7488; and c = eta0/alpha: G = I - c eps A and s = -c X r. What follows the
 * map is a {@linkplain Moments#root root} of the moments, R with R&#7488;R the second moment and the mean as its last row:
 * R &larr; R G, and s comes on top of the last row. So the weights of every neuron are known, too.
 */
final class ReducedDescent implements Descent {
    /** Parts begin at multiples of what the vector kernels make at once. */
    private static final int GRAIN = 8;

    private final int d;
    private final int rank;
    private final double rate;
    private final double eps;
    private final Forces forces;
    private final Crew crew;
    private final Workers.Task images = this::images;
    private final Workers.Task moments = this::moments;

    private double[] root;
    private double[] moved;
    private final double[] mean;
    private final double[] second;
    private boolean evaluated;
    private boolean mirrored;

    /**
     * @param problem the network and its training inputs
     * @param start the moments of the weights at the start
     * @param eta0 the step of gradient-flow time
     * @param forces what the samples do
     */
    ReducedDescent(Problem problem, Moments start, double eta0, Forces forces, Crew crew) {
        this.crew = crew;
        this.forces = forces;
        d = problem.dimension();
        eps = problem.eps();
        rate = eta0 / problem.alpha();
        Matrix extended = start.root();
        rank = extended.rows();
        root = extended.block(0, rank, 0, d).values().clone();
        moved = new double[rank * d];
        mean = start.mean().clone();
        second = start.second().values().clone();
        mirrored = true;
    }

    @Override
    public void advance() {
        evaluate();
        evaluated = false;
        crew.run(images);
        shift();
        crew.run(moments);
        mirrored = false;
    }

    private void evaluate() {
        if (!evaluated) forces.evaluate(mean, second);
        evaluated = true;
    }

    /** R G, a range of the rows. */
    private void images(int part, int parts) {
        int from = Workers.bound(part, parts, rank, GRAIN);
        int to = Workers.bound(part + 1, parts, rank, GRAIN);
        crew.kernels(part).step(from, to, d, -rate * eps, root, forces.matrix(), moved);
    }

    private void shift() {
        double[] pull = forces.pull();
        int last = (rank - 1) * d;
        for (int i = 0; i < d; i++) {
            moved[last + i] -= rate * pull[i];
            mean[i] = moved[last + i];
        }
        double[] before = root;
        root = moved;
        moved = before;
    }

    /** The second moment on and below the diagonal, a range of the rows. */
    private void moments(int part, int parts) {
        int from = Workers.triangularBound(part, parts, d, GRAIN);
        int to = Workers.triangularBound(part + 1, parts, d, GRAIN);
        crew.kernels(part).gram(from, to, d, rank, root, second);
    }

    @Override
    public double trainLoss() {
        evaluate();
        return forces.loss();
    }

    @Override
    public Moments moments() {
        return new Moments(mean.clone(), Matrix.of(d, d, second().clone()));
    }

    @Override
    public double[] mean() {
        return mean;
    }

    @Override
    public double[] second() {
        if (!mirrored) for (int i = 0; i < d; i++) for (int j = 0; j < i; j++) second[j * d + i] = second[i * d + j];
        mirrored = true;
        return second;
    }

    /** The root of the moments, rank x D, not to be changed. */
    @Override
    public double[] state() {
        return root;
    }
}
