package org.separatrix.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.separatrix.lab.Contract.advance;
import static org.separatrix.lab.Contract.assertSame;
import static org.separatrix.lab.Contract.first;
import static org.separatrix.lab.Contract.open;
import static org.separatrix.lab.Contract.seen;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.separatrix.run.Progress;
import org.separatrix.run.Run;

/** What every laboratory on the class path promises of its runs, whatever it simulates. */
class LaboratoryContractTest {
    @OnEveryLaboratory
    void theSameRecipeGivesTheSameBits(Laboratory laboratory) {
        Settings settings = first(laboratory);
        try (Experiment one = open(laboratory, settings);
                Experiment two = open(laboratory, laboratory.standard().withTexts(settings.texts()))) {
            assertSame(seen(one, true), seen(two, true));
            advance(one, Contract.STEPS);
            advance(two, Contract.STEPS);
            assertSame(seen(one, true), seen(two, true));
        }
    }

    @OnEveryLaboratory
    void theNumberOfThreadsDoesNotShow(Laboratory laboratory) {
        Settings settings = first(laboratory);
        try (Experiment one = open(laboratory, settings);
                Experiment two = laboratory.open(settings, Data.NONE, Compute.AUTO.onThreads(2))) {
            advance(one, Contract.STEPS);
            advance(two, Contract.STEPS);
            assertSame(seen(one, true), seen(two, true));
        }
    }

    @OnEveryLaboratory
    void observingDoesNotChangeTheRun(Laboratory laboratory) {
        Settings settings = first(laboratory);
        try (Experiment watched = open(laboratory, settings);
                Experiment alone = open(laboratory, settings)) {
            for (int i = 0; i < Contract.STEPS; i++) {
                seen(watched, false);
                seen(watched, true);
                watched.landscapes().forEach(landscape -> landscape.onGrid(2, 2));
                advance(watched, 1);
            }
            advance(alone, Contract.STEPS);
            assertSame(seen(watched, true), seen(alone, true));
        }
    }

    @OnEveryLaboratory
    void aSnapshotStaysAsItWasTaken(Laboratory laboratory) {
        Settings settings = first(laboratory);
        try (Experiment one = open(laboratory, settings);
                Experiment two = open(laboratory, settings)) {
            advance(one, 3);
            Snapshot taken = seen(one, true);
            advance(one, Contract.STEPS);
            seen(one, true);
            advance(two, 3);
            assertSame(taken, seen(two, true));
        }
    }

    @OnEveryLaboratory
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

    @OnEveryLaboratory
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

    @OnEveryLaboratory
    void theLineOfARunNamesThatRun(Laboratory laboratory) {
        Settings settings = first(laboratory);
        Recipe recipe = Recipe.of(laboratory, settings, Compute.AUTO, Data.NONE);
        assertThat(Recipe.parse(recipe.line()).settings(laboratory)).isEqualTo(settings);
    }

    @OnEveryLaboratory
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
