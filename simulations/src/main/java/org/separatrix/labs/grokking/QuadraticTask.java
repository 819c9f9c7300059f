package org.separatrix.labs.grokking;

import org.separatrix.compute.Matrix;
import org.separatrix.compute.RandomStream;
import org.separatrix.lab.Data;
import org.separatrix.lab.Settings;
import org.separatrix.labs.grokking.theory.Moments;
import org.separatrix.labs.grokking.theory.Problem;

/**
 * A network and its teacher as given, or drawn.
 *
 * @param weights the initial weights, one neuron a row; null for infinitely many
 * @param start their moments
 */
record QuadraticTask(Problem problem, Matrix weights, Moments start) {
    static QuadraticTask of(Settings settings, Data data) {
        int d = settings.size(Knobs.DIMENSION);
        int p = settings.size(Knobs.SAMPLES);
        long seed = settings.seed();
        Matrix inputs = data.matrix("X", d, p)
                .map(values -> Matrix.of(d, p, values))
                .orElseGet(() -> gaussian(seed, "inputs", d, p).scaled(1 / Math.sqrt(d)));
        double[] teacher = data.vector("beta", d).orElseGet(() -> teacher(seed, d, settings.get(Knobs.RESCALE)));
        var problem = new Problem(
                inputs, teacher, settings.get(Knobs.ALPHA), settings.get(Knobs.EPS), settings.get(Knobs.CENTRED));
        if (settings.get(Knobs.INFINITE)) return new QuadraticTask(problem, null, Moments.ofInfiniteWidth(d));
        int n = settings.size(Knobs.WIDTH);
        Matrix weights = data.matrix("W0", n, d)
                .map(values -> Matrix.of(n, d, values))
                .orElseGet(() -> gaussian(seed, "weights", n, d));
        return new QuadraticTask(problem, weights, Moments.of(weights));
    }

    /** What the network learns from on the training inputs: where it is centred, its first answers come on top. */
    double[] trainedTargets() {
        double[] targets = problem.targets();
        if (!problem.centred()) return targets;
        double[] first = problem.output(start).at(problem.inputs());
        for (int mu = 0; mu < targets.length; mu++) targets[mu] += first[mu];
        return targets;
    }

    /** Independent standard normal numbers. */
    static Matrix gaussian(long seed, String purpose, int rows, int columns) {
        double[] values = new double[rows * columns];
        RandomStream.of(seed, purpose, 0).fillGaussian(values);
        return Matrix.of(rows, columns, values);
    }

    /** A direction, of squared norm D where asked. */
    static double[] teacher(long seed, int d, boolean rescale) {
        double[] beta = gaussian(seed, "teacher", d, 1).values();
        if (!rescale) return beta;
        double power = 0;
        for (double b : beta) power += b * b;
        for (int i = 0; i < d; i++) beta[i] *= Math.sqrt(d / power);
        return beta;
    }
}
