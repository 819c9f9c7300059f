package org.separatrix.labs.deeplinear;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.separatrix.lab.Axis;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Condition;
import org.separatrix.lab.Data;
import org.separatrix.lab.DataKey;
import org.separatrix.lab.Event;
import org.separatrix.lab.Evidence;
import org.separatrix.lab.Experiment;
import org.separatrix.lab.Judgement;
import org.separatrix.lab.Laboratory;
import org.separatrix.lab.Metric;
import org.separatrix.lab.Observable;
import org.separatrix.lab.Parameter;
import org.separatrix.lab.PhaseDiagram;
import org.separatrix.lab.Preset;
import org.separatrix.lab.Settings;
import org.separatrix.lab.Status;
import org.separatrix.lab.Title;
import org.separatrix.lab.Trajectory;
import org.separatrix.labs.deeplinear.theory.BalancedMatrixSolution;

/** Deep linear networks: nonlinear learning dynamics with exact solutions. */
public final class DeepLinearLaboratory implements Laboratory {
    private static final int GIVEN_LAYERS = 8;
    private static final String NOT_LEARNED = "half learned at the start, or never";

    @Override
    public Title title() {
        return new Title(
                "deep-linear",
                "Deep linear networks",
                "Networks without nonlinearities learn along plateaus and sudden drops that can be solved exactly.",
                "\\tau\\,\\dot W_l = (W_L \\cdots W_{l+1})^{T}\\,(\\Sigma_{yx} - W\\,\\Sigma_{xx})\\,(W_{l-1} \\cdots W_1)^{T},"
                        + "\\quad W = W_L \\cdots W_1",
                List.of(
                        "Saxe, McClelland, Ganguli: Exact solutions to the nonlinear dynamics of learning in deep linear"
                                + " neural networks (2013)",
                        "Fukumizu: Effect of batch learning in multilayer neural networks (1998)",
                        "Braun, Domine, Fitzgerald, Saxe: Exact learning dynamics of deep linear networks with prior"
                                + " knowledge (2022)",
                        "Domine et al.: From lazy to rich: exact learning dynamics in deep linear networks (2024)",
                        "Advani, Saxe: High-dimensional dynamics of generalization error in neural networks (2017)",
                        "Pennington, Schoenholz, Ganguli: Resurrecting the sigmoid in deep learning through dynamical"
                                + " isometry (2017)"));
    }

    @Override
    public List<Parameter<?>> parameters() {
        return Knobs.ALL;
    }

    @Override
    public List<Condition> rules() {
        return List.of(
                new Condition(
                        "init=balanced: λ-balanced weights have two layers, set depth=2",
                        settings -> !balanced(settings) || settings.size(Knobs.DEPTH) == 2),
                new Condition(
                        "lambda: a positive imbalance needs at most as many hidden units as outputs, a negative one at"
                                + " most as many as inputs",
                        settings -> !balanced(settings) || feasible(settings)),
                new Condition(
                        "hidden: there are more widths than hidden layers, give one or depth - 1 of them",
                        settings -> settings.get(Knobs.HIDDEN).size() <= Math.max(1, settings.get(Knobs.DEPTH) - 1)),
                new Condition(
                        "start_b: give one number, or as many as start_a has",
                        settings -> settings.get(Knobs.START_B).size() == 1
                                || settings.get(Knobs.START_B).size()
                                        == settings.get(Knobs.START_A).size()));
    }

    private static boolean balanced(Settings settings) {
        return settings.get(Knobs.SYSTEM) == Knobs.System.NETWORK
                && settings.get(Knobs.WEIGHTS) == Knobs.Weights.BALANCED;
    }

    private static boolean feasible(Settings settings) {
        if (settings.size(Knobs.DEPTH) != 2) return true;
        int[] widths = NetworkTask.widths(settings);
        return settings.get(Knobs.LAMBDA).stream()
                .allMatch(lambda -> BalancedMatrixSolution.feasible(lambda, widths[0], widths[1], widths[2]));
    }

