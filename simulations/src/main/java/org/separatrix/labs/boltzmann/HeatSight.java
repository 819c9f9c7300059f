package org.separatrix.labs.boltzmann;

import java.util.List;
import org.separatrix.lab.Facts.Fact;
import org.separatrix.lab.SnapshotBuilder;
import org.separatrix.labs.boltzmann.theory.SelfHeating;

/** How fast a gas heats itself. */
final class HeatSight implements Sight {
    private final History temperature = new History();

    @Override
    public void advance(Scene scene) {
        temperature.add(scene.time(), 2 * scene.engine().logScale());
    }

    @Override
    public void observe(Scene scene, SnapshotBuilder out, List<Fact> facts) {
        if (!out.detailed()) return;
        History.Slope slope = temperature.slope(scene.time() / 2);
        double relaxation = SelfHeating.relaxation(scene.rate(), 0, 1);
        facts.add(Fact.of("log_temperature", "ln T", 2 * scene.engine().logScale()));
        facts.add(Fact.of("lambda", "λ, measured over the last half", slope.value() / relaxation));
        facts.add(Fact.of("lambda_error", "its error, were the residuals independent", slope.error() / relaxation));
        if (scene.gamma() > 0 && scene.shear() > 0)
            facts.add(Fact.of(
                    "hard_slope",
                    "slope of T^(γ/2), first Sonine approximation",
                    SelfHeating.hardSlope(scene.shear(), scene.rate(), scene.gamma())));
    }
}
