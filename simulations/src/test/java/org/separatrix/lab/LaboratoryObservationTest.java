package org.separatrix.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.separatrix.lab.Contract.advance;
import static org.separatrix.lab.Contract.assertFinite;
import static org.separatrix.lab.Contract.first;
import static org.separatrix.lab.Contract.open;
import static org.separatrix.lab.Contract.seen;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every laboratory on the class path shows of its runs. */
class LaboratoryObservationTest {
    static Stream<Arguments> presets() {
        return Laboratory.all().stream()
                .flatMap(laboratory -> laboratory.presets().stream()
                        .map(preset -> Arguments.argumentSet(
                                laboratory.title().id() + " " + preset.key(), laboratory, preset)));
    }

    @ParameterizedTest
    @MethodSource("presets")
    void everyPresetOpensAndGoesAndShowsWhatItDeclares(Laboratory laboratory, Preset preset) {
        Settings settings = laboratory.settings(preset);
        List<Observable<?>> declared = laboratory.observables(settings);
        try (Experiment experiment = open(laboratory, settings)) {
            assertThat(experiment.status().over()).isFalse();
            assertThat(experiment.time()).isZero();
            assertAsDeclared(seen(experiment, true), declared);
            advance(experiment, 2);
            assertThat(experiment.time()).isPositive();
            assertAsDeclared(seen(experiment, true), declared);
            assertThat(seen(experiment, false).observables().stream()
                            .filter(Curves.class::isInstance)
                            .map(Observable::key))
                    .containsExactlyInAnyOrderElementsOf(declared.stream()
                            .filter(Curves.class::isInstance)
                            .map(Observable::key)
                            .toList());
        }
    }

    private static void assertAsDeclared(Snapshot snapshot, List<Observable<?>> declared) {
        assertThat(snapshot.observables().stream().map(Observable::key))
                .containsExactlyInAnyOrderElementsOf(
                        declared.stream().map(Observable::key).toList());
        declared.forEach(observable -> assertShape(snapshot, observable));
    }

    private static void assertShape(Snapshot snapshot, Observable<?> observable) {
        String key = observable.key();
        switch (observable) {
            case Curves curves ->
                check(snapshot, curves, values -> {
                    assertThat(values.simulated()).as(key).hasSameSizeAs(curves.series());
                    if (snapshot.status() instanceof Status.Running)
                        assertThat(Arrays.stream(values.simulated()).anyMatch(Double::isInfinite))
                                .as(key)
                                .isFalse();
                    for (int s = 0; s < curves.series().size(); s++) {
                        if (!curves.series().get(s).hasTheory())
                            assertThat(values.theory()[s]).as(key).isNaN();
                    }
                });
            case Spectrum spectrum ->
                check(snapshot, spectrum, values -> {
                    assertThat(values.simulated()).as(key).hasSameSizeAs(spectrum.series());
                    Stream.concat(values.simulated().stream(), values.theory().stream())
                            .forEach(set -> {
                                assertFinite(key, set);
                                for (int i = 1; i < set.length; i++)
                                    assertThat(set[i]).as(key).isLessThanOrEqualTo(set[i - 1]);
                            });
                });
            case Bars bars ->
                check(snapshot, bars, values -> {
                    assertThat(List.of(values.simulated())).as(key).hasSameSizeAs(bars.series());
                    Stream.of(values.simulated(), values.theory())
                            .flatMap(Arrays::stream)
                            .forEach(row -> assertThat(row).as(key).hasSameSizeAs(bars.categories()));
                });
            case Field field ->
                check(snapshot, field, values -> {
                    assertThat(values.x()).as(key).isSorted();
                    assertThat(values.y()).as(key).isSorted();
                });
            case Cloud cloud ->
                check(snapshot, cloud, values -> {
                    assertThat(values.points()).as(key).hasSameSizeAs(cloud.series());
                    for (int s = 0; s < cloud.series().size(); s++) {
                        double[] points = values.points().get(s);
                        assertThat(points.length % cloud.axes().size()).as(key).isZero();
                        // A point of a trail that is not finite is a gap.
                        if (!cloud.joins(cloud.series().get(s))) assertFinite(key, points);
                    }
                });
            case Portrait portrait -> {
                check(snapshot, portrait, values -> {
                    assertThat(values.marks()).as(key).isNotEmpty();
                    double[] velocity = {Double.NaN, Double.NaN};
                    values.flow().velocity(portrait.box().maxX(), portrait.box().minY(), velocity);
                    assertFinite(key, velocity);
                });
            }
            case Facts facts ->
                check(
                        snapshot,
                        facts,
                        values -> assertThat(values.facts().stream().map(Facts.Fact::key))
                                .as(key)
                                .doesNotHaveDuplicates()
                                .allMatch(name -> name.matches(Contract.KEY)));
        }
    }

    private static <V> void check(Snapshot snapshot, Observable<V> observable, Consumer<V> assertions) {
        assertThat(snapshot.get(observable)).hasValueSatisfying(assertions);
    }

    @OnEveryLaboratory
    void aCurveThatHasBegunStaysFiniteWhileItGoes(Laboratory laboratory) {
        Settings settings = first(laboratory);
        try (Experiment experiment = open(laboratory, settings)) {
            Snapshot before = seen(experiment, false);
            for (int i = 0; i < Contract.STEPS; i++) {
                experiment.advance();
                if (experiment.status().over()) return;
                Snapshot now = seen(experiment, false);
                assertThat(now.time()).isFinite().isGreaterThan(before.time());
                for (Observable<?> observable : laboratory.observables(settings)) {
                    if (observable instanceof Curves curves)
                        assertGoesOn(curves.key(), simulated(before, curves), simulated(now, curves));
                }
                before = now;
            }
        }
    }

    private static double[] simulated(Snapshot snapshot, Curves curves) {
        return snapshot.get(curves).orElseThrow().simulated();
    }

    private static void assertGoesOn(String key, double[] before, double[] now) {
        for (int s = 0; s < now.length; s++) {
            if (Double.isFinite(before[s])) assertThat(now[s]).as(key).isFinite();
        }
    }

    @OnEveryLaboratory
    void aLandscapeHasAShape(Laboratory laboratory) {
        try (Experiment experiment = open(laboratory, first(laboratory))) {
            advance(experiment, 3);
            for (Landscape landscape : experiment.landscapes()) {
                assertThat(landscape.title()).isNotBlank();
                List<Field.Values> before = landscape.onGrid(5, 5);
                advance(experiment, 3);
                List<Field.Values> after = landscape.onGrid(5, 5);
                for (int s = 0; s < before.size(); s++) {
                    assertThat(after.get(s).value()).isEqualTo(before.get(s).value());
                    assertThat(Arrays.stream(before.get(s).value())
                                    .filter(Double::isFinite)
                                    .distinct()
                                    .count())
                            .isGreaterThan(1);
                }
            }
        }
    }
}
