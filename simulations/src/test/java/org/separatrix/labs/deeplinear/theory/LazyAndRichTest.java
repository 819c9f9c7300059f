package org.separatrix.labs.deeplinear.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.compute.Matrix;

/** How far features move, and where the exact solution may stand in for a simulation. */
class LazyAndRichTest {
    private static final double[] RANK_FOUR = {1.5, 1.2, .8, .5, 0, 0, 0, 0};

    /** The distance that the kernel of an 8-8-8 network turns in infinite time. */
    private static double turned(double lambda, double product, long seed) {
        Matrix syx = Target.prescribed(8, 8, RANK_FOUR, seed).moment();
        List<Matrix> w = InitialWeights.balanced(8, 8, 8, lambda, product, seed);
        StackedFactor limit = new BalancedMatrixSolution(syx, lambda).limit(8);
        return StackedFactor.of(w.get(0), w.get(1)).kernel().distance(limit.kernel());
    }

    @ParameterizedTest
    @CsvSource({
        "0, .01, .278, .025", "0, 10, .278, .025", ".3, .01, .149, .002", ".3, 1, .207, .02", ".3, 10, .215, .02",
        "1, .01, .0538, .001", "1, 1, .091, .01", "1, 10, .131, .015", "3, .01, .0044, .0001", "3, 10, .082, .01",
        "10, .01, .0001, .00005", "10, 10, .043, .005", "-3, .1, .0044, .0001"
    })
    void turnsItsKernelLessTheMoreItIsImbalanced(double lambda, double product, double distance, double error) {
        double mean = IntStream.range(0, 40)
                .mapToDouble(seed -> turned(lambda, product, seed))
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(distance, within(error));
    }

