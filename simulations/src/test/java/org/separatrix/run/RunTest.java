package org.separatrix.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.separatrix.run.Runs.BOWL;
import static org.separatrix.run.Runs.open;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.separatrix.lab.Snapshot;

/** A run moves through time. */
class RunTest {
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
}
