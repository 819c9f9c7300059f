package org.separatrix.labs.deeplinear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.separatrix.compute.Kernels;
import org.separatrix.compute.LinearAlgebra;
import org.separatrix.compute.Matrix;
import org.separatrix.compute.Selection;
import org.separatrix.lab.Axis;
import org.separatrix.lab.Bars;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Curves;
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
import org.separatrix.labs.deeplinear.theory.Target;

/**
 * How many steps of gradient descent networks of growing depth need, from orthogonal, pretrained and Gaussian weights,
 * each at its own best step size (Saxe, McClelland, Ganguli 2013, section 3). One natural step trains one network at
 * one step size, or gives it up.
 */
final class LearningTime implements Experiment {
    private static final int OUTPUTS = 10;
    private static final double PRETRAINED_SCALE = 0.1;
    private static final double PRETRAINING_TIME = 8;
    private static final List<String> KINDS = List.of("orthogonal", "pretrained", "gaussian");

    /** Step sizes in units of the largest that a balanced minimum bears. */
    private static final double[] FRACTIONS = {1.0 / 8, 1.0 / 4, Math.pow(2, -1.5), 0.5, Math.sqrt(0.5), 1, Math.sqrt(2)
    };

    /** What can be seen of it. */
    record View(Bars steps, Bars rates, Spectrum start, Curves progress, Facts now) {
        static View of(Settings settings) {
            List<String> depths = Arrays.stream(Knobs.whole(settings, Knobs.DEPTHS))
                    .mapToObj(Integer::toString)
                    .toList();
            List<Series> kinds = IntStream.range(0, KINDS.size())
                    .mapToObj(i -> Series.of(KINDS.get(i), KINDS.get(i), i))
                    .toList();
            return new View(
                    new Bars("steps", "Steps to learn", Axis.linear("depth L"), depths, Axis.log("steps"), kinds),
                    new Bars("rates", "Best step size", Axis.linear("depth L"), depths, Axis.log("η"), kinds),
                    new Spectrum("start", "Initial product at this depth", Axis.linear("σ"), kinds),
                    new Curves(
                            "progress",
                            "Loss at the end of each trial",
                            Axis.linear("trial"),
                            Axis.log("relative loss"),
                            kinds),
                    new Facts("now", "Now"));
        }

        List<Observable<?>> all() {
            return List.of(steps, progress, start, rates, now);
        }
    }

    private final View view;
    private final Settings settings;
    private final Selection selection;
    private final int[] depths;
    private final Target target;
    private final double tolerance;
    private final int patience;
    private final double[][] steps;
    private final double[][] rates;
    private final double[] lastLoss = new double[KINDS.size()];
    private final List<double[]> spectra;
    private int depthIndex;
    private int kind;
    private int fraction;
    private int best = Integer.MAX_VALUE;
    private NetworkTask task;
    private List<List<Matrix>> weights;
    private long trials;

    LearningTime(Settings settings, Compute compute) {
        this.settings = settings;
        view = View.of(settings);
        selection = Kernels.of(compute);
        depths = Knobs.whole(settings, Knobs.DEPTHS);
        tolerance = settings.get(Knobs.TOLERANCE);
        patience = settings.size(Knobs.PATIENCE);
        int width = settings.size(Knobs.WIDTH);
        int modes = Math.min(OUTPUTS, width);
        double[] s = IntStream.range(0, modes)
                .mapToDouble(k -> 1.5 - k / (OUTPUTS - 1.0))
                .toArray();
        target = Target.prescribed(modes, width, s, settings.seed());
        steps = missing();
        rates = missing();
        Arrays.fill(lastLoss, Double.NaN);
        spectra = new ArrayList<>();
        prepare();
    }

    private double[][] missing() {
        double[][] table = new double[KINDS.size()][depths.length];
        for (double[] row : table) Arrays.fill(row, Double.NaN);
        return table;
    }

    /** The networks of the next depth. */
    private void prepare() {
        int depth = depths[depthIndex];
        int width = target.v().rows();
        int[] widths = new int[depth + 1];
        Arrays.fill(widths, width);
        widths[depth] = target.s().length;
        Matrix white = Matrix.identity(width);
        task = new NetworkTask(widths, target, target.moment(), white, true);
        double gain = settings.get(Knobs.GAIN);
        long seed = settings.seed();
        weights = List.of(
                InitialWeights.orthogonal(widths, gain, seed),
                InitialWeights.greedy(widths, PRETRAINED_SCALE, PRETRAINING_TIME, seed),
                InitialWeights.scaledGaussian(widths, gain, seed));
        spectra.clear();
        for (List<Matrix> layers : weights) {
            Matrix map = layers.get(0);
            for (int l = 1; l < layers.size(); l++) map = layers.get(l).times(map);
            spectra.add(LinearAlgebra.singularValues(map));
        }
    }

    @Override
    public double time() {
        return trials;
    }

    @Override
    public void advance() {
        int depth = depths[depthIndex];
        double eta = FRACTIONS[fraction] * 2 / (depth * Math.pow(target.s()[0], 2 - 2.0 / depth));
        LinearNetwork network = new LinearNetwork(task, weights.get(kind), selection.crew());
        double scale = Arrays.stream(target.s()).map(x -> x * x).sum();
        int cap = Math.min(patience, best);
        int taken = 0;
        double loss = Double.NaN;
        while (taken <= cap) {
            network.descend(eta);
            loss = network.residual() / scale;
            // The residual is that before the step, so a network that has learned is seen one step later.
            if (loss <= tolerance || !(loss < 1e6)) break;
            taken++;
        }
        lastLoss[kind] = loss;
        if (loss <= tolerance && taken < best) {
            best = taken;
            steps[kind][depthIndex] = taken;
            rates[kind][depthIndex] = eta;
        }
        trials++;
        next();
    }

    private void next() {
        if (++fraction < FRACTIONS.length) return;
        fraction = 0;
        best = Integer.MAX_VALUE;
        if (++kind < KINDS.size()) return;
        kind = 0;
        if (++depthIndex < depths.length) prepare();
    }

    @Override
    public void observe(SnapshotBuilder out) {
        out.put(view.progress, Curves.Values.of(lastLoss.clone()));
        if (!out.detailed()) return;
        out.put(view.steps, new Bars.Values(copy(steps), missing()));
        out.put(view.rates, new Bars.Values(copy(rates), missing()));
        out.put(
                view.start,
                new Spectrum.Values(
                        List.copyOf(spectra),
                        spectra.stream().map(values -> new double[0]).toList(),
                        Arrays.asList(new Line[KINDS.size()])));
        var facts = new ArrayList<Facts.Fact>();
        int shown = Math.min(depthIndex, depths.length - 1);
        facts.add(Facts.Fact.of("depth", "depth in hand", depths[shown]));
        for (int i = 0; i < KINDS.size(); i++)
            facts.add(
                    Double.isNaN(steps[i][shown])
                            ? Facts.Fact.of(
                                    KINDS.get(i), KINDS.get(i), "not within " + patience + " steps", Facts.Light.NONE)
                            : Facts.Fact.of(KINDS.get(i), KINDS.get(i) + ", steps", steps[i][shown]));
        out.put(view.now, new Facts.Values(facts));
    }

    private static double[][] copy(double[][] table) {
        return Arrays.stream(table).map(double[]::clone).toArray(double[][]::new);
    }

    @Override
    public Status status() {
        return depthIndex == depths.length ? Status.FINISHED : Status.RUNNING;
    }

    @Override
    public void change(Settings settings) {}

    @Override
    public void close() {
        selection.close();
    }
}
