package org.separatrix.labs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Data;
import org.separatrix.lab.GridAxis;
import org.separatrix.lab.Judgement;
import org.separatrix.lab.Laboratory;
import org.separatrix.lab.PhaseDiagram;
import org.separatrix.lab.Recipe;
import org.separatrix.run.Sweep;
import org.separatrix.run.SweepMap;
import org.separatrix.run.SweepPlan;
import org.separatrix.run.SweepRun;

/** What the declared phase diagrams show, by its numbers, at a few of their points. */
class PhaseDiagramTest {
    private static SweepMap map(String laboratory, String diagram, String x, String y, int replicates, String seed) {
        return map(laboratory, diagram, Map.of(), x, y, replicates, seed);
    }

    private static SweepMap map(
            String laboratory,
            String diagram,
            Map<String, String> changed,
            String x,
            String y,
            int replicates,
            String seed) {
        Laboratory found = Laboratory.find(laboratory);
        PhaseDiagram declared = found.diagram(diagram);
        var plan = new SweepPlan(
                found,
                Recipe.of(
                        found,
                        found.standard()
                                .withTexts(declared.settings())
                                .withTexts(changed)
                                .with("seed", seed),
                        Compute.AUTO,
                        Data.NONE),
                Data.NONE,
                GridAxis.parse(x),
                GridAxis.parse(y),
                found.metric(declared.metric()),
                replicates,
                0,
                SweepPlan.stop(declared));
        var sweep = new Sweep(plan);
        new SweepRun(sweep, Runnable::run, 1, (_, _) -> {});
        assertThat(sweep.done()).isTrue();
        return sweep.map();
    }

    private static double at(SweepMap map, int column, int row) {
        return map.at(column, row).orElseThrow().mean();
    }

    @Test
    void softPotentialsLetTheBulkRunAwayAndHardOnesHoldIt() {
        SweepMap map = map("boltzmann-shear", "hardness", "gamma=-0.5:0.5:3", "shear=0.5:2:2", 1, "1");

        assertThat(at(map, 0, 0)).isCloseTo(0.26, within(0.07));
        assertThat(at(map, 1, 0)).isCloseTo(0.08, within(0.05));
        assertThat(at(map, 2, 0)).isCloseTo(0.03, within(0.05));
        assertThat(at(map, 0, 1)).isCloseTo(4.73, within(0.35));
        assertThat(at(map, 1, 1)).isCloseTo(0.75, within(0.12));
        assertThat(at(map, 2, 1)).isCloseTo(0.26, within(0.06));
    }

    @Test
    void theTemperatureRunsAwayAboveTheCriticalShearOfItsMassRatio() {
        SweepMap map = map("boltzmann-shear", "critical-shear", "mass=0.3:3:2", "shear=0.5:2.5:2", 1, "1");

        for (int column = 0; column < 2; column++) {
            assertThat(at(map, column, 0)).isLessThan(20);
            assertThat(at(map, column, 1)).isGreaterThan(1000);
        }
    }

    @Test
    void theScaleOfTheStartAloneNeverMakesLearningLazy() {
        SweepMap map = map("deep-linear", "lazy-rich", "p=0.01:10:4:log", "lambda=0:3:2", 8, "1");

        for (int column = 0; column < 4; column++)
            assertThat(at(map, column, 0)).isCloseTo(0.278, within(0.04));
        double[] imbalanced = {0.0044, 0.0044, 0.0097, 0.082};
        for (int column = 0; column < 4; column++)
            assertThat(at(map, column, 1)).isCloseTo(imbalanced[column], withinPercentage(40));
    }

    @Test
    void imbalanceMakesLearningLazyWhateverTheScaleOfTheStart() {
        SweepMap map = map("deep-linear", "lazy-rich", "p=0.01:1:2", "lambda=1:10:2", 8, "1");

        assertThat(at(map, 0, 0)).isCloseTo(0.0538, within(0.012));
        assertThat(at(map, 1, 0)).isCloseTo(0.091, within(0.03));
        assertThat(at(map, 0, 1)).isCloseTo(fromSmallStart(10), withinPercentage(20));
        assertThat(at(map, 1, 1)).isCloseTo(2e-4, within(6e-5));
    }

