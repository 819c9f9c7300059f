package org.separatrix.labs.deeplinear;

import java.util.Arrays;
import java.util.List;
import org.separatrix.compute.Crew;
import org.separatrix.compute.Kernels;
import org.separatrix.compute.LinearAlgebra;
import org.separatrix.compute.Matrix;
import org.separatrix.compute.Workers;

/**
 * A deep linear network W = W_L ... W_1, trained on the full batch through its moments alone: no sample is needed.
 *
 * <p>One gradient costs 3(L - 1) matrix products, and one more where the inputs are not whitened. Products before and
 * after a layer are N_l x N_0, so that the forward and the backward sweep handle every column on its own.
 */
final class LinearNetwork {
    private static final int POWER_ROUNDS = 8;

    /** Shares of columns begin at multiples of this, so that cutting makes no partial tiles. */
    private static final int GRAIN = 16;

    private final int depth;
    private final int[] widths;
    private final boolean white;
    private final double[] sxx;
    private final double[] syx;
    private final Matrix metric;
    private final double[][] weights;

    /** W_l ... W_1, one for every layer; the first shares the weights' array during a sweep. */
    private final double[][] before;

    /** (W_L ... W_(l+1))^T times the residual, one for every layer; the last is the residual itself. */
    private final double[][] after;

    /** The squared norms of the residual's columns. */
    private final double[] norms;

    private final Crew crew;
    private final Kernels kernels;
    private final Workers.Task sweep = this::sweep;
    private final Workers.Task forward = this::forward;
    private final Workers.Task backward = this::backward;
    private final Workers.Task update = this::update;
    private final Workers.Task finish = this::finish;
    private double residual = Double.NaN;

    // The arguments of the gradient in hand: a task that carried them would be allocated at every step.
    private double[][] at;
    private double factor;
    private double keep;
    private double[][] out;

    // Room that only the flow needs; allocated when it begins.
    private double[][] start;
    private double[][] slope;
    private double[][] sum;
    private double[][] beyond;
    private double[] left;
    private double[] right;
    private double largestVariance;

    LinearNetwork(NetworkTask task, List<Matrix> initial, Crew crew) {
        this.crew = crew;
        kernels = crew.kernels(0);
        widths = task.widths();
        depth = initial.size();
        white = task.white();
        sxx = task.sxx().values();
        syx = task.syx().values();
        metric = white ? null : inverseRoot(task.sxx());
        weights = initial.stream().map(w -> w.values().clone()).toArray(double[][]::new);
        norms = new double[widths[0]];
        before = new double[depth][];
        after = new double[depth][];
        for (int l = 0; l < depth; l++) {
            if (l > 0) before[l] = new double[widths[l + 1] * widths[0]];
            after[l] = new double[widths[l + 1] * widths[0]];
        }
    }

    private static Matrix inverseRoot(Matrix sxx) {
        LinearAlgebra.Eigen eigen = LinearAlgebra.symmetricEigen(sxx);
        double[] roots =
                Arrays.stream(eigen.values()).map(x -> 1 / Math.sqrt(x)).toArray();
        return eigen.vectors().scaleColumns(roots).timesTransposed(eigen.vectors());
    }

    int depth() {
        return depth;
    }

    /** The weights of a layer, counted from 1, as a copy. */
    Matrix layer(int l) {
        return Matrix.of(widths[l], widths[l - 1], weights[l - 1].clone());
    }

    /** The number of weights. */
    int size() {
        return Arrays.stream(weights).mapToInt(w -> w.length).sum();
    }

    /** Writes the weights down, layer after layer, row after row; allocates nothing. */
    void copyWeights(double[] to) {
        int from = 0;
        for (double[] layer : weights) {
            System.arraycopy(layer, 0, to, from, layer.length);
            from += layer.length;
        }
    }

    /** All weights, layer after layer, row after row, as a copy. */
    double[] weights() {
        double[] all = new double[size()];
        copyWeights(all);
        return all;
    }

    /** The end-to-end map, outputs x inputs. */
    Matrix map() {
        Matrix map = layer(1);
        for (int l = 2; l <= depth; l++) map = layer(l).times(map);
        return map;
    }

    /** The loss of a map above its minimum, from the residual: the difference of two losses would lose all digits. */
    double excessLoss(Matrix map) {
        Matrix target = Matrix.of(widths[depth], widths[0], syx.clone());
        double norm = white
                ? target.minus(map).frobenius()
                : target.minus(map.times(Matrix.of(widths[0], widths[0], sxx.clone())))
                        .times(metric)
                        .frobenius();
        return norm * norm / 2;
    }

