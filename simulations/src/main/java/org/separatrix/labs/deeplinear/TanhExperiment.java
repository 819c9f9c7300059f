package org.separatrix.labs.deeplinear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.separatrix.compute.Kernels;
import org.separatrix.compute.LinearAlgebra;
import org.separatrix.compute.Matrix;
import org.separatrix.compute.RandomMatrices;
import org.separatrix.compute.RandomStream;
import org.separatrix.compute.Selection;
import org.separatrix.lab.Axis;
import org.separatrix.lab.Bars;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Curves;
import org.separatrix.lab.Event;
import org.separatrix.lab.Experiment;
import org.separatrix.lab.Facts;
import org.separatrix.lab.Line;
import org.separatrix.lab.Observable;
import org.separatrix.lab.Series;
import org.separatrix.lab.Settings;
import org.separatrix.lab.SnapshotBuilder;
import org.separatrix.lab.Spectrum;
import org.separatrix.lab.Status;
import org.separatrix.labs.deeplinear.theory.InitialWeights;
import org.separatrix.labs.deeplinear.theory.TanhJacobian;

/**
 * A tanh network that learns a linear teacher, beside what mean-field theory says of its signal and its Jacobian at
 * the start (Pennington, Schoenholz, Ganguli 2017).
 */
final class TanhExperiment implements Experiment {
    private static final int OUTPUTS = 10;
    private static final int SAMPLES = 64;

    /** What can be seen of it. */
    record View(Curves loss, Spectrum jacobian, Bars signal, Curves moments, Facts now) {
        static View of(Settings settings) {
            Axis time = Axis.linear("time t");
            List<String> layers = IntStream.rangeClosed(1, settings.size(Knobs.DEPTH))
                    .mapToObj(Integer::toString)
                    .toList();
            return new View(
                    new Curves("loss", "Loss", time, Axis.log("relative loss"), List.of(Series.of("loss", "train", 0))),
                    new Spectrum(
                            "jacobian",
                            "Singular values of the Jacobian",
                            Axis.linear("σ"),
                            List.of(Series.of("jacobian", "J", 0))),
                    new Bars(
                            "signal",
                            "Signal by layer",
                            Axis.linear("layer"),
                            layers,
                            Axis.log("q"),
                            List.of(Series.withTheory("q", "mean square, and of infinite width at the start", 4))),
                    new Curves(
                            "moments",
                            "Moments of the Jacobian",
                            time,
                            Axis.log("squared singular values"),
                            List.of(
                                    Series.withTheory("mean_sq_sv", "mean", 2),
                                    Series.withTheory("norm_var", "variance / mean²", 3))),
                    new Facts("now", "Now"));
        }

        List<Observable<?>> all() {
            return List.of(loss, jacobian, signal, moments, now);
        }
    }

    private final View view;
    private final Selection selection;
    private final TanhNetwork network;
    private final TanhJacobian theory;
    private final double[] signalTheory;
    private final double scale;
    private final double susceptibility;
    private double eta;
    private double time;
    private double learned = Double.NaN;

    TanhExperiment(Settings settings, Compute compute) {
        view = View.of(settings);
        selection = Kernels.of(compute);
        eta = settings.get(Knobs.ETA);
        int depth = settings.size(Knobs.DEPTH);
        int width = settings.size(Knobs.WIDTH);
        int outputs = Math.min(OUTPUTS, width);
        double gain = settings.get(Knobs.GAIN);
        long seed = settings.seed();
        int[] widths = new int[depth + 1];
        Arrays.fill(widths, width);
        boolean orthogonal = settings.get(Knobs.LAYERS) == Knobs.Layers.ORTHOGONAL;
        var weights = new ArrayList<>(
                orthogonal
                        ? InitialWeights.orthogonal(widths, gain, seed)
                        : InitialWeights.scaledGaussian(widths, gain, seed));
        weights.add(
                RandomMatrices.gaussian(outputs, width, 1 / Math.sqrt(width), RandomStream.of(seed, "read-out", 0)));
        Matrix inputs = onSphere(width, RandomStream.of(seed, "inputs", 0));
        Matrix teacher = RandomMatrices.semiOrthogonal(outputs, width, RandomStream.of(seed, "target", 0));
        Matrix targets = teacher.times(inputs);
        network = new TanhNetwork(weights, inputs, targets, selection.kernels());
        scale = targets.inner(targets) / (2 * SAMPLES);
        theory = TanhJacobian.of(
                gain, depth, 1, orthogonal ? TanhJacobian.Weights.ORTHOGONAL : TanhJacobian.Weights.GAUSSIAN);
        signalTheory = TanhJacobian.signal(gain, depth, 1);
        susceptibility = TanhJacobian.susceptibility(gain);
    }

    /** Inputs of mean square one, as the columns of a matrix. */
    private static Matrix onSphere(int width, RandomStream stream) {
        Matrix drawn = RandomMatrices.gaussian(width, SAMPLES, 1, stream);
        double[] lengths = new double[SAMPLES];
        for (int j = 0; j < SAMPLES; j++) {
            double sum = 0;
            for (double x : drawn.column(j)) sum += x * x;
            lengths[j] = Math.sqrt(width / sum);
        }
        return drawn.scaleColumns(lengths);
    }

    @Override
    public double time() {
        return time;
    }

    @Override
    public void advance() {
        network.descend(eta);
        if (Double.isNaN(learned) && network.loss() / scale < 0.05) learned = time;
        time += eta;
    }

    @Override
    public void observe(SnapshotBuilder out) {
        double loss = network.presentLoss() / scale;
        out.put(view.loss, Curves.Values.of(loss));
        double[] sigma = LinearAlgebra.singularValues(network.jacobian(0));
        double mean = 0;
        double square = 0;
        for (double x : sigma) {
            mean += x * x / sigma.length;
            square += x * x * x * x / sigma.length;
        }
        double variance = square / (mean * mean) - 1;
        out.put(
                view.moments,
                new Curves.Values(new double[] {mean, variance}, new double[] {theory.mean(), theory.variance()}));
        if (!Double.isNaN(learned)) out.event(new Event(learned, "learned", "learned to 5 %"));
        if (!out.detailed()) return;
        out.put(view.jacobian, new Spectrum.Values(List.of(sigma), List.of(new double[0]), Arrays.asList(new Line[1])));
        out.put(view.signal, new Bars.Values(new double[][] {network.signal()}, new double[][] {signalTheory.clone()}));
        out.put(
                view.now,
                new Facts.Values(List.of(
                        Facts.Fact.of("loss", "relative loss", loss),
                        Facts.Fact.of("largest", "largest σ of J", sigma[0]),
                        Facts.Fact.of("smallest", "smallest σ of J", sigma[sigma.length - 1]),
                        new Facts.Fact(
                                "chi",
                                "χ, deep inside",
                                susceptibility,
                                susceptibility < 1
                                        ? "gradients vanish"
                                        : susceptibility > 1 ? "gradients grow" : "critical",
                                Math.abs(susceptibility - 1) < 0.05 ? Facts.Light.GOOD : Facts.Light.WARNING))));
    }

    @Override
    public Status status() {
        double loss = network.loss();
        if (time > 0 && !(loss < 1e9 * scale))
            return new Status.Diverged(
                    String.format(Locale.ROOT, "the loss left every bound: the step size η = %.4g is too large", eta));
        return Status.RUNNING;
    }

    @Override
    public void change(Settings settings) {
        eta = settings.get(Knobs.ETA);
    }

    @Override
    public void close() {
        selection.close();
    }
}