    /** The mean distance of the kernel in the limit of a small start: 1 - M / sqrt(M&sup2; + v/2). */
    private static double fromSmallStart(double lambda) {
        double[] rates = DoubleStream.of(1.5, 1.2, 0.8, 0.5, 0, 0, 0, 0)
                .map(s -> Math.sqrt(lambda * lambda + 4 * s * s))
                .toArray();
        double mean = Arrays.stream(rates).average().orElseThrow();
        double variance = Arrays.stream(rates)
                .map(rate -> (rate - mean) * (rate - mean))
                .average()
                .orElseThrow();
        return 1 - mean / Math.sqrt(mean * mean + variance / 2);
    }

    @Test
    void largeGaussianWeightsAreLazyAndWideLayersMoreSo() {
        SweepMap map = map("deep-linear", "gaussian", "sigma=0.01:0.3:2", "hidden=8:32:2", 3, "1");

        assertThat(at(map, 0, 0)).isCloseTo(0.352, within(0.09));
        assertThat(at(map, 0, 1)).isCloseTo(0.235, within(0.06));
        assertThat(at(map, 1, 0)).isCloseTo(0.153, within(0.08));
        assertThat(at(map, 1, 1)).isCloseTo(0.005, within(0.004));
    }

    @Test
    void theTimeToLearnGrowsTowardsTheSeparatrixAndIsTheSameOnBothSides() {
        SweepMap map = map("deep-linear", "separatrix", "start_a=-1.5:1.5:7", "start_b=0.5:1:2", 1, "1");

        // On the row b = 1, starts a = -1.5, -0.5, 0 lie at distances 0.5, 0.5 and 1 from the separatrix.
        assertThat(at(map, 2, 1)).isGreaterThan(at(map, 3, 1));
        assertThat(at(map, 0, 1)).isCloseTo(at(map, 2, 1), within(0.5));
        assertThat(map.at(1, 1).orElseThrow().why()).isEqualTo("half learned at the start, or never");
    }

    @Test
    void trainingForLongCostsMostWhereThereAreAsManySamplesAsInputs() {
        SweepMap map = map("deep-linear", "overtraining", "alpha=0.25:4:3:log", "sigma_eps2=0.01:1:2", 1, "1");

        for (int row = 0; row < 2; row++) {
            assertThat(at(map, 0, row)).isBetween(1.0, 1.3);
            assertThat(at(map, 1, row)).isGreaterThan(2);
            assertThat(at(map, 2, row)).isBetween(1.0, 1.3);
        }
        assertThat(at(map, 1, 1)).isGreaterThan(at(map, 1, 0));
    }

    @Test
    void theDelayGrowsWithTheOutputScaleAndShrinksWithSamples() {
        SweepMap map = map("grokking", "lazy-and-little", "alpha=0.25:4:2", "samples=132:288:2", 12, "0");

        assertThat(at(map, 0, 0)).isCloseTo(0.55, within(0.12));
        assertThat(at(map, 1, 0)).isCloseTo(0.79, within(0.12)).isGreaterThan(at(map, 0, 0));
        assertThat(at(map, 0, 1)).isLessThan(at(map, 0, 0));
        assertThat(at(map, 1, 1)).isLessThan(at(map, 1, 0));
    }

    @Test
    void takingTheFirstAnswersAwayMakesTheDelayLonger() {
        String x = "alpha=1:2:2";
        String y = "samples=132:200:2";
        SweepMap uncentred = map("grokking", "lazy-and-little", x, y, 6, "0");
        SweepMap centred = map("grokking", "lazy-and-little", Map.of("centred", "on"), x, y, 6, "0");

        for (int column = 0; column < 2; column++)
            for (int row = 0; row < 2; row++)
                assertThat(at(centred, column, row)).isGreaterThan(at(uncentred, column, row));
    }

    @Test
    void curvatureShortensTheDelayInTimeManyTimesOver() {
        SweepMap map = map("grokking", "lazy-and-misaligned", "alpha=1:4:2", "eps=0.05:1:2", 3, "0");

        for (int column = 0; column < 2; column++)
            assertThat(at(map, column, 0)).isGreaterThan(5 * at(map, column, 1));
        for (int row = 0; row < 2; row++) assertThat(at(map, 1, row)).isGreaterThan(2 * at(map, 0, row));
    }

