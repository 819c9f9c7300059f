package org.separatrix.labs.grokking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.separatrix.compute.Kernels;
import org.separatrix.compute.Selection;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Data;
import org.separatrix.lab.Settings;
import org.separatrix.labs.Recorded;

class InfiniteDataTest {
    private final Settings settings = new GrokkingLaboratory()
            .standard()
            .withTexts(Map.of("d", "20", "samples", "1000", "width", "60", "eta0", "1"));

    /** For infinite width and a teacher of squared norm D two numbers tell all: M along the teacher and across it. */
    @Test
    void itTakesItsKnownValues() {
        QuadraticTask task = QuadraticTask.of(settings.with("infinite", "on"), Data.NONE);
        try (Selection selection = Kernels.of(Compute.AUTO)) {
            var course = new InfiniteData(task.problem(), task.start(), 1, selection.crew());
            assertThat(course.losses()[0]).isCloseTo(.6296875, within(1e-12));
            for (int t = 0; t < 50; t++) course.advance();
            assertThat(course.losses()[0]).isCloseTo(.31577362, within(1e-7));
            for (int t = 50; t < 150; t++) course.advance();
            assertThat(course.losses()[0]).isCloseTo(.01932237, within(1e-7));
        }
    }

    @Test
    void manySamplesApproachIt() {
        for (String centred : new String[] {"off", "on"}) {
            Settings many = settings.with("centred", centred).with("overlay", "infinite-data");
            Recorded run = Runs.of(many, Data.NONE, 40, step -> step == 0);
            assertThat(run.at(0, "infinite_data")).isCloseTo(run.at(0, "test"), within(1e-12));
            assertThat(run.at(40, "test")).isCloseTo(run.at(40, "infinite_data"), within(.12 * run.at(40, "test")));
        }
    }
}
