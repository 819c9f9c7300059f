package org.separatrix.labs.deeplinear;

import java.util.ArrayList;
import java.util.List;
import org.separatrix.compute.LinearAlgebra;
import org.separatrix.compute.Matrix;
import org.separatrix.compute.RandomMatrices;
import org.separatrix.compute.RandomStream;
import org.separatrix.lab.Data;
import org.separatrix.lab.InvalidData;
import org.separatrix.lab.Settings;
import org.separatrix.labs.deeplinear.theory.BranchingDiffusion;
import org.separatrix.labs.deeplinear.theory.Hierarchy;
import org.separatrix.labs.deeplinear.theory.InitialWeights;
import org.separatrix.labs.deeplinear.theory.Target;

/**
 * What a network learns, and where it starts: the moments of the data and the initial weights, drawn or given.
 *
 * @param widths of all layers, inputs first
 * @param target the modes and their frame
 * @param syx the moment between inputs and outputs, outputs x inputs
 * @param sxx the inputs' second moment
 * @param white whether the inputs are whitened
 */
record NetworkTask(int[] widths, Target target, Matrix syx, Matrix sxx, boolean white) {
    private static final double ROUNDING = 1e-9;
    private static final double PRETRAINED_SCALE = 0.1;
    private static final double PRETRAINING_TIME = 8;

    /** The task of some settings. */
    static NetworkTask of(Settings settings, Data data) {
        int[] widths = widths(settings);
        int inputs = widths[0];
        int outputs = widths[widths.length - 1];
        Target target = data.matrix("Sigma_yx", outputs, inputs)
                .map(values -> given(Matrix.of(outputs, inputs, values), data))
                .orElseGet(() -> drawn(settings, inputs, outputs));
        Matrix sxx = data.matrix("Sigma_xx", inputs, inputs)
                .map(values -> symmetric(Matrix.of(inputs, inputs, values)))
                .orElseGet(() -> inputs(settings, target));
        boolean white = sxx.minus(Matrix.identity(inputs)).frobenius() < ROUNDING;
        return new NetworkTask(widths, target, target.moment(), sxx, white);
    }

    /** The widths of all layers that the settings name. */
    static int[] widths(Settings settings) {
        int depth = settings.size(Knobs.DEPTH);
        int[] widths = new int[depth + 1];
        double[] hidden = Knobs.repeated(settings.get(Knobs.HIDDEN), depth - 1);
        for (int l = 1; l < depth; l++) widths[l] = (int) Math.rint(hidden[l - 1]);
        switch (settings.get(Knobs.TASK)) {
            case HIERARCHY -> {
                Hierarchy tree = new Hierarchy(settings.size(Knobs.TREE));
                widths[0] = tree.items();
                widths[depth] = tree.properties();
            }
            case BRANCHING -> {
                widths[0] = 1 << settings.size(Knobs.TREE);
                widths[depth] = settings.size(Knobs.FEATURES);
            }
            case SPECTRUM, TEACHER -> {
                widths[0] = settings.size(Knobs.INPUT_SIZE);
                widths[depth] = settings.size(Knobs.OUTPUT_SIZE);
            }
        }
        return widths;
    }

    private static Target drawn(Settings settings, int inputs, int outputs) {
        long seed = settings.seed();
        return switch (settings.get(Knobs.TASK)) {
            case HIERARCHY -> Target.of(new Hierarchy(settings.size(Knobs.TREE)).moment());
            case BRANCHING ->
                Target.of(new BranchingDiffusion(settings.size(Knobs.TREE), settings.get(Knobs.FLIP))
                        .labels(outputs, RandomStream.of(seed, "features", 0))
                        .scaled(1 / Math.sqrt(inputs)));
            case SPECTRUM -> Target.prescribed(outputs, inputs, strengths(settings, Math.min(inputs, outputs)), seed);
            case TEACHER -> Target.gaussian(outputs, inputs, settings.get(Knobs.TEACHER), seed);
        };
    }

    private static double[] strengths(Settings settings, int room) {
        return settings.get(Knobs.SPECTRUM).stream()
                .mapToDouble(s -> -s)
                .sorted()
                .map(s -> -s)
                .limit(room)
                .toArray();
    }

    /** The target of a given moment, in the given frame where one is given. */
    private static Target given(Matrix syx, Data data) {
        if (!data.has("U") || !data.has("V")) return Target.of(syx);
        int modes = data.find("U")
                .map(array -> array.shape()[array.shape().length - 1])
                .orElseThrow();
        Matrix u =
                Matrix.of(syx.rows(), modes, data.matrix("U", syx.rows(), modes).orElseThrow());
        Matrix v = Matrix.of(
                syx.columns(), modes, data.matrix("V", syx.columns(), modes).orElseThrow());
        double[] s = new double[modes];
        for (int k = 0; k < modes; k++) {
            Matrix image = syx.times(Matrix.of(v.rows(), 1, v.column(k)));
            for (int i = 0; i < u.rows(); i++) s[k] += u.get(i, k) * image.get(i, 0);
        }
        Target target = new Target(u, s, completed(v));
        if (target.moment().minus(syx).frobenius() > ROUNDING * Math.max(1, syx.frobenius()))
            throw new InvalidData("U and V are not singular vectors of Sigma_yx: U^T Sigma_yx V must be diagonal");
        return target;
    }