    @Test
    void turnsItsKernelAsFarAtEveryScaleOfBalancedWeights() {
        for (double product : new double[] {.01, .1, 1, 10})
            assertThat(turned(0, product, 3)).isCloseTo(turned(0, 1e-4, 3), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {.5, 2})
    void turnsItsKernelByTheSpreadOfTheRatesFromSmallWeights(double lambda) {
        double[] s = {1.7, 1.2, .9, .5};
        double[] rates = Arrays.stream(s).map(z -> Math.hypot(lambda, 2 * z)).toArray();
        double mean = Arrays.stream(rates).average().orElseThrow();
        double variance = Arrays.stream(rates).map(z -> (z - mean) * (z - mean)).sum() / 4;
        List<Matrix> w = InitialWeights.balanced(4, 4, 4, lambda, 1e-7, 1);
        StackedFactor limit =
                new BalancedMatrixSolution(Target.prescribed(4, 4, s, 1).moment(), lambda).limit(4);
        assertThat(StackedFactor.of(w.get(0), w.get(1)).kernel().distance(limit.kernel()))
                .isCloseTo(1 - mean / Math.sqrt(mean * mean + variance / 2), within(1e-10));
    }

    @Test
    void becomesRichLateWhereTheLargeLayerSpansTooLittle() {
        double[] s = {1.6, 1.3, 1, .8};
        int seeds = 60;
        double step = .05;
        double[] turnedAt = new double[seeds];
        double[] fittedAt = new double[seeds];
        for (int seed = 0; seed < seeds; seed++) {
            Matrix syx = Target.prescribed(8, 4, s, seed).moment();
            BalancedMatrixSolution flow = new BalancedMatrixSolution(syx, 5);
            List<Matrix> w = InitialWeights.balanced(4, 4, 8, 5, .1, seed);
            StackedFactor state = StackedFactor.of(w.get(0), w.get(1));
            NeuralTangentKernel start = state.kernel();
            double half = start.distance(flow.limit(4).kernel()) / 2;
            while (start.distance(state.kernel()) < half || loss(state, syx) > .1) {
                if (start.distance(state.kernel()) < half) turnedAt[seed] += step;
                if (loss(state, syx) > .1) fittedAt[seed] += step;
                state = flow.after(state, step);
            }
        }
        Arrays.sort(turnedAt);
        Arrays.sort(fittedAt);
        assertThat(turnedAt[seeds / 2]).isCloseTo(7.1, within(.7));
        assertThat(fittedAt[seeds / 2]).isCloseTo(8, within(.7));
    }

    @Test
    void isLazyWhereTheLargeLayerSpansEverything() {
        Matrix syx = Target.prescribed(8, 4, new double[] {1.6, 1.3, 1, .8}, 1).moment();
        BalancedMatrixSolution flow = new BalancedMatrixSolution(syx, -5);
        List<Matrix> w = InitialWeights.balanced(4, 4, 8, -5, .1, 1);
        StackedFactor start = StackedFactor.of(w.get(0), w.get(1));
        assertThat(start.kernel().distance(flow.limit(4).kernel())).isCloseTo(7.6e-4, within(5e-5));
        assertThat(loss(flow.after(start, 1), syx)).isLessThan(1e-4);
    }

    private static double loss(StackedFactor state, Matrix syx) {
        Matrix residual = state.map().minus(syx);
        return residual.inner(residual) / syx.inner(syx);
    }

    /** The largest distance, over time, between a small random network and the balanced solution from its weights. */
    private static double gap(double sigma) {
        Matrix syx = Target.prescribed(6, 8, new double[] {2, 1.6, 1.3, 1, .8, .5}, 4)
                .moment();
        BalancedMatrixSolution solution = new BalancedMatrixSolution(syx, 0);
        LossFunction loss = new LossFunction(syx, Matrix.identity(8));
        List<Matrix> weights = InitialWeights.gaussian(new int[] {8, 16, 6}, sigma, 4);
        StackedFactor exact = StackedFactor.of(weights.get(0), weights.get(1));
        double gap = 0;
        for (int step = 0; step < 400; step++) {
            weights = loss.flow(weights, .05);
            exact = solution.after(exact, .05);
            gap = Math.max(gap, LossFunction.map(weights).minus(exact.map()).frobenius() / syx.frobenius());
        }
        return gap;
    }

    @Test
    void describesSmallRandomWeightsAsIfTheyWereBalanced() {
        double tiny = gap(.001);
        double small = gap(.01);
        double medium = gap(.1);
        assertThat(tiny).isBetween(1e-7, 5e-6);
        assertThat(small).isBetween(2e-5, 5e-4);
        assertThat(medium).isBetween(3e-3, .05);
    }

    @Test
    void followsBalancedWeightsToTheErrorOfTheirIntegration() {
        Matrix syx = Target.prescribed(7, 6, new double[] {2, 1.4, .9, .5}, 5).moment();
        List<Matrix> weights = InitialWeights.balanced(6, 4, 7, .8, .1, 5);
        StackedFactor start = StackedFactor.of(weights.get(0), weights.get(1));
        LossFunction loss = new LossFunction(syx, Matrix.identity(6));
        // A fifth of the inverse sharpness.
        double step = .2 / Curvature.sharpness(.8, 2);
        for (int i = 0; i < 200; i++) weights = loss.flow(weights, step);
        StackedFactor exact = new BalancedMatrixSolution(syx, .8).after(start, 200 * step);
        assertThat(StackedFactor.of(weights.get(0), weights.get(1))
                        .square()
                        .minus(exact.square())
                        .frobenius())
                .isLessThan(1e-6);
    }

    @Test
    void learnsItsFirstModeNearlyAlongALogisticCurve() {
        Target target = Target.prescribed(8, 8, new double[] {2, 1.4, 1, .7, .4, .3, .2, .1}, 2);
        BalancedMatrixSolution flow = new BalancedMatrixSolution(target.moment(), 0);
        for (int seed = 0; seed < 10; seed++) {
            List<Matrix> w = InitialWeights.gaussian(new int[] {8, 16, 8}, .01, seed);
            StackedFactor start = StackedFactor.of(w.get(0), w.get(1));
            double u0 = start.logisticStart(target.u().column(0), target.v().column(0));
            double halfTime = new BalancedMode(2, 2).time(u0, 1);
            StackedFactor state = start;
            double time = 0;
            for (; target.strengths(state.map())[0] < 1; time += .002) state = flow.after(state, .002);
            assertThat(halfTime).isCloseTo(time, within(.05 * time));
        }
    }
}
