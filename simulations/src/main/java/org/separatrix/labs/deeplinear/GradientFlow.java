package org.separatrix.labs.deeplinear;

import java.util.Arrays;
import org.separatrix.compute.Kernels;
import org.separatrix.compute.LinearAlgebra;

/**
 * The gradient flow of a deep linear network, by Runge and Kutta's classical method in steps that the sharpness allows.
 * All its room is allocated at the beginning.
 */
final class GradientFlow {
    private static final int POWER_ROUNDS = 8;

    /** The size of a step, times the sharpness. */
    private static final double REACH = 0.2;

    private final LinearNetwork network;
    private final int depth;
    private final double[][] weights;
    private final Kernels kernels;
    private final double largestVariance;
    private final double targetNorm;
    private final double[][] start;
    private final double[][] slope;
    private final double[][] sum;

    /** W_L ... W_(l+2), one for every layer but the last; the one before the last shares the last layer's weights. */
    private final double[][] beyond;

    private final double[] left;
    private final double[] right;

    /** A flow that moves a network from where it is. */
    GradientFlow(LinearNetwork network, NetworkTask task, Kernels kernels) {
        this.network = network;
        this.kernels = kernels;
        depth = network.depth();
        weights = network.layers();
        start = room();
        slope = room();
        sum = room();
        int widest = Arrays.stream(task.widths()).max().orElseThrow();
        left = new double[widest];
        right = new double[widest];
        beyond = new double[depth][];
        for (int l = 0; l < depth - 2; l++) beyond[l] = new double[network.width(depth) * network.width(l + 1)];
        largestVariance = LinearAlgebra.singularValues(task.sxx())[0];
        double[] target = task.syx().values();
        targetNorm = Math.sqrt(kernels.sumOfSquares(0, target.length, target));
        network.multiply();
    }

    private double[][] room() {
        return Arrays.stream(weights).map(w -> new double[w.length]).toArray(double[][]::new);
    }

    /** Flows on for a time; allocates nothing. */
    void advance(double time) {
        int steps = (int) Math.max(1, Math.ceil(time * sharpness() / REACH));
        double h = time / steps;
        for (int i = 0; i < steps; i++) step(h);
        network.multiply();
    }

    private void step(double h) {
        for (int l = 0; l < depth; l++) System.arraycopy(weights[l], 0, start[l], 0, weights[l].length);
        network.slope(slope);
        for (int l = 0; l < depth; l++) System.arraycopy(slope[l], 0, sum[l], 0, sum[l].length);
        for (int stage = 1; stage < 4; stage++) {
            move(stage == 3 ? h : h / 2, slope);
            network.slope(slope);
            for (int l = 0; l < depth; l++) kernels.axpy(0, sum[l].length, stage == 3 ? 1 : 2, slope[l], sum[l]);
        }
        move(h / 6, sum);
    }

    /** Puts the network so far from where the step began. */
    private void move(double factor, double[][] direction) {
        for (int l = 0; l < depth; l++) {
            System.arraycopy(start[l], 0, weights[l], 0, weights[l].length);
            kernels.axpy(0, weights[l].length, factor, direction[l], weights[l]);
        }
    }

    /** The largest eigenvalue of the tangent kernel and the residual's own curvature, each estimated from above. */
    private double sharpness() {
        int inputs = network.width(0);
        int outputs = network.width(depth);
        double all = 0;
        for (int l = depth - 1; l >= 0; l--) {
            if (l == depth - 2) beyond[l] = weights[depth - 1];
            if (l < depth - 2)
                kernels.gemm(
                        Kernels.Form.AB,
                        outputs,
                        network.width(l + 1),
                        network.width(l + 2),
                        1,
                        beyond[l + 1],
                        weights[l + 1],
                        0,
                        beyond[l]);
            double above = l == depth - 1 ? 1 : squaredNorm(beyond[l], outputs, network.width(l + 1));
            double below = l == 0 ? 1 : squaredNorm(network.product(l), network.width(l), inputs);
            all += above * below;
        }
        return largestVariance * all + targetNorm;
    }

    /** The squared spectral norm of a matrix by a few power iterations, with a margin for those not taken. */
    private double squaredNorm(double[] a, int rows, int columns) {
        for (int j = 0; j < columns; j++) right[j] = 1 + 0.5 * Math.sin(j + 1.0);
        double norm = 0;
        for (int round = 0; round < POWER_ROUNDS; round++) {
            double length = Math.sqrt(kernels.sumOfSquares(0, columns, right));
            if (length == 0) return 0;
            kernels.scale(0, columns, 1 / length, right);
            kernels.gemm(Kernels.Form.AB, rows, 1, columns, 1, a, right, 0, left);
            norm = kernels.sumOfSquares(0, rows, left);
            kernels.gemm(Kernels.Form.ATB, columns, 1, rows, 1, a, left, 0, right);
        }
        return 1.2 * norm;
    }
}
