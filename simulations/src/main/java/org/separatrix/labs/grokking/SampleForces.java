package org.separatrix.labs.grokking;

import org.separatrix.compute.Crew;
import org.separatrix.compute.Workers;
import org.separatrix.labs.grokking.theory.Problem;

/**
 * The forces of the training samples. The errors are the values of a quadratic form at the inputs, and the forces are
 * moments of the inputs weighted by the errors; by symmetry both take half the work.
 */
final class SampleForces implements Forces {
    // Parts begin at multiples of what the vector kernels make at once.
    private static final int ROW_GRAIN = 16;
    private static final int SAMPLE_GRAIN = 32;

    private final int d;
    private final int p;
    private final double alpha;
    private final double[] targets;
    private final Samples samples;
    private final Crew crew;
    private final Workers.Task forward = this::forward;
    private final Workers.Task backward = this::backward;
    private final double[] errors;
    private final double[] weights;

    SampleForces(QuadraticTask task, Samples samples, Crew crew) {
        Problem problem = task.problem();
        this.samples = samples;
        this.crew = crew;
        d = problem.dimension();
        p = problem.samples();
        alpha = problem.alpha();
        targets = task.trainedTargets();
        errors = new double[p];
        weights = new double[p];
    }

    @Override
    public void evaluate(double[] mean, double[] second) {
        samples.form(mean, second);
        crew.run(forward);
        samples.weigh(weights);
        crew.run(backward);
    }

    /** The errors f - y of a range of the samples. */
    private void forward(int part, int parts) {
        int from = Workers.bound(part, parts, p, SAMPLE_GRAIN);
        int to = Workers.bound(part + 1, parts, p, SAMPLE_GRAIN);
        samples.values(crew.kernels(part), from, to, errors);
        for (int mu = from; mu < to; mu++) errors[mu] = alpha * errors[mu] - targets[mu];
        for (int mu = from; mu < to; mu++) weights[mu] = 2 * errors[mu] / p;
    }

    /** A range of the rows of A and X r. */
    private void backward(int part, int parts) {
        int from = Workers.triangularBound(part, parts, d, ROW_GRAIN);
        int to = Workers.triangularBound(part + 1, parts, d, ROW_GRAIN);
        samples.moments(crew.kernels(part), from, to);
    }

    @Override
    public double loss() {
        return Problem.meanSquare(errors);
    }

    @Override
    public double[] pull() {
        return samples.first();
    }

    @Override
    public double[] matrix() {
        return samples.second();
    }
}
