package org.separatrix.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.separatrix.run.Progress;
import org.separatrix.run.Run;
import org.separatrix.run.Stop;
import org.separatrix.run.Sweep;
import org.separatrix.run.SweepPlan;
import org.separatrix.run.SweepTask;

/** What every laboratory on the class path promises, whatever it simulates. */
class LaboratoryContractTest {
    private static final int STEPS = 30;
    private static final String KEY = "[a-zA-Z][a-zA-Z0-9_]*";

    /** Words that files and recipes use for themselves. */
    private static final Set<String> RESERVED =
            Set.of("compute", "data", "format", "steps", "until", "step", "time", "curves", "recipe", "summary", "run");

    static Stream<Laboratory> laboratories() {
        return Laboratory.all().stream();
    }

    static Stream<Arguments> presets() {
        return laboratories()
                .flatMap(laboratory -> laboratory.presets().stream()
                        .map(preset -> Arguments.argumentSet(
                                laboratory.title().id() + " " + preset.key(), laboratory, preset)));
    }

    private static Settings first(Laboratory laboratory) {
        return laboratory.settings(laboratory.presets().getFirst());
    }

    private static Experiment open(Laboratory laboratory, Settings settings) {
        return laboratory.open(settings, Data.NONE, Compute.AUTO);
    }

    private static void advance(Experiment experiment, int steps) {
        for (int i = 0; i < steps && !experiment.status().over(); i++) experiment.advance();
    }

    private static Snapshot seen(Experiment experiment, boolean detailed) {
        var out = new SnapshotBuilder(detailed);
        experiment.observe(out);
        return out.build(0, experiment.time(), experiment.status());
    }

    private static Map<String, Object> values(Snapshot snapshot) {
        return snapshot.observables().stream()
                .collect(Collectors.toMap(
                        Observable::key, observable -> snapshot.get(observable).orElseThrow()));
    }

    private static void assertSame(Snapshot actual, Snapshot expected) {
        assertThat(actual.time()).isEqualTo(expected.time());
        assertThat(actual.events()).isEqualTo(expected.events());
        assertThat(values(actual))
                .usingRecursiveComparison()
                .withComparatorForType(Double::compare, Double.class)
                .isEqualTo(values(expected));
    }

    // What it says of itself.

    @ParameterizedTest
    @MethodSource("laboratories")
    void everyNameIsWellFormedAndUnique(Laboratory laboratory) {
        assertThat(laboratory.title().id()).matches("[a-z]+(-[a-z]+)*");
        assertNames(laboratory.parameters().stream().map(Parameter::key));
        assertNames(laboratory.metrics().stream().map(Metric::key));
        assertNames(laboratory.dataKeys().stream().map(DataKey::name));
        assertThat(laboratory.presets().stream().map(Preset::key))
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .allMatch(key -> key.matches("[a-z0-9]+(-[a-z0-9]+)*"));
        List<Observable<?>> observables = laboratory.observables(laboratory.standard());
        assertNames(observables.stream().map(Observable::key));
        observables.forEach(
                observable -> assertNames(series(observable).stream().map(Series::key)));
    }

    private static void assertNames(Stream<String> names) {
        assertThat(names)
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(RESERVED)
                .allMatch(key -> key.matches(KEY));
    }

    private static List<Series> series(Observable<?> observable) {
        return switch (observable) {
            case Curves curves -> curves.series();
            case Spectrum spectrum -> spectrum.series();
            case Bars bars -> bars.series();
            case Cloud cloud -> cloud.series();
            case Field _, Portrait _, Facts _ -> List.of();
        };
    }

    @ParameterizedTest
    @MethodSource("laboratories")
    void everythingIsExplainedInASentence(Laboratory laboratory) {
        Title title = laboratory.title();
        assertSentence(title.line());
        assertThat(List.of(title.name(), title.equation())).noneMatch(String::isBlank);
        laboratory.parameters().forEach(parameter -> {
            assertThat(parameter.label()).as(parameter.key()).isNotBlank();
            assertSentence(parameter.meaning());
        });
        laboratory.metrics().forEach(metric -> {
            assertThat(metric.label()).isNotBlank();
            assertSentence(metric.meaning());
        });
        laboratory.presets().forEach(preset -> {
            assertThat(preset.name()).isNotBlank();
            assertSentence(preset.line());
            assertThat(preset.until()).isPositive();
        });
        laboratory
                .dataKeys()
                .forEach(key -> assertThat(List.of(key.shape(), key.meaning()))
                        .as(key.name())
                        .noneMatch(String::isBlank));
        laboratory.rules().forEach(rule -> assertThat(rule.words()).isNotBlank());
    }

