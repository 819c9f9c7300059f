package org.separatrix.labs.grokking;

import org.separatrix.compute.LinearAlgebra;
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
        Matrix weights = settings.get(Knobs.INFINITE) ? null : weights(settings, data, d);
        return turned(problem, weights);
    }

    private static Matrix weights(Settings settings, Data data, int d) {
        int n = settings.size(Knobs.WIDTH);
        return data.matrix("W0", n, d)
                .map(values -> Matrix.of(n, d, values))
                .orElseGet(() -> gaussian(settings.seed(), "weights", n, d));
    }

    /**
     * The same in the frame in which the inputs are in echelon form, x_i&mu; = 0 for i &gt; &mu;, which saves the products
     * with the zeros: nothing that is told of a run depends on the frame.
     */
    private static QuadraticTask turned(Problem problem, Matrix weights) {
        int d = problem.dimension();
        int p = problem.samples();
        // The identity behind the inputs completes the frame where they are fewer than the dimensions.
        LinearAlgebra.Qr qr = LinearAlgebra.qr(problem.inputs().beside(Matrix.identity(d)));
        Matrix frame = qr.q();
        Matrix teacher = Matrix.of(1, d, problem.teacher()).times(frame);
        var turned = new Problem(
                qr.r().block(0, d, 0, p), teacher.values(), problem.alpha(), problem.eps(), problem.centred());
        if (weights == null) return new QuadraticTask(turned, null, Moments.ofInfiniteWidth(d));
        Matrix neurons = weights.times(frame);
        return new QuadraticTask(turned, neurons, Moments.of(neurons));
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
