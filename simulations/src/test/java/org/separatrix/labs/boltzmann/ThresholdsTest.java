package org.separatrix.labs.boltzmann;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.separatrix.labs.Observed.curves;
import static org.separatrix.labs.Observed.fact;
import static org.separatrix.labs.Observed.observe;
import static org.separatrix.labs.Trials.until;
import static org.separatrix.labs.boltzmann.Runs.after;
import static org.separatrix.labs.boltzmann.Runs.open;

import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.separatrix.lab.Curves;
import org.separatrix.lab.Experiment;
import org.separatrix.lab.Facts;
import org.separatrix.lab.Snapshot;

/** The three shears beyond which fourth moments, energy and the stationary law are lost, and the tail. */
class ThresholdsTest {
    @ParameterizedTest
    @CsvSource({
        "0.5, GOOD, GOOD, GOOD",
        "1, WARNING, GOOD, GOOD",
        "2, WARNING, WARNING, GOOD",
        "4, WARNING, WARNING, WARNING"
    })
    void theThreeThresholdsAreToldApart(double shear, Facts.Light fourth, Facts.Light energy, Facts.Light stationary) {
        Snapshot start = after(1, "particles", "4096", "shear", "" + shear);
        assertThat(fact(start, "fourth").light()).isEqualTo(fourth);
        assertThat(fact(start, "energy").light()).isEqualTo(energy);
        assertThat(fact(start, "stationary").light()).isEqualTo(stationary);
        assertThat(Double.isNaN(curves(start, "stress").spread()[0])).isEqualTo(fourth == Facts.Light.WARNING);
    }

    @ParameterizedTest
    @CsvSource({
        "fourth, fourth_measured, 0.45, 0.95, infinite: K/ν is above K₄ = 0.6889",
        "energy, energy_measured, 1, 1.7, grows for ever: K/ν is above K₂ = 1.299"
    })
    void theMeasuredTailBracketsTheExactThreshold(
            String exact, String measured, String below, String above, String words) {
        Snapshot finite = settled(below);
        assertThat(fact(finite, measured).light()).isEqualTo(Facts.Light.GOOD);
        assertThat(fact(finite, measured).words()).startsWith("finite: the index is above ");
        assertThat(fact(finite, exact).light()).isEqualTo(Facts.Light.GOOD);
        Snapshot infinite = settled(above);
        assertThat(fact(infinite, measured).light()).isEqualTo(Facts.Light.WARNING);
        assertThat(fact(infinite, measured).words()).startsWith("infinite: the index is below ");
        assertThat(fact(infinite, exact).light()).isEqualTo(Facts.Light.WARNING);
        assertThat(fact(infinite, exact).words()).startsWith(words);
    }

    @Test
    void theBulkBracketsTheThresholdOfStationarity() {
        Snapshot rests = settled("2");
        assertThat(fact(rests, "drift_exact").value()).isZero();
        assertThat(fact(rests, "drift").value()).isCloseTo(0, within(0.01));
        assertThat(fact(rests, "stationary").words()).isEqualTo("there is one: K/ν is below K_L = 3.804");
        Snapshot grows = settled("5");
        assertThat(fact(grows, "drift_exact").value()).isGreaterThan(0.1);
        assertThat(fact(grows, "drift").value())
                .isCloseTo(fact(grows, "drift_exact").value(), within(0.02));
        assertThat(fact(grows, "stationary").words()).isEqualTo("there is none: K/ν is above K_L = 3.804");
    }

    private static Snapshot settled(String shear) {
        return after(40, "particles", "262144", "shear", shear, "dt", "0.1");
    }

    @Test
    void theKurtosisHasErrorsBelowItsOwnThresholdOnly() {
        Snapshot weak = after(10, "particles", "65536", "shear", "0.25", "dt", "0.1");
        Curves.Values kurtosis = curves(weak, "kurtosis");
        for (int i = 0; i < 3; i++) {
            assertThat(kurtosis.spread()[i]).isBetween(1e-3, 0.1);
            assertThat(kurtosis.simulated()[i]).isCloseTo(kurtosis.theory()[i], within(5 * kurtosis.spread()[i]));
        }
        Snapshot strong = after(1, "particles", "65536", "shear", "0.5", "dt", "0.1");
        assertThat(curves(strong, "kurtosis").spread()).containsOnly(Double.NaN);
        Curves.Values transport = curves(strong, "transport");
        for (int i = 0; i < 2; i++)
            assertThat(transport.simulated()[i])
                    .isCloseTo(transport.theory()[i], within(5 * transport.spread()[i]));
    }

    @Tag("long")
    @Test
    void theTailHasItsExactIndex() {
        Snapshot end = after(60, "particles", "1000000", "shear", "1", "dt", "0.1");
        assertThat(fact(end, "tail_exact").value()).isCloseTo(2.7156, within(1e-3));
        assertThat(fact(end, "hill").value()).isCloseTo(2.7156, within(0.08 * 2.7156));
    }

    @Tag("long")
    @Test
    void theBulkStaysWhileTheEnergyRunsAway() {
        try (Experiment experiment = open("particles", "400000", "shear", "2", "dt", "0.05")) {
            double[] medians = new double[2];
            for (int i = 0; i < 2; i++) {
                until(experiment, 30 + 15 * i);
                double[] x = ((ShearExperiment) experiment).velocities().x().clone();
                for (int k = 0; k < x.length; k++) x[k] = Math.log(Math.abs(x[k]));
                Arrays.sort(x);
                medians[i] = x[x.length / 2];
            }
            assertThat(medians[0]).isCloseTo(.942, within(.04));
            assertThat(medians[1]).isCloseTo(.960, within(.04));
            assertThat(medians[1] - medians[0]).isBetween(-.03, .03);
            assertThat(curves(observe(experiment), "temperature").theory()[0]).isCloseTo(83594, within(0.01 * 83594));
        }
    }
}
