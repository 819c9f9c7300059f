package org.separatrix.labs.grokking;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.separatrix.compute.Crew;
import org.separatrix.compute.Kernels;
import org.separatrix.compute.Matrix;
import org.separatrix.compute.RandomStream;
import org.separatrix.compute.Selection;
import org.separatrix.lab.Axis;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Curves;
import org.separatrix.lab.Data;
import org.separatrix.lab.Event;
import org.separatrix.lab.Experiment;
import org.separatrix.lab.Facts;
import org.separatrix.lab.Facts.Fact;
import org.separatrix.lab.InvalidData;
import org.separatrix.lab.Observable;
import org.separatrix.lab.Series;
import org.separatrix.lab.Settings;
import org.separatrix.lab.SnapshotBuilder;
import org.separatrix.lab.Status;
import org.separatrix.labs.grokking.theory.Problem;

/** A two-layer student of general activation, its read-out trained or not, that learns a teacher of one direction. */
final class StudentExperiment implements Experiment {
    private static final int TEST_SAMPLES = 2000;
    private static final double FAR = 1e6;

    /** The test loss is watched this many times an octave of steps: it needs many samples. */
    private static final int LOOKS_AN_OCTAVE = 64;

    /** What can be seen of it. Losses are relative to that of answering zero. */
    record View(Curves loss, Curves alignment, Curves weights, Facts now) {
        static View create() {
            Axis time = Axis.log("gradient-flow time τ");
            return new View(
                    new Curves(
                            "loss",
                            "Loss, relative to answering zero",
                            time,
                            Axis.log("L"),
                            List.of(Series.of("train_over_ref", "train", 0), Series.of("test_over_ref", "test", 1))),
                    new Curves(
                            "alignment",
                            "Share of the weights along the teacher",
                            time,
                            Axis.linear("alignment"),
                            List.of(Series.of("alignment", "alignment", 0))),
                    new Curves(
                            "weights",
                            "Size of the weights",
                            time,
                            Axis.log("root mean square"),
                            List.of(Series.of("rms_a", "read-outs", 0), Series.of("rms_w", "weights", 1))),
                    new Facts("now", "Now"));
        }

        List<Observable<?>> all() {
            return List.of(loss, alignment, weights, now);
        }
    }

    private final View view = View.create();
    private final Selection selection;
    private final TwoLayerNetwork network;
    private final Matrix inputs;
    private final Matrix testInputs;
    private final double[] direction;
    private final double[] targets;
    private final double[] testTargets;
    private final double[] testFirst;
    private final double reference;
    private final double eta0;
    private final Fall fitted;
    private final Fall grokked;
    private long steps;

    StudentExperiment(Settings settings, Data data, Compute compute) {
        int d = settings.size(Knobs.DIMENSION);
        int p = settings.size(Knobs.SAMPLES);
        int n = settings.size(Knobs.WIDTH);
        long seed = settings.seed();
        eta0 = settings.get(Knobs.ETA0);
        direction = data.vector("teacher", d).orElseGet(() -> QuadraticTask.teacher(seed, d, true));
        inputs = given(data, "X", d)
                .orElseGet(() -> QuadraticTask.gaussian(seed, "inputs", d, p).scaled(1 / Math.sqrt(d)));
        testInputs = given(data, "Xtest", d)
                .orElseGet(() -> QuadraticTask.gaussian(seed, "test inputs", d, TEST_SAMPLES)
                        .scaled(1 / Math.sqrt(d)));
        targets = teacher(settings.get(Knobs.TASK), inputs);
        testTargets = teacher(settings.get(Knobs.TASK), testInputs);
        reference = Problem.meanSquare(testTargets);
        boolean mirrored = settings.get(Knobs.START) == Knobs.Start.MIRRORED;
        double[] weights = data.matrix("W0", n, d).orElseGet(() -> weights(seed, n, d, mirrored));
        double[] readout = data.vector("a0", n).orElseGet(() -> readout(seed, n, mirrored));
        selection = Kernels.of(compute);
        Crew crew = selection.crew().sharing((long) n * d * p > 1 << 20);
        var design = new TwoLayerNetwork.Design(
                settings.get(Knobs.ACTIVATION),
                settings.get(Knobs.EPS),
                settings.get(Knobs.ALPHA),
                eta0,
                settings.get(Knobs.DECAY),
                settings.get(Knobs.READOUT));
        Matrix start = Matrix.of(n, d, weights);
        boolean centred = settings.get(Knobs.CENTRED);
        var untrained = new TwoLayerNetwork(design, inputs, targets, start, readout, crew);
        double[] first = centred ? untrained.answers(inputs) : new double[targets.length];
        testFirst = centred ? untrained.answers(testInputs) : new double[testTargets.length];
        double[] shifted = targets.clone();
        for (int mu = 0; mu < shifted.length; mu++) shifted[mu] += first[mu];
        network = new TwoLayerNetwork(design, inputs, shifted, start, readout, crew);
        fitted = new Fall(settings.get(Knobs.THRESHOLD) * reference);
        grokked = new Fall(settings.get(Knobs.THRESHOLD) * reference);
    }

