package org.separatrix.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.separatrix.lab.Axis;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Data;
import org.separatrix.lab.Evidence;
import org.separatrix.lab.GridAxis;
import org.separatrix.lab.InvalidSetting;
import org.separatrix.lab.Judgement;
import org.separatrix.lab.Laboratory;
import org.separatrix.lab.Metric;
import org.separatrix.lab.Recipe;
import org.separatrix.lab.Settings;

@Timeout(60)
class SweepTest {
    private static SweepPlan bowl(String x, String y, int replicates, int refinements) {
        Laboratory laboratory = Laboratory.find("bowl");
        return new SweepPlan(
                laboratory,
                Recipe.of(laboratory, laboratory.standard(), Compute.SCALAR, Data.NONE),
                Data.NONE,
                GridAxis.parse(x),
                GridAxis.parse(y),
                laboratory.metric("halving"),
                replicates,
                refinements,
                new Stop.AtTime(20));
    }

    private static SweepPlan counting(Laboratory counter, Metric metric, int replicates, Stop stop) {
        return new SweepPlan(
                counter,
                Recipe.of(counter, counter.standard(), Compute.SCALAR, Data.NONE),
                Data.NONE,
                GridAxis.parse("gain=1:4:4"),
                GridAxis.parse("size=1:4:2"),
                metric,
                replicates,
                0,
                stop);
    }

    private static Metric metric(Evidence evidence) {
        return new Metric(
                        "sum",
                        "sum",
                        "The sum at the end.",
                        Axis.linear("sum"),
                        run -> new Judgement.Value(run.simulated("sum", "sum")[run.times().length - 1]))
                .from(evidence);
    }

    private static void finish(Sweep sweep) {
        new SweepRun(sweep, Runnable::run, 1, (_, _) -> {});
        assertThat(sweep.done()).isTrue();
    }

    private static List<SweepTask> handedOut(Sweep sweep) {
        var tasks = new ArrayList<SweepTask>();
        for (var task = sweep.next(); task.isPresent(); task = sweep.next()) tasks.add(task.get());
        return tasks;
    }

    @Test
    void everyPointOfTheGridIsHandedOutOnceAndTheCornersComeBeforeTheirNeighbours() {
        var sweep = new Sweep(bowl("eta=0.01:1:9:log", "kappa=1:8:9", 2, 0));

        List<SweepTask> tasks = handedOut(sweep);

        assertThat(tasks).hasSize(9 * 9 * 2);
        assertThat(new HashSet<>(tasks)).hasSize(tasks.size());
        assertThat(tasks.subList(0, 2 * 25)).allSatisfy(task -> {
            assertThat(task.column() % 2).isZero();
            assertThat(task.row() % 2).isZero();
        });
    }

    @Test
    void oneSeedOfEveryPointOfAFewComesFirstSoThatTheWholePictureIsThereAtOnce() {
        var sweep = new Sweep(bowl("eta=0.02:0.1:16:log", "kappa=1:8:16", 3, 0));

        for (int i = 0; i < 16; i++) {
            SweepTask task = sweep.next().orElseThrow();
            assertThat(task.replicate()).isZero();
            sweep.take(task, task.judge(() -> false).orElseThrow());
        }

        assertThat(sweep.map().means().value()).doesNotContain(Double.NaN);
    }

    @Test
    void whereOneSeedIsKnownTheErrorOfTheNearestPointWithMoreStands() {
        var sweep = new Sweep(bowl("eta=0.02:0.1:8:log", "kappa=1:8:8", 2, 0));
        for (int i = 0; i < 2 * 16; i++) {
            SweepTask task = sweep.next().orElseThrow();
            sweep.take(task, task.judge(() -> false).orElseThrow());
        }
        assertThat(sweep.map().errors().value()).doesNotContain(Double.NaN);

        SweepTask next = sweep.next().orElseThrow();
        sweep.take(next, next.judge(() -> false).orElseThrow());

        assertThat(sweep.map().at(next.column(), next.row()).orElseThrow().error())
                .isNaN();
        assertThat(sweep.map().errors().value()).doesNotContain(Double.NaN);
    }

    @Test
    void eachRunHasTheRecipeOfItsPointAndASeedOfItsOwn() {
        SweepTask task = handedOut(new Sweep(bowl("eta=0.01:1:3:log", "kappa=1:3:3", 3, 0))).stream()
                .filter(one -> one.column() == 1 && one.row() == 2 && one.replicate() == 2)
                .findFirst()
                .orElseThrow();

        Settings settings = task.recipe().settings(task.laboratory());
        assertThat(settings.texts()).containsEntry("eta", "0.1").containsEntry("kappa", "3");
        assertThat(settings.seed()).isEqualTo(3);
    }

