package org.separatrix.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.separatrix.run.Runs.BOWL;
import static org.separatrix.run.Runs.IN_PLACE;
import static org.separatrix.run.Runs.open;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.separatrix.lab.Array;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Data;
import org.separatrix.lab.InvalidData;
import org.separatrix.lab.Snapshot;

/** What goes wrong with a run is told, and costs no other run. */
class RunFailureTest {
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
}
