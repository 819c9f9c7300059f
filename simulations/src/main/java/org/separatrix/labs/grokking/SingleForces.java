package org.separatrix.labs.grokking;

import java.util.Arrays;
import org.separatrix.compute.Crew;
import org.separatrix.compute.Kernels;
import org.separatrix.compute.Workers;
import org.separatrix.labs.grokking.theory.Problem;

/**
 * The forces in single precision, twice as fast: the same panels as in {@link DoubleForces}, of which only the sums that
 * leave are double.
 */
final class SingleForces implements Forces {
    /** The width of a panel: what the vector kernels make at once. */
    private static final int PANEL = 32;

    private static final int GRAIN = 8;

    private final int d;
    private final int p;
    private final double alpha;
    private final double eps;
    private final float[] inputs;
    private final double[] targets;
    private final Crew crew;
    private final Workers.Task forward = this::forward;
    private final Workers.Task backward = this::backward;
    private final float[] folded;
    private final float[] image;
    private final float[] weighted;
    private final double[] errors;
    private final float[] matrix;
    private final float[] mean;
    private final double[] wideMatrix;
    private final double[] pull;

    SingleForces(QuadraticTask task, Crew crew) {
        Problem problem = task.problem();
        this.crew = crew;
        d = problem.dimension();
        p = problem.samples();
        alpha = problem.alpha();
        eps = problem.eps();
        inputs = narrow(problem.inputs().transpose().values());
        targets = task.trainedTargets();
        folded = new float[d * d];
        image = new float[p * d];
        weighted = new float[p * d];
        errors = new double[p];
        matrix = new float[d * d];
        mean = new float[d];
        wideMatrix = new double[d * d];
        pull = new double[d];
    }

    @Override
    public void evaluate(double[] mean, double[] second) {
        for (int i = 0; i < d; i++) this.mean[i] = (float) mean[i];
        // What lies below the diagonal blocks stands for what lies above them, too.
        for (int i = 0; i < d; i++) {
            int block = i / PANEL * PANEL;
            for (int j = 0; j < block; j++) folded[i * d + j] = (float) (2 * second[i * d + j]);
            for (int j = block; j < Math.min(d, block + PANEL); j++) folded[i * d + j] = (float) second[i * d + j];
        }
        crew.run(forward);
        crew.run(backward);
        Arrays.fill(pull, 0);
        for (int mu = 0; mu < p; mu++) {
            int row = mu * d;
            for (int i = 0; i < d; i++) pull[i] += weighted[row + i];
        }
        for (int i = 0; i < matrix.length; i++) wideMatrix[i] = matrix[i];
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
                    (float) (eps / 2),
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
            double error = alpha * dot(row, row + d) - targets[mu];
            errors[mu] = error;
            float r = (float) (2 * error / p);
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
        return wideMatrix;
    }

    /** The sum of the products of inputs and image, in eight chains that do not wait for each other. */
    private float dot(int from, int to) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        float s4 = 0;
        float s5 = 0;
        float s6 = 0;
        float s7 = 0;
        int i = from;
        for (; i + 8 <= to; i += 8) {
            s0 += inputs[i] * image[i];
            s1 += inputs[i + 1] * image[i + 1];
            s2 += inputs[i + 2] * image[i + 2];
            s3 += inputs[i + 3] * image[i + 3];
            s4 += inputs[i + 4] * image[i + 4];
            s5 += inputs[i + 5] * image[i + 5];
            s6 += inputs[i + 6] * image[i + 6];
            s7 += inputs[i + 7] * image[i + 7];
        }
        for (; i < to; i++) s0 += inputs[i] * image[i];
        return ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
    }

    private static float[] narrow(double[] values) {
        float[] narrow = new float[values.length];
        for (int i = 0; i < values.length; i++) narrow[i] = (float) values[i];
        return narrow;
    }
}
