package org.separatrix.labs.waterfilling.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.separatrix.compute.LinearAlgebra.Eigenvalues;
import org.separatrix.compute.Matrix;

/** Rates, conditions and stability of every reference case. */
class ReferenceTheoryTest {
    static List<String> cases() {
        return Reference.ALL;
    }

    private static void close(double actual, double expected, double relative) {
        assertThat(actual).isCloseTo(expected, within(relative * Math.max(1, Math.abs(expected))));
    }

    private static void close(double[] actual, double[] expected, double relative) {
        for (int i = 0; i < expected.length; i++) close(actual[i], expected[i], relative);
        assertThat(actual).hasSameSizeAs(expected);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void ratesLevelsAndResidualAtTheEquilibrium(String name) {
        Reference reference = Reference.read(name);
        BestResponses there = Games.responses(reference.game());
        double[] p = reference.equilibrium("p");
        there.to(p);
        assertThat(there.residual()).isLessThan(1e-12);
        close(there.floors(), reference.equilibrium("floor"), 1e-10);
        close(there.levels(), reference.equilibrium("mu"), 1e-10);
        double[] rates = new double[reference.users()];
        double[] regrets = new double[reference.users()];
        for (int k = 0; k < rates.length; k++) {
            rates[k] = there.rate(p, k);
            regrets[k] = there.regret(p, k);
        }
        close(rates, reference.equilibrium("rates_bits"), 1e-10);
        assertThat(regrets).containsExactly(reference.equilibrium("regret_bits"), within(1e-12));
        close(there.sumRate(p), reference.equilibrium("sum_rate_bits")[0], 1e-10);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theConditionsAreThoseOfTheReference(String name) {
        Reference reference = Reference.read(name);
        Certificates certificates = Certificates.of(reference.game(), Reference.ALONE);
        close(certificates.peak().s().values(), reference.theories("S_max"), 1e-12);
        close(certificates.centred().s().values(), reference.theories("S_cen"), 1e-10);
        close(certificates.peak().radius(), reference.theory("rho_S_max"), 1e-10);
        close(certificates.centred().radius(), reference.theory("rho_S_cen"), 1e-10);
        close(certificates.refined().radius(), reference.theory("rho_S_refined"), 1e-10);
        close(certificates.peak().sweepRadius(1), reference.theory("rho_GS_S_max"), 1e-6);
        close(certificates.peak().weights(), reference.theories("perron_w"), 1e-6);
        close(certificates.peak().rowDominance(), reference.theory("row_dominance"), 1e-12);
        close(certificates.peak().columnDominance(), reference.theory("column_dominance"), 1e-12);
        close(certificates.toneNorm(), reference.theory("tone_norm"), 1e-10);
        close(certificates.monotoneMargin(), reference.theory("monotone_margin"), 1e-10);
        assertThat(certificates.weightedToneNorm())
                .isLessThanOrEqualTo(certificates.peak().radius() * (1 + 1e-9));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theNeighbourhoodOfTheEquilibriumIsThatOfTheReference(String name) {
        Reference reference = Reference.read(name);
        LocalStability local = LocalStability.at(reference.game(), reference.equilibrium("p"), Reference.ALONE);
        close(local.simultaneous(1), reference.theory("rho_J_simultaneous"), 1e-6);
        close(local.sequential(1, false), reference.theory("rho_J_sequential"), 1e-6);
        close(local.dampingLimit(), reference.theory("damping_limit"), 1e-6);
        close(local.bestRelaxation(), reference.theory("damping_best"), 1e-6);
        close(local.simultaneous(local.bestRelaxation()), reference.theory("damping_best_factor"), 1e-6);
        List<double[]> left = nonzero(local.eigenvalues());
        double[] expected = reference.theories("eig_J");
        assertThat(left).hasSize(expected.length / 2);
        for (int i = 0; i < expected.length; i += 2) {
            double[] wanted = {expected[i], expected[i + 1]};
            double[] nearest = left.stream()
                    .min((a, b) -> Double.compare(distance(a, wanted), distance(b, wanted)))
                    .orElseThrow();
            assertThat(distance(nearest, wanted)).isLessThan(1e-6);
            left.remove(nearest);
        }
    }

    private static List<double[]> nonzero(Eigenvalues eigenvalues) {
        List<double[]> all = new ArrayList<>();
        for (int i = 0; i < eigenvalues.real().length; i++) {
            double[] value = {eigenvalues.real()[i], eigenvalues.imaginary()[i]};
            if (Math.hypot(value[0], value[1]) > 1e-7) all.add(value);
        }
        return all;
    }

    private static double distance(double[] a, double[] b) {
        return Math.hypot(a[0] - b[0], a[1] - b[1]);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theCentredNormLiesBetweenTheTwoLargestCouplings(String name) {
        Links links = Links.of(Reference.read(name).channel());
        Matrix centred = links.centred();
        for (int k = 0; k < links.users(); k++)
            for (int j = 0; j < links.users(); j++) {
                int receiver = k;
                int sender = j;
                double[] sorted = java.util.stream.IntStream.range(0, links.tones())
                        .mapToDouble(n -> links.get(receiver, sender, n))
                        .sorted()
                        .toArray();
                assertThat(centred.get(k, j)).isBetween(sorted[sorted.length - 2], sorted[sorted.length - 1]);
            }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void equalPowerIsWorthWhatTheReferenceSays(String name) {
        Reference reference = Reference.read(name);
        Game game = reference.game();
        Welfare welfare = new Welfare(game, Reference.ALONE);
        double[] equal = Games.starts(game).equal();
        close(welfare.rates(equal), Reference.numbers(reference.json().at("/equal_power/rates_bits")), 1e-10);
        assertThat(Arrays.stream(equal).sum())
                .isCloseTo(Arrays.stream(game.budgets()).sum(), within(1e-12));
    }
}
