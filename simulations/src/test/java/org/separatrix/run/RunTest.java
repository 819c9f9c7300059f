package org.separatrix.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.separatrix.lab.Array;
import org.separatrix.lab.Change;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Data;
import org.separatrix.lab.Experiment;
import org.separatrix.lab.InvalidData;
import org.separatrix.lab.InvalidSetting;
import org.separatrix.lab.Laboratory;
import org.separatrix.lab.Landscape;
import org.separatrix.lab.Recipe;
import org.separatrix.lab.Settings;
import org.separatrix.lab.Snapshot;

class RunTest {
    private static final Laboratory BOWL = Laboratory.find("bowl");
    private static final Executor IN_PLACE = Runnable::run;

    private final List<Thread> threads = new ArrayList<>();

    private void onThread(Runnable task) {
        var thread = new Thread(task, "run under test");
        threads.add(thread);
        thread.start();
    }

    private void awaitThreads() throws InterruptedException {
        for (Thread thread : threads) thread.join();
    }

    private static Run open(Laboratory laboratory) {
        return open(laboratory, IN_PLACE);
    }

    private static Run open(Laboratory laboratory, Executor executor) {
        return Run.open(laboratory, laboratory.standard(), Data.NONE, Compute.AUTO, executor);
    }

    private static void assertSameBits(Recording one, Recording two) {
        assertThat(one.steps()).isEqualTo(two.steps());
        assertThat(one.times()).isEqualTo(two.times());
        one.curves()
                .forEach(curves -> curves.series().forEach(series -> {
                    assertThat(one.simulated(curves.key(), series.key()))
                            .isEqualTo(two.simulated(curves.key(), series.key()));
                    assertThat(one.theory(curves.key(), series.key()))
                            .isEqualTo(two.theory(curves.key(), series.key()));
                }));
        assertThat(one.details().stream().map(Snapshot::step))
                .isEqualTo(two.details().stream().map(Snapshot::step).toList());
    }

    // Moving through time.

    @Test
    void itRestsAtItsFirstMoment() {
        Progress progress = open(BOWL).progress();
        assertThat(progress.state()).isEqualTo(Run.State.PAUSED);
        assertThat(progress.step()).isZero();
        assertThat(progress.newest()).isPresent();
        assertThat(progress.recording().size()).isEqualTo(1);
    }

    @Test
    void onAnExecutorInPlacePlayReturnsAtTheStop() {
        Run run = open(BOWL);
        run.until(new Stop.AtStep(100));
        run.play();
        assertThat(run.progress().step()).isEqualTo(100);
        assertThat(run.progress().state()).isEqualTo(Run.State.PAUSED);
        assertThat(run.progress().stopped()).isTrue();
        assertThat(run.progress().message()).isEqualTo("stopped at step 100");
        assertThat(run.recording().size()).isEqualTo(101);
    }

    @Test
    void playedOnPastItsStopItGoesUntilTheExperimentIsOver() {
        Run run = open(BOWL);
        run.until(new Stop.AtTime(1));
        run.play();
        assertThat(run.progress().time()).isBetween(1.0 - 1e-9, 1.0 + 1e-9);
        assertThat(run.recording().last().step()).isEqualTo(20);
        run.play();
        assertThat(run.progress().state()).isEqualTo(Run.State.OVER);
        assertThat(run.progress().message()).isEqualTo("the ball lies at the bottom");
        assertThat(run.recording().last().step()).isEqualTo(run.progress().step());
        run.play();
        assertThat(run.progress().state()).isEqualTo(Run.State.OVER);
    }

    @Test
    void ofSeveralStopsEachIsTakenInItsTurn() {
        Run run = open(new Counter());
        run.until(new Stop.Any(List.of(new Stop.AtEvent("tenth"), new Stop.AtTime(0.2), new Stop.AtStep(30))));
        run.play();
        assertThat(run.progress().step()).isEqualTo(10);
        run.play();
        assertThat(run.progress().step()).isEqualTo(20);
        assertThat(run.progress().message()).isEqualTo("stopped at time 0.2");
        run.play();
        assertThat(run.progress().step()).isEqualTo(30);
    }