    private static void assertSentence(String text) {
        assertThat(text).matches("(?s)\\P{Ll}.+[.?!]");
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

    // What it shows.

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
                                .allMatch(name -> name.matches(KEY)));
        }
    }

    private static <V> void check(Snapshot snapshot, Observable<V> observable, Consumer<V> assertions) {
        assertThat(snapshot.get(observable)).hasValueSatisfying(assertions);
    }

    private static void assertFinite(String what, double[] values) {
        for (double value : values) assertThat(value).as(what).isFinite();
    }

    @ParameterizedTest
    @MethodSource("laboratories")
    void aCurveThatHasBegunStaysFiniteWhileItGoes(Laboratory laboratory) {
        Settings settings = first(laboratory);
        try (Experiment experiment = open(laboratory, settings)) {
            Snapshot before = seen(experiment, false);
            for (int i = 0; i < STEPS; i++) {
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

    @ParameterizedTest
    @MethodSource("laboratories")
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

    @ParameterizedTest
    @MethodSource("laboratories")
    void everyMetricJudgesEvenAShortRun(Laboratory laboratory) {
        try (Run run = Run.open(laboratory, first(laboratory), Data.NONE, Compute.AUTO, Runnable::run)) {
            run.step(STEPS);
            laboratory.metrics().forEach(metric -> {
                Judgement judgement = metric.judge().apply(run.recording());
                if (judgement instanceof Judgement.Missing(String why))
                    assertThat(why).isNotBlank();
                else
                    assertThat(((Judgement.Value) judgement).value())
                            .as(metric.key())
                            .isFinite();
            });
        }
    }

    @ParameterizedTest
    @MethodSource("laboratories")
    void aMetricReadsNoMoreThanItSays(Laboratory laboratory) {
        Recipe recipe = Recipe.of(laboratory, first(laboratory), Compute.AUTO, Data.NONE);
        try (Run run = Run.open(laboratory, first(laboratory), Data.NONE, Compute.AUTO, Runnable::run)) {
            run.step(STEPS);
            for (Metric metric : laboratory.metrics()) {
                var task = new SweepTask(0, 0, 0, laboratory, recipe, Data.NONE, metric, new Stop.AtStep(STEPS));
                assertThat(task.judge(() -> false).orElseThrow().judgement())
                        .as(metric.key())
                        .isEqualTo(metric.judge().apply(run.recording()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("laboratories")
    void everyPhaseDiagramCanBeSweptAndItsTheoryIsInThePlane(Laboratory laboratory) {
        assertThat(laboratory.diagrams().stream().map(PhaseDiagram::key))
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .allMatch(key -> key.matches("[a-z0-9]+(-[a-z0-9]+)*"));
        laboratory.diagrams().forEach(diagram -> {
            assertThat(diagram.name()).isNotBlank();
            assertSentence(diagram.line());
            SweepPlan plan = SweepPlan.of(laboratory, diagram, Compute.AUTO);
            assertThat(new Sweep(plan).next()).isPresent();
            diagram.regimes()
                    .forEach(regime -> assertThat(inPlane(diagram, regime.x(), regime.y()))
                            .as(regime.name())
                            .isTrue());
            diagram.theory().apply(plan.settings()).forEach(line -> {
                assertFinite(line.label(), line.x());
                assertFinite(line.label(), line.y());
            });
        });
    }

    private static boolean inPlane(PhaseDiagram diagram, double x, double y) {
        return x > diagram.x().min()
                && x < diagram.x().max()
                && y > diagram.y().min()
                && y < diagram.y().max();
    }

    // What it does.

    @ParameterizedTest
    @MethodSource("laboratories")
    void theSameRecipeGivesTheSameBits(Laboratory laboratory) {
        Settings settings = first(laboratory);
        try (Experiment one = open(laboratory, settings);
                Experiment two = open(laboratory, laboratory.standard().withTexts(settings.texts()))) {
            assertSame(seen(one, true), seen(two, true));
            advance(one, STEPS);
            advance(two, STEPS);
            assertSame(seen(one, true), seen(two, true));
        }
    }

    @ParameterizedTest
    @MethodSource("laboratories")
    void theNumberOfThreadsDoesNotShow(Laboratory laboratory) {
        Settings settings = first(laboratory);
        try (Experiment one = open(laboratory, settings);
                Experiment two = laboratory.open(settings, Data.NONE, Compute.AUTO.onThreads(2))) {
            advance(one, STEPS);
            advance(two, STEPS);
            assertSame(seen(one, true), seen(two, true));
        }
    }

    @ParameterizedTest
    @MethodSource("laboratories")
    void observingDoesNotChangeTheRun(Laboratory laboratory) {
        Settings settings = first(laboratory);
        try (Experiment watched = open(laboratory, settings);
                Experiment alone = open(laboratory, settings)) {
            for (int i = 0; i < STEPS; i++) {
                seen(watched, false);
                seen(watched, true);
                watched.landscapes().forEach(landscape -> landscape.onGrid(2, 2));
                advance(watched, 1);
            }
            advance(alone, STEPS);
            assertSame(seen(watched, true), seen(alone, true));
        }
    }

    @ParameterizedTest
    @MethodSource("laboratories")
    void aSnapshotStaysAsItWasTaken(Laboratory laboratory) {
        Settings settings = first(laboratory);
        try (Experiment one = open(laboratory, settings);
                Experiment two = open(laboratory, settings)) {
            advance(one, 3);
            Snapshot taken = seen(one, true);
            advance(one, STEPS);
            seen(one, true);
            advance(two, 3);
            assertSame(taken, seen(two, true));
        }
    }

    @ParameterizedTest
    @MethodSource("laboratories")
    void aParameterTurnedWhileItGoesActsByWhereItEnds(Laboratory laboratory) {
        Settings settings = first(laboratory);
        for (Parameter<?> parameter : laboratory.parameters()) {
            if (!parameter.live()) continue;
            for (Settings turned : neighbours(settings, parameter)) {
                try (Experiment wandering = open(laboratory, settings);
                        Experiment straight = open(laboratory, settings)) {
                    advance(wandering, 3);
                    neighbours(settings, parameter).forEach(wandering::change);
                    wandering.change(turned);
                    advance(straight, 3);
                    straight.change(turned);
                    advance(wandering, 3);
                    advance(straight, 3);
                    assertSame(seen(wandering, true), seen(straight, true));
                }
            }
        }
    }

    /** Settings that differ in one parameter, a little up and a little down, or in its other choices. */
    private static List<Settings> neighbours(Settings settings, Parameter<?> parameter) {
        String now = settings.text(parameter);
        Stream<String> candidates = switch (parameter.domain()) {
            case Domain.Real _ -> Stream.of(0.9, 1.1).map(f -> Numbers.format(f * Numbers.parse(now)));
            case Domain.Whole _ -> Stream.of(-1, 1).map(d -> Long.toString(Long.parseLong(now) + d));
            case Domain.Switch _ -> Stream.of("on", "off");
            case Domain.OneOf<?> choices -> choices.values().stream().map(Choice::key);
            case Domain.Sequence _ -> Stream.empty();
        };
        var possible = new ArrayList<Settings>();
        candidates.filter(text -> !text.equals(now)).forEach(text -> {
            if (catchThrowable(() -> settings.with(parameter.key(), text)) == null)
                possible.add(settings.with(parameter.key(), text));
        });
        return possible;
    }

    @ParameterizedTest
    @MethodSource("laboratories")
    void anArrayOfAShapeThatCannotBeIsNamed(Laboratory laboratory) {
        var impossible = new Array(new int[] {2, 1, 3}, new double[6]);
        for (DataKey key : laboratory.dataKeys()) {
            var data = new Data(Map.of(key.name(), impossible), "impossible");
            Throwable thrown = catchThrowable(() -> laboratory
                    .open(laboratory.fit(first(laboratory), data), data, Compute.AUTO)
                    .close());
            if (thrown != null)
                assertThat(thrown).isInstanceOf(InvalidData.class).hasMessageContaining(key.name());
        }
    }

    @ParameterizedTest
    @MethodSource("laboratories")
    void theLineOfARunNamesThatRun(Laboratory laboratory) {
        Settings settings = first(laboratory);
        Recipe recipe = Recipe.of(laboratory, settings, Compute.AUTO, Data.NONE);
        assertThat(Recipe.parse(recipe.line()).settings(laboratory)).isEqualTo(settings);
    }

    @ParameterizedTest
    @MethodSource("laboratories")
    @Timeout(120)
    void itIsLeftWithinTheStepInHandAndLeavesNoThread(Laboratory laboratory) throws InterruptedException {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        var threads = new ArrayList<Thread>();
        Run run = Run.open(laboratory, first(laboratory), Data.NONE, Compute.AUTO, task -> {
            var thread = new Thread(task);
            threads.add(thread);
            thread.start();
        });
        run.play();
        Optional<Progress> going = Optional.empty();
        while (going.isEmpty())
            going = Optional.of(run.progress())
                    .filter(progress -> progress.step() > 0 || progress.state() == Run.State.OVER);
        run.close();
        for (Thread thread : threads) thread.join();
        assertThat(run.progress().state()).isEqualTo(Run.State.CLOSED);
        assertThat(Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> !thread.isDaemon() && !before.contains(thread)))
                .isEmpty();
        assertThatCode(run::play).doesNotThrowAnyException();
    }
}
