package org.separatrix.labs.waterfilling.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalStabilityTest {
    private static LocalStability threeSymmetric() {
        Reference reference = Reference.read("three-symmetric");
        return LocalStability.at(reference.game(), reference.equilibrium("p"), Reference.ALONE);
    }

    @Test
    void threeAlikeAreStableBelowFiveSixths() {
        LocalStability local = threeSymmetric();
        double[] real = local.eigenvalues().real().clone();
        Arrays.sort(real);
        assertThat(real)
                .containsExactly(new double[] {-1.4, -1.4, -1.4, 0, 0, 0, .7, .7, .7, .7, .7, .7}, within(1e-9));
        assertThat(local.dampingLimit()).isCloseTo(5.0 / 6, within(1e-9));
        assertThat(local.bestRelaxation()).isCloseTo(0.740741, within(1e-6));
        assertThat(local.simultaneous(local.bestRelaxation())).isCloseTo(0.777778, within(1e-6));
        assertThat(local.simultaneous(0.6)).isCloseTo(0.82, within(1e-9));
        assertThat(local.sequential(1, false)).isCloseTo(0.58566, within(1e-5));
        assertThat(local.sequential(1, true)).isCloseTo(0.58566, within(1e-5));
    }

    @ParameterizedTest
    @CsvSource({"0, 0.82", "1, 0.91652", "2, 1.00765"})
    void staleNewsUndoesRelaxation(int delay, double factor) {
        assertThat(threeSymmetric().delayed(0.6, delay, 1, false)).isCloseTo(factor, within(1e-5));
    }

    @ParameterizedTest
    @CsvSource({"0, 0.8333333", "1, 0.7142857", "2, 0.5798126", "4, 0.4039376", "8, 0.2450763"})
    void theLimitOfRelaxationFallsWithTheDelay(int delay, double limit) {
        assertThat(threeSymmetric().dampingLimit(delay)).isCloseTo(limit, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0, 0.850", "1, 1, 0.837"})
    void randomTurnsAndRandomDelaysAverageTheOvershootOut(double updating, int delay, double mean) {
        assertThat(threeSymmetric().delayed(1, delay, updating, true)).isCloseTo(mean, within(1e-3));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, 1",
        "1, 8, 1",
        "0.7, 0, 1.8571",
        "0.7, 1, 1.4286",
        "0.7, 2, 1.2303",
        "0.7, 4, 1.0970",
        "0.7, 8, 1.0333",
        "0.5, 0, 3",
        "0.5, 1, 2",
        "0.5, 2, 1.5616",
        "0.5, 4, 1.2555",
        "0.5, 8, 1.0951",
        "0.3, 2, 2.3649",
        "0.2, 4, 2.2304",
        "0.1, 0, 19",
        "0.1, 1, 10",
        "0.1, 2, 6.4659",
        "0.1, 4, 3.9435",
        "0.1, 8, 2.4325"
    })
    void theCriticalOvershootIsThatOfTheTable(double lambda, int delay, double overshoot) {
        assertThat(LocalStability.delayedFactor(-overshoot, 0, lambda, delay, false))
                .isCloseTo(1, within(1e-4));
        assertThat(LocalStability.criticalOvershoot(lambda, delay)).isCloseTo(overshoot, withinPercentage(0.01));
        double[] boundary = LocalStability.stabilityBoundary(lambda, delay, 100_000);
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < boundary.length; i += 2)
            nearest = Math.min(nearest, Math.hypot(boundary[i] + overshoot, boundary[i + 1]));
        assertThat(nearest).isLessThan(1e-3 * overshoot);
    }

    @Test
    void aComplexModeHasTheRootOfItsOwnEquation() {
        // z^2 = (1 - s) z + s nu, solved by hand for s = 0.5, nu = 2i.
        double re = 0.25;
        double discriminantRe = 0.0625;
        double discriminantIm = 1;
        double modulus = Math.hypot(discriminantRe, discriminantIm);
        double rootRe = Math.sqrt((modulus + discriminantRe) / 2);
        double rootIm = Math.sqrt((modulus - discriminantRe) / 2);
        assertThat(LocalStability.delayedFactor(0, 2, 0.5, 1, false))
                .isCloseTo(Math.hypot(re + rootRe, rootIm), within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"2, 0.3", "3, 0.3", "5, 0.2", "4, 0.6"})
    void aFlatChannelIsStableBelowOneOverTheOthers(int users, double alpha) {
        Game game = Games.flat(users, 6, alpha, 0.1, 6);
        LocalStability local = LocalStability.at(game, Games.starts(game).equal(), Reference.ALONE);
        assertThat(local.simultaneous(1)).isCloseTo(Math.max(alpha, (users - 1) * alpha), within(1e-9));
        assertThat(local.dampingLimit()).isCloseTo(2 / (1 + (users - 1) * alpha), within(1e-9));
        Certificates tight = Certificates.of(game, Reference.ALONE);
        double threshold = (users - 1) * alpha;
        assertThat(tight.peak().radius()).isCloseTo(threshold, within(1e-9));
        assertThat(tight.centred().radius()).isCloseTo(threshold, within(1e-9));
        assertThat(tight.toneNorm()).isCloseTo(threshold, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"1.2, 0.6452", "1.5, 0.2857", "1.9, 0.0369"})
    void rockPaperScissorsIsDampedBelowItsLimit(double alpha, double limit) {
        Game game = Games.cyclic(alpha);
        LocalStability local = LocalStability.at(game, Games.starts(game).equal(), Reference.ALONE);
        assertThat(local.dampingLimit()).isCloseTo(limit, within(1e-4));
        assertThat(local.sequential(1, false)).isCloseTo(Math.pow(alpha, 1.5), within(1e-9));
        assertThat(local.sequential(1, true)).isCloseTo(Math.pow(alpha, 3), within(1e-9));
        assertThat(local.simultaneous(1)).isCloseTo(alpha, within(1e-9));
    }

    @Test
    void beyondTwoNothingHelpsRockPaperScissors() {
        Game game = Games.cyclic(2.2);
        LocalStability local = LocalStability.at(game, Games.starts(game).equal(), Reference.ALONE);
        assertThat(local.dampingLimit()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1, 0.04136", "0.3, 0.01728", "0.1, 0.00946"})
    void theNoiseFloorIsThatOfTheReferenceInstance(double lambda, double floor) {
        Game game = Games.rayleigh(4, 4, 16, 0.1, 10);
        LocalStability local = LocalStability.at(game, Games.equilibrium(game), Reference.ALONE);
        assertThat(local.noiseFloor(lambda, 0.01)).isCloseTo(floor, within(1e-5));
    }

    @ParameterizedTest
    @CsvSource({"0, 0.15, 0.614", "5, 0.15, 1.044"})
    void someEquilibriaOfTheSamePresetAttractAndSomeDoNot(long seed, double alpha, double radius) {
        Game game = Games.rayleigh(seed, 4, 16, alpha, 10);
        Equilibria search = new Equilibria(game, Reference.ALONE);
        java.util.List<double[]> starts = new java.util.ArrayList<>();
        starts.add(Games.starts(game).equal());
        for (int i = 1; i < 60; i++) starts.add(Games.starts(game).random(i));
        assertThat(search.fromAll(starts))
                .anySatisfy(p -> assertThat(
                                LocalStability.at(game, p, Reference.ALONE).simultaneous(1))
                        .isCloseTo(radius, within(1e-3)));
    }

    @Test
    void aToneAtTheEdgeOfUseIsTold() {
        Game game = Games.on(new double[] {1, 1, 1}, 1, 3, 1, 1, 1);
        double[] noise = {1, 1.5, 4};
        Game edge = new Game(game.links(), 1, noise, new double[] {0.5}, game.caps());
        assertThat(LocalStability.at(edge, new double[] {0.5, 0, 0}, Reference.ALONE)
                        .degenerate())
                .isTrue();
        Game clear = new Game(game.links(), 1, noise, new double[] {0.4}, game.caps());
        assertThat(LocalStability.at(clear, new double[] {0.4, 0, 0}, Reference.ALONE)
                        .degenerate())
                .isFalse();
    }
}
