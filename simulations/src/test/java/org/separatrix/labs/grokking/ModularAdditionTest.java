package org.separatrix.labs.grokking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.separatrix.lab.Data;
import org.separatrix.lab.Settings;
import org.separatrix.labs.Recorded;

/** Modular addition: what groks, and what does not. */
class ModularAdditionTest {
    private final GrokkingLaboratory laboratory = new GrokkingLaboratory();

    @Test
    void additionGroksUnderWeightDecay() {
        Settings settings = laboratory.settings(laboratory.preset("modular-addition"));
        Recorded decaying = Runs.of(settings, Data.NONE, 1000, step -> step == 0);
        assertThat(decaying.event("fitted")).isBetween(20.0, 80.0);
        assertThat(decaying.event("grokked")).isBetween(200.0, 840.0);
        assertThat(decaying.at(0, "freq_concentration")).isCloseTo(.221, within(.02));
        assertThat(decaying.at(0, "random_concentration")).isCloseTo(.2212, within(1e-4));
        assertThat(decaying.at(1000, "freq_concentration")).isBetween(.5, .95);
        assertThat(decaying.at(1000, "phase_locking")).isBetween(.85, 1.0);
    }

    @Test
    void additionDoesNotGrokWithoutWeightDecay() {
        Settings settings = laboratory.settings(laboratory.preset("modular-addition"));
        Recorded lasting = Runs.of(settings.with("wd", "0"), Data.NONE, 2000, step -> false);
        assertThat(lasting.at(2000, "test_acc")).isLessThan(.9);
    }

    @Test
    @Tag("long")
    void theSoftmaxCollapsesAndStableMaxDoesNot() {
        Recorded collapse = Runs.ofPreset("softmax-collapse", 2000);
        assertThat(collapse.at(2000, "train_loss")).isZero();
        assertThat(collapse.at(2000, "zero_loss")).isEqualTo(1);
        assertThat(collapse.event("collapsed")).isLessThan(2000);
        assertThat(collapse.at(2000, "test_acc")).isLessThan(.9);
        Recorded precise = Runs.of(
                laboratory.settings(laboratory.preset("softmax-collapse")).with("precision", "double"),
                Data.NONE,
                2000,
                step -> false);
        assertThat(precise.at(2000, "train_loss")).isPositive();
        assertThat(precise.at(2000, "test_acc")).isLessThan(.9);
        Recorded stable = Runs.ofPreset("stablemax", 2500);
        assertThat(stable.event("fitted")).isBetween(20.0, 80.0);
        assertThat(stable.event("grokked")).isBetween(590.0, 2500.0);
    }

    @Test
    @Tag("long")
    void gradientsAcrossTheWeightsGrokWithoutDecay() {
        Recorded across = Runs.ofPreset("perp-grad", 1320);
        assertThat(across.event("fitted")).isBetween(30.0, 120.0);
        assertThat(across.event("grokked")).isBetween(290.0, 1320.0);
        Recorded decaying = Runs.ofPreset("relu-decay", 2280);
        assertThat(decaying.event("grokked")).isBetween(520.0, 2280.0);
        Recorded along = Runs.of(
                laboratory.settings(laboratory.preset("perp-grad")).with("perp", "off"),
                Data.NONE,
                1600,
                step -> false);
        assertThat(along.at(1600, "test_acc")).isLessThan(.1);
    }
}