    @Test
    void aStopThatIsReachedAlreadyCostsNoStep() {
        Run run = open(new Counter());
        run.until(new Stop.AtStep(0));
        run.play();
        assertThat(run.progress().step()).isZero();
        assertThat(run.progress().stopped()).isTrue();
        assertThat(run.recording().size()).isEqualTo(1);
    }

    @Test
    void stepsAreCountedAndForwardGoesToAStep() {
        Run run = open(new Counter());
        run.step(3);
        run.step(4);
        assertThat(run.progress().step()).isEqualTo(7);
        run.forward(50);
        assertThat(run.progress().step()).isEqualTo(50);
        assertThat(run.progress().state()).isEqualTo(Run.State.PAUSED);
    }

    @Test
    void thePresentIsShownAtRestEvenWhereItIsNotRecorded() {
        Run run = open(new Counter());
        run.step(5001);
        assertThat(run.progress().newest().map(Snapshot::step)).contains(5001L);
        assertThat(run.recording().steps()).endsWith(5000).doesNotContain(5001);
    }

    @Test
    void aFinishedExperimentIsRecordedAtItsEnd() {
        Run run = open(new Counter());
        run.play();
        assertThat(run.progress().state()).isEqualTo(Run.State.OVER);
        assertThat(run.recording().last().step()).isEqualTo(1_000_000);
        assertThat(run.recording().steps()).endsWith(1_000_000);
    }

    // The same recipe, the same bits.

    @Test
    void resetBeginsTheSameRunAnewAndForgetsWhatWasChangedByHand() {
        Run run = open(BOWL);
        run.step(200);
        Recording before = run.recording();
        run.reset();
        assertThat(run.progress().step()).isZero();
        run.step(100);
        run.change("eta", "0.3");
        run.reset();
        assertThat(run.settings()).isEqualTo(BOWL.standard());
        assertThat(run.recipe().changes()).isEmpty();
        run.step(200);
        assertThat(run.recording()).isNotSameAs(before);
        assertSameBits(run.recording(), before);
    }

