package org.separatrix.labs.boltzmann;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.io.DataFile;
import org.separatrix.lab.Cloud;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Curves;
import org.separatrix.lab.Data;
import org.separatrix.lab.Experiment;
import org.separatrix.lab.Facts;
import org.separatrix.lab.InvalidSetting;
import org.separatrix.lab.Observable;
import org.separatrix.lab.Settings;
import org.separatrix.lab.Snapshot;
import org.separatrix.lab.SnapshotBuilder;
import org.separatrix.lab.Status;

/** Whole experiments against the exact moments and the numbers that the theory, or a longer simulation, predicts. */
class BoltzmannLaboratoryTest {
    private static final Compute TWO = Compute.AUTO.onThreads(2);

    private final BoltzmannLaboratory laboratory = new BoltzmannLaboratory();

    private Settings with(String... pairs) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) texts.put(pairs[i], pairs[i + 1]);
        return laboratory.standard().withTexts(texts);
    }

    private static Snapshot observe(Experiment experiment) {
        var out = new SnapshotBuilder(true);
        experiment.observe(out);
        return out.build(0, experiment.time(), experiment.status());
    }

    private static void until(Experiment experiment, double time) {
        while (experiment.time() < time * (1 - 1e-9) && !experiment.status().over()) experiment.advance();
    }

    private Snapshot after(double time, String... pairs) {
        try (Experiment experiment = laboratory.open(with(pairs), Data.NONE, TWO)) {
            until(experiment, time);
            return observe(experiment);
        }
    }

    private static Curves.Values curves(Snapshot snapshot, String key) {
        for (Observable<?> observable : snapshot.observables())
            if (observable instanceof Curves curves && curves.key().equals(key))
                return snapshot.get(curves).orElseThrow();
        throw new IllegalArgumentException(key);
    }

    private static Facts.Fact fact(Snapshot snapshot, String key) {
        return snapshot.get(new Facts("now", "Now")).orElseThrow().facts().stream()
                .filter(fact -> fact.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static void near(double[] actual, double[] expected, double[] sigma) {
        for (int i = 0; i < expected.length; i++) assertThat(actual[i]).isCloseTo(expected[i], within(4 * sigma[i]));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tagged-order1-maxwell",
                "tagged-order1-hard",
                "tagged-order1-soft",
                "tagged-order2-maxwell",
                "tagged-order2-hard",
                "tagged-order2-soft",
                "gas-maxwell",
                "gas-hard",
                "gas-soft"
            })
    void aGivenStartFollowsItsReferenceCase(String name) {
        Path folder = Path.of("src/test/resources/boltzmann/cases").resolve(name);
        JsonNode expected = Reference.tree("cases/" + name + "/expected.json");
        DataFile file = DataFile.read(folder, laboratory);
        Settings settings = laboratory.fit(laboratory.standard().withTexts(file.settings()), file.data());
        try (Experiment experiment = laboratory.open(settings, file.data(), Compute.AUTO)) {
            for (int step = 0; step < expected.get("steps").asInt(); step++) experiment.advance();
            Snapshot end = observe(experiment);
            Cloud cloud = (Cloud) end.observables().stream()
                    .filter(observable -> observable.key().equals("particles"))
                    .findFirst()
                    .orElseThrow();
            double[] v = end.get(cloud).orElseThrow().points().getFirst();
            for (int i = 0; i < v.length; i++) {
                double known = expected.get("v").get(i / 3).get(i % 3).asDouble();
                assertThat(v[i]).isCloseTo(known, within(1e-10 * Math.max(1, Math.abs(known))));
            }
            assertThat(curves(end, "collisions").simulated()[0])
                    .isCloseTo(expected.get("collisions").asDouble(), within(1e-12));
        }
    }

    @Test
    void theStressFollowsItsExactMoments() {
        try (Experiment experiment =
                laboratory.open(with("particles", "400000", "shear", "0.3", "dt", "0.1"), Data.NONE, TWO)) {
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
    void softCollisionsFollowTheirClock() {
        clock(50_000, 2);
    }

    @Tag("long")
    @Test
    void manySoftParticlesFollowTheirClockMoreClosely() {
        clock(200_000, 1);
    }

    private void clock(int particles, double sigmas) {
        double sigma = Math.sqrt(2) * sigmas * .007;
        try (Experiment experiment = laboratory.open(
                with(
                        "particles",
                        "" + particles,
                        "gamma",
                        "-0.5",
                        "shear",
                        "5",
                        "method",
                        "events",
                        "clock",
                        "growing",
                        "dt",
                        "1",
                        "epsilon",
                        "9"),
                Data.NONE,
                TWO)) {
            double[][] known = {{1e3, 6.298}, {1e6, 7.375}, {1e24, 9.395}, {1e48, 10.397}};
            for (double[] row : known) {
                until(experiment, row[0]);
                Snapshot now = observe(experiment);
                assertThat(now.time()).isCloseTo(row[0], within(1e-6 * row[0]));
                assertThat(curves(now, "collisions").simulated()[0]).isCloseTo(row[1], within(4 * sigma));
                if (row[0] == 1e6)
                    assertThat(curves(now, "exponents").simulated()[1] * Math.log(row[0]))
                            .isCloseTo(20.11, within(4 * sigmas * .05));
            }
            Snapshot end = observe(experiment);
            assertThat(fact(end, "pace").value()).isCloseTo(1 / Math.log(2), within(0.05));
            // The band of exponents, 1 to 2, is filled by the theory's law.
            Curves.Values exponents = curves(end, "exponents");
            for (int i = 0; i < 3; i++)
                assertThat(exponents.simulated()[i]).isCloseTo(exponents.theory()[i], within(0.03));
        }
    }

    @Test
    void softerCollisionsFreeze() {
        Snapshot end = after(
                1e4,
                "particles",
                "100000",
                "gamma",
                "-1.5",
                "shear",
                "2",
                "method",
                "events",
                "clock",
                "growing",
                "dt",
                "1",
                "epsilon",
                "9");
        assertThat(curves(end, "collisions").simulated()[0]).isCloseTo(2.489, within(4 * .009));
    }

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
        try (Experiment gas =
                laboratory.open(with("system", "gas", "particles", "65536", "shear", "" + shear / 2), Data.NONE, TWO)) {
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

    @Test
    void theMeasuredThresholdsBracketTheExactOnes() {
        // The energy of the mean grows above 1.299 and falls below; the median speed does so at 3.804 only.
        double[] below = energies("1.1");
        assertThat(below[1]).isCloseTo(below[0], within(0.2 * below[0]));
        double[] above = energies("1.5");
        assertThat(above[1]).isGreaterThan(1.5 * above[0]);
        assertThat(above[3]).isCloseTo(above[2], within(0.1 * above[2]));
        double[] beyond = energies("4.6");
        assertThat(beyond[3]).isGreaterThan(3 * beyond[2]);
    }

    /** Mean and bulk temperature of the theory and of the particles, at times 30 and 60. */
    private double[] energies(String shear) {
        try (Experiment experiment =
                laboratory.open(with("particles", "65536", "shear", shear, "dt", "0.1"), Data.NONE, TWO)) {
            until(experiment, 30);
            Curves.Values early = curves(observe(experiment), "temperature");
            until(experiment, 60);
            Curves.Values late = curves(observe(experiment), "temperature");
            return new double[] {early.theory()[0], late.theory()[0], early.simulated()[1], late.simulated()[1]};
        }
    }

    @Test
    void anotherShearWhileRunningMovesTheTheoryAlong() {
        Settings slow = with("particles", "200000", "shear", "0.2", "dt", "0.1");
        try (Experiment experiment = laboratory.open(slow, Data.NONE, TWO)) {
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

    @Test
    void everyPresetGoesOnWithoutLeavingTheNumbers() {
        laboratory.presets().forEach(preset -> {
            try (Experiment experiment = laboratory.open(laboratory.settings(preset), Data.NONE, TWO)) {
                for (int i = 0; i < 20; i++) experiment.advance();
                Snapshot now = observe(experiment);
                assertThat(now.status()).as(preset.key()).isNotInstanceOf(Status.Diverged.class);
                assertThat(now.observables())
                        .as(preset.key())
                        .hasSize(laboratory
                                .observables(laboratory.settings(preset))
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
        try (Experiment experiment =
                laboratory.open(with("particles", "400000", "shear", "2", "dt", "0.05"), Data.NONE, TWO)) {
            double[] medians = new double[2];
            for (int i = 0; i < 2; i++) {
                until(experiment, 30 + 15 * i);
                double[] x = ((ShearExperiment) experiment).velocities().x().clone();
                for (int k = 0; k < x.length; k++) x[k] = Math.log(Math.abs(x[k]));
                java.util.Arrays.sort(x);
                medians[i] = x[x.length / 2];
            }
            assertThat(medians[0]).isCloseTo(.942, within(.04));
            assertThat(medians[1]).isCloseTo(.960, within(.04));
            assertThat(medians[1] - medians[0]).isBetween(-.03, .03);
            assertThat(curves(observe(experiment), "temperature").theory()[0]).isCloseTo(83594, within(0.01 * 83594));
        }
    }

    @Tag("long")
    @Test
    void softParticlesEscapeAtTheirRate() {
        try (Experiment experiment = laboratory.open(
                with("particles", "32768", "gamma", "-0.5", "shear", "0.7", "method", "events", "dt", "50"),
                Data.NONE,
                TWO)) {
            until(experiment, 100);
            double early = curves(observe(experiment), "trapped").simulated()[0];
            until(experiment, 700);
            double late = curves(observe(experiment), "trapped").simulated()[0];
            assertThat(Math.log(early / late) / 600).isCloseTo(3.095e-3, within(0.05 * 3.095e-3));
        }
    }

    @Tag("long")
    @Test
    void softerCollisionsFreezeAtTheirNumber() {
        Snapshot end = after(
                1e4,
                "particles",
                "2000000",
                "gamma",
                "-1.5",
                "shear",
                "2",
                "method",
                "events",
                "clock",
                "growing",
                "dt",
                "1",
                "epsilon",
                "9");
        assertThat(curves(end, "collisions").simulated()[0]).isCloseTo(2.489, within(4 * .002));
    }

    @Tag("long")
    @Test
    void hardGasesHeatAtTheirSlope() {
        try (Experiment gas = laboratory.open(
                with("system", "gas", "gamma", "1", "shear", "1", "particles", "16384", "dt", "0.02"),
                Data.NONE,
                TWO)) {
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
