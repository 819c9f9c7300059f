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

    LinearNetwork(NetworkTask task, List<Matrix> initial, Crew crew) {
        this.crew = crew;
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
        return product(depth);
    }

    /** One step of gradient descent: all layers move by the gradient at the old weights. */
    void descend(double eta) {
        // Every weight is last read before it is written, so the weights may be their own destination.
        gradient(weights, eta, 1, weights);
    }

    /** The number of outputs of a layer, counted from 1; of inputs for 0. */
    int width(int l) {
        return widths[l];
    }

    /** The weights themselves, layer after layer, row after row: whoever writes to them moves the network. */
    double[][] layers() {
        return weights;
    }

    /** W_l ... W_1 as the last gradient or {@link #multiply} found it, row after row, not to be changed. */
    double[] product(int l) {
        return l == 1 ? weights[0] : before[l - 1];
    }

    /** Brings the products of the layers up to the present weights. */
    void multiply() {
        at = weights;
        crew.run(forward);
    }

    /** Writes the downhill gradient of every layer at the present weights. */
    void slope(double[][] out) {
        gradient(weights, 1, 0, out);
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
}