    @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
    void theRecipeOfARunWithChangesGivesTheSameBits(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 70) Integer> pieces,
            @ForAll("gains") List<Double> gains) {
        var counter = new Counter();
        Run run = open(counter);
        for (int i = 0; i < pieces.size(); i++) {
            run.change("gain", Double.toString(gains.get(i)));
            run.change("gain", Double.toString(-gains.get(i)));
            run.step(pieces.get(i));
        }
        run.step(30);
        Recipe recipe = Recipe.parse(run.recipe().line());
        assertThat(recipe.changes()).hasSizeLessThanOrEqualTo(pieces.size());

        Run straight = open(counter);
        recipe.changes().forEach(change -> {
            straight.forward(change.step());
            straight.change(change.key(), change.value());
        });
        straight.forward(run.progress().step());
        assertSameBits(straight.recording(), run.recording());
        assertThat(straight.recipe()).isEqualTo(run.recipe());
    }

    @net.jqwik.api.Provide
    net.jqwik.api.Arbitrary<List<Double>> gains() {
        return net.jqwik.api.Arbitraries.doubles().between(-10, 10).list().ofSize(6);
    }

    @Test
    void aRunOpenedFromARecipeTurnsWhatTheRecipeTurns() {
        Run byHand = open(BOWL);
        byHand.step(10);
        byHand.change("eta", "0.2");
        byHand.step(10);
        byHand.change("eta", "0.01");
        byHand.step(80);

        Run again = Run.open(Recipe.parse(byHand.recipe().line()), Data.NONE, IN_PLACE);
        again.forward(100);
        assertSameBits(again.recording(), byHand.recording());
        assertThat(again.settings()).isEqualTo(byHand.settings());
        assertThat(again.recipe()).isEqualTo(byHand.recipe());
        again.reset();
        again.forward(100);
        assertSameBits(again.recording(), byHand.recording());
    }

    @Test
    void aBranchGoesTheSameWayUpToItsStep() {
        Run run = open(BOWL);
        run.step(100);
        Run branch = Run.open(run.branch(40, "eta", "0.2"), Data.NONE, IN_PLACE);
        branch.forward(100);
        double[] loss = run.recording().simulated("loss", "loss");
        double[] branched = branch.recording().simulated("loss", "loss");
        for (int i = 0; i <= 40; i++) assertThat(branched[i]).isEqualTo(loss[i]);
        assertThat(branched[41]).isLessThan(loss[41]);
    }

    @Test
    void aBranchRestsAtItsStepWithWhatWasTurnedBefore() {
        Run run = open(BOWL);
        run.step(20);
        run.change("eta", "0.2");
        run.step(20);
        run.change("eta", "0.3");
        run.step(20);

        Run branch = run.branch(30);

        Progress progress = branch.progress();
        assertThat(progress.state()).isEqualTo(Run.State.PAUSED);
        assertThat(progress.step()).isEqualTo(30);
        assertThat(progress.settings().texts()).containsEntry("eta", "0.2");
        assertThat(branch.recipe().changes()).containsExactly(new Change(20, "eta", "0.2"));
        assertThat(branch.recording().time(30)).isEqualTo(run.recording().time(30));
        assertThat(branch.recording().step(30)).isEqualTo(30);
    }

    @Test
    void progressTellsWhatItHasHeard() {
        Run run = open(BOWL);
        assertThat(run.progress().heard()).isEqualTo(run.asked());

        run.speed(100);
        run.step(1);

        assertThat(run.asked()).isEqualTo(2);
        assertThat(run.progress().heard()).isEqualTo(2);
    }

    @Test
    void whereItRestedOnTheWayDoesNotShowInTheRecording() {
        Run straight = open(new Counter());
        straight.step(9000);
        Run halting = open(new Counter());
        for (int i = 0; i < 9; i++) {
            halting.step(333);
            halting.pause();
            halting.step(667);
        }
        assertSameBits(halting.recording(), straight.recording());
    }

    @Test
    void beingWatchedDoesNotShowInTheRecording() {
        Run alone = open(new Counter());
        alone.step(20_000);
        var watched = new Run[1];
        var seen = new ArrayList<Progress>();
        watched[0] = open(new Counter());
        watched[0].listen(() -> seen.add(watched[0].progress()));
        watched[0].step(20_000);
        assertThat(seen).isNotEmpty();
        assertSameBits(watched[0].recording(), alone.recording());
    }

    @Test
    void whoWatchesWhileItPlaysSeesItMove() throws InterruptedException {
        Run run = open(new Counter(step -> {}), this::onThread);
        run.until(new Stop.AtStep(900_000));
        run.play();
        Progress seen = run.progress();
        while (seen.state() != Run.State.PAUSED || seen.step() == 0) seen = run.progress();
        assertThat(seen.step()).isEqualTo(900_000);
        assertThat(seen.newest().map(Snapshot::step)).contains(900_000L);
        awaitThreads();
    }

    // Threads.

    @Test
    @Timeout(60)
    void pauseAndCloseTakeEffectWithinTheStepInHand() throws InterruptedException {
        var inStep = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var counter = new Counter(step -> {
            if (step != 5) return;
            inStep.countDown();
            await(goOn);
        });
        Run run = open(counter, this::onThread);
        run.play();
        inStep.await();
        run.pause();
        goOn.countDown();
        awaitThreads();
        assertThat(run.progress().step()).isEqualTo(5);
        assertThat(run.progress().state()).isEqualTo(Run.State.PAUSED);

        run.close();
        awaitThreads();
        assertThat(run.progress().state()).isEqualTo(Run.State.CLOSED);
        assertThat(counter.closed).hasValue(1);
        assertThat(run.recording().size()).isEqualTo(6);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @Timeout(60)
    void aRunThatWaitsForItsNextStepIsWokenByACommand() throws InterruptedException {
        var first = new CountDownLatch(1);
        var counter = new Counter(step -> first.countDown());
        Run run = open(counter, this::onThread);
        run.speed(1e-6);
        run.play();
        first.await();
        run.close();
        awaitThreads();
        assertThat(run.progress().step()).isEqualTo(1);
        assertThat(counter.closed).hasValue(1);
    }

    @Test
    @Timeout(60)
    void aRunAtRestHoldsNoThread() throws InterruptedException {
        Run run = open(new Counter(), this::onThread);
        run.step(10);
        run.change("gain", "2");
        run.pause();
        awaitThreads();
        assertThat(threads).isNotEmpty().noneMatch(Thread::isAlive);
        run.close();
        awaitThreads();
        assertThat(threads).noneMatch(Thread::isAlive);
    }

    @Test
    @Timeout(60)
    void anInterruptedRunRests() throws InterruptedException {
        var counter = new Counter(step -> {
            if (step == 7) Thread.currentThread().interrupt();
        });
        Run run = open(counter, this::onThread);
        run.play();
        awaitThreads();
        assertThat(run.progress().step()).isEqualTo(7);
        assertThat(run.progress().state()).isEqualTo(Run.State.PAUSED);
    }

    @Test
    void commandsFromTheRunsOwnThreadWaitForTheStepToEnd() {
        var run = new Run[1];
        run[0] = open(new Counter(step -> {
            if (step == 3) run[0].pause();
        }));
        run[0].play();
        assertThat(run[0].progress().step()).isEqualTo(3);
    }

    @Test
    void anExecutorThatIsShutDownRefusesEachCommandAndNotOnlyTheFirst() {
        Executor shut = task -> {
            throw new RejectedExecutionException();
        };
        assertThatThrownBy(() -> open(BOWL, shut)).isInstanceOf(RejectedExecutionException.class);
    }

    // Failures.

    @Test
    void anExperimentThatThrowsEndsItsOwnRunWithASentence() {
        var counter = new Counter(step -> {
            if (step == 5) throw new IllegalStateException("the sum is odd");
        });
        Run run = open(counter);
        run.play();
        Progress progress = run.progress();
        assertThat(progress.state()).isEqualTo(Run.State.FAILED);
        assertThat(progress.message()).isEqualTo("the experiment failed at step 4: the sum is odd");
        assertThat(progress.newest().map(Snapshot::step)).contains(4L);
        assertThat(run.failure()).containsInstanceOf(IllegalStateException.class);
        assertThat(counter.closed).hasValue(1);
        run.play();
        run.step(1);
        run.change("gain", "2");
        assertThat(run.progress().state()).isEqualTo(Run.State.FAILED);
    }

    @Test
    void aFailedRunCanBeginAnew() {
        var failing = new boolean[] {true};
        var counter = new Counter(step -> {
            if (failing[0]) throw new OutOfMemoryError("Java heap space");
        });
        Run run = open(counter);
        run.play();
        assertThat(run.progress().message()).isEqualTo("memory ran out at step 0: Java heap space");
        failing[0] = false;
        run.reset();
        run.step(3);
        assertThat(run.progress().state()).isEqualTo(Run.State.PAUSED);
        assertThat(run.progress().step()).isEqualTo(3);
        assertThat(run.failure()).isEmpty();
    }

    @Test
    void dataThatTheExperimentRefusesAreToldInItsWords() {
        var wrong = new Data(Map.of("start", Array.vector(1, 2, 3)), "abc");
        Run run = Run.open(BOWL, BOWL.standard(), wrong, Compute.AUTO, IN_PLACE);
        assertThat(run.progress().state()).isEqualTo(Run.State.FAILED);
        assertThat(run.progress().message()).isEqualTo("start has the shape 3, expected 2 x 1");
        assertThat(run.failure()).containsInstanceOf(InvalidData.class);
    }

    @Test
    void aListenerThatThrowsIsNotAskedAgain() {
        Run run = open(new Counter());
        run.listen(() -> {
            throw new IllegalStateException("a fault of the screen");
        });
        run.step(1);
        assertThat(run.progress().state()).isEqualTo(Run.State.FAILED);
        run.reset();
        run.step(2);
        assertThat(run.progress().step()).isEqualTo(2);
    }

    @Test
    void nothingComesAfterTheEnd() {
        var counter = new Counter();
        Run run = open(counter);
        run.close();
        run.close();
        run.play();
        run.step(5);
        run.reset();
        assertThat(run.progress().state()).isEqualTo(Run.State.CLOSED);
        assertThat(run.progress().step()).isZero();
        assertThat(counter.closed).hasValue(1);
        assertThat(counter.opened).hasValue(1);
        assertThat(run.landscapes()).isCompletedWithValueMatching(List::isEmpty);
    }

    // Changes and landscapes.

    @Test
    void whatCannotBeChangedIsTold() {
        Run run = open(BOWL);
        assertThatThrownBy(() -> run.change("etta", "1"))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("did you mean eta?");
        assertThatThrownBy(() -> run.change("kappa", "1"))
                .hasMessage("kappa: curvature cannot change while a run goes on; it needs a new run");
        assertThatThrownBy(() -> run.change("eta", "-1")).hasMessageContaining("eta=-1");
        assertThatThrownBy(() -> run.branch(3, "kappa", "1")).isInstanceOf(InvalidSetting.class);
        assertThatThrownBy(() -> run.speed(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRecipeThatCannotBeIsTold() {
        assertThatThrownBy(() -> Run.open(Recipe.parse("bowl?@3.kappa=2"), Data.NONE, IN_PLACE))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("kappa");
        assertThatThrownBy(() -> Run.open(Recipe.parse("bowl?data=abc"), Data.NONE, IN_PLACE))
                .isInstanceOf(InvalidData.class)
                .hasMessageContaining("abc");
    }

    @Test
    void aChangeAtRestShowsAtOnce() {
        Run run = open(new Counter());
        run.step(10);
        run.change("gain", "3");
        assertThat(run.settings().get(Counter.GAIN)).isEqualTo(3);
        assertThat(run.progress().newest().flatMap(snapshot -> snapshot.get(Counter.SUM)))
                .hasValueSatisfying(values -> assertThat(values.simulated()[1]).isEqualTo(3));
        assertThat(run.recipe().changes()).containsExactly(new Change(10, "gain", "3"));
    }

    @Test
    void theLandscapeIsThatOfThePresent() {
        Run run = open(new Counter());
        run.step(1);
        assertThat(run.landscapes().join())
                .singleElement()
                .satisfies(landscape -> assertThat(height(landscape, 0, 0)).isEqualTo(Math.sin(1)));
    }

    private static double height(Landscape landscape, double x, double y) {
        return landscape.surfaces().getFirst().function().at(x, y);
    }

    @Test
    void settingsFollowGivenDataBeforeTheRunOpens() {
        Laboratory fitting = new Fitting();
        Run run = Run.open(
                fitting,
                fitting.standard(),
                new Data(Map.of("start", Array.vector(1, 2)), "abc"),
                Compute.AUTO,
                IN_PLACE);
        assertThat(run.settings().text(Counter.SIZE)).isEqualTo("2");
        assertThat(run.recipe().line()).isEqualTo("counter?size=2&data=abc&format=1");
    }

    /** A counter whose size is that of a given array. */
    private static final class Fitting implements Laboratory {
        private final Counter counter = new Counter();

        @Override
        public Settings fit(Settings settings, Data data) {
            return data.find("start")
                    .map(array -> settings.with(Counter.SIZE, (long) array.values().length))
                    .orElse(settings);
        }

        @Override
        public org.separatrix.lab.Title title() {
            return counter.title();
        }

        @Override
        public List<org.separatrix.lab.Parameter<?>> parameters() {
            return counter.parameters();
        }

        @Override
        public List<org.separatrix.lab.Observable<?>> observables(Settings settings) {
            return counter.observables(settings);
        }

        @Override
        public List<org.separatrix.lab.Metric> metrics() {
            return counter.metrics();
        }

        @Override
        public List<org.separatrix.lab.Preset> presets() {
            return counter.presets();
        }

        @Override
        public List<org.separatrix.lab.PhaseDiagram> diagrams() {
            return counter.diagrams();
        }

        @Override
        public Experiment open(Settings settings, Data data, Compute compute) {
            return counter.open(settings, data, compute);
        }
    }
}
