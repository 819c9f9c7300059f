package org.separatrix.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.separatrix.run.Runs.BOWL;
import static org.separatrix.run.Runs.IN_PLACE;
import static org.separatrix.run.Runs.open;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.separatrix.lab.Array;
import org.separatrix.lab.Change;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Data;
import org.separatrix.lab.Experiment;
import org.separatrix.lab.InvalidData;
import org.separatrix.lab.InvalidSetting;
import org.separatrix.lab.Laboratory;
import org.separatrix.lab.Landscape;
import org.separatrix.lab.Metric;
import org.separatrix.lab.Observable;
import org.separatrix.lab.Parameter;
import org.separatrix.lab.PhaseDiagram;
import org.separatrix.lab.Preset;
import org.separatrix.lab.Recipe;
import org.separatrix.lab.Settings;
import org.separatrix.lab.Title;

/** What is turned while a run goes on, and what is asked of its present. */
class RunChangesTest {
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
        public Title title() {
            return counter.title();
        }

        @Override
        public List<Parameter<?>> parameters() {
            return counter.parameters();
        }

        @Override
        public List<Observable<?>> observables(Settings settings) {
            return counter.observables(settings);
        }

        @Override
        public List<Metric> metrics() {
            return counter.metrics();
        }

        @Override
        public List<Preset> presets() {
            return counter.presets();
        }

        @Override
        public List<PhaseDiagram> diagrams() {
            return counter.diagrams();
        }

        @Override
        public Experiment open(Settings settings, Data data, Compute compute) {
            return counter.open(settings, data, compute);
        }
    }
}
