package org.separatrix.labs.deeplinear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.separatrix.lab.Array;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Data;
import org.separatrix.lab.InvalidData;
import org.separatrix.lab.InvalidSetting;
import org.separatrix.lab.Settings;
import org.separatrix.lab.Snapshot;
import org.separatrix.lab.Status;
import org.separatrix.labs.Trials;

/** What holds for all systems of the laboratory: its presets, and what it says where something cannot be. */
class DeepLinearLaboratoryTest {
    private static final DeepLinearLaboratory LABORATORY = new DeepLinearLaboratory();
    private static final Trials TRIALS = new Trials(LABORATORY, Compute.AUTO);

    @Test
    void everyPresetGoesOnWithoutLeavingTheNumbers() {
        LABORATORY.presets().forEach(preset -> {
            Snapshot early = TRIALS.after(LABORATORY.settings(preset), preset.until() / 50);
            assertThat(early.status()).as(preset.key()).isNotInstanceOf(Status.Diverged.class);
        });
    }

    @Test
    void aStepBeyondTheLimitIsToldWithTheLimit() {
        Snapshot end = TRIALS.after(TRIALS.with("eta", "5", "sigma", "0.5"), 1e4);
        assertThat(end.status())
                .isInstanceOfSatisfying(
                        Status.Diverged.class,
                        diverged -> assertThat(diverged.why()).contains("2/sharpness"));
    }

    @Test
    void settingsThatCannotBeAreToldInOneSentence() {
        assertThatThrownBy(() -> TRIALS.with("depth", "-3"))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage("depth=-3: depth must be a whole number from 1 to 128");
        assertThatThrownBy(() -> TRIALS.with("dept", "3"))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage("there is no parameter called dept: did you mean depth?");
        assertThatThrownBy(() -> TRIALS.with("init", "balanced", "depth", "3"))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("depth=2");
        assertThatThrownBy(() -> TRIALS.with("init", "balanced", "lambda", "-5", "hidden", "16"))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("lambda");
    }

    @Test
    void dataOfTheWrongShapeOrWithoutAnEndAreToldByName() {
        Data wrong = new Data(
                Map.of(
                        "Sigma_yx", Array.matrix(3, 2, new double[6]),
                        "W1_0", Array.matrix(4, 5, new double[20]),
                        "W2_0", Array.matrix(3, 4, new double[12])),
                "x");
        Settings settings = LABORATORY.fit(LABORATORY.standard(), wrong);
        assertThatThrownBy(() -> LABORATORY.open(settings, wrong, Compute.AUTO))
                .isInstanceOf(InvalidData.class)
                .hasMessage("W1_0 has the shape 4 x 5, expected 4 x 2");
        Data nan = new Data(Map.of("Sigma_yx", Array.matrix(1, 2, new double[] {1, Double.NaN})), "x");
        assertThatThrownBy(() -> LABORATORY.open(LABORATORY.fit(LABORATORY.standard(), nan), nan, Compute.AUTO))
                .isInstanceOf(InvalidData.class)
                .hasMessageContaining("Sigma_yx holds NaN at position 1");
    }
}
