package org.separatrix.labs.deeplinear;

import java.util.List;
import org.separatrix.compute.Kernels;
import org.separatrix.compute.Matrix;

/**
 * A network of tanh layers of one width with a linear read-out, trained on the full batch: h_l = W_l x_(l-1),
 * x_l = tanh h_l without biases, y = W x_L, loss |y - T x_0|²/2P.
 */
final class TanhNetwork {
    private final int depth;
    private final int width;
    private final int outputs;
    private final int samples;
    private final double[][] weights;
    private final double[][] states;
    private final double[] targets;
    private final double[][] errors;
    private final Kernels kernels;
    private double loss = Double.NaN;

    /**
     * @param weights the tanh layers, width x width each, then the read-out, outputs x width
     * @param inputs width x samples
     * @param targets outputs x samples
     */
    TanhNetwork(List<Matrix> weights, Matrix inputs, Matrix targets, Kernels kernels) {
        this.kernels = kernels;
        depth = weights.size() - 1;
        width = inputs.rows();
        outputs = targets.rows();
        samples = inputs.columns();
        this.weights = weights.stream().map(w -> w.values().clone()).toArray(double[][]::new);
        this.targets = targets.values();
        states = new double[depth + 2][];
        errors = new double[depth + 1][];
        states[0] = inputs.values();
        for (int l = 0; l <= depth; l++) {
            int rows = l < depth ? width : outputs;
            states[l + 1] = new double[rows * samples];
            errors[l] = new double[rows * samples];
        }
    }

    /** The loss before the last step; NaN before the first. */
    double loss() {
        return loss;
    }

    /** The loss now. */
    double presentLoss() {
        forward();
        return kernels.sumOfSquares(0, errors[depth].length, errors[depth]) / (2 * samples);
    }

    /** One step of gradient descent: all layers move by the gradient at the old weights. */
    void descend(double eta) {
        forward();
        loss = kernels.sumOfSquares(0, errors[depth].length, errors[depth]) / (2 * samples);
        for (int l = depth; l > 0; l--) {
            int rows = l < depth ? width : outputs;
            kernels.gemm(Kernels.Form.ATB, width, samples, rows, 1, weights[l], errors[l], 0, errors[l - 1]);
            kernels.tanhGradient(0, errors[l - 1].length, states[l], errors[l - 1]);
            kernels.gemm(Kernels.Form.ABT, rows, width, samples, eta / samples, errors[l], states[l], 1, weights[l]);
        }
        kernels.gemm(Kernels.Form.ABT, width, width, samples, eta / samples, errors[0], states[0], 1, weights[0]);
    }

    /** All states, and the error of the answers, downhill. */
    private void forward() {
        for (int l = 0; l < depth; l++) {
            kernels.gemm(Kernels.Form.AB, width, samples, width, 1, weights[l], states[l], 0, states[l + 1]);
            kernels.tanh(0, states[l + 1].length, states[l + 1], states[l + 1]);
        }
        double[] error = errors[depth];
        kernels.gemm(Kernels.Form.AB, outputs, samples, width, -1, weights[depth], states[depth], 0, error);
        kernels.axpy(0, error.length, 1, targets, error);
    }

    /** The mean square of every layer's pre-activations over units and samples. */
    double[] signal() {
        double[] means = new double[depth];
        for (int l = 0; l < depth; l++) {
            Matrix pre = layer(l).times(Matrix.of(width, samples, states[l].clone()));
            means[l] = pre.inner(pre) / (width * samples);
        }
        return means;
    }

    /** The Jacobian of the last tanh layer at one sample, width x width; reads the states of the last forward pass. */
    Matrix jacobian(int sample) {
        Matrix jacobian = Matrix.identity(width);
        for (int l = 0; l < depth; l++) {
            double[] slopes = new double[width];
            for (int i = 0; i < width; i++) {
                double x = states[l + 1][i * samples + sample];
                slopes[i] = 1 - x * x;
            }
            jacobian = layer(l).times(jacobian).scaleRows(slopes);
        }
        return jacobian;
    }

    private Matrix layer(int l) {
        return Matrix.of(width, width, weights[l].clone());
    }
}
