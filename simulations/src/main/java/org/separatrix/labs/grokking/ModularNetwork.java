package org.separatrix.labs.grokking;

import java.util.Arrays;
import org.separatrix.compute.Kernels;
import org.separatrix.lab.Settings;

/**
 * Two layers on pairs: h = U[a] + V[b], z = h&sup2; or max(h, 0), logits alpha z W; trained on the full batch. The step
 * after a gradient is plain or Adam's, with decoupled weight decay.
 *
 * <p>Sources: Gromov (2023) for the network; Prieto, Barsbey, Mediano, Birdal (2025) for StableMax and for gradients
 * across the weights.
 */
final class ModularNetwork {
    /** Moments of Adam below this are zero: numbers without their leading digit would slow every step down. */
    private static final double NOTHING = 1e-290;

    /** The answers to a set of pairs, and how good they are. */
    static final class Answers {
        private final int[] pairs;
        private final double[] activity;
        private final double[] slope;
        private final double[] logits;
        private double loss;
        private double accuracy;
        private double unmoved;
        private double margin;

        Answers(int[] pairs, int width, int modulus) {
            this.pairs = pairs;
            activity = new double[pairs.length * width];
            slope = new double[pairs.length * width];
            logits = new double[pairs.length * modulus];
        }

        /** The mean loss. */
        double loss() {
            return loss;
        }

        /** The share of pairs whose largest logit is that of their sum. */
        double accuracy() {
            return accuracy;
        }

        /** The share of pairs whose loss is exactly zero. */
        double unmoved() {
            return unmoved;
        }

        /** By how much the sum's logit exceeds the largest other one, in the mean. */
        double margin() {
            return margin;
        }
    }

    private final ModularTask task;
    private final Kernels kernels;
    private final int p;
    private final int n;
    private final double alpha;
    private final Knobs.Unit unit;
    private final Knobs.Loss loss;
    private final boolean single;
    private final boolean adam;
    private final boolean orthogonal;
    private final double decay;
    private final double beta1;
    private final double beta2;
    private final double floor;
    private final double[][] parameters;
    private final double[][] gradients;
    private final double[][] means;
    private final double[][] squares;
    private final Answers train;
    private final double[] errors;
    private final double[] back;
    private long steps;

    /**
     * @param u p x N
     * @param v p x N
     * @param w N x p
     */
    ModularNetwork(Settings settings, ModularTask task, double[] u, double[] v, double[] w, Kernels kernels) {
        this.task = task;
        this.kernels = kernels;
        p = task.modulus();
        n = settings.size(Knobs.WIDTH);
        alpha = settings.get(Knobs.ALPHA);
        unit = settings.get(Knobs.UNIT);
        loss = settings.get(Knobs.LOSS);
        single = settings.get(Knobs.PRECISION) == Knobs.Precision.SINGLE;
        adam = settings.get(Knobs.OPTIMISER) == Knobs.Optimiser.ADAMW;
        orthogonal = settings.get(Knobs.ORTHOGONAL);
        decay = settings.get(Knobs.DECAY);
        beta1 = settings.get(Knobs.BETA1);
        beta2 = settings.get(Knobs.BETA2);
        floor = settings.get(Knobs.ADAM_EPS);
        parameters = new double[][] {u.clone(), v.clone(), w.clone()};
        gradients = new double[3][p * n];
        means = new double[3][p * n];
        squares = new double[3][p * n];
        train = new Answers(task.train(), n, p);
        errors = new double[task.train().length * p];
        back = new double[task.train().length * n];
        for (double[] parameter : parameters)
            for (int i = 0; i < parameter.length; i++) parameter[i] = rounded(parameter[i]);
    }

    private double rounded(double value) {
        return single ? (float) value : value;
    }

    /** One step with a learning rate. */
    void advance(double rate) {
        answer(train, errors);
        backward();
        steps++;
        for (int k = 0; k < 3; k++) {
            if (orthogonal) project(parameters[k], gradients[k]);
            if (adam) adam(rate, parameters[k], gradients[k], means[k], squares[k]);
            else descend(rate, parameters[k], gradients[k]);
        }
    }

    /** The answers to a set of pairs; the gradient of the loss with respect to the logits where there is room for it. */
    void answer(Answers set, double[] gradient) {
        int count = set.pairs.length;
        double[] u = parameters[0];
        double[] v = parameters[1];
        for (int k = 0; k < count; k++) {
            int a = task.first(set.pairs[k]) * n;
            int b = task.second(set.pairs[k]) * n;
            int row = k * n;
            if (unit == Knobs.Unit.QUAD)
                for (int i = 0; i < n; i++) {
                    double h = u[a + i] + v[b + i];
                    set.activity[row + i] = h * h;
                    set.slope[row + i] = 2 * h;
                }
            else
                for (int i = 0; i < n; i++) {
                    double h = u[a + i] + v[b + i];
                    set.activity[row + i] = Math.max(h, 0);
                    set.slope[row + i] = h > 0 ? 1 : 0;
                }
        }
        kernels.gemm(Kernels.Form.AB, count, p, n, alpha, set.activity, parameters[2], 0, set.logits);
        if (single) for (int i = 0; i < set.logits.length; i++) set.logits[i] = (float) set.logits[i];
        set.loss = 0;
        set.accuracy = 0;
        set.unmoved = 0;
        set.margin = 0;
        for (int k = 0; k < count; k++) judge(set, k, gradient);
        set.loss /= count;
        set.accuracy /= count;
        set.unmoved /= count;
        set.margin /= count;
    }

