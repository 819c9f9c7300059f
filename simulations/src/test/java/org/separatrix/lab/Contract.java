package org.separatrix.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the tests of the promises of all laboratories have in common. */
final class Contract {
    private Contract() {}

    /** So many steps are enough to see whether a promise is kept. */
    static final int STEPS = 30;

    /** How keys are spelt. */
    static final String KEY = "[a-zA-Z][a-zA-Z0-9_]*";

    static Stream<Laboratory> laboratories() {
        return Laboratory.all().stream();
    }

    static Settings first(Laboratory laboratory) {
        return laboratory.settings(laboratory.presets().getFirst());
    }

    static Experiment open(Laboratory laboratory, Settings settings) {
        return laboratory.open(settings, Data.NONE, Compute.AUTO);
    }

    static void advance(Experiment experiment, int steps) {
        for (int i = 0; i < steps && !experiment.status().over(); i++) experiment.advance();
    }

    static Snapshot seen(Experiment experiment, boolean detailed) {
        var out = new SnapshotBuilder(detailed);
        experiment.observe(out);
        return out.build(0, experiment.time(), experiment.status());
    }

    private static Map<String, Object> values(Snapshot snapshot) {
        return snapshot.observables().stream()
                .collect(Collectors.toMap(
                        Observable::key, observable -> snapshot.get(observable).orElseThrow()));
    }

    static void assertSame(Snapshot actual, Snapshot expected) {
        assertThat(actual.time()).isEqualTo(expected.time());
        assertThat(actual.events()).isEqualTo(expected.events());
        assertThat(values(actual))
                .usingRecursiveComparison()
                .withComparatorForType(Double::compare, Double.class)
                .isEqualTo(values(expected));
    }

    static void assertSentence(String text) {
        assertThat(text).matches("(?s)\\P{Ll}.+[.?!]");
    }

    static void assertFinite(String what, double[] values) {
        for (double value : values) assertThat(value).as(what).isFinite();
    }
}
