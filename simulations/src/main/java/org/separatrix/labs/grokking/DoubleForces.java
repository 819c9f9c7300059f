package org.separatrix.labs.grokking;

import java.util.Arrays;
import org.separatrix.compute.Crew;
import org.separatrix.compute.Kernels;
import org.separatrix.compute.Workers;
import org.separatrix.labs.grokking.theory.Problem;

/**
 * The forces in double precision. Both products are contracted with something symmetric, or symmetric themselves, and
 * are done by half: in column panels that begin on the diagonal.
 */
final class DoubleForces implements Forces {
    /** The width of a panel: what the vector kernels make at once. */
    private static final int PANEL = 16;

    private static final int GRAIN = 8;

    private final int d;
    private final int p;
    private final double alpha;
    private final double eps;
    private final double[] inputs;
    private final double[] targets;
    private final Crew crew;
    private final Workers.Task forward = this::forward;
    private final Workers.Task backward = this::backward;
    private final double[] folded;
    private final double[] image;
    private final double[] weighted;
    private final double[] errors;
    private final double[] matrix;
    private final double[] pull;
    private double[] mean;

    DoubleForces(QuadraticTask task, Crew crew) {
        Problem problem = task.problem();
        this.crew = crew;
        d = problem.dimension();
        p = problem.samples();
        alpha = problem.alpha();
        eps = problem.eps();
        inputs = problem.inputs().transpose().values();
        targets = task.trainedTargets();
        folded = new double[d * d];
        image = new double[p * d];
        weighted = new double[p * d];
        errors = new double[p];
        matrix = new double[d * d];
        pull = new double[d];
    }

    @Override
    public void evaluate(double[] mean, double[] second) {
        this.mean = mean;
        // What lies below the diagonal blocks stands for what lies above them, too.
        for (int i = 0; i < d; i++) {
            int block = i / PANEL * PANEL;
            for (int j = 0; j < block; j++) folded[i * d + j] = 2 * second[i * d + j];
            for (int j = block; j < Math.min(d, block + PANEL); j++) folded[i * d + j] = second[i * d + j];
        }
        crew.run(forward);
        crew.run(backward);
        Arrays.fill(pull, 0);
        for (int mu = 0; mu < p; mu++) {
            int row = mu * d;
            for (int i = 0; i < d; i++) pull[i] += weighted[row + i];
        }
    }

    /** The errors f - y of a range of the samples, and their inputs times r. */
    private void forward(int part, int parts) {
        Kernels kernels = crew.kernels(part);
        int from = Workers.bound(part, parts, p, GRAIN);
        int to = Workers.bound(part + 1, parts, p, GRAIN);
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

    private void backward(int part, int parts) {
        Kernels kernels = crew.kernels(part);
        for (int j = PANEL * part; j < d; j += PANEL * parts)
            kernels.gemm(
                    Kernels.Form.ATB,
                    d - j,
                    Math.min(PANEL, d - j),
                    p,
                    1,
                    weighted,
                    j,
                    d,
                    inputs,
                    j,
                    d,
                    0,
                    matrix,
                    j * d + j,
                    d);
    }

    @Override
    public double loss() {
        return Problem.meanSquare(errors);
    }

    @Override
    public double[] pull() {
        return pull;
    }

    @Override
    public double[] matrix() {
        return matrix;
    }
}
