package org.separatrix.labs.boltzmann;

import org.separatrix.lab.Settings;

/**
 * How long steps are: all of one length or, on a growing clock, at least that and a share of the time that has passed.
 *
 * @param shortest the length of the first
 * @param growth the share; 0 for steps of one length
 */
record Strides(double shortest, double growth) {
    static Strides of(Settings settings) {
        boolean growing = settings.get(Knobs.CLOCK) == Knobs.Clock.GROWING;
        return new Strides(settings.get(Knobs.DT), growing ? settings.get(Knobs.EPSILON) : 0);
    }

    /** The length of the step that begins at a time. */
    double at(double time) {
        return Math.max(shortest, growth * time);
    }

    /** How many steps lead from the beginning to a time, about. */
    double to(double time) {
        double even = Math.min(time, shortest / growth);
        double grown = time > even ? Math.log(time / even) / Math.log1p(growth) : 0;
        return even / shortest + grown;
    }
}