    @Override
    public List<DataKey> dataKeys() {
        return Stream.concat(
                        Stream.of(
                                new DataKey("Sigma_yx", "N_o x N_i", "the moment between inputs and outputs: the task"),
                                new DataKey("Sigma_xx", "N_i x N_i", "the second moment of the inputs"),
                                new DataKey("U", "N_o x r", "left singular vectors of Sigma_yx, to follow modes along"),
                                new DataKey(
                                        "V", "N_i x r", "right singular vectors of Sigma_yx, to follow modes along"),
                                new DataKey("X", "N x P", "the student's inputs"),
                                new DataKey("y", "P", "the noisy teacher's answers"),
                                new DataKey("w_teacher", "N", "the teacher's weights"),
                                new DataKey("w_0", "N", "the student's initial weights"),
                                new DataKey("noise", "P", "the noise in the answers, where y is not given")),
                        IntStream.rangeClosed(1, GIVEN_LAYERS)
                                .mapToObj(l -> new DataKey(
                                        "W" + l + "_0", "N_" + l + " x N_" + (l - 1), "initial weights of layer " + l)))
                .toList();
    }

    @Override
    public Settings fit(Settings settings, Data data) {
        if (data.has("X")) return fitStudent(settings, data);
        if (!data.has("Sigma_yx")) return settings;
        var texts = new LinkedHashMap<String, String>();
        int[] moment = data.sizes("Sigma_yx");
        texts.put(Knobs.SYSTEM.key(), Knobs.System.NETWORK.key());
        texts.put(Knobs.TASK.key(), Knobs.Task.SPECTRUM.key());
        texts.put(Knobs.OUTPUT_SIZE.key(), Integer.toString(moment[0]));
        texts.put(Knobs.INPUT_SIZE.key(), Integer.toString(moment[1]));
        int modes = data.has("U") ? data.sizes("U")[1] : Math.min(moment[0], moment[1]);
        texts.put(Knobs.SPECTRUM.key(), String.join(",", java.util.Collections.nCopies(Math.min(64, modes), "1")));
        int depth = 0;
        while (depth < GIVEN_LAYERS && data.has("W" + (depth + 1) + "_0")) depth++;
        if (depth > 0) {
            int[] hidden = new int[depth - 1];
            for (int l = 1; l < depth; l++) hidden[l - 1] = data.sizes("W" + l + "_0")[0];
            texts.put(Knobs.DEPTH.key(), Integer.toString(depth));
            if (depth > 1)
                texts.put(
                        Knobs.HIDDEN.key(),
                        String.join(
                                ",",
                                Arrays.stream(hidden)
                                        .mapToObj(Integer::toString)
                                        .toList()));
            // Every layer is given, so nothing is drawn; any kind that fits all shapes will do.
            texts.put(Knobs.WEIGHTS.key(), Knobs.Weights.GAUSSIAN.key());
        }
        return settings.withTexts(texts);
    }

    private static Settings fitStudent(Settings settings, Data data) {
        int[] shape = data.sizes("X");
        return settings.withTexts(Map.of(
                Knobs.SYSTEM.key(),
                Knobs.System.STUDENT.key(),
                Knobs.SCALES.key(),
                Knobs.Scales.ONE.key(),
                Knobs.WIDTH.key(),
                Integer.toString(shape[0]),
                Knobs.ALPHA.key(),
                Double.toString((double) shape[1] / shape[0])));
    }

    @Override
    public List<Observable<?>> observables(Settings settings) {
        return switch (settings.get(Knobs.SYSTEM)) {
            case NETWORK -> NetworkView.of(settings).all(settings);
            case TWO_WEIGHTS -> TwoWeights.View.of(settings).all();
            case DEPTHS -> Depths.View.of(settings).all();
            case LEARNING_TIME -> LearningTime.View.of(settings).all();
            case TANH -> TanhExperiment.View.of(settings).all();
            case STUDENT -> StudentExperiment.View.of(settings).all();
        };
    }