    @Test
    void wholeNumbersAreRoundedAndComeOnce() {
        SweepMap map = new Sweep(counting(new Counter(), metric(Evidence.END), 1, new Stop.AtStep(1))).map();
        assertThat(map.y()).containsExactly(1, 4);

        Laboratory counter = new Counter();
        var dense = new SweepPlan(
                counter,
                Recipe.of(counter, counter.standard(), Compute.SCALAR, Data.NONE),
                Data.NONE,
                GridAxis.parse("gain=1:2:2"),
                GridAxis.parse("size=1:8:20:log"),
                metric(Evidence.END),
                1,
                2,
                new Stop.AtStep(1));
        assertThat(new Sweep(dense).map().y()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(new Sweep(dense).map().x()).hasSize(5);
    }

    @Test
    void finerPointsComeOnlyWhereNeighboursDiffer() {
        var sweep = new Sweep(bowl("eta=0.05:4:5:log", "kappa=0.5:8:5:log", 1, 2));

        finish(sweep);

        SweepMap map = sweep.map();
        int known = (int) IntStream.range(0, 17 * 17)
                .filter(node -> map.at(node % 17, node / 17).isPresent())
                .count();
        assertThat(known).isGreaterThan(25).isLessThan(17 * 17);
        assertThat(IntStream.range(0, 17 * 17)
                        .allMatch(node -> map.near(node % 17, node / 17).isPresent()))
                .isTrue();
    }

    @Test
    void theSamePointsAreJudgedWhateverTheOrderOfOutcomes() {
        SweepPlan plan = bowl("eta=0.05:4:5:log", "kappa=0.5:8:5:log", 2, 2);
        var straight = new Sweep(plan);
        finish(straight);
        var reversed = new Sweep(plan);
        while (!reversed.done()) {
            for (SweepTask task : handedOut(reversed).reversed())
                reversed.take(task, task.judge(() -> false).orElseThrow());
        }

        for (int node = 0; node < 17 * 17; node++)
            assertThat(reversed.map().at(node % 17, node / 17))
                    .isEqualTo(straight.map().at(node % 17, node / 17));
    }

    @Test
    void aRunWithoutANumberTellsWhy() {
        var sweep = new Sweep(bowl("eta=0.1:4:2", "kappa=1:8:2", 1, 0));

        finish(sweep);

        SweepCell calm = sweep.map().at(0, 0).orElseThrow();
        assertThat(calm.judged()).isTrue();
        assertThat(calm.why()).isEmpty();
        SweepCell wild = sweep.map().at(1, 1).orElseThrow();
        assertThat(wild.judged()).isFalse();
        assertThat(wild.mean()).isNaN();
        assertThat(wild.why()).startsWith("diverged: the step size 4.0 is above the stability limit");
    }

    @Test
    void settingsThatDoNotGoTogetherAreAnOutcome() {
        Laboratory laboratory = Laboratory.find("deep-linear");
        Recipe recipe = Recipe.of(
                laboratory,
                laboratory.standard().withTexts(Map.of("hidden", "16,16", "depth", "3")),
                Compute.SCALAR,
                Data.NONE);
        var plan = new SweepPlan(
                laboratory,
                recipe,
                Data.NONE,
                GridAxis.parse("depth=2:3:2"),
                GridAxis.parse("sigma=0.01:0.1:2"),
                laboratory.metric("final_loss"),
                1,
                0,
                new Stop.AtStep(2));
        var sweep = new Sweep(plan);

        finish(sweep);

        assertThat(sweep.map().at(0, 0).orElseThrow().why()).startsWith("impossible settings: hidden: there are more");
        assertThat(sweep.map().at(1, 0).orElseThrow().judged()).isTrue();
    }

    @Test
    void meanAndStandardErrorAreThoseOfTheRunsThatHaveANumber() {
        var cell = new SweepCell(0, 0, List.of(value(1), value(2), Outcome.none("never"), value(6)));

        assertThat(cell.mean()).isEqualTo(3);
        assertThat(cell.error()).isEqualTo(Math.sqrt(14.0 / 2 / 3));
        assertThat(cell.why()).isEqualTo("never");
        assertThat(new SweepCell(0, 0, List.of(value(1), Outcome.none("never"))).mean())
                .isNaN();
        assertThat(new SweepCell(0, 0, List.of(value(1))).error()).isNaN();
    }

    private static Outcome value(double value) {
        return new Outcome(new Judgement.Value(value), 1, 1);
    }

    @Test
    void aRunEndsAsSoonAsItsEventsHaveSettledTheJudgement() {
        var task = new SweepTask(
                0,
                0,
                0,
                new Counter(),
                Recipe.of(new Counter(), new Counter().standard(), Compute.SCALAR, Data.NONE),
                Data.NONE,
                metric(Evidence.any("tenth", "never")),
                new Stop.AtStep(1000));

        assertThat(task.judge(() -> false)).map(Outcome::steps).hasValue(10L);
    }

    @Test
    void cancelledInTheMiddleOfARunItStopsAfterTheStepInHandAndLosesNothing() throws InterruptedException {
        var inStep = new CountDownLatch(1);
        var mayGoOn = new CountDownLatch(1);
        var steps = new AtomicLong();
        var counter = new Counter(_ -> {
            steps.incrementAndGet();
            inStep.countDown();
            awaitQuietly(mayGoOn);
        });
        var sweep = new Sweep(counting(counter, metric(Evidence.END), 1, new Stop.AtStep(1_000_000)));
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            var run = new SweepRun(sweep, threads, 1, (_, _) -> {});
            inStep.await();

            run.cancel();
            mayGoOn.countDown();

            while (!run.await(1000)) Thread.onSpinWait();
            assertThat(run.state()).isEqualTo(SweepRun.State.CANCELLED);
            assertThat(steps).hasValue(1);
            assertThat(sweep.finished()).isZero();
        }
        assertThat(handedOut(sweep)).hasSize(8);
    }

