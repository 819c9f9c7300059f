package org.separatrix.labs.bowl;

import java.util.List;
import java.util.Map;
import org.separatrix.lab.Axis;
import org.separatrix.lab.Box;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Curves;
import org.separatrix.lab.Data;
import org.separatrix.lab.DataKey;
import org.separatrix.lab.Experiment;
import org.separatrix.lab.Facts;
import org.separatrix.lab.GridAxis;
import org.separatrix.lab.Judgement;
import org.separatrix.lab.Laboratory;
import org.separatrix.lab.Line;
import org.separatrix.lab.Metric;
import org.separatrix.lab.Observable;
import org.separatrix.lab.Parameter;
import org.separatrix.lab.PhaseDiagram;
import org.separatrix.lab.Portrait;
import org.separatrix.lab.Preset;
import org.separatrix.lab.Series;
import org.separatrix.lab.Settings;
import org.separatrix.lab.Title;

/** A toy: gradient descent in a quadratic bowl, beside its exact solution. The example of CONTRIBUTING.md. */
public final class BowlLaboratory implements Laboratory {
    static final Parameter<Double> ETA = Parameter.log("eta", "η", "step size", 1e-3, 10, 0.05)
            .meaning("How far each step of gradient descent goes; beyond 2/κ it diverges.")
            .whileRunning();
    static final Parameter<Double> KAPPA = Parameter.log("kappa", "κ", "curvature", 0.1, 10, 2)
            .meaning("The curvature of the bowl's steep direction; the flat one has curvature 1.");

    static final Curves LOSS = new Curves(
            "loss", "Loss", Axis.linear("time t"), Axis.log("E"), List.of(Series.withTheory("loss", "loss", 0)));
    static final Facts NOW = new Facts("now", "Now");

    static final Portrait PLANE =
            new Portrait("plane", "Plane", Axis.linear("x"), Axis.linear("y"), new Box(-2, 2, -2, 2));

    private static final Metric HALVING = new Metric(
            "halving",
            "halving time",
            "The first recorded time at which the loss is below half of its start.",
            Axis.log("time"),
            run -> {
                double[] loss = run.simulated("loss", "loss");
                for (int i = 0; i < loss.length; i++) {
                    if (loss[i] < loss[0] / 2) return new Judgement.Value(run.times()[i]);
                }
                return new Judgement.Missing("the loss never halved");
            });

    @Override
    public Title title() {
        return new Title(
                "bowl",
                "Quadratic bowl",
                "Gradient descent in a quadratic bowl, beside its exact solution.",
                "E(x, y) = \\tfrac12 (x^2 + \\kappa y^2)",
                List.of());
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(ETA, KAPPA);
    }

    @Override
    public List<DataKey> dataKeys() {
        return List.of(new DataKey("start", "2", "the starting point (x, y)"));
    }

    @Override
    public List<Observable<?>> observables(Settings settings) {
        return List.of(LOSS, PLANE, NOW);
    }

    @Override
    public List<Metric> metrics() {
        return List.of(HALVING);
    }

    @Override
    public List<Preset> presets() {
        return List.of(
                new Preset("gentle", "A gentle slope", "The loss falls straight on a logarithmic axis.", Map.of(), 20),
                new Preset(
                        "edge",
                        "The edge of stability",
                        "Beyond 2/κ every step overshoots.",
                        Map.of("eta", "1.05"),
                        20));
    }

    @Override
    public List<PhaseDiagram> diagrams() {
        return List.of(PhaseDiagram.of(
                        "stability",
                        "Stability",
                        "Beyond η = 2/κ every step overshoots.",
                        Map.of(),
                        GridAxis.log(ETA, 0.05, 2, 9),
                        GridAxis.log(KAPPA, 0.5, 8, 9),
                        "halving")
                .until(20)
                .with(_ -> List.of(new Line(
                        "η = 2/κ", Line.Role.THEORY, new double[] {0.05, 5}, new double[] {2 / 0.05, 2 / 5.0})))
                .regime("it falls", 0.1, 1)
                .regime("it diverges", 1.2, 5));
    }

    @Override
    public Experiment open(Settings settings, Data data, Compute compute) {
        return new BowlExperiment(settings, data);
    }
}
