package org.separatrix.labs.boltzmann.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.labs.boltzmann.Reference;

class SecondMomentsTest {
    private static final List<String> STRESS = List.of("P11", "P12", "P22", "P33");
    private static final Scattering EQUAL = Scattering.isotropic(0.5);

    private static double number(Map<String, String> row, String key) {
        return Double.parseDouble(row.get(key));
    }

    private static void relative(double actual, double expected, double tolerance) {
        assertThat(actual).isCloseTo(expected, within(tolerance * Math.max(1, Math.abs(expected))));
    }

    @Test
    void theMomentsInTimeAreThoseOfTheReference() {
        List<Map<String, String>> rows = Reference.table("moments_exact.csv");
        assertThat(rows).hasSizeGreaterThan(300);
        for (Map<String, String> row : rows) {
            boolean tagged = row.get("engine").equals("A");
            double theta = tagged ? number(row, "theta") : 1;
            SecondMoments moments = tagged
                    ? SecondMoments.tagged(
                            number(row, "K"), 1, Scattering.isotropic(number(row, "mu1")), number(row, "theta"))
                    : SecondMoments.gas(number(row, "K"), 1);
            double[] p = moments.after(new double[] {theta, 0, theta, theta}, number(row, "t"));
            for (int i = 0; i < 4; i++) relative(p[i], number(row, STRESS.get(i)), 1e-8);
        }
    }

    @Test
    void theStationaryStressIsTheClosedForm() {
        for (double kappa : new double[] {0.1, 0.5, 1, 1.25}) {
            double p22 = 1 / (1 - 16 * kappa * kappa / 27);
            double[] exact = {p22 * (1 + 32 * kappa * kappa / 9), -4 * kappa / 3 * p22, p22, p22};
            double[] p = SecondMoments.tagged(kappa, 1, EQUAL, 1).stationary();
            for (int i = 0; i < 4; i++) relative(p[i], exact[i], 1e-12);
        }
    }