    /** Orthonormal columns, followed by an orthonormal basis of what they leave out. */
    private static Matrix completed(Matrix v) {
        int n = v.rows();
        int modes = v.columns();
        if (v.transposedTimes(v).minus(Matrix.identity(modes)).frobenius() > ROUNDING)
            throw new InvalidData("V must have orthonormal columns");
        Matrix basis = LinearAlgebra.fullSvd(v).u();
        double[] all = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) all[i * n + j] = j < modes ? v.get(i, j) : basis.get(i, j);
        }
        return Matrix.of(n, n, all);
    }

    private static Matrix symmetric(Matrix sxx) {
        if (sxx.minus(sxx.transpose()).frobenius() > ROUNDING * sxx.frobenius())
            throw new InvalidData("Sigma_xx must be symmetric");
        if (LinearAlgebra.symmetricEigenvalues(sxx)[0] <= 0)
            throw new InvalidData("Sigma_xx must be positive definite");
        return sxx;
    }

    private static Matrix inputs(Settings settings, Target target) {
        int n = target.v().rows();
        double[] variances = new double[n];
        double condition = settings.get(Knobs.CONDITION);
        for (int k = 0; k < n; k++) variances[k] = Math.pow(condition, -(double) k / Math.max(1, n - 1));
        return switch (settings.get(Knobs.INPUTS)) {
            case WHITE -> Matrix.identity(n);
            case ALIGNED -> target.inputs(variances);
            case ROTATED -> {
                Matrix frame = RandomMatrices.haar(n, RandomStream.of(settings.seed(), "inputs", 0));
                yield frame.scaleColumns(variances).timesTransposed(frame);
            }
        };
    }

    /** The initial weights of a network, drawn as the settings say but for those that are given. */
    List<Matrix> weights(Settings settings, Data data, Knobs.Weights kind, double lambda) {
        List<Matrix> drawn = draw(settings, kind, lambda);
        var weights = new ArrayList<Matrix>();
        for (int l = 1; l < widths.length; l++) {
            int rows = widths[l];
            int columns = widths[l - 1];
            Matrix mine = drawn.get(l - 1);
            weights.add(data.matrix("W" + l + "_0", rows, columns)
                    .map(values -> Matrix.of(rows, columns, values))
                    .orElse(mine));
        }
        return weights;
    }

    private List<Matrix> draw(Settings settings, Knobs.Weights kind, double lambda) {
        long seed = settings.seed();
        double gain = settings.get(Knobs.GAIN);
        return switch (kind) {
            case GAUSSIAN -> InitialWeights.gaussian(widths, settings.get(Knobs.SIGMA), seed);
            case SCALED -> InitialWeights.scaledGaussian(widths, gain, seed);
            case ORTHOGONAL -> InitialWeights.orthogonal(widths, gain, seed);
            case PRETRAINED -> InitialWeights.greedy(widths, PRETRAINED_SCALE, PRETRAINING_TIME, seed);
            case BALANCED ->
                InitialWeights.balanced(widths[0], widths[1], widths[2], lambda, settings.get(Knobs.PRODUCT), seed);
            case ALIGNED -> {
                int narrowest = java.util.Arrays.stream(widths).min().orElseThrow();
                int modes = Math.min(target.s().length, narrowest);
                double[] strengths = new double[(widths.length - 1) * modes];
                java.util.Arrays.fill(strengths, settings.get(Knobs.STRENGTH));
                yield InitialWeights.aligned(widths, target, Matrix.of(widths.length - 1, modes, strengths), seed);
            }
        };
    }

    /** The input variances along the target's input directions, if these are the inputs' principal axes; else null. */
    double[] variances() {
        Matrix inFrame = target.v().transposedTimes(sxx).times(target.v());
        double[] kappa = new double[inFrame.rows()];
        double offDiagonal = 0;
        for (int i = 0; i < kappa.length; i++) {
            kappa[i] = inFrame.get(i, i);
            for (int j = 0; j < kappa.length; j++) {
                if (i != j) offDiagonal = Math.max(offDiagonal, Math.abs(inFrame.get(i, j)));
            }
        }
        return offDiagonal < ROUNDING * sxx.frobenius() ? kappa : null;
    }
}
