package org.separatrix.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.separatrix.run.Runs.BOWL;
import static org.separatrix.run.Runs.open;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.separatrix.lab.Snapshot;

/** A run on threads of its own. */
class RunThreadsTest {
    private final List<Thread> threads = new ArrayList<>();

    private void onThread(Runnable task) {
        var thread = new Thread(task, "run under test");
        threads.add(thread);
        thread.start();
    }

    private void awaitThreads() throws InterruptedException {
        for (Thread thread : threads) thread.join();
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
}
