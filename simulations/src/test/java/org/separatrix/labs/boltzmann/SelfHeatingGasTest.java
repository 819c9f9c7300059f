package org.separatrix.labs.boltzmann;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.separatrix.labs.Observed.curves;
import static org.separatrix.labs.Observed.fact;
import static org.separatrix.labs.Observed.observe;
import static org.separatrix.labs.Trials.until;
import static org.separatrix.labs.boltzmann.Runs.near;
import static org.separatrix.labs.boltzmann.Runs.open;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.separatrix.lab.Experiment;
import org.separatrix.lab.Snapshot;

/** A gas that heats itself, against the rate of its scheme. */
class SelfHeatingGasTest {
    @ParameterizedTest
    @CsvSource({
        "1, 0.3617, 1.5361, -.5425, .7319, .7319, .0005, .0018, .0011, .0012",
        "5, 1.9317, 2.3235, -.5796, .3383, .3383, .0009, .0020, .0020, .0020"
    })
    void theGasHeatsItselfAtTheSchemesRate(
            double shear,
            double lambda,
            double p11,
            double p12,
            double p22,
            double p33,
            double sLambda,
            double s11,
            double s12,
            double s22) {
        double wider = Math.sqrt(8);
        try (Experiment gas = open("system", "gas", "particles", "65536", "shear", "" + shear / 2)) {
            until(gas, 10);
            double before = fact(observe(gas), "log_temperature").value();
            until(gas, 20);
            Snapshot end = observe(gas);
            double measured = (fact(end, "log_temperature").value() - before) / 10 * 2;
            assertThat(measured).isCloseTo(lambda, within(4 * wider * sLambda));
            near(curves(end, "stress").simulated(), new double[] {p11, p12, p22, p33}, new double[] {
                wider * s11, wider * s12, wider * s22, wider * s22
            });
            assertThat(fact(end, "lambda").value()).isCloseTo(lambda, within(0.02));
            assertThat(fact(end, "lambda_exact").value()).isCloseTo(lambda, within(0.005));
        }
    }

    @Tag("long")
    @Test
    void hardGasesHeatAtTheirSlope() {
        try (Experiment gas = open("system", "gas", "gamma", "1", "shear", "1", "particles", "16384", "dt", "0.02")) {
            until(gas, 20);
            Snapshot early = observe(gas);
            until(gas, 60);
            Snapshot late = observe(gas);
            double slope = (Math.exp(fact(late, "log_temperature").value() / 2)
                            - Math.exp(fact(early, "log_temperature").value() / 2))
                    / (late.time() - early.time());
            assertThat(slope).isCloseTo(.1863, within(4 * .002));
        }
    }
}