    @Override
    public Experiment open(Settings settings, Data data, Compute compute) {
        return switch (settings.get(Knobs.SYSTEM)) {
            case NETWORK -> new NetworkExperiment(settings, data, compute);
            case TWO_WEIGHTS -> new TwoWeights(settings);
            case DEPTHS -> new Depths(settings);
            case LEARNING_TIME -> new LearningTime(settings, compute);
            case TANH -> new TanhExperiment(settings, compute);
            case STUDENT -> new StudentExperiment(settings, data, compute);
        };
    }

    @Override
    public List<Metric> metrics() {
        return List.of(
                new Metric(
                                "first_event",
                                "time of the first half",
                                "When the first mode, start or depth reached half of its target.",
                                Axis.log("time"),
                                run -> Judgement.of(
                                        run.events().stream()
                                                .mapToDouble(Event::time)
                                                .min(),
                                        NOT_LEARNED))
                        .from(Evidence.EVENTS),
                new Metric(
                                "last_event",
                                "time of the last half",
                                "When the last mode, start or depth that got there reached half of its target.",
                                Axis.log("time"),
                                run -> Judgement.of(
                                        run.events().stream()
                                                .mapToDouble(Event::time)
                                                .max(),
                                        NOT_LEARNED))
                        .from(Evidence.EVENTS),
                new Metric(
                                "final_loss",
                                "loss at the end",
                                "The first loss, or test error, at the last recorded time.",
                                Axis.log("loss"),
                                DeepLinearLaboratory::finalLoss)
                        .from(Evidence.END),
                new Metric(
                                "kernel_distance",
                                "kernel distance at the end",
                                "How far the tangent kernel of the first network moved: near zero is lazy.",
                                Axis.log("D"),
                                run -> last(run, "kernel", "only networks of two layers have it"))
                        .from(Evidence.END),
                new Metric(
                        "overtraining",
                        "cost of training for long",
                        "The student's test error at the end over the smallest on the way: one where it pays to go on.",
                        Axis.log("test(∞)/test(t*)"),
                        DeepLinearLaboratory::overtraining));
    }

    private static Judgement finalLoss(Trajectory run) {
        if (run.last().status() instanceof Status.Diverged(String why)) return new Judgement.Missing(why);
        return last(
                run,
                run.settings().get(Knobs.SYSTEM) == Knobs.System.STUDENT ? "test" : "loss",
                "no loss was recorded");
    }

    private static Judgement overtraining(Trajectory run) {
        if (run.settings().get(Knobs.SYSTEM) != Knobs.System.STUDENT)
            return new Judgement.Missing("only students of a noisy teacher have it");
        String series = run.settings().get(Knobs.ALPHA).size() == 1 ? "test" : "test_1";
        double[] test = run.simulated("test", series);
        double least = Arrays.stream(test).filter(Double::isFinite).min().orElse(Double.NaN);
        double ratio = test[test.length - 1] / least;
        return Double.isFinite(ratio)
                ? new Judgement.Value(ratio)
                : new Judgement.Missing("no test error was recorded");
    }

    private static Judgement last(Trajectory run, String curves, String otherwise) {
        return run.last().observables().stream()
                .filter(observable -> observable.key().equals(curves))
                .findFirst()
                .map(observable ->
                        run.last().get((org.separatrix.lab.Curves) observable).orElseThrow())
                .map(values -> values.simulated()[0])
                .filter(Double::isFinite)
                .map(value -> (Judgement) new Judgement.Value(value))
                .orElse(new Judgement.Missing(otherwise));
    }

    @Override
    public List<Preset> presets() {
        return Presets.ALL;
    }

    @Override
    public List<PhaseDiagram> diagrams() {
        return Diagrams.ALL;
    }
}
