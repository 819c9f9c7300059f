package org.separatrix.labs.boltzmann;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.separatrix.lab.Compute;
import org.separatrix.lab.Experiment;
import org.separatrix.lab.Settings;
import org.separatrix.lab.Snapshot;
import org.separatrix.labs.Trials;

/** Whole experiments on two threads. */
final class Runs {
    static final BoltzmannLaboratory LABORATORY = new BoltzmannLaboratory();
    private static final Trials TRIALS = new Trials(LABORATORY, Compute.AUTO.onThreads(2));

    private Runs() {}

    static Settings with(String... pairs) {
        return TRIALS.with(pairs);
    }

    /** Settings of soft particles that escape, followed collision by collision on a clock that grows with time. */
    static String[] escaping(String particles, String gamma, String shear) {
        return new String[] {
            "particles",
            particles,
            "gamma",
            gamma,
            "shear",
            shear,
            "method",
            "events",
            "clock",
            "growing",
            "dt",
            "1",
            "epsilon",
            "9"
        };
    }

    static Experiment open(Settings settings) {
        return TRIALS.open(settings);
    }

    static Experiment open(String... pairs) {
        return open(with(pairs));
    }

    static Snapshot after(double time, String... pairs) {
        return TRIALS.after(with(pairs), time);
    }

    /** Within four standard errors. */
    static void near(double[] actual, double[] expected, double[] sigma) {
        for (int i = 0; i < expected.length; i++) assertThat(actual[i]).isCloseTo(expected[i], within(4 * sigma[i]));
    }
}
