package org.separatrix.labs.boltzmann;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.separatrix.labs.Observed.curves;
import static org.separatrix.labs.Observed.observe;
import static org.separatrix.labs.Trials.until;
import static org.separatrix.labs.boltzmann.Runs.after;
import static org.separatrix.labs.boltzmann.Runs.near;
import static org.separatrix.labs.boltzmann.Runs.open;
import static org.separatrix.labs.boltzmann.Runs.with;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.separatrix.lab.Curves;
import org.separatrix.lab.Experiment;
import org.separatrix.lab.Settings;
import org.separatrix.lab.Snapshot;

/** Tagged particles against the exact moments, or those of a longer simulation. */
class TaggedMomentsTest {
    @Test
    void theStressFollowsItsExactMoments() {
        try (Experiment experiment = open("particles", "400000", "shear", "0.3", "dt", "0.1")) {
            until(experiment, 2);
            Curves.Values early = curves(observe(experiment), "stress");
            near(early.simulated(), new double[] {1.14939, -.31178, 1.00766, 1.00766}, new double[] {
                .0026, .0018, .0023, .0023
            });
            until(experiment, 20);
            Curves.Values late = curves(observe(experiment), "stress");
            double[] sigma = {.0037, .0023, .0024, .0024};
            near(late.simulated(), new double[] {1.39418, -.42247, 1.05626, 1.05626}, sigma);
            near(late.theory(), new double[] {1.39418, -.42247, 1.05626, 1.05626}, new double[] {1e-5, 1e-5, 1e-5, 1e-5
            });
            for (int i = 0; i < 4; i++) assertThat(late.spread()[i]).isCloseTo(sigma[i], within(0.1 * sigma[i]));
        }
    }

    @ParameterizedTest
    @CsvSource({"order-1, 4.7330", "order-2, 4.5725"})
    void theStationaryEnergyIsThatOfTheScheme(String method, double expected) {
        Snapshot end = after(40, "particles", "400000", "shear", "0.5", "dt", "0.2", "method", method);
        assertThat(3 * curves(end, "temperature").simulated()[0]).isCloseTo(expected, within(4 * 0.012));
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 1, 2.1374, -.7626, 1.1384, 1.1703, 1.5147, .0039, .0020, .0018, .0017, .0006",
        "1, 1, 1.3574, -.4072, 1.0387, 1.0612, 2.3215, .0020, .0013, .0015, .0015, .0007",
        "-0.5, 0.5, 3.1079, -1.1749, 1.1486, 1.1164, 0.7056, .0060, .0027, .0018, .0016, .0004"
    })
    void otherKernelsHaveTheirMeasuredStress(
            double gamma,
            double shear,
            double p11,
            double p12,
            double p22,
            double p33,
            double rate,
            double s11,
            double s12,
            double s22,
            double s33,
            double sRate) {
        // The known values come from 10^6 particles, these from a tenth as many.
        double wider = Math.sqrt(1 + 10);
        Snapshot end = after(
                5, "particles", "100000", "gamma", "" + gamma, "shear", "" + shear, "method", "events", "dt", "5");
        near(curves(end, "stress").simulated(), new double[] {p11, p12, p22, p33}, new double[] {
            wider * s11, wider * s12, wider * s22, wider * s33
        });
        assertThat(curves(end, "collisions").simulated()[0] / 5).isCloseTo(rate, within(4 * wider * sRate));
    }

    @Test
    void anotherShearWhileRunningMovesTheTheoryAlong() {
        Settings slow = with("particles", "200000", "shear", "0.2", "dt", "0.1");
        try (Experiment experiment = open(slow)) {
            until(experiment, 3);
            experiment.change(slow.with("shear", "0.6"));
            until(experiment, 8);
            Curves.Values stress = curves(observe(experiment), "stress");
            for (int i = 0; i < 4; i++)
                assertThat(stress.simulated()[i]).isCloseTo(stress.theory()[i], within(5 * stress.spread()[i]));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "combined, tagged",
        "dilatation, tagged",
        "shear-dilatation, tagged",
        "cylindrical, gas",
        "combined, gas"
    })
    void otherDeformationsFollowTheirMoments(String flow, String system) {
        Snapshot end = after(3, "particles", "262144", "flow", flow, "system", system, "shear", "0.3", "dt", "0.02");
        Curves.Values stress = curves(end, "stress");
        for (int i = 0; i < 4; i++) assertThat(stress.simulated()[i]).isCloseTo(stress.theory()[i], within(0.02));
    }

    @Test
    void theKurtosisFollowsItsExactMoments() {
        Snapshot end = after(10, "particles", "400000", "shear", "0.25", "dt", "0.1");
        Curves.Values kurtosis = curves(end, "kurtosis");
        for (int i = 0; i < 3; i++) assertThat(kurtosis.simulated()[i]).isCloseTo(kurtosis.theory()[i], within(0.04));
        assertThat(kurtosis.theory()[0]).isGreaterThan(1.05);
    }
}
