package org.separatrix.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Executor;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Data;
import org.separatrix.lab.Laboratory;
import org.separatrix.lab.Snapshot;

/** Runs under test. */
final class Runs {
    private Runs() {}

    static final Laboratory BOWL = Laboratory.find("bowl");
    static final Executor IN_PLACE = Runnable::run;

    static Run open(Laboratory laboratory) {
        return open(laboratory, IN_PLACE);
    }

    static Run open(Laboratory laboratory, Executor executor) {
        return Run.open(laboratory, laboratory.standard(), Data.NONE, Compute.AUTO, executor);
    }

    static void assertSameBits(Recording one, Recording two) {
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
}
