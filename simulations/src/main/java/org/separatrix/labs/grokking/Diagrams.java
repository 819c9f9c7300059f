package org.separatrix.labs.grokking;

import java.util.List;
import java.util.Map;
import org.separatrix.lab.GridAxis;
import org.separatrix.lab.Line;
import org.separatrix.lab.PhaseDiagram;
import org.separatrix.lab.Settings;

/** Planes worth a map: the network with a quadratic teacher, small, with a step that is safe unless it is turned. */
final class Diagrams {
    private Diagrams() {}

    private static final int STEPS = 4000;
    private static final int SEEDS = 3;
    private static final double FAR = 1e4;
    private static final Map<String, String> SMALL =
            Settings.spelt("d=24 samples=132 width=120 step_size=safe path=off");

    static final List<PhaseDiagram> ALL = List.of(
            PhaseDiagram.of(
                            "lazy-and-little",
                            "The window of grokking, by laziness and data",
                            "The delay grows with laziness, and without bound where samples barely suffice.",
                            SMALL,
                            GridAxis.log(Knobs.ALPHA, 0.25, 8, 16),
                            GridAxis.log(Knobs.SAMPLES, 48, 480, 16),
                            "delay")
                    .replicated(SEEDS)
                    .steps(STEPS)
                    .regime("memorising", 1.4, 65)
                    .regime("grokking", 1.4, 120)
                    .regime("rich", 1.4, 400),
            PhaseDiagram.of(
                            "lazy-and-misaligned",
                            "Laziness and misalignment",
                            "Less curvature makes understanding later, yet it delays fitting as much: look at both"
                                    + " delays.",
                            SMALL,
                            GridAxis.log(Knobs.ALPHA, 0.25, 8, 16),
                            GridAxis.log(Knobs.EPS, 0.05, 1, 16),
                            "delay_difference")
                    .replicated(SEEDS)
                    .steps(STEPS),
            PhaseDiagram.of(
                            "misaligned-and-little",
                            "Misalignment and data",
                            "How late the test loss falls depends on the curvature, whether it falls on the samples.",
                            SMALL,
                            GridAxis.log(Knobs.EPS, 0.05, 1, 16),
                            GridAxis.log(Knobs.SAMPLES, 24, 480, 16),
                            "tau_test")
                    .replicated(SEEDS)
                    .steps(STEPS)
                    .regime("memorising", 0.22, 36)
                    .regime("understanding", 0.22, 300),
            PhaseDiagram.of(
                            "step-size",
                            "How large a step",
                            "Beyond the limit of the start runs diverge; close to it they wander without converging.",
                            Settings.spelt("d=40 samples=220 width=200 path=off"),
                            GridAxis.log(Knobs.ETA0, 2, 60, 24),
                            GridAxis.log(Knobs.ALPHA, 0.25, 4, 12),
                            "final_train")
                    .steps(1000)
                    .with(Diagrams::limitOfTheStart));

    /** Where the largest eigenvalue of the kernel, as for many inputs and neurons, makes the first steps unstable. */
    private static List<Line> limitOfTheStart(Settings settings) {
        double samples = settings.get(Knobs.SAMPLES);
        double ratio = samples / settings.get(Knobs.DIMENSION);
        double eps = settings.get(Knobs.EPS);
        double limit = samples / (Math.pow(1 + Math.sqrt(ratio), 2) + eps * eps);
        return List.of(new Line(
                "η₀ = P/λmax at the start", Line.Role.THEORY, new double[] {limit, limit}, new double[] {1 / FAR, FAR
                }));
    }
}
