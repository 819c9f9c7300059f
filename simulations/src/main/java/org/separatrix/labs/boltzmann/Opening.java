package org.separatrix.labs.boltzmann;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.separatrix.compute.Draws;
import org.separatrix.compute.Selection;
import org.separatrix.lab.Data;
import org.separatrix.lab.Settings;
import org.separatrix.labs.boltzmann.theory.Scattering;

/** What settings ask for: the flow, the velocities at the start, the engine, and the theory beside them. */
final class Opening {
    private final Settings settings;
    private final Selection selection;
    private final boolean gas;
    private final Deformation deformation;
    private final Scattering scattering;

    private Opening(Settings settings, Selection selection) {
        this.settings = settings;
        this.selection = selection;
        gas = settings.get(Knobs.SYSTEM) == Knobs.System.GAS;
        deformation = deformation(settings);
        scattering = Scattering.ofMassRatio(settings.get(Knobs.MASS));
    }

    /** The beginning of a run. */
    static Scene scene(Settings settings, Data data, Selection selection) {
        return new Opening(settings, selection)
                .scene(data.matrix("v_0", settings.size(Knobs.PARTICLES), 3).map(Velocities::ofRows));
    }

    /** The same run going on under another shear or rate. */
    static Scene turned(Scene scene, Settings settings) {
        Deformation next = deformation(settings);
        double rate = settings.get(Knobs.RATE);
        scene.exact().change(scene.time(), next, rate);
        scene.engine().change(next, rate);
        return new Scene(
                settings,
                next,
                scene.engine(),
                scene.statistics(),
                scene.speeds(),
                scene.exact(),
                scene.tails().at(next.l0()[1] / rate));
    }

    private static Deformation deformation(Settings settings) {
        double k = settings.get(Knobs.SHEAR);
        double d = settings.get(Knobs.STRETCH);
        return switch (settings.get(Knobs.FLOW)) {
            case SHEAR -> Deformation.shear(k);
            case COMBINED -> Deformation.combined(k, settings.get(Knobs.SHEAR_2), settings.get(Knobs.SHEAR_3));
            case DILATATION -> Deformation.dilatation(d);
            case CYLINDRICAL -> Deformation.cylindrical(d);
            case SHEAR_DILATATION -> Deformation.shearAndDilatation(k, d);
        };
    }

    private Scene scene(Optional<Velocities> given) {
        Velocities v = given.orElseGet(this::start);
        Engine engine = gas ? gas(v) : tagged(v);
        var statistics = new Statistics(v, selection.crew());
        statistics.measure();
        var exact = new ExactMoments(settings, deformation, given.isPresent() ? statistics.stress() : exactStart());
        double shear = deformation.l0()[1] / settings.get(Knobs.RATE);
        return new Scene(
                settings,
                deformation,
                engine,
                statistics,
                new Speeds(v, selection.crew()),
                exact,
                new Tails(gas, shear, scattering));
    }

    private Velocities start() {
        int count = settings.size(Knobs.PARTICLES);
        if (!gas && settings.get(Knobs.START) == Knobs.Start.BEAM)
            return Velocities.beam(count, 0, settings.get(Knobs.START_SPEED), 0);
        double variance = gas ? 1 : settings.get(Knobs.START_VARIANCE);
        return Velocities.maxwellian(count, variance, settings.seed(), Draws.of(selection.kind()));
    }

    /** The moments of the law that the particles are drawn from, not of the draw. */
    private double[] exactStart() {
        if (gas) return new double[] {1, 0, 1, 1};
        if (settings.get(Knobs.START) == Knobs.Start.BEAM) {
            double speed = settings.get(Knobs.START_SPEED);
            return new double[] {0, 0, speed * speed, 0};
        }
        double variance = settings.get(Knobs.START_VARIANCE);
        return new double[] {variance, 0, variance, variance};
    }

    private DoubleUnaryOperator density(boolean thinning) {
        return thinning ? time -> 1 / deformation.volume(time) : time -> 1;
    }

    private Engine gas(Velocities v) {
        var mode = new Gas.Mode(
                settings.get(Knobs.PAIRS) == Knobs.Pairs.MAJORANT,
                settings.get(Knobs.THERMOSTAT),
                settings.get(Knobs.RESCALED));
        return new Gas(
                v,
                deformation,
                settings.get(Knobs.RATE),
                settings.get(Knobs.GAMMA),
                mode,
                density(true),
                settings.seed(),
                selection.crew(),
                selection.kind());
    }

    private Engine tagged(Velocities v) {
        double rate = settings.get(Knobs.RATE);
        double gamma = settings.get(Knobs.GAMMA);
        double theta = settings.get(Knobs.THETA);
        Knobs.Method method = settings.get(Knobs.METHOD);
        if (method == Knobs.Method.EVENTS)
            return new TaggedEvents(
                    v, deformation.l0()[1], rate, gamma, scattering.mu1(), theta, settings.seed(), selection.crew());
        return new TaggedSteps(
                v,
                deformation,
                rate,
                gamma,
                method == Knobs.Method.ORDER_1 ? 1 : 2,
                scattering.mu1(),
                theta,
                density(settings.get(Knobs.CO_MOVING)),
                settings.seed(),
                selection.crew(),
                selection.kind());
    }
}
