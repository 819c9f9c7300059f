package org.separatrix.labs.boltzmann;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.separatrix.lab.Axis;
import org.separatrix.lab.Cloud;
import org.separatrix.lab.Curves;
import org.separatrix.lab.Facts;
import org.separatrix.lab.Field;
import org.separatrix.lab.Observable;
import org.separatrix.lab.Series;
import org.separatrix.lab.Settings;
import org.separatrix.lab.Spectrum;

/** What can be seen of a run. */
record View(
        Field density,
        Field scaled,
        Curves stress,
        Curves temperature,
        Curves transport,
        Curves kurtosis,
        Curves collisions,
        Curves speeds,
        Curves components,
        Curves exponents,
        Field exponentDensity,
        Spectrum exponentMarginal,
        Cloud front,
        Spectrum marginals,
        Cloud particles,
        Cloud tail,
        Spectrum eigenvalues,
        Cloud branches,
        Cloud growth,
        Cloud clock,
        Curves trapped,
        Facts now,
        boolean maxwell,
        boolean soft,
        boolean growing) {

    static View of(Settings settings) {
        boolean gas = settings.get(Knobs.SYSTEM) == Knobs.System.GAS;
        boolean growing = settings.get(Knobs.CLOCK) == Knobs.Clock.GROWING;
        double gamma = settings.get(Knobs.GAMMA);
        Axis time = growing ? Axis.log("time t") : Axis.linear("time t");
        String unit = gas ? " / √p" : "";
        return new View(
                new Field(
                        "density",
                        gas ? "Velocities, in thermal units" : "Velocities",
                        Axis.linear("v₁" + unit),
                        Axis.linear("v₂" + unit),
                        Axis.log("f(v₁, v₂)")),
                new Field(
                        "scaled",
                        "Velocities, each in bulk widths",
                        Axis.linear("v₁ / w₁"),
                        Axis.linear("v₂ / w₂"),
                        Axis.log("w₁ w₂ f")),
                new Curves(
                        "stress",
                        gas ? "Stress over pressure" : "Stress",
                        time,
                        Axis.linear(gas ? "P / p" : "P"),
                        List.of(
                                Series.withTheory("P11", "P₁₁", 0),
                                Series.withTheory("P12", "P₁₂", 1),
                                Series.withTheory("P22", "P₂₂", 2),
                                Series.withTheory("P33", "P₃₃", 3))),
                new Curves(
                        "temperature",
                        "Temperature",
                        time,
                        Axis.log("T"),
                        List.of(
                                Series.withTheory("T", "mean: tr P / 3", 0),
                                Series.of("bulk", "bulk: from the median speed", 4))),
                new Curves(
                        "transport",
                        "Viscosity and anisotropy",
                        time,
                        Axis.linear("ratio"),
                        List.of(
                                Series.withTheory("eta", "η/p = −P₁₂/(K p)", 1),
                                Series.withTheory("N1", "(P₁₁ − P₂₂)/tr P", 2))),
                new Curves(
                        "kurtosis",
                        "Kurtosis, 1 for a Maxwellian",
                        time,
                        Axis.log("kurtosis"),
                        List.of(
                                Series.withTheory("kurtosis1", "v₁", 0),
                                Series.withTheory("kurtosis2", "v₂", 2),
                                Series.withTheory("kurtosis", "|v|", 4))),
                new Curves(
                        "collisions",
                        "Collisions per particle",
                        time,
                        Axis.linear("mean n"),
                        List.of(Series.of("collisions", "mean n", 5))),
                new Curves(
                        "speeds",
                        "Speeds: tenths and median",
                        time,
                        Axis.log("|v|"),
                        List.of(
                                Series.of("speed10", "10 %", 6),
                                Series.of("speed50", "50 %", 4),
                                Series.of("speed90", "90 %", 7))),
                new Curves(
                        "components",
                        "Components: median and 90 %",
                        time,
                        Axis.log("|v₁|, |v₂|"),
                        List.of(
                                Series.of("along50", "|v₁|, 50 %", 0),
                                Series.of("along90", "|v₁|, 90 %", 1),
                                Series.of("across50", "|v₂|, 50 %", 2),
                                Series.of("across90", "|v₂|, 90 %", 3))),
                new Curves(
                        "exponents",
                        "Exponents: ln |v₂| / ln t",
                        time,
                        Axis.linear("y"),
                        List.of(
                                Series.withTheory("y10", "10 %", 6),
                                Series.withTheory("y50", "50 %", 4),
                                Series.withTheory("y90", "90 %", 7))),
                new Field(
                        "exponent_density",
                        "Exponents",
                        Axis.linear("ln |v₂| / ln t"),
                        Axis.linear("ln |v₁| / ln t"),
                        Axis.log("density")),
                new Spectrum(
                        "exponent_marginal",
                        "Exponents of |v₂| and their law",
                        Axis.linear("y = ln |v₂| / ln t"),
                        List.of(Series.of("y", "y", 2))),
                new Cloud(
                        "front",
                        "The front: particles about to collide",
                        List.of(Axis.linear("ln ξ₂"), Axis.linear("ln ξ₁")),
                        List.of(Series.of("particles", "particles", 0), Series.of("front", "v₁ = −K v₂ t", 4)),
                        Set.of("front")),
                new Spectrum(
                        "marginals",
                        "Velocity components and the Maxwellian",
                        Axis.linear("v" + unit),
                        List.of(Series.of("v1", "v₁", 0), Series.of("v2", "v₂", 2))),
                new Cloud(
                        "particles",
                        "Particles",
                        List.of(Axis.linear("v₁" + unit), Axis.linear("v₂" + unit), Axis.linear("v₃" + unit)),
                        List.of(Series.of("particles", "particles", 0), Series.of("tracks", "trails of a few", 1)),
                        Set.of("tracks")),
                new Cloud(
                        "tail",
                        "Tail",
                        List.of(Axis.log("|v|" + unit), Axis.log("share of faster particles")),
                        List.of(Series.of("tail", "particles", 0), Series.of("power", "power law p*", 4)),
                        Set.of("power")),
                new Spectrum(
                        "eigenvalues",
                        "Growth rates of the second moments",
                        Axis.linear("rate"),
                        List.of(Series.withTheory("eigenvalues", "scheme, and exact", 4))),
                new Cloud(
                        "branches",
                        "Growth rates of second moments against shear",
                        List.of(Axis.linear("K/ν"), Axis.linear("rate / ν")),
                        List.of(
                                Series.of("leading", "leading", 4),
                                Series.of("second", "second", 0),
                                Series.of("last", "last", 2),
                                Series.of("present", "now", 1),
                                Series.of("threshold", "energy threshold K₂", 5)),
                        Set.of("leading", "second", "last")),
                new Cloud(
                        "growth",
                        "Growth rate of the mean of |v|^p",
                        List.of(Axis.linear("p"), Axis.linear("Λ(p)/ν")),
                        List.of(Series.of("growth", "Λ(p)", 4), Series.of("index", "p*", 1)),
                        Set.of("growth")),
                new Cloud(
                        "clock",
                        "Collisions against ln ln t",
                        List.of(Axis.linear("ln ln t"), Axis.linear("mean n")),
                        List.of(Series.of("measured", "mean n", 5), Series.of("pace", "slope 1/Lₐ", 4)),
                        Set.of("pace")),
                new Curves(
                        "trapped",
                        "Particles still trapped",
                        time,
                        Axis.log("share"),
                        List.of(Series.of("trapped", "share", 3))),
                new Facts("now", "Now"),
                gamma == 0 && settings.get(Knobs.FLOW) == Knobs.Flow.SHEAR,
                gamma < 0 && !gas,
                growing);
    }

    /** All there is to see, what tells most of such a run first. */
    List<Observable<?>> all() {
        var all = new LinkedHashSet<Observable<?>>(glance());
        all.addAll(List.of(
                density,
                stress,
                temperature,
                transport,
                kurtosis,
                collisions,
                speeds,
                components,
                scaled,
                marginals,
                particles,
                tail));
        if (maxwell) all.addAll(List.of(eigenvalues, branches, growth));
        if (soft) all.addAll(List.of(trapped, exponents, exponentDensity, exponentMarginal, clock, front));
        all.add(now);
        return List.copyOf(all);
    }

    /** Soft particles that run away leave every range of velocities, and their story is that of their collisions. */
    private List<Observable<?>> glance() {
        if (!soft) return List.of(density, stress, temperature, transport);
        return growing
                ? List.of(collisions, clock, exponents, exponentMarginal)
                : List.of(density, trapped, temperature, stress);
    }
}