    private static Optional<Matrix> given(Data data, String name, int d) {
        return data.find(name).map(array -> {
            int[] shape = array.shape();
            if (shape.length != 2 || shape[0] != d)
                throw new InvalidData(name + " has the shape " + array.words() + ", expected " + d + " rows");
            return Matrix.of(
                    d,
                    shape[1],
                    data.matrix(name, d, shape[1]).map(double[]::clone).orElseThrow());
        });
    }

    private double[] teacher(Knobs.Task task, Matrix inputs) {
        double[] y = new double[inputs.columns()];
        for (int i = 0; i < direction.length; i++)
            for (int mu = 0; mu < y.length; mu++) y[mu] += direction[i] * inputs.get(i, mu);
        for (int mu = 0; mu < y.length; mu++)
            y[mu] = switch (task) {
                case ERF -> ErrorFunction.value(2 * y[mu]);
                case SQUARE -> y[mu] * y[mu] / 2;
            };
        return y;
    }

    private static double[] weights(long seed, int n, int d, boolean mirrored) {
        double[] weights = QuadraticTask.gaussian(seed, "weights", n, d).values();
        if (mirrored) System.arraycopy(weights, 0, weights, n / 2 * d, n / 2 * d);
        return weights;
    }

    private static double[] readout(long seed, int n, boolean mirrored) {
        double[] a = new double[n];
        RandomStream random = RandomStream.of(seed, "read-outs", 0);
        for (int i = 0; i < n; i++) a[i] = mirrored && i >= n / 2 ? -a[i - n / 2] : random.nextLong(2) == 0 ? -1 : 1;
        return a;
    }

    @Override
    public double time() {
        return steps * eta0;
    }

    @Override
    public void advance() {
        double now = time();
        if (!grokked.passed() && Looks.due(steps, LOOKS_AN_OCTAVE)) grokked.look(now, test());
        fitted.look(now, network.trainLoss());
        network.advance();
        steps++;
    }

    private double test() {
        double[] answers = network.answers(testInputs);
        double sum = 0;
        for (int mu = 0; mu < answers.length; mu++) {
            double error = answers[mu] - testFirst[mu] - testTargets[mu];
            sum += error * error;
        }
        return sum / answers.length;
    }

    @Override
    public void observe(SnapshotBuilder out) {
        if (fitted.passed()) out.event(new Event(fitted.time(), "fitted", "fitted"));
        if (grokked.passed()) out.event(new Event(grokked.time(), "grokked", "grokked"));
        if (!out.curves()) return;
        double train = network.trainLoss() / reference;
        double test = test() / reference;
        double[] w = network.weights().values();
        double along = 0;
        double power = 0;
        double teacherPower = 0;
        for (double value : direction) teacherPower += value * value;
        for (int i = 0; i < w.length; i += direction.length) {
            double overlap = 0;
            for (int j = 0; j < direction.length; j++) {
                overlap += w[i + j] * direction[j];
                power += w[i + j] * w[i + j];
            }
            along += overlap * overlap;
        }
        out.put(view.loss(), Curves.Values.of(train, test));
        out.put(view.alignment(), Curves.Values.of(along / (power * teacherPower)));
        out.put(
                view.weights(),
                Curves.Values.of(Math.sqrt(Problem.meanSquare(network.readout())), Math.sqrt(power / w.length)));
        if (!out.detailed()) return;
        out.put(
                view.now(),
                new Facts.Values(List.of(
                        Fact.of("tau_train", "fitted at τ", fitted.time()),
                        Fact.of("tau_test", "grokked at τ", grokked.time()),
                        Fact.of("delay", "delay, difference", grokked.time() - fitted.time()),
                        Fact.of("delay_ratio", "delay, ratio", grokked.time() / fitted.time()))));
    }

    @Override
    public Status status() {
        if (steps > 0 && !(network.trainLoss() < FAR * reference))
            return new Status.Diverged(String.format(
                    Locale.ROOT, "the loss left every bound: the step η₀ = %.4g is too large for this network", eta0));
        return Status.RUNNING;
    }

    @Override
    public void change(Settings settings) {}

    @Override
    public void close() {
        selection.close();
    }
}
