package org.separatrix.labs.boltzmann;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.separatrix.lab.Array;
import org.separatrix.lab.Axis;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Condition;
import org.separatrix.lab.Data;
import org.separatrix.lab.DataKey;
import org.separatrix.lab.Evidence;
import org.separatrix.lab.Experiment;
import org.separatrix.lab.InvalidData;
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

/** The Boltzmann equation under shear: tagged particles in a bath, and a gas that heats itself. */
public final class BoltzmannLaboratory implements Laboratory {
    @Override
    public Title title() {
        return new Title(
                "boltzmann-shear",
                "Boltzmann shear flow",
                "Velocities under shear: steady with a power-law tail, or growing without end, by the exact threshold.",
                "\\partial_t f - K v_2\\,\\partial_{v_1} f = \\int dv_*\\,d\\sigma\\,B\\,(M_*' f' - M_* f)",
                List.of(
                        "Miele, Nota, Velazquez: The Rayleigh-Boltzmann equation with shear deformations in the"
                                + " hyperbolic-dominated regime (2025)",
                        "James, Nota, Velazquez: papers on homoenergetic solutions (2017-2020)",
                        "Garzo, Santos: Kinetic Theory of Gases in Shear Flows (2003)",
                        "Acedo, Santos, Bobylev: On the derivation of a high-velocity tail (2002)",
                        "Salmon et al.: Parallel random numbers: as easy as 1, 2, 3 (2011)"));
    }

    @Override
    public List<Parameter<?>> parameters() {
        return Knobs.ALL;
    }

    @Override
    public List<Condition> rules() {
        return List.of(
                new Condition(
                        "particles: a gas is paired in powers of two, as 1048576",
                        settings -> settings.get(Knobs.SYSTEM) != Knobs.System.GAS
                                || Long.bitCount(settings.get(Knobs.PARTICLES)) == 1),
                new Condition(
                        "method=events: particles are followed collision by collision under simple shear only, set"
                                + " flow=shear",
                        settings -> settings.get(Knobs.SYSTEM) == Knobs.System.GAS
                                || settings.get(Knobs.METHOD) != Knobs.Method.EVENTS
                                || settings.get(Knobs.FLOW) == Knobs.Flow.SHEAR),
                new Condition(
                        "pairs=majorant: soft pairs have no largest rate, set gamma to 0 or more",
                        settings -> settings.get(Knobs.SYSTEM) == Knobs.System.TAGGED
                                || settings.get(Knobs.PAIRS) != Knobs.Pairs.MAJORANT
                                || settings.get(Knobs.GAMMA) >= 0));
    }

    @Override
    public List<DataKey> dataKeys() {
        return List.of(new DataKey("v_0", "N x 3", "the velocities at the start, one particle a row"));
    }

    @Override
    public Settings fit(Settings settings, Data data) {
        if (!data.has("v_0")) return settings;
        Array given = data.find("v_0").orElseThrow();
        if (given.shape().length != 2) throw new InvalidData("v_0 has the shape " + given.words() + ", expected N x 3");
        return settings.withTexts(Map.of(Knobs.PARTICLES.key(), Integer.toString(given.shape()[0])));
    }

    @Override
    public List<Observable<?>> observables(Settings settings) {
        return View.of(settings).all();
    }

    @Override
    public Experiment open(Settings settings, Data data, Compute compute) {
        return new ShearExperiment(settings, data, compute);
    }

    @Override
    public OptionalDouble steps(Settings settings, double time) {
        return OptionalDouble.of(Strides.of(settings).to(time));
    }

    @Override
    public List<Metric> metrics() {
        return List.of(
                new Metric(
                                "bulk",
                                "median energy at the end",
                                "The squared median speed over that of the bath, as a power of ten: near zero is a"
                                        + " bulk at rest.",
                                Axis.linear("log₁₀"),
                                run -> last(run, "temperature", "bulk")
                                        .map(value -> Math.log10(
                                                value / run.settings().get(Knobs.THETA))))
                        .from(Evidence.END),
                new Metric(
                                "temperature",
                                "temperature at the end",
                                "The mean energy of a particle, tr P / 3.",
                                Axis.log("T"),
                                run -> last(run, "temperature", "T"))
                        .from(Evidence.END),
                new Metric(
                                "collisions",
                                "collisions per particle",
                                "How often a particle has collided.",
                                Axis.linear("mean n"),
                                run -> last(run, "collisions", "collisions"))
                        .from(Evidence.END),
                new Metric(
                                "viscosity",
                                "viscosity at the end",
                                "The shear stress over shear rate and pressure.",
                                Axis.linear("η/p"),
                                run -> last(run, "transport", "eta"))
                        .from(Evidence.END));
    }

    private static Judgement last(Trajectory run, String curves, String series) {
        double[] values = run.simulated(curves, series);
        double value = values.length == 0 ? Double.NaN : values[values.length - 1];
        if (Double.isFinite(value)) return new Judgement.Value(value);
        return new Judgement.Missing(
                run.last().status() instanceof Status.Diverged(String why) ? why : "it has left the numbers");
    }

    @Override
    public List<Preset> presets() {
        return Presets.ALL;
    }

    @Override
    public List<PhaseDiagram> diagrams() {
        return Diagrams.ALL;
    }
}