    @Test
    void nobodyIsToldOfARunThatEndsAfterItWasCalledOff() throws InterruptedException {
        var inStep = new CountDownLatch(1);
        var mayGoOn = new CountDownLatch(1);
        var told = new ArrayList<SweepTask>();
        var counter = new Counter(_ -> {
            inStep.countDown();
            awaitQuietly(mayGoOn);
        });
        var sweep = new Sweep(counting(counter, metric(Evidence.END), 1, new Stop.AtStep(1)));
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            var run = new SweepRun(sweep, threads, 1, (task, _) -> told.add(task));
            inStep.await();

            run.cancel();
            mayGoOn.countDown();

            while (!run.await(1000)) Thread.onSpinWait();
        }
        assertThat(told).isEmpty();
        assertThat(handedOut(sweep)).hasSize(8);
    }

    @Test
    void pausedItTakesNoStepUntilItIsResumed() throws InterruptedException {
        var inStep = new CountDownLatch(1);
        var mayGoOn = new CountDownLatch(1);
        var counter = new Counter(_ -> {
            inStep.countDown();
            awaitQuietly(mayGoOn);
        });
        var sweep = new Sweep(counting(counter, metric(Evidence.END), 1, new Stop.AtStep(3)));
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            var run = new SweepRun(sweep, threads, 2, (_, _) -> {});
            inStep.await();
            run.pause();
            mayGoOn.countDown();

            assertThat(run.await(20)).isFalse();
            assertThat(run.progress().state()).isEqualTo(SweepRun.State.PAUSED);
            assertThat(run.progress().done()).isZero();
            run.resume();

            while (!run.await(1000)) Thread.onSpinWait();
            assertThat(run.progress())
                    .returns(SweepRun.State.DONE, SweepRun.Progress::state)
                    .returns(8, SweepRun.Progress::done)
                    .returns(8, SweepRun.Progress::total)
                    .returns(0.0, SweepRun.Progress::left);
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whatAListenerThrowsEndsTheSweep() {
        var failure = new IllegalStateException("the disk is full");
        var run = new SweepRun(new Sweep(bowl("eta=0.1:1:2", "kappa=1:8:2", 1, 0)), Runnable::run, 1, (_, _) -> {
            throw failure;
        });

        assertThat(run.state()).isEqualTo(SweepRun.State.FAILED);
        assertThat(run.failure()).isEqualTo(Optional.of(failure));
    }

    @Test
    void aPlanThatCannotBeIsRefusedInASentence() {
        assertRefused("eta=0.1:1:2", "eta=1:8:2", "eta: the two axes need two parameters");
        assertRefused("eta=0.1:100:2", "kappa=1:8:2", "eta=100: step size must be a number from 0.001 to 10");
        assertRefused("et=0.1:1:2", "kappa=1:8:2", "did you mean eta?");
        assertRefused("eta=1:0.1:2", "kappa=1:8:2", "the first value must be below the last one");
        assertRefused("eta=0.1:1:1", "kappa=1:8:2", "the number of values must be from 2 to 1024");
        assertRefused("eta=0.1:1", "kappa=1:8:2", "must be of the form KEY=MIN:MAX:N or KEY=MIN:MAX:N:log");
        assertRefused("eta=0.1:1:2:lin", "kappa=1:8:2", "must be of the form");
    }

    private static void assertRefused(String x, String y, String words) {
        assertThatThrownBy(() -> bowl(x, y, 1, 0))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining(words);
    }
}
