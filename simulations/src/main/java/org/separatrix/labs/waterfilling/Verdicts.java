package org.separatrix.labs.waterfilling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.separatrix.lab.Facts;
import org.separatrix.lab.Facts.Fact;
import org.separatrix.lab.Facts.Light;
import org.separatrix.lab.Settings;
import org.separatrix.labs.waterfilling.theory.Certificates;
import org.separatrix.labs.waterfilling.theory.LocalStability;

/** What theory says of a game, what it expects near the equilibrium, and what is measured, each by its name. */
final class Verdicts {
    private static final int LISTED = 8;
    private static final double CONVERGED = 1e-8;
    private static final double AT = 1e-6;

    private final Settings settings;
    private final Analysis analysis;
    private final Dynamics dynamics;
    private final Optional<Analysis.Equilibrium> nearest;
    private final int number;

    Verdicts(Settings settings, Analysis analysis, Dynamics dynamics) {
        this.settings = settings;
        this.analysis = analysis;
        this.dynamics = dynamics;
        number = analysis.nearest(dynamics.powers());
        nearest = number < 0
                ? Optional.empty()
                : Optional.of(analysis.equilibria().get(number));
    }

    /** What happens near the equilibrium that is nearest, if one is known. */
    Optional<LocalStability> local() {
        return nearest.flatMap(Analysis.Equilibrium::stability);
    }

    /** The equilibrium that is nearest, if one is known. */
    Optional<Analysis.Equilibrium> nearest() {
        return nearest;
    }

    private record Sufficient(String key, String label, double radius, boolean anyOrder) {}

    private static List<Sufficient> sufficient(Certificates certificates) {
        return List.of(
                new Sufficient("row_sum", "row sums of S", certificates.peak().rowDominance(), true),
                new Sufficient(
                        "column_sum", "column sums of S", certificates.peak().columnDominance(), true),
                new Sufficient(
                        "rho_S", "ρ(S), the textbook's", certificates.peak().radius(), true),
                new Sufficient(
                        "rho_S_cen",
                        "ρ(S) between equal sums",
                        certificates.centred().radius(),
                        true),
                new Sufficient(
                        "rho_S_ref",
                        "ρ(S) on usable tones",
                        certificates.refined().radius(),
                        true),
                new Sufficient("tone_norm", "norm on one tone", certificates.toneNorm(), false),
                new Sufficient("tone_norm_weighted", "norm, weighted", certificates.weightedToneNorm(), false));
    }

    /** The table of conditions: which hold, which is the tightest, what is exact near the equilibrium, what is measured. */
    Facts.Values conditions(Trend trend) {
        Certificates certificates = analysis.certificates();
        List<Fact> facts = new ArrayList<>();
        List<Sufficient> all = sufficient(certificates);
        for (Sufficient one : all) facts.add(fact(one));
        double margin = certificates.monotoneMargin();
        facts.add(new Fact(
                "margin",
                "monotone margin m",
                margin,
                text(margin) + (margin > 0 ? " > 0, sufficient: one equilibrium" : " ≤ 0, sufficient: no guarantee"),
                margin > 0 ? Light.GOOD : Light.WARNING));
        facts.add(tightest(all));
        facts.add(Fact.of(
                "rho_GS", "sweep of S, sufficient", certificates.peak().sweepRadius(settings.get(Knobs.LAMBDA))));
        local().ifPresent(stability -> addLocal(stability, facts));
        facts.add(Fact.of("measured", "measured factor", trend.factor()));
        return new Facts.Values(facts);
    }

    private static Fact fact(Sufficient one) {
        boolean holds = one.radius() < 1;
        String guarantee = one.anyOrder() ? "guaranteed" : "guaranteed if simultaneous";
        return new Fact(
                one.key(),
                one.label(),
                one.radius(),
                text(one.radius()) + (holds ? " < 1, sufficient: " + guarantee : " ≥ 1, sufficient: no guarantee"),
                holds ? Light.GOOD : Light.WARNING);
    }

    private Fact tightest(List<Sufficient> all) {
        boolean simultaneous = settings.get(Knobs.UPDATE) == Knobs.Update.SIMULTANEOUS;
        Sufficient best = all.stream()
                .filter(one -> simultaneous || one.anyOrder())
                .min(Comparator.comparingDouble(Sufficient::radius))
                .orElseThrow();
        boolean holds = best.radius() < 1;
        return new Fact(
                "tightest",
                "tightest sufficient",
                best.radius(),
                (holds ? "" : "none holds, nearest ") + best.label() + ": " + text(best.radius()),
                holds ? Light.GOOD : Light.WARNING);
    }