    /** The squared norm of the residual that the last gradient was taken at; NaN before the first. */
    double residual() {
        return residual;
    }

    /**
     * The end-to-end map, row after row, not to be changed: that before the last step of descent, or that after the last
     * stretch of flow.
     */
    double[] lastMap() {
        return depth == 1 ? weights[0] : before[depth - 1];
    }

    /** One step of gradient descent: all layers move by the gradient at the old weights. */
    void descend(double eta) {
        // Every weight is last read before it is written, so the weights may be their own destination.
        gradient(weights, eta, 1, weights);
    }

    /** The gradient flow over a time, by Runge and Kutta's classical method in steps that the sharpness allows. */
    void flow(double time) {
        if (start == null) {
            start = room();
            slope = room();
            sum = room();
            int widest = Arrays.stream(widths).max().orElseThrow();
            left = new double[widest];
            right = new double[widest];
            beyond = new double[depth][];
            for (int l = 0; l < depth - 2; l++) beyond[l] = new double[widths[depth] * widths[l + 1]];
            largestVariance = LinearAlgebra.singularValues(Matrix.of(widths[0], widths[0], sxx.clone()))[0];
            at = weights;
            crew.run(forward);
        }
        int steps = (int) Math.max(1, Math.ceil(time * sharpness() / 0.2));
        double h = time / steps;
        for (int i = 0; i < steps; i++) step(h);
        at = weights;
        crew.run(forward);
    }

    private void step(double h) {
        for (int l = 0; l < depth; l++) System.arraycopy(weights[l], 0, start[l], 0, weights[l].length);
        gradient(weights, 1, 0, slope);
        for (int l = 0; l < depth; l++) System.arraycopy(slope[l], 0, sum[l], 0, sum[l].length);
        for (int stage = 1; stage < 4; stage++) {
            move(start, stage == 3 ? h : h / 2, slope);
            gradient(weights, 1, 0, slope);
            for (int l = 0; l < depth; l++) kernels.axpy(0, sum[l].length, stage == 3 ? 1 : 2, slope[l], sum[l]);
        }
        move(start, h / 6, sum);
    }

    private void move(double[][] from, double factor, double[][] direction) {
        for (int l = 0; l < depth; l++) {
            System.arraycopy(from[l], 0, weights[l], 0, weights[l].length);
            kernels.axpy(0, weights[l].length, factor, direction[l], weights[l]);
        }
    }

    private double[][] room() {
        return Arrays.stream(weights).map(w -> new double[w.length]).toArray(double[][]::new);
    }

    /** Writes out_l = keep out_l + factor (downhill gradient of layer l) for every layer; keep is 0 or 1. */
    private void gradient(double[][] at, double factor, double keep, double[][] out) {
        this.at = at;
        this.factor = factor;
        this.keep = keep;
        this.out = out;
        if (white) crew.run(sweep);
        else {
            // The inputs' correlations mix the columns of the residual, so all of the map must be there.
            crew.run(forward);
            crew.run(backward);
        }
        crew.run(update);
        crew.run(finish);
        residual = 0;
        for (double norm : norms) residual += norm;
    }

    private void sweep(int part, int parts) {
        forward(part, parts);
        backward(part, parts);
    }

    private void forward(int part, int parts) {
        forward(
                crew.kernels(part),
                Workers.bound(part, parts, widths[0], GRAIN),
                Workers.bound(part + 1, parts, widths[0], GRAIN));
    }

    private void backward(int part, int parts) {
        backward(
                crew.kernels(part),
                Workers.bound(part, parts, widths[0], GRAIN),
                Workers.bound(part + 1, parts, widths[0], GRAIN));
    }

    /**
     * A share of all the gradients' work, taken layer after layer: a thread that makes whole layers reads fewer lines of
     * memory that another has written than one that makes some columns of each.
     */
    private void update(int part, int parts) {
        long all = 0;
        for (int l = depth - 1; l > 0; l--) all += (long) widths[l] * widths[l + 1];
        long from = all * part / parts;
        long to = all * (part + 1) / parts;
        for (int l = depth - 1; l > 0; l--) {
            int first = columns(from, l);
            int end = columns(to, l);
            if (first < end) update(crew.kernels(part), l, first, end);
            long work = (long) widths[l] * widths[l + 1];
            from -= work;
            to -= work;
        }
    }