    @Test
    void whetherTheTestLossFallsDependsOnTheSamplesAndWhenOnTheCurvature() {
        SweepMap map = map("grokking", "misaligned-and-little", "eps=0.05:1:2", "samples=48:132:2", 3, "0");

        for (int column = 0; column < 2; column++)
            assertThat(map.at(column, 0).orElseThrow().why()).isEqualTo("never grokked");
        assertThat(at(map, 0, 1)).isGreaterThan(5 * at(map, 1, 1));
    }

    /** The limit of the start is P/λmax = 21.7; for α = 0.25 the learned kernel bears no more than 9. */
    @Test
    void stepsBeyondTheLimitOfTheStartDivergeAndRichRunsWanderBelowItAlready() {
        SweepMap lazy = map("grokking", "step-size", "eta0=17.6:26:2", "alpha=1:4:2", 1, "0");
        for (int row = 0; row < 2; row++) {
            assertThat(at(lazy, 0, row)).isLessThan(0.01);
            assertThat(lazy.at(1, row).orElseThrow().why()).startsWith("diverged: ");
        }

        SweepMap rich = map("grokking", "step-size", "eta0=5.87:17.6:2", "alpha=0.25:1:2", 4, "0");
        assertThat(at(rich, 0, 0)).isLessThan(0.01);
        assertThat(at(rich, 1, 1)).isLessThan(0.01);
        for (int r = 0; r < 4; r++) {
            switch (rich.at(1, 0, r).orElseThrow().judgement()) {
                case Judgement.Value(double loss) -> assertThat(loss).isGreaterThan(0.02);
                case Judgement.Missing(String why) -> assertThat(why).startsWith("diverged: ");
            }
        }
    }

    @Test
    void twoSamplesADimensionAreFittedAndNeverUnderstood() {
        SweepMap map = map("grokking", "lazy-and-little", "alpha=0.5:1:2", "samples=48:60:2", 2, "0");

        assertThat(map.at(0, 0).orElseThrow().why()).isEqualTo("never grokked");
        assertThat(map.at(1, 0).orElseThrow().judged()).isFalse();
    }

    @Test
    void asManyUsersConvergeAsWereCountedByAnotherProgram() {
        SweepMap map = map("water-filling", "users", "alpha=0.1:1:2", "users=4:8:2", 100, "0");

        assertThat(at(map, 0, 0)).isCloseTo(0.91, within(0.03));
        assertThat(at(map, 1, 0)).isCloseTo(0.03, within(0.03));
        assertThat(at(map, 0, 1)).isCloseTo(0.63, within(0.03));
        assertThat(at(map, 1, 1)).isZero();
    }

    @Test
    void relaxingCuresTheCycleUpToAPlateau() {
        SweepMap map = map("water-filling", "relaxation", "alpha=0.5:1:2", "lambda=0.5:1:2", 100, "0");
        assertShares(map, 0, 0.87, 0.66);
        assertShares(map, 1, 0.13, 0.03);
    }

    @Test
    void aboveTwentyDecibelsOnlyInterferenceCounts() {
        SweepMap map = map("water-filling", "noise", "alpha=0.2:1:2", "snr_db=0:40:3", 100, "0");

        assertShares(map, 0, 0.96, 0.14);
        assertShares(map, 1, 0.59, 0.02);
        assertShares(map, 2, 0.59, 0.02);
    }

    @Test
    void newsThatAreAlwaysAsOldTakeBackWhatRelaxingHasWon() {
        SweepMap map = map("water-filling", "staleness", "alpha=0.2:1:2", "d=0:8:2", 100, "0");

        assertShares(map, 0, 0.98, 0.66);
        assertShares(map, 1, 0.73, 0.05);
    }

    /** The shares along a row, as they were counted by another program over the same number of channels. */
    private static void assertShares(SweepMap map, int row, double... shares) {
        for (int column = 0; column < shares.length; column++)
            assertThat(at(map, column, row)).isCloseTo(shares[column], within(0.03));
    }
}