    private void addLocal(LocalStability stability, List<Fact> facts) {
        double factor =
                Analysis.localFactor(stability, settings, dynamics.schedule().longest());
        boolean heuristic = settings.get(Knobs.UPDATE) == Knobs.Update.ASYNCHRONOUS
                && (settings.get(Knobs.DELAYS) != Knobs.Delays.FIXED || settings.get(Knobs.Q) < 1);
        String kind = heuristic ? ", mean of many runs, heuristic" : ", exact near the equilibrium";
        if (stability.degenerate()) kind = ", degenerate: a tone at the edge of use";
        if (!Double.isNaN(factor))
            facts.add(new Fact(
                    "local",
                    "local factor",
                    factor,
                    text(factor) + kind,
                    stability.degenerate() ? Light.WARNING : factor < 1 ? Light.GOOD : Light.BAD));
        facts.add(Fact.of("rho_J", "ρ(J)", stability.simultaneous(1)));
        double limit = stability.dampingLimit();
        facts.add(new Fact(
                "damping_limit",
                "stable relaxation",
                limit,
                limit == 0 ? "none: no relaxation helps" : "λ < " + text(limit),
                limit == 0 ? Light.BAD : Light.NONE));
        double best = stability.bestRelaxation();
        facts.add(new Fact(
                "damping_best",
                "best relaxation",
                best,
                "λ = " + text(best) + ", factor " + text(stability.simultaneous(best)),
                Light.NONE));
    }

    /** The equilibria that were found, the best for all first. */
    Facts.Values equilibria() {
        List<Fact> facts = new ArrayList<>();
        if (!analysis.searched()) {
            facts.add(Fact.of("searched", "search", "too large a game to look for them", Light.NONE));
            return new Facts.Values(facts);
        }
        List<Analysis.Equilibrium> found = analysis.equilibria();
        facts.add(new Fact("count", "found", found.size(), "at least " + found.size(), Light.NONE));
        for (int i = 0; i < Math.min(LISTED, found.size()); i++) {
            Analysis.Equilibrium one = found.get(i);
            double factor = one.stability()
                    .map(stability -> Analysis.localFactor(
                            stability, settings, dynamics.schedule().longest()))
                    .orElse(Double.NaN);
            String attracts = Double.isNaN(factor) ? "" : factor < 1 ? ", attracts" : ", repels";
            String anarchy = analysis.baselines()
                    .map(baselines ->
                            ", price of anarchy " + text(baselines.optimum().sumRate() / one.sumRate()))
                    .orElse("");
            facts.add(new Fact(
                    "equilibrium_" + i,
                    "equilibrium " + i,
                    one.sumRate(),
                    text(one.sumRate()) + " bit" + attracts + anarchy,
                    Double.isNaN(factor) ? Light.NONE : factor < 1 ? Light.GOOD : Light.WARNING));
        }
        return new Facts.Values(facts);
    }

    /** How the run stands. */
    Facts.Values now(CycleDetector cycle, double distance, int macroTicks) {
        List<Fact> facts = new ArrayList<>();
        double residual = dynamics.now().residual();
        facts.add(state(residual, cycle, distance));
        facts.add(Fact.of("residual", "residual", residual));
        if (cycle.period() > 0) {
            facts.add(Fact.of("period", "period of the cycle", cycle.period()));
            facts.add(Fact.of("amplitude", "its amplitude", cycle.amplitude()));
        }
        facts.add(Fact.of("sum_rate", "sum rate in bits", dynamics.now().sumRate(dynamics.powers())));
        analysis.baselines().ifPresent(baselines -> addWelfare(baselines, facts));
        if (!Double.isNaN(noiseFloor())) facts.add(Fact.of("noise_floor", "noise floor", noiseFloor()));
        if (settings.get(Knobs.UPDATE) == Knobs.Update.ASYNCHRONOUS)
            facts.add(Fact.of("macro_ticks", "macro ticks", macroTicks));
        return new Facts.Values(facts);
    }

    private Fact state(double residual, CycleDetector cycle, double distance) {
        String key = "state";
        String label = "state";
        if (cycle.period() > 0) return Fact.of(key, label, "a cycle of period " + cycle.period(), Light.WARNING);
        if (residual >= CONVERGED) return Fact.of(key, label, "on its way", Light.NONE);
        String which = distance < AT * dynamics.game().largestBudget() ? " " + number : "";
        return Fact.of(key, label, "at an equilibrium" + which, Light.GOOD);
    }

    private void addWelfare(Analysis.Baselines baselines, List<Fact> facts) {
        double optimum = baselines.optimum().sumRate();
        facts.add(Fact.of("optimum", "best found for all", optimum));
        List<Analysis.Equilibrium> found = analysis.equilibria();
        if (found.isEmpty()) return;
        facts.add(Fact.of(
                "price_of_anarchy",
                "price of anarchy, at least",
                optimum / found.getLast().sumRate()));
        facts.add(Fact.of(
                "price_of_stability",
                "price of stability",
                optimum / found.getFirst().sumRate()));
    }

    /** How far from the equilibrium measurement noise keeps simultaneous updates; NaN where theory does not know. */
    double noiseFloor() {
        double noise = settings.get(Knobs.NOISE);
        boolean known = noise > 0
                && settings.get(Knobs.UPDATE) == Knobs.Update.SIMULTANEOUS
                && settings.get(Knobs.FRACTION) == 1
                && !settings.get(Knobs.DIMINISH);
        return known
                ? local().map(stability -> stability.noiseFloor(settings.get(Knobs.LAMBDA), noise))
                        .orElse(Double.NaN)
                : Double.NaN;
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }
}
