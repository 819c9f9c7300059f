package org.separatrix.labs.boltzmann;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.separatrix.lab.GridAxis;
import org.separatrix.lab.Line;
import org.separatrix.lab.PhaseDiagram;
import org.separatrix.lab.Settings;
import org.separatrix.labs.boltzmann.theory.GrowthRate;
import org.separatrix.labs.boltzmann.theory.Scattering;

/** Planes worth a map. */
final class Diagrams {
    private Diagrams() {}

    private static final Map<String, String> TAGGED =
            Map.of("particles", "4096", "method", "events", "dt", "1", "gamma", "0");
    private static final int TERMS = 40;
    private static final int POINTS = 200;

    static final List<PhaseDiagram> ALL = List.of(
            PhaseDiagram.of(
                            "hardness",
                            "Hard and soft potentials under shear",
                            "Hard potentials hold the bulk at any shear, soft ones let it go; at γ = 0 it takes a critical"
                                    + " shear.",
                            TAGGED,
                            GridAxis.linear(Knobs.GAMMA, -0.75, 1, 29),
                            GridAxis.log(Knobs.SHEAR, 0.25, 8, 21),
                            "bulk")
                    .until(40)
                    .with(Diagrams::thresholds)
                    .regime("bulk at rest", 0.62, 1.1)
                    .regime("runaway", -0.45, 5)
                    .regime("K₄", 0.14, 0.69)
                    .regime("K₂", 0.14, 1.3)
                    .regime("Kₗ", 0.14, 3.8),
            PhaseDiagram.of(
                            "critical-shear",
                            "Critical shear",
                            "Above the line the energy of the infinite ensemble grows for ever; the exact threshold bends"
                                    + " back at both ends.",
                            TAGGED,
                            GridAxis.log(Knobs.MASS, 0.1, 10, 29),
                            GridAxis.linear(Knobs.SHEAR, 0.1, 3, 30),
                            "temperature")
                    .until(40)
                    .with(Diagrams::criticalShear)
                    .regime("finite energy", 1.6, 0.6)
                    .regime("infinite energy", 1.6, 2.4));

    /** At gamma = 0, where fourth moments, energy and the bulk cease to be stationary. */
    private static List<Line> thresholds(Settings settings) {
        var rate = new GrowthRate(TERMS, massFraction(settings.get(Knobs.MASS)), 1);
        double nu = settings.get(Knobs.RATE);
        double bulk = nu * rate.stationarityThreshold();
        return List.of(
                tick("thresholds of fourth moments, energy, bulk", nu * rate.threshold(4)),
                tick("", nu * rate.threshold(2)),
                tick("", bulk),
                new Line("", Line.Role.THEORY, new double[] {0, 0}, new double[] {bulk, 20}));
    }

    private static Line tick(String label, double shear) {
        return new Line(label, Line.Role.THEORY, new double[] {-0.08, 0.08}, new double[] {shear, shear});
    }

    private static double massFraction(double ratio) {
        return ratio / (1 + ratio);
    }

    /** K&#8322; by mass ratio. */
    private static List<Line> criticalShear(Settings settings) {
        double[] ratio = IntStream.range(0, POINTS)
                .mapToDouble(i -> 0.05 * Math.pow(400, i / (POINTS - 1.0)))
                .toArray();
        double[] shear = new double[POINTS];
        for (int i = 0; i < POINTS; i++)
            shear[i] =
                    settings.get(Knobs.RATE) * Scattering.ofMassRatio(ratio[i]).energyThreshold();
        return List.of(new Line("critical shear K₂", Line.Role.THEORY, ratio, shear));
    }
}
