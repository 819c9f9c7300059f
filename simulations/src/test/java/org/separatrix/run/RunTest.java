package org.separatrix.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Data;
import org.separatrix.lab.Laboratory;

class RunTest {
    private final Laboratory bowl = Laboratory.find("bowl");

    private Run open() {
        return Run.open(bowl, bowl.standard(), Data.NONE, Compute.AUTO, Runnable::run);
    }

    @Test
    void onAnExecutorInPlacePlayReturnsAtTheStop() {
        Run run = open();
        run.until(new Stop.AtStep(100));
        run.play();
        assertThat(run.progress().step()).isEqualTo(100);
        assertThat(run.progress().state()).isEqualTo(Run.State.PAUSED);
        assertThat(run.recording().size()).isEqualTo(101);
        run.play();
        assertThat(run.progress().state()).isEqualTo(Run.State.OVER);
        assertThat(run.progress().message()).contains("bottom");
    }
}