    @Test
    void theSpectrumAndTheStressAreThoseOfTheReference() {
        for (Map<String, String> row : Reference.table("spectra.csv")) {
            double shear = number(row, "K_or_astar");
            if (row.get("engine").equals("A")) {
                Scattering.Spectrum spectrum = EQUAL.spectrum(shear);
                relative(spectrum.leading(), number(row, "top_eigenvalue"), 1e-9);
                relative(spectrum.pairReal(), number(row, "complex_re"), 1e-9);
                relative(spectrum.pairImaginary(), number(row, "complex_im"), 1e-9);
                if (shear >= EQUAL.energyThreshold()) continue;
                double[] p = SecondMoments.tagged(shear, 1, EQUAL, 1).stationary();
                for (int i = 0; i < 4; i++) relative(p[i], number(row, STRESS.get(i)), 1e-9);
            } else {
                relative(SelfHeating.growth(shear), number(row, "top_eigenvalue"), 1e-9);
                for (int i = 0; i < 4; i++) relative(SelfHeating.stress(shear)[i], number(row, STRESS.get(i)), 1e-9);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 1, 2.5})
    void theSpectrumSolvesTheOperator(double kappa) {
        Scattering heavy = new Scattering(0.7, 0.2, 0.4);
        double c = heavy.decay();
        double b = heavy.spreading();
        var operator = MatrixUtils.createRealMatrix(
                new double[][] {{b - c, -2 * kappa, b, b}, {0, -c, -kappa, 0}, {b, 0, b - c, b}, {b, 0, b, b - c}});
        double leading = java.util.Arrays.stream(new EigenDecompositionNonSymmetric(operator).getEigenvalues())
                .mapToDouble(value -> value.getReal())
                .max()
                .orElseThrow();
        assertThat(heavy.spectrum(kappa).leading()).isCloseTo(leading, within(1e-12));
    }

    @Test
    void theEnergyThresholdIsWhereTheLeadingEigenvalueIsZero() {
        JsonNode thresholds = Reference.tree("thresholds.json");
        thresholds.get("K_2 by mass ratio m/m*").properties().forEach(entry -> {
            double ratio = entry.getKey().equals("1.78078") ? 1.780776 : Double.parseDouble(entry.getKey());
            Scattering scattering = Scattering.ofMassRatio(ratio);
            relative(scattering.energyThreshold(), entry.getValue().asDouble(), 1e-9);
            assertThat(scattering.spectrum(scattering.energyThreshold()).leading())
                    .isCloseTo(0, within(1e-12));
        });
        Scattering axis = new Scattering(0.5, 1.0 / 3, 7.0 / 15);
        relative(
                axis.energyThreshold(),
                thresholds.get("K_2 uniform-omega kernel").asDouble(),
                1e-9);
    }

    @Test
    void theThresholdIsLargestForTheMassRatioOfTheGoldenShare() {
        double best = Scattering.isotropic((1 + Math.sqrt(17)) / 8).energyThreshold();
        assertThat(best).isCloseTo(1.36347, within(1e-5));
        assertThat(Scattering.ofMassRatio(1.7).energyThreshold()).isLessThan(best);
        assertThat(Scattering.ofMassRatio(1.9).energyThreshold()).isLessThan(best);
    }

    @Test
    void theSchemesBiasAndThresholdsAreThoseOfTheReference() {
        JsonNode tree = Reference.tree("thresholds.json");
        tree.get("K_2 of the fixed-step scheme").properties().forEach(entry -> {
            double[] at = numbers(entry.getKey());
            relative(
                    FixedStep.energyThreshold(EQUAL, at[0], (int) at[1]),
                    entry.getValue().asDouble(),
                    1e-9);
        });
        tree.get("relative bias of tr P, fixed step").properties().forEach(entry -> {
            double[] at = numbers(entry.getKey());
            double scheme = trace(
                    FixedStep.tagged(at[0], 1, EQUAL, 1, at[1], (int) at[2]).stationary());
            double exact = trace(SecondMoments.tagged(at[0], 1, EQUAL, 1).stationary());
            relative(scheme / exact - 1, entry.getValue().asDouble(), 1e-9);
        });
        tree.get("B: relative bias of lambda, pairs").properties().forEach(entry -> {
            double[] at = numbers(entry.getKey());
            double scheme = 2 * FixedStep.gas(at[0] / 2, 1, at[1]).growth();
            relative(scheme / SelfHeating.growth(at[0]) - 1, entry.getValue().asDouble(), 1e-9);
        });
    }

    private static double[] numbers(String words) {
        return java.util.regex.Pattern.compile("[0-9]+(\\.[0-9]+)?")
                .matcher(words)
                .results()
                .mapToDouble(match -> Double.parseDouble(match.group()))
                .toArray();
    }

    private static double trace(double[] p) {
        return p[0] + p[2] + p[3];
    }

    @Test
    void theShapeOfTheSchemeIsNearTheExactOne() {
        double[] shape = FixedStep.gas(2.5, 1, 0.05).shape();
        double[] expected = {2.3235, -.5796, .3383, .3383};
        for (int i = 0; i < 4; i++) assertThat(shape[i]).isCloseTo(expected[i], within(1e-4));
    }

    @ParameterizedTest
    @CsvSource({"0.3, 0.097099", "0.5, 0.358232", "1.0, 4.687717"})
    void theEntropyOfTheStationaryStressIsTheKnownOne(double kappa, double entropy) {
        double[] p = SecondMoments.tagged(kappa, 1, EQUAL, 1).stationary();
        assertThat(GaussianEntropy.of(p, 1)).isCloseTo(entropy, within(1e-5));
    }

    @ParameterizedTest
    @CsvSource({"-0.5, 0.723205", "0.5, 1.466612", "1, 2.256758"})
    void theCollisionsAtRestAreTheKnownOnes(double gamma, double rate) {
        assertThat(SelfHeating.meanPower(gamma, 1)).isCloseTo(rate, within(1e-6));
    }

    @Test
    void hardGasesHeatAtTheSonineSlope() {
        assertThat(SelfHeating.hardSlope(1, 1, 1)).isCloseTo(0.1846, within(1e-4));
        assertThat(SelfHeating.hardSlope(1, 1, 0.5)).isCloseTo(0.1771, within(1e-4));
    }
}
