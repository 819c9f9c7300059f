package org.separatrix.labs.grokking;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleBinaryOperator;
import org.separatrix.lab.Axis;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Condition;
import org.separatrix.lab.Data;
import org.separatrix.lab.DataKey;
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

/** Grokking: the test loss falls long after the training loss, when learning leaves the lazy regime. */
public final class GrokkingLaboratory implements Laboratory {
    private static final Evidence LEARNED = Evidence.all("fitted", "grokked");

    @Override
    public Title title() {
        return new Title(
                "grokking",
                "Grokking",
                "Networks fit their samples first and understand much later, when they leave the lazy regime.",
                "f(x) = \\frac{\\alpha}{N} \\sum_{i=1}^{N} \\varphi(w_i \\cdot x),"
                        + "\\quad \\varphi(h) = h + \\frac{\\varepsilon}{2} h^2,"
                        + "\\quad y = \\frac12 (\\beta \\cdot x)^2",
                List.of(
                        "Kumar, Bordelon, Gershman, Pehlevan: Grokking as the transition from lazy to rich training"
                                + " dynamics (2024)",
                        "Prieto, Barsbey, Mediano, Birdal: Grokking at the edge of numerical stability (2025)",
                        "Gromov: Grokking modular arithmetic (2023)",
                        "Nanda, Chan, Lieberum, Smith, Steinhardt: Progress measures for grokking via mechanistic"
                                + " interpretability (2023)",
                        "Cohen, Kaur, Li, Kolter, Talwalkar: Gradient descent on neural networks typically occurs at the"
                                + " edge of stability (2021)",
                        "Li, Xu, Taylor, Studer, Goldstein: Visualizing the loss landscape of neural nets (2018)"));
    }

    @Override
    public List<Parameter<?>> parameters() {
        return Knobs.ALL;
    }

    @Override
    public List<Condition> rules() {
        return List.of(
                new Condition(
                        "infinite=on: infinitely many neurons are followed by the exact reduction, set mode=reduced",
                        settings -> settings.get(Knobs.SYSTEM) != Knobs.System.QUADRATIC
                                || !settings.get(Knobs.INFINITE)
                                || settings.get(Knobs.MODE) == Knobs.Mode.REDUCED),
                new Condition(
                        "width: neurons that start in pairs come in even numbers",
                        settings -> settings.get(Knobs.SYSTEM) != Knobs.System.STUDENT
                                || settings.get(Knobs.START) == Knobs.Start.PLAIN
                                || settings.size(Knobs.WIDTH) % 2 == 0),
                new Condition(
                        "frac: both the training and the test pairs must be at least one",
                        settings -> settings.get(Knobs.SYSTEM) != Knobs.System.MODULAR
                                || ModularTask.trainingPairs(settings) >= 1),
                new Condition(
                        "p: the modulus is odd, so that frequencies come in pairs",
                        settings -> settings.get(Knobs.SYSTEM) != Knobs.System.MODULAR
                                || settings.get(Knobs.MODULUS) % 2 == 1));
    }

    @Override
    public List<DataKey> dataKeys() {
        return List.of(
                new DataKey("X", "D x P", "the training inputs, one a column"),
                new DataKey("beta", "D", "the quadratic teacher"),
                new DataKey("W0", "N x D, or N x p", "initial weights: of the neurons, or of the logits"),
                new DataKey("Xtest", "D x any", "the student's test inputs, one a column"),
                new DataKey("teacher", "D", "the direction of the student's teacher"),
                new DataKey("a0", "N", "the student's initial read-outs"),
                new DataKey("U0", "p x N", "initial embedding of the first summand"),
                new DataKey("V0", "p x N", "initial embedding of the second summand"),
                new DataKey("train_index", "any", "the training pairs (a, b), each as a p + b"));
    }

    @Override
    public Settings fit(Settings settings, Data data) {
        var texts = new LinkedHashMap<String, String>();
        if (data.has("U0")) {
            int[] shape = data.sizes("U0");
            texts.put(Knobs.SYSTEM.key(), Knobs.System.MODULAR.key());
            texts.put(Knobs.MODULUS.key(), Integer.toString(shape[0]));
            texts.put(Knobs.WIDTH.key(), Integer.toString(shape[1]));
        } else if (data.has("X")) {
            int[] shape = data.sizes("X");
            boolean student = data.has("a0") || data.has("teacher") || data.has("Xtest");
            texts.put(Knobs.SYSTEM.key(), (student ? Knobs.System.STUDENT : Knobs.System.QUADRATIC).key());
            texts.put(Knobs.DIMENSION.key(), Integer.toString(shape[0]));
            texts.put(Knobs.SAMPLES.key(), Integer.toString(shape[1]));
            if (data.has("W0")) texts.put(Knobs.WIDTH.key(), Integer.toString(data.sizes("W0")[0]));
        }
        return settings.withTexts(texts);
    }

