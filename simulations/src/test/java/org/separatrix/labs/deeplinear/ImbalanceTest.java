package org.separatrix.labs.deeplinear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.separatrix.labs.Observed.curves;
import static org.separatrix.labs.Observed.event;

import org.junit.jupiter.api.Test;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Curves;
import org.separatrix.lab.Facts;
import org.separatrix.lab.Observable;
import org.separatrix.lab.Settings;
import org.separatrix.lab.Snapshot;
import org.separatrix.lab.Spectrum;
import org.separatrix.labs.Trials;

/** Two layers that start imbalanced: waiting, laziness and the catapult. */
class ImbalanceTest {
    private static final Trials TRIALS = new Trials(new DeepLinearLaboratory(), Compute.AUTO);

    @Test
    void startsNearTheSeparatrixWaitTheExactTimes() {
        Snapshot end = TRIALS.shown("separatrix");
        assertThat(event(end, "half_1")).isCloseTo(0.598, within(0.02));
        assertThat(event(end, "half_2")).isCloseTo(2.671, within(0.05));
        assertThat(event(end, "half_3")).isCloseTo(4.954, within(0.1));
        assertThat(event(end, "half_4")).isCloseTo(7.255, within(0.15));
        assertThat(event(end, "half_5")).as("on the line itself").isNaN();
    }

    @Test
    void imbalanceMakesTheKernelLazy() {
        Curves.Values kernel = curves(TRIALS.shown("imbalance"), "kernel");
        double[] mean = {0.290, 0.151, 0.0537, 0.0044, 1e-4};
        for (int i = 0; i < mean.length; i++) {
            assertThat(kernel.simulated()[i]).isCloseTo(kernel.theory()[i], within(1e-3));
            assertThat(kernel.theory()[i]).isBetween(mean[i] / 3, mean[i] * 2);
        }
    }

    @Test
    void theSignOfTheImbalanceDelaysTheRichRegime() {
        Snapshot end = TRIALS.shown("delayed-rich");
        Curves.Values kernel = curves(end, "kernel");
        assertThat(kernel.theory()[0]).isBetween(0.3, 0.6);
        assertThat(kernel.theory()[1]).isLessThan(5e-3);
        Snapshot early = TRIALS.after(TRIALS.preset("delayed-rich"), 1);
        assertThat(curves(early, "loss").simulated()[1]).isLessThan(1e-3);
        assertThat(curves(early, "loss").simulated()[0]).isGreaterThan(0.05);
    }

    @Test
    void theSpectraOfThePairAreExactValueByValue() {
        Settings settings = TRIALS.preset("imbalance").with("method", "flow");
        Snapshot end = TRIALS.after(settings, 5);
        for (Observable<?> observable : end.observables()) {
            if (!(observable instanceof Spectrum spectrum)) continue;
            Spectrum.Values values = end.get(spectrum).orElseThrow();
            for (int i = 0; i < values.simulated().size(); i++)
                assertThat(values.simulated().get(i))
                        .containsExactly(values.theory().get(i), within(1e-6));
        }
    }

    @Test
    void opposedDeterminantsAreTold() {
        long told = 0;
        for (int seed = 1; seed <= 12; seed++) {
            Settings settings = TRIALS.with(
                    "task",
                    "spectrum",
                    "s",
                    "1.5,1,0.6",
                    "n_in",
                    "3",
                    "n_out",
                    "3",
                    "hidden",
                    "4",
                    "init",
                    "balanced",
                    "seed",
                    "" + seed);
            Snapshot start = TRIALS.after(settings, 0);
            Facts.Values facts = start.get(new Facts("now", "Now")).orElseThrow();
            told += facts.facts().stream()
                    .filter(fact -> fact.key().equals("obstruction"))
                    .count();
        }
        assertThat(told).isBetween(2L, 10L);
    }

    @Test
    void theCatapultLandsWhereItIsFlatter() {
        Curves.Values imbalance = curves(TRIALS.shown("catapult"), "imbalance");
        assertThat(imbalance.simulated()[0] / imbalance.theory()[0]).isCloseTo(0.28, within(0.01));
    }
}
