package org.separatrix.labs.boltzmann;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.separatrix.labs.Observed.observe;
import static org.separatrix.labs.boltzmann.Runs.LABORATORY;
import static org.separatrix.labs.boltzmann.Runs.open;
import static org.separatrix.labs.boltzmann.Runs.with;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.separatrix.lab.Experiment;
import org.separatrix.lab.InvalidSetting;
import org.separatrix.lab.Snapshot;
import org.separatrix.lab.Status;

/** The laboratory as a whole: its presets and its rules. */
class BoltzmannLaboratoryTest {
    @Test
    void everyPresetGoesOnWithoutLeavingTheNumbers() {
        LABORATORY.presets().forEach(preset -> {
            try (Experiment experiment = open(LABORATORY.settings(preset))) {
                for (int i = 0; i < 20; i++) experiment.advance();
                Snapshot now = observe(experiment);
                assertThat(now.status()).as(preset.key()).isNotInstanceOf(Status.Diverged.class);
                assertThat(now.observables())
                        .as(preset.key())
                        .hasSize(LABORATORY
                                .observables(LABORATORY.settings(preset))
                                .size());
                experiment
                        .landscapes()
                        .forEach(landscape -> assertThat(Arrays.stream(landscape
                                                .onGrid(65, 65)
                                                .getFirst()
                                                .value())
                                        .anyMatch(Double::isFinite))
                                .as(preset.key())
                                .isTrue());
            }
        });
    }

    @Test
    void settingsThatCannotBeAreToldInOneSentence() {
        assertThatThrownBy(() -> with("system", "gas", "particles", "1000"))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("powers of two");
        assertThatThrownBy(() -> with("method", "events", "flow", "dilatation"))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("simple shear");
        assertThatThrownBy(() -> with("system", "gas", "pairs", "majorant", "gamma", "-0.5"))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("majorant");
    }
}
