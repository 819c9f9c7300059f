package org.separatrix.labs.waterfilling;

import java.util.List;
import org.separatrix.compute.Crew;
import org.separatrix.lab.Cloud;
import org.separatrix.labs.waterfilling.theory.Fading;
import org.separatrix.labs.waterfilling.theory.Welfare;

/** The rates that two users can have together: random powers, equilibria and baselines, each as a point. */
final class RateRegion {
    private static final int SAMPLES = 400;

    private final double[] feasible;
    private final double[] equilibria;
    private final double[] equal;
    private final double[] division;
    private final double[] optimum;

    RateRegion(Analysis analysis, Crew crew) {
        var welfare = new Welfare(analysis.game(), crew);
        feasible = new double[2 * SAMPLES];
        for (int seed = 0; seed < SAMPLES; seed++) {
            double[] powers = Fading.uniformPowers(
                    seed, analysis.game().budgets(), analysis.game().tones());
            System.arraycopy(welfare.rates(powers), 0, feasible, 2 * seed, 2);
        }
        equilibria = points(
                analysis.equilibria().stream().map(Analysis.Equilibrium::powers).toList(), welfare);
        equal = baseline(analysis, welfare, Analysis.Baselines::equal);
        division = baseline(analysis, welfare, Analysis.Baselines::division);
        optimum = baseline(analysis, welfare, Analysis.Baselines::optimum);
    }

    private interface Choice {
        Analysis.Baseline of(Analysis.Baselines all);
    }

    private static double[] baseline(Analysis analysis, Welfare welfare, Choice choice) {
        return analysis.baselines()
                .map(all -> points(List.of(choice.of(all).powers()), welfare))
                .orElse(new double[0]);
    }

    private static double[] points(List<double[]> powers, Welfare welfare) {
        return powers.stream()
                .flatMapToDouble(p -> java.util.Arrays.stream(welfare.rates(p)))
                .toArray();
    }

    Cloud.Values values(Orbit path) {
        return new Cloud.Values(List.of(feasible, path.points(), equilibria, equal, division, optimum));
    }
}
