package org.separatrix.labs.deeplinear;

import java.util.List;
import org.separatrix.lab.GridAxis;
import org.separatrix.lab.Line;
import org.separatrix.lab.PhaseDiagram;
import org.separatrix.lab.Settings;

/** Planes worth a map. */
final class Diagrams {
    private Diagrams() {}

    private static final double FAR = 1e3;

    static final List<PhaseDiagram> ALL = List.of(
            PhaseDiagram.of(
                            "lazy-rich",
                            "Lazy and rich, by imbalance",
                            "Imbalance makes learning lazy; the scale of the start alone never does.",
                            Settings.spelt(
                                    "task=spectrum s=1.5,1.2,0.8,0.5 n_in=8 n_out=8 hidden=8 init=balanced eta=0.02"),
                            GridAxis.log(Knobs.PRODUCT, 1e-3, 10, 33),
                            GridAxis.log(Knobs.LAMBDA, 0.03, 30, 33),
                            "kernel_distance")
                    .replicated(3)
                    .until(30)
                    .with(Diagrams::scaleOfTargetAndStart)
                    .regime("rich", 0.03, 0.15)
                    .regime("lazy", 0.03, 12),
            PhaseDiagram.of(
                            "gaussian",
                            "Lazy and rich, from Gaussian weights",
                            "Large Gaussian weights are lazy, because their imbalance grows with them; wide layers more so.",
                            Settings.spelt("task=spectrum s=1.5,1.2,0.8,0.5 n_in=8 n_out=8 init=gaussian eta=0.01"),
                            GridAxis.log(Knobs.SIGMA, 0.003, 0.5, 17),
                            GridAxis.log(Knobs.HIDDEN, 8, 128, 9),
                            "kernel_distance")
                    .until(30)
                    .regime("rich", 0.008, 14)
                    .regime("lazy", 0.25, 80),
            PhaseDiagram.of(
                            "separatrix",
                            "The separatrix",
                            "The time to learn diverges where the two weights start with opposite values.",
                            Settings.spelt("system=two-weights target=1 eta=0.02"),
                            GridAxis.linear(Knobs.START_A, -2, 2, 65),
                            GridAxis.linear(Knobs.START_B, -2, 2, 65),
                            "first_event")
                    .until(12)
                    .with(Diagrams::separatrix),
            PhaseDiagram.of(
                            "overtraining",
                            "The cost of training for long",
                            "Training on and on costs most where there are as many samples as inputs, and little noise"
                                    + " does not help.",
                            Settings.spelt("system=student width=100 method=flow"),
                            GridAxis.log(Knobs.ALPHA, 0.1, 10, 25),
                            GridAxis.log(Knobs.NOISE_POWER, 1e-3, 10, 21),
                            "overtraining")
                    .until(1000)
                    .with(Diagrams::interpolation)
                    .regime("too few samples", 0.25, 0.03)
                    .regime("enough samples", 4, 0.03));

    /** Lazy where the imbalance exceeds both the target's largest singular value and the start's size. */
    private static List<Line> scaleOfTargetAndStart(Settings settings) {
        double largest = settings.get(Knobs.SPECTRUM).stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElseThrow();
        return List.of(
                new Line("λ = max(p, s₁)", Line.Role.THEORY, new double[] {1 / FAR / FAR, largest, FAR}, new double[] {
                    largest, largest, FAR
                }));
    }

    /** The stable manifold of the saddle at the origin. */
    private static List<Line> separatrix(Settings settings) {
        double slope = -Math.signum(settings.get(Knobs.TARGET));
        return List.of(new Line(
                slope < 0 ? "separatrix a = −b" : "separatrix a = b",
                Line.Role.THEORY,
                new double[] {-FAR, FAR},
                new double[] {-slope * FAR, slope * FAR}));
    }

    /** As many samples as inputs. */
    private static List<Line> interpolation(Settings settings) {
        return List.of(new Line("P = N", Line.Role.THEORY, new double[] {1, 1}, new double[] {1 / FAR / FAR, FAR}));
    }
}
