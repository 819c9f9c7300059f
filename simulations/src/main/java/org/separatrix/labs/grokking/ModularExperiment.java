package org.separatrix.labs.grokking;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.separatrix.compute.Kernels;
import org.separatrix.compute.Selection;
import org.separatrix.lab.Bars;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Curves;
import org.separatrix.lab.Data;
import org.separatrix.lab.Event;
import org.separatrix.lab.Experiment;
import org.separatrix.lab.Facts;
import org.separatrix.lab.Facts.Fact;
import org.separatrix.lab.Facts.Light;
import org.separatrix.lab.Field;
import org.separatrix.lab.Settings;
import org.separatrix.lab.SnapshotBuilder;
import org.separatrix.lab.Status;

/** A two-layer network that learns to add modulo p (Gromov 2023; Nanda et al. 2023; Prieto et al. 2025). */
final class ModularExperiment implements Experiment {
    private static final double LEARNED = 0.99;
    private static final int LOOK = 10;

    /** Multiplications in a product below which the threads' meeting costs more than they save. */
    private static final long LARGE_PRODUCT = 1 << 20;

    private static final double FAR = 1e12;

    private final ModularView view;
    private final Selection selection;
    private final ModularNetwork network;
    private final ModularNetwork.Answers test;
    private final ModularNetwork.Answers seen;
    private final int p;
    private final int n;
    private final boolean softmax;
    private double rate;
    private double fitted = Double.NaN;
    private double grokked = Double.NaN;
    private double collapsed = Double.NaN;
    private long steps;

    ModularExperiment(Settings settings, Data data, Compute compute) {
        view = ModularView.of(settings);
        p = settings.size(Knobs.MODULUS);
        n = settings.size(Knobs.WIDTH);
        rate = settings.get(Knobs.RATE);
        softmax = settings.get(Knobs.LOSS) == Knobs.Loss.CE;
        double scale = settings.get(Knobs.SCALE);
        long seed = settings.seed();
        ModularTask task = ModularTask.of(settings, data);
        double[] u = data.matrix("U0", p, n).orElseGet(() -> drawn(seed, "U", p, n, scale / Math.sqrt(2)));
        double[] v = data.matrix("V0", p, n).orElseGet(() -> drawn(seed, "V", p, n, scale / Math.sqrt(2)));
        double[] w = data.matrix("W0", n, p).orElseGet(() -> drawn(seed, "W", n, p, scale / Math.sqrt(n)));
        selection = Kernels.of(compute);
        boolean worthSharing = (long) task.train().length * n * p > LARGE_PRODUCT;
        Kernels kernels = worthSharing ? selection.kernels() : selection.crew().kernels(0);
        network = new ModularNetwork(settings, task, u, v, w, kernels);
        test = new ModularNetwork.Answers(task.test(), n, p);
        seen = new ModularNetwork.Answers(task.train(), n, p);
    }

    private static double[] drawn(long seed, String purpose, int rows, int columns, double scale) {
        return QuadraticTask.gaussian(seed, purpose, rows, columns)
                .scaled(scale)
                .values();
    }

    @Override
    public double time() {
        return steps;
    }

    @Override
    public void advance() {
        boolean looked = Double.isNaN(grokked) && steps % LOOK == 0;
        if (looked) {
            network.answer(test, null);
            if (test.accuracy() > LEARNED) grokked = steps;
        }
        network.advance(rate);
        if (Double.isNaN(fitted) && network.lastTrain().accuracy() > LEARNED) fitted = steps;
        if (softmax && Double.isNaN(collapsed) && network.lastTrain().loss() == 0) collapsed = steps;
        steps++;
    }

    @Override
    public void observe(SnapshotBuilder out) {
        if (!Double.isNaN(fitted)) out.event(new Event(fitted, "fitted", "fitted"));
        if (!Double.isNaN(grokked)) out.event(new Event(grokked, "grokked", "grokked"));
        if (!Double.isNaN(collapsed)) out.event(new Event(collapsed, "collapsed", "softmax collapse"));
        if (!out.curves()) return;
        ModularNetwork.Answers train = seen;
        network.answer(train, null);
        network.answer(test, null);
        out.put(view.accuracy(), Curves.Values.of(train.accuracy(), test.accuracy()));
        out.put(view.loss(), Curves.Values.of(train.loss(), test.loss()));
        out.put(
                view.logits(),
                Curves.Values.of(network.norm(), train.margin(), steps == 0 ? Double.NaN : network.gradientNorm()));
        out.put(view.collapse(), Curves.Values.of(train.unmoved()));
        Waves u = Waves.ofRows(p, n, network.parameter(0));
        Waves v = Waves.ofRows(p, n, network.parameter(1));
        Waves w = Waves.ofColumns(p, n, network.parameter(2));
        double locking = Waves.phaseLocking(u, v, w);
        out.put(view.circuit(), Curves.Values.of(u.concentration(), locking, u.randomConcentration()));
        if (out.detailed()) details(out, train, u, locking);
    }

    private void details(SnapshotBuilder out, ModularNetwork.Answers train, Waves u, double locking) {
        out.put(view.waves(), waves(u));
        double[] power = new double[u.frequencies()];
        for (int k = 0; k < power.length; k++) for (int i = 0; i < n; i++) power[k] += u.power(k, i);
        double total = Arrays.stream(power).sum();
        double[] shares = Arrays.stream(power).map(x -> x / total).toArray();
        double[] silent = new double[power.length];
        Arrays.fill(silent, Double.NaN);
        out.put(view.spectrum(), new Bars.Values(new double[][] {shares}, new double[][] {silent}));
        out.put(
                view.now(),
                new Facts.Values(List.of(
                        Fact.of("train_acc", "training accuracy", train.accuracy()),
                        Fact.of("test_acc", "test accuracy", test.accuracy()),
                        Fact.of("fitted", "fitted after steps", fitted),
                        Fact.of("grokked", "grokked after steps", grokked),
                        Fact.of("phase_locking", "phases add", locking),
                        new Fact(
                                "zero_loss",
                                "pairs whose loss is exactly zero",
                                train.unmoved(),
                                softmax && train.unmoved() > 0.5 ? "softmax collapse: they pull no more" : "",
                                softmax && train.unmoved() > 0.5 ? Light.BAD : Light.NONE))));
    }

    /** The shares of power, neurons sorted by their strongest frequency. */
    private Field.Values waves(Waves u) {
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(u::strongest).thenComparingInt(i -> i))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] values = new double[u.frequencies() * n];
        for (int i = 0; i < n; i++) {
            double total = u.total(order[i]);
            for (int k = 0; k < u.frequencies(); k++) values[k * n + i] = u.power(k, order[i]) / total;
        }
        return new Field.Values(
                IntStream.rangeClosed(1, n).asDoubleStream().toArray(),
                IntStream.rangeClosed(1, u.frequencies()).asDoubleStream().toArray(),
                values);
    }

    @Override
    public Status status() {
        if (steps > 0 && !(network.lastTrain().loss() < FAR))
            return new Status.Diverged(String.format(
                    Locale.ROOT, "the loss left every bound: the learning rate η = %.4g is too large", rate));
        return Status.RUNNING;
    }

    @Override
    public void change(Settings settings) {
        rate = settings.get(Knobs.RATE);
    }

    @Override
    public void close() {
        selection.close();
    }
}