    @Override
    public List<Observable<?>> observables(Settings settings) {
        return switch (settings.get(Knobs.SYSTEM)) {
            case QUADRATIC -> QuadraticView.of(settings).all(settings);
            case STUDENT -> StudentExperiment.View.create().all();
            case MODULAR -> ModularView.of(settings).all();
        };
    }

    @Override
    public Experiment open(Settings settings, Data data, Compute compute) {
        return switch (settings.get(Knobs.SYSTEM)) {
            case QUADRATIC -> new QuadraticExperiment(settings, data, compute);
            case STUDENT -> new StudentExperiment(settings, data, compute);
            case MODULAR -> new ModularExperiment(settings, data, compute);
        };
    }

    @Override
    public List<Metric> metrics() {
        return List.of(
                new Metric(
                                "delay",
                                "grokking delay, in decades",
                                "The decimal logarithm of the time of understanding over the time of fitting.",
                                Axis.linear("log₁₀(τ test/τ train)"),
                                run -> delay(run, (fitted, grokked) -> Math.log10(grokked / fitted)))
                        .from(LEARNED),
                new Metric(
                                "delay_difference",
                                "grokking delay, in time",
                                "How long after fitting the run understood.",
                                Axis.log("τ test − τ train"),
                                run -> delay(run, (fitted, grokked) -> grokked - fitted))
                        .from(LEARNED),
                new Metric(
                                "tau_train",
                                "time of fitting",
                                "When the training loss, or accuracy, passed its threshold.",
                                Axis.log("τ train"),
                                run -> time(run, "fitted"))
                        .from(Evidence.any("fitted")),
                new Metric(
                                "tau_test",
                                "time of understanding",
                                "When the test loss, or accuracy, passed its threshold.",
                                Axis.log("τ test"),
                                run -> time(run, "grokked"))
                        .from(Evidence.any("grokked")),
                new Metric(
                                "final_test",
                                "test loss at the end",
                                "The test loss at the last recorded time.",
                                Axis.log("test loss"),
                                run -> finalLoss(run, "test"))
                        .from(Evidence.END),
                new Metric(
                                "final_train",
                                "training loss at the end",
                                "The training loss at the last recorded time.",
                                Axis.log("training loss"),
                                run -> finalLoss(run, "train"))
                        .from(Evidence.END),
                new Metric(
                                "leaves_lazy",
                                "time of leaving the lazy curve",
                                "When the test loss first differs by a tenth from that of the linearised network.",
                                Axis.log("τ"),
                                run -> time(run, "leaves_lazy"))
                        .from(Evidence.any("leaves_lazy")),
                new Metric(
                                "overlap",
                                "overlap with the teacher",
                                "The squared cosine between the leading direction of the weights and the teacher, at the end.",
                                Axis.linear("overlap"),
                                run -> ofQuadratic(run, "outlier", "overlap"))
                        .from(Evidence.END),
                new Metric(
                                "alignment",
                                "alignment of the kernel",
                                "The alignment of the tangent kernel with the labels, at the end.",
                                Axis.linear("alignment"),
                                run -> ofQuadratic(run, "kernel", "cka2"))
                        .from(Evidence.END),
                new Metric(
                                "drift",
                                "how far the kernel moved",
                                "The distance of the tangent kernel from its start, relative to it: near zero is lazy.",
                                Axis.log("drift"),
                                run -> ofQuadratic(run, "kernel", "drift"))
                        .from(Evidence.END));
    }

    private static Judgement delay(Trajectory run, DoubleBinaryOperator measure) {
        return time(run, "fitted").with(time(run, "grokked"), measure);
    }

    private static Judgement time(Trajectory run, String key) {
        if (run.last().status() instanceof Status.Diverged(String why)) return new Judgement.Missing(why);
        return Judgement.of(run.timeOf(key), "never " + key);
    }

    /** The last recorded value of a series. */
    private static Judgement last(Trajectory run, String curves, String series) {
        if (run.last().status() instanceof Status.Diverged(String why)) return new Judgement.Missing(why);
        OptionalDouble last = Arrays.stream(run.simulated(curves, series))
                .filter(Double::isFinite)
                .reduce((first, second) -> second);
        return Judgement.of(last, "nothing was recorded");
    }

    private static Judgement finalLoss(Trajectory run, String which) {
        return last(
                run,
                "loss",
                switch (run.settings().get(Knobs.SYSTEM)) {
                    case QUADRATIC -> which;
                    case STUDENT -> which + "_over_ref";
                    case MODULAR -> which + "_loss";
                });
    }

    private static Judgement ofQuadratic(Trajectory run, String curves, String series) {
        if (run.settings().get(Knobs.SYSTEM) != Knobs.System.QUADRATIC)
            return new Judgement.Missing("only the network with a quadratic teacher has it");
        return last(run, curves, series);
    }

    @Override
    public List<PhaseDiagram> diagrams() {
        return Diagrams.ALL;
    }

    @Override
    public List<Preset> presets() {
        return Presets.ALL;
    }
}
