package org.separatrix.labs.boltzmann;

import org.separatrix.lab.Settings;
import org.separatrix.labs.boltzmann.theory.Scattering;

/**
 * What there is to be seen of a run between two steps.
 *
 * @param settings those in effect
 * @param deformation the flow
 * @param engine the particles
 * @param statistics their moments, as last measured
 * @param speeds their speeds, as last measured
 * @param exact the exact moments
 * @param tails what theory says of the far particles
 */
record Scene(
        Settings settings,
        Deformation deformation,
        Engine engine,
        Statistics statistics,
        Speeds speeds,
        ExactMoments exact,
        Tails tails) {
    /** The squared speed below which half of a Maxwellian of unit variance lies. */
    private static final double MEDIAN_SQUARE = 2.365973884;

    /** The same, with settings that leave the flow as it is. */
    Scene with(Settings next) {
        return new Scene(next, deformation, engine, statistics, speeds, exact, tails);
    }

    boolean gas() {
        return settings.get(Knobs.SYSTEM) == Knobs.System.GAS;
    }

    double gamma() {
        return settings.get(Knobs.GAMMA);
    }

    double theta() {
        return settings.get(Knobs.THETA);
    }

    Scattering scattering() {
        return Scattering.ofMassRatio(settings.get(Knobs.MASS));
    }

    double rate() {
        return settings.get(Knobs.RATE);
    }

    /** The velocity gradient of u&#8321; along x&#8322;. */
    double shear() {
        return deformation.l0()[1];
    }

    double time() {
        return engine.time();
    }

    Velocities velocities() {
        return engine.velocities();
    }

    /** By how much true velocities exceed the stored ones. */
    double scale() {
        return Math.exp(engine.logScale());
    }

    /** tr P / 3 of the stored velocities. */
    double pressure() {
        double[] p = statistics.stress();
        return (p[0] + p[2] + p[3]) / 3;
    }

    /** The variance of a Maxwellian with the same median speed, of the stored velocities. */
    double bulk() {
        double median = speeds.median(Speeds.Quantity.SPEED);
        return median * median / MEDIAN_SQUARE;
    }

    /** The variance at which tagged particles would rest without shear; for a gas, its own. */
    double equilibrium() {
        return gas() ? pressure() : theta() * scattering().mu2() / scattering().mu1();
    }

    /** Looks at the present velocities. */
    void measure() {
        statistics.measure();
        speeds.measure();
    }
}
