package org.separatrix.labs.boltzmann;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Curves;
import org.separatrix.lab.Data;
import org.separatrix.lab.Experiment;
import org.separatrix.lab.Facts;
import org.separatrix.lab.Observable;
import org.separatrix.lab.Settings;
import org.separatrix.lab.Snapshot;
import org.separatrix.lab.SnapshotBuilder;

/** Whole experiments on two threads, and what they show. */
final class Runs {
    static final BoltzmannLaboratory LABORATORY = new BoltzmannLaboratory();
    private static final Compute TWO = Compute.AUTO.onThreads(2);

    private Runs() {}

    static Settings with(String... pairs) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) texts.put(pairs[i], pairs[i + 1]);
        return LABORATORY.standard().withTexts(texts);
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
        return LABORATORY.open(settings, Data.NONE, TWO);
    }

    static Experiment open(String... pairs) {
        return open(with(pairs));
    }

    static Snapshot observe(Experiment experiment) {
        var out = new SnapshotBuilder(true);
        experiment.observe(out);
        return out.build(0, experiment.time(), experiment.status());
    }

    static void until(Experiment experiment, double time) {
        while (experiment.time() < time * (1 - 1e-9) && !experiment.status().over()) experiment.advance();
    }

    static Snapshot after(double time, String... pairs) {
        try (Experiment experiment = open(pairs)) {
            until(experiment, time);
            return observe(experiment);
        }
    }

    /** What a snapshot holds of an observable. */
    static <V> V seen(Snapshot snapshot, String key, Class<V> values) {
        for (Observable<?> observable : snapshot.observables())
            if (observable.key().equals(key))
                return values.cast(snapshot.get(observable).orElseThrow());
        throw new IllegalArgumentException(key);
    }

    static Curves.Values curves(Snapshot snapshot, String key) {
        return seen(snapshot, key, Curves.Values.class);
    }

    static Facts.Fact fact(Snapshot snapshot, String key) {
        return seen(snapshot, "now", Facts.Values.class).facts().stream()
                .filter(fact -> fact.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** Within four standard errors. */
    static void near(double[] actual, double[] expected, double[] sigma) {
        for (int i = 0; i < expected.length; i++) assertThat(actual[i]).isCloseTo(expected[i], within(4 * sigma[i]));
    }
}