    /** How many columns of a layer's gradient an amount of work makes, in whole tiles. */
    private int columns(long work, int l) {
        long columns = Math.ceilDiv(Math.max(0, work), widths[l + 1]);
        return (int) Math.min(widths[l], Math.ceilDiv(columns, GRAIN) * GRAIN);
    }

    /** The first layer's move; the last of all, since its weights are themselves the product before the second. */
    private void finish(int part, int parts) {
        int inputs = widths[0];
        int from = Workers.bound(part, parts, inputs, GRAIN);
        int to = Workers.bound(part + 1, parts, inputs, GRAIN);
        Kernels kernels = crew.kernels(part);
        for (int i = 0; i < after[0].length; i += inputs) {
            if (keep == 0) Arrays.fill(out[0], i + from, i + to, 0);
            kernels.axpy(i + from, i + to, factor, after[0], out[0]);
        }
    }

    /** The products before every layer, for a range of the inputs. */
    private void forward(Kernels kernels, int from, int to) {
        int inputs = widths[0];
        before[0] = at[0];
        for (int l = 1; l < depth; l++) {
            kernels.gemm(
                    Kernels.Form.AB,
                    widths[l + 1],
                    to - from,
                    widths[l],
                    1,
                    at[l],
                    0,
                    widths[l],
                    before[l - 1],
                    from,
                    inputs,
                    0,
                    before[l],
                    from,
                    inputs);
        }
    }

    /** The residual and its way back through the layers, for a range of the inputs. */
    private void backward(Kernels kernels, int from, int to) {
        int inputs = widths[0];
        int outputs = widths[depth];
        double[] map = before[depth - 1];
        double[] residuals = after[depth - 1];
        if (white) {
            for (int i = 0; i < outputs; i++) {
                for (int j = i * inputs + from; j < i * inputs + to; j++) residuals[j] = syx[j] - map[j];
            }
        } else {
            for (int i = 0; i < outputs; i++)
                System.arraycopy(syx, i * inputs + from, residuals, i * inputs + from, to - from);
            kernels.gemm(
                    Kernels.Form.AB,
                    outputs,
                    to - from,
                    inputs,
                    -1,
                    map,
                    0,
                    inputs,
                    sxx,
                    from,
                    inputs,
                    1,
                    residuals,
                    from,
                    inputs);
        }
        Arrays.fill(norms, from, to, 0);
        for (int i = 0; i < outputs * inputs; i += inputs)
            for (int j = from; j < to; j++) norms[j] += residuals[i + j] * residuals[i + j];
        for (int l = depth - 1; l > 0; l--) {
            kernels.gemm(
                    Kernels.Form.ATB,
                    widths[l],
                    to - from,
                    widths[l + 1],
                    1,
                    at[l],
                    0,
                    widths[l],
                    after[l],
                    from,
                    inputs,
                    0,
                    after[l - 1],
                    from,
                    inputs);
        }
    }

    /** The gradient of a range of the columns of a layer other than the first. */
    private void update(Kernels kernels, int l, int from, int to) {
        int inputs = widths[0];
        kernels.gemm(
                Kernels.Form.ABT,
                widths[l + 1],
                to - from,
                inputs,
                factor,
                after[l],
                0,
                inputs,
                before[l - 1],
                from * inputs,
                inputs,
                keep,
                out[l],
                from,
                widths[l]);
    }

    /**
     * The largest eigenvalue of the tangent kernel and the residual's own curvature, each estimated from above; allocates
     * nothing.
     */
    private double sharpness() {
        int inputs = widths[0];
        int outputs = widths[depth];
        double sum = 0;
        for (int l = depth - 1; l >= 0; l--) {
            if (l == depth - 2) beyond[l] = weights[depth - 1];
            if (l < depth - 2)
                kernels.gemm(
                        Kernels.Form.AB,
                        outputs,
                        widths[l + 1],
                        widths[l + 2],
                        1,
                        beyond[l + 1],
                        weights[l + 1],
                        0,
                        beyond[l]);
            double above = l == depth - 1 ? 1 : squaredNorm(beyond[l], outputs, widths[l + 1]);
            double below = l == 0 ? 1 : squaredNorm(before[l - 1], widths[l], inputs);
            sum += above * below;
        }
        return largestVariance * sum + Math.sqrt(kernels.sumOfSquares(0, syx.length, syx));
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
