package org.separatrix.labs.deeplinear;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.separatrix.compute.Matrix;
import org.separatrix.labs.deeplinear.theory.DiagonalModes;
import org.separatrix.labs.deeplinear.theory.Target;

/** Aligned weights of any depth: independent modes, along the flow or step by step along the descent. */
final class ExactModes implements Exact {
    private static final double ALIGNED = 1e-9;

    private final double[] targets;
    private final double[] variances;
    private final Matrix start;
    private final double floor;
    private final boolean descending;
    private final double stride;

    // The flow is carried along a fixed grid of times, so that no answer depends on what was asked before.
    private DiagonalModes anchor;
    private long anchorIndex;

    private ExactModes(double[] targets, double[] variances, Matrix start, double floor, boolean descending) {
        this.targets = targets;
        this.variances = variances;
        this.start = start;
        this.floor = floor;
        this.descending = descending;
        stride = 1 / Math.max(Arrays.stream(targets).map(Math::abs).max().orElse(1), 1e-3);
        anchor = new DiagonalModes(targets, variances, start);
    }

    /**
     * The modes of a network, if its weights are aligned with its task.
     *
     * @param descending whether they follow gradient descent instead of the flow
     */
    static Optional<ExactModes> of(NetworkTask task, List<Matrix> weights, boolean descending) {
        double[] kappa = task.variances();
        if (kappa == null) return Optional.empty();
        int narrowest = Arrays.stream(task.widths()).min().orElseThrow();
        Target target = task.target();
        int modes = Math.min(target.s().length, narrowest);
        double[] strengths = new double[weights.size() * modes];
        double carried = 0;
        for (int k = 0; k < modes; k++) {
            double[] x = target.v().column(k);
            for (int l = 0; l < weights.size(); l++) {
                Matrix image = weights.get(l).times(column(x));
                double norm = image.frobenius();
                double[] next =
                        norm == 0 ? image.values() : image.scaled(1 / norm).values();
                boolean last = l == weights.size() - 1;
                double sign = last && dot(next, target.u().column(k)) < 0 ? -1 : 1;
                // The weights must carry x to next and, transposed, next back to x.
                if (weights.get(l)
                                .transposedTimes(column(next))
                                .minus(column(x).scaled(norm))
                                .frobenius()
                        > ALIGNED) return Optional.empty();
                strengths[l * modes + k] = sign * norm;
                x = next;
            }
            double[] u = target.u().column(k);
            double product = 1;
            for (int l = 0; l < weights.size(); l++) product *= strengths[l * modes + k];
            if (product != 0 && Math.abs(Math.abs(dot(x, u)) - 1) > ALIGNED) return Optional.empty();
            carried += product * product;
        }
        Matrix map = weights.get(0);
        for (int l = 1; l < weights.size(); l++) map = weights.get(l).times(map);
        if (Math.abs(Math.sqrt(carried) - map.frobenius()) > ALIGNED) return Optional.empty();
        double floor = 0;
        for (int k = modes; k < target.s().length; k++) floor += target.s()[k] * target.s()[k] / (2 * kappa[k]);
        return Optional.of(new ExactModes(
                Arrays.copyOf(target.s(), modes),
                Arrays.copyOf(kappa, modes),
                Matrix.of(weights.size(), modes, strengths),
                floor,
                descending));
    }

    private static Matrix column(double[] values) {
        return Matrix.of(values.length, 1, values);
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) sum += x[i] * y[i];
        return sum;
    }

    @Override
    public State at(double time) {
        DiagonalModes now = descending ? anchor : flowed(time);
        double[] u = IntStream.range(0, now.modes()).mapToDouble(now::product).toArray();
        List<double[]> layers = IntStream.range(0, start.rows())
                .mapToObj(l -> descending(IntStream.range(0, now.modes()).mapToDouble(k -> Math.abs(now.layer(l, k)))))
                .toList();
        return new State(
                now.excessLoss() + floor,
                u,
                Double.NaN,
                layers,
                descending(Arrays.stream(u).map(Math::abs)));
    }

    private DiagonalModes flowed(double time) {
        long index = (long) Math.floor(time / stride);
        if (index < anchorIndex) {
            anchor = new DiagonalModes(targets, variances, start);
            anchorIndex = 0;
        }
        for (; anchorIndex < index; anchorIndex++) anchor.flow(stride);
        DiagonalModes now = copy(anchor);
        now.flow(Math.max(0, time - index * stride));
        return now;
    }

    private DiagonalModes copy(DiagonalModes modes) {
        double[] strengths = new double[start.rows() * start.columns()];
        for (int l = 0; l < start.rows(); l++) {
            for (int k = 0; k < start.columns(); k++) strengths[l * start.columns() + k] = modes.layer(l, k);
        }
        return new DiagonalModes(targets, variances, Matrix.of(start.rows(), start.columns(), strengths));
    }

    private static double[] descending(java.util.stream.DoubleStream values) {
        return values.map(x -> -x).sorted().map(x -> -x).toArray();
    }

    @Override
    public void descend(double eta) {
        if (descending) anchor.descend(eta);
    }
}
