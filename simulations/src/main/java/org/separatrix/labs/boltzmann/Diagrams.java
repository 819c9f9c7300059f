package org.separatrix.labs.boltzmann;

import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.separatrix.lab.GridAxis;
import org.separatrix.lab.Line;
import org.separatrix.lab.PhaseDiagram;
import org.separatrix.lab.Settings;
import org.separatrix.labs.boltzmann.theory.FixedStep;
import org.separatrix.labs.boltzmann.theory.GrowthRate;
import org.separatrix.labs.boltzmann.theory.Scattering;

/** Planes worth a map. */
final class Diagrams {
    private Diagrams() {}

    private static final Map<String, String> TAGGED = Settings.spelt("particles=4096 method=events dt=1 gamma=0");
    private static final int TERMS = 40;
    private static final int POINTS = 200;
    private static final int FEW_POINTS = 33;

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
                    .regime("K_L", 0.14, 3.8),
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
                    .regime("infinite energy", 1.6, 2.4),
            PhaseDiagram.of(
                            "step-size",
                            "What a step does to the threshold",
                            "Steps of first order let the energy run away too early; those of second order hardly do.",
                            Settings.spelt("particles=4096 method=order-1 gamma=0"),
                            GridAxis.log(Knobs.DT, 0.02, 0.5, 17),
                            GridAxis.linear(Knobs.SHEAR, 1, 1.5, 21),
                            "temperature")
                    .until(60)
                    .with(Diagrams::schemeThresholds)
                    .regime("finite energy", 0.04, 1.1)
                    .regime("infinite energy", 0.25, 1.42),
            PhaseDiagram.of(
                            "reduction",
                            "Shear and temperature of the bath",
                            "Only K/θ^(γ/2) matters: along the lines the bulk has the same temperature in units of the bath's.",
                            Settings.spelt("particles=4096 method=events dt=1 gamma=0.5"),
                            GridAxis.log(Knobs.SHEAR, 0.25, 8, 21),
                            GridAxis.log(Knobs.THETA, 0.1, 10, 17),
                            "bulk")
                    .until(40)
                    .with(Diagrams::reducedShears),
            PhaseDiagram.of(
                            "self-heating",
                            "A gas under shear",
                            "Maxwell molecules heat exponentially at every shear, hard ones slower, soft ones faster.",
                            Settings.spelt("system=gas particles=4096"),
                            GridAxis.linear(Knobs.GAMMA, -0.5, 1, 25),
                            GridAxis.linear(Knobs.SHEAR, 0.2, 5, 25),
                            "temperature")
                    .until(10)
                    .with(Diagrams::gasThreshold)
                    .regime("a*", 0.06, 3.6));

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

    /** Where the energy begins to grow by step, of both orders, and the exact K&#8322;. */
    private static List<Line> schemeThresholds(Settings settings) {
        Scattering scattering = Scattering.ofMassRatio(settings.get(Knobs.MASS));
        double rate = settings.get(Knobs.RATE);
        return List.of(
                schemeThreshold("threshold, first order", scattering, rate, 1),
                schemeThreshold("threshold, second order", scattering, rate, 2));
    }

    private static Line schemeThreshold(String label, Scattering scattering, double rate, int order) {
        double[] dt = new double[FEW_POINTS];
        double[] shear = new double[FEW_POINTS];
        for (int i = 0; i < FEW_POINTS; i++) {
            dt[i] = 0.02 * Math.pow(25, i / (FEW_POINTS - 1.0));
            shear[i] = rate * FixedStep.energyThreshold(scattering, rate * dt[i], order);
        }
        return new Line(label, Line.Role.THEORY, dt, shear);
    }

    /** Lines of the same reduced shear. */
    private static List<Line> reducedShears(Settings settings) {
        double exponent = settings.get(Knobs.GAMMA) / 2;
        return DoubleStream.of(0.5, 1, 2, 4)
                .mapToObj(reduced -> {
                    double[] theta = {0.05, 20};
                    double[] shear = {reduced * Math.pow(0.05, exponent), reduced * Math.pow(20, exponent)};
                    return new Line(reduced == 0.5 ? "same K/θ^(γ/2)" : "", Line.Role.THEORY, shear, theta);
                })
                .toList();
    }

    /** At gamma = 0, where the fourth moments of a gas in thermal units become infinite. */
    private static List<Line> gasThreshold(Settings settings) {
        double shear = settings.get(Knobs.RATE) / 2 * GrowthRate.gasFourthThreshold();
        return List.of(tick("fourth moments in thermal units become infinite", shear));
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