    private void judge(Answers set, int k, double[] gradient) {
        int row = k * p;
        int answer = task.sum(set.pairs[k]);
        double[] logits = set.logits;
        int best = 0;
        for (int c = 1; c < p; c++) if (logits[row + c] > logits[row + best]) best = c;
        if (best == answer) set.accuracy++;
        double rival = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < p; c++) if (c != answer) rival = Math.max(rival, logits[row + c]);
        set.margin += logits[row + answer] - rival;
        double value = switch (loss) {
            case MSE -> meanSquare(logits, row, answer, set.pairs.length, gradient);
            case CE -> crossEntropy(logits, row, answer, logits[row + best], set.pairs.length, gradient);
            case STABLE -> stableCrossEntropy(logits, row, answer, set.pairs.length, gradient);
        };
        set.loss += value;
        if (value == 0) set.unmoved++;
    }

    private double meanSquare(double[] logits, int row, int answer, int count, double[] gradient) {
        double sum = 0;
        for (int c = 0; c < p; c++) {
            double error = logits[row + c] - (c == answer ? 1 : 0);
            sum += error * error;
            if (gradient != null) gradient[row + c] = 2 * error / count;
        }
        return sum;
    }

    private double crossEntropy(double[] logits, int row, int answer, double largest, int count, double[] gradient) {
        double sum = 0;
        for (int c = 0; c < p; c++) sum = rounded(sum + rounded(Math.exp(rounded(logits[row + c] - largest))));
        if (gradient != null)
            for (int c = 0; c < p; c++)
                gradient[row + c] =
                        (rounded(rounded(Math.exp(rounded(logits[row + c] - largest))) / sum) - (c == answer ? 1 : 0))
                                / count;
        return rounded(rounded(Math.log(sum)) - rounded(logits[row + answer] - largest));
    }

    /** StableMax in place of the softmax, in double precision whatever the setting: its sum must not be absorbed. */
    private double stableCrossEntropy(double[] logits, int row, int answer, int count, double[] gradient) {
        double sum = 0;
        for (int c = 0; c < p; c++) sum += stable(logits[row + c]);
        double own = stable(logits[row + answer]);
        if (gradient != null)
            for (int c = 0; c < p; c++) {
                double x = logits[row + c];
                double slope = x < 0 ? 1 / ((1 - x) * (1 - x)) : 1;
                gradient[row + c] = slope * (1 / sum - (c == answer ? 1 / own : 0)) / count;
            }
        return Math.log(sum) - Math.log(own);
    }

    private static double stable(double x) {
        return x < 0 ? 1 / (1 - x) : x + 1;
    }

    private void backward() {
        int count = task.train().length;
        kernels.gemm(Kernels.Form.ATB, n, p, count, alpha, train.activity, errors, 0, gradients[2]);
        kernels.gemm(Kernels.Form.ABT, count, n, p, alpha, errors, parameters[2], 0, back);
        Arrays.fill(gradients[0], 0);
        Arrays.fill(gradients[1], 0);
        for (int k = 0; k < count; k++) {
            int a = task.first(task.train()[k]) * n;
            int b = task.second(task.train()[k]) * n;
            int row = k * n;
            for (int i = 0; i < n; i++) {
                double pull = back[row + i] * train.slope[row + i];
                gradients[0][a + i] += pull;
                gradients[1][b + i] += pull;
            }
        }
        if (single)
            for (double[] gradient : gradients)
                for (int i = 0; i < gradient.length; i++) gradient[i] = (float) gradient[i];
    }

    /** Takes away the part of a gradient along the weights. */
    private void project(double[] x, double[] g) {
        kernels.axpy(0, x.length, -kernels.dot(0, x.length, x, g) / kernels.sumOfSquares(0, x.length, x), x, g);
    }

    private void descend(double rate, double[] x, double[] g) {
        for (int i = 0; i < x.length; i++) x[i] = rounded(x[i] - rate * (g[i] + decay * x[i]));
    }

    private void adam(double rate, double[] x, double[] g, double[] m, double[] v) {
        double keep = 1 - rate * decay;
        double first = rate / (1 - Math.pow(beta1, steps));
        double second = 1 / (1 - Math.pow(beta2, steps));
        for (int i = 0; i < x.length; i++) {
            double mean = beta1 * m[i] + (1 - beta1) * g[i];
            double square = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
            m[i] = Math.abs(mean) < NOTHING ? 0 : mean;
            v[i] = square < NOTHING ? 0 : square;
            x[i] = rounded(keep * x[i] - first * m[i] / (Math.sqrt(v[i] * second) + floor));
        }
    }

    /** The answers to the training pairs before the last step. */
    Answers lastTrain() {
        return train;
    }

    /** U, V (each p x N) or W (N x p), not to be changed. */
    double[] parameter(int k) {
        return parameters[k];
    }

    /** The root of the sum of all squares. */
    double norm() {
        double sum = 0;
        for (double[] parameter : parameters) sum += kernels.sumOfSquares(0, parameter.length, parameter);
        return Math.sqrt(sum);
    }

    /** The norm of the last gradient. */
    double gradientNorm() {
        double sum = 0;
        for (double[] gradient : gradients) sum += kernels.sumOfSquares(0, gradient.length, gradient);
        return Math.sqrt(sum);
    }
}
