package org.separatrix.labs.deeplinear.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.compute.LinearAlgebra;
import org.separatrix.compute.Matrix;

class InitialWeightsTest {
    @Property(tries = 200)
    void isBalancedToRounding(
            @ForAll @IntRange(min = 1, max = 9) int inputs,
            @ForAll @IntRange(min = 1, max = 9) int hidden,
            @ForAll @IntRange(min = 1, max = 9) int outputs,
            @ForAll @DoubleRange(min = -6, max = 6) double drawn,
            @ForAll @DoubleRange(min = .01, max = 3) double rms,
            @ForAll long seed) {
        double lambda = BalancedMatrixSolution.feasible(drawn, inputs, hidden, outputs) ? drawn : 0;
        List<Matrix> w = InitialWeights.balanced(inputs, hidden, outputs, lambda, rms, seed);
        Matrix c = w.get(1).transposedTimes(w.get(1)).minus(w.get(0).timesTransposed(w.get(0)));
        assertThat(c.minus(Matrix.identity(hidden).scaled(lambda)).frobenius()).isLessThan(1e-12);
        int modes = Math.min(hidden, Math.min(inputs, outputs));
        assertThat(w.get(1).times(w.get(0)).frobenius()).isCloseTo(rms * Math.sqrt(modes), within(1e-12));
    }

    @Test
    void keepsTheDigitsOfAProductMuchSmallerThanTheImbalance() {
        List<Matrix> w = InitialWeights.balanced(4, 4, 4, 10, 1e-9, 1);
        assertThat(w.get(1).times(w.get(0)).frobenius()).isCloseTo(2e-9, within(1e-20));
    }

    @Test
    void refusesAnImbalanceThatTheWidthsDoNotAllow() {
        assertThatThrownBy(() -> InitialWeights.balanced(4, 6, 5, 1, .1, 1))
                .hasMessage("lambda=1.0: needs no more hidden units than 5 outputs, not 6");
        assertThatThrownBy(() -> InitialWeights.balanced(4, 6, 5, -1, .1, 1)).hasMessageContaining("4 inputs");
    }

    @Test
    void keepsAlignedModesApart() {
        int[] widths = {6, 4, 7, 5};
        Target target = Target.prescribed(5, 6, new double[] {2, 1, .5}, 8);
        Matrix strengths = Matrix.ofRows(new double[][] {{.5, .4, .3}, {-1, .2, .1}, {2, .7, .6}});
        List<Matrix> w = InitialWeights.aligned(widths, target, strengths, 8);
        Matrix map = w.get(2).times(w.get(1)).times(w.get(0));
        assertThat(target.strengths(map)).containsExactly(new double[] {-1, .056, .018}, within(1e-14));
        assertThat(LinearAlgebra.singularValues(map)[0]).isCloseTo(1, within(1e-14));
        assertThat(w.get(1).frobenius()).isCloseTo(Math.sqrt(1 + .04 + .01), within(1e-14));
        assertThatThrownBy(() -> InitialWeights.aligned(new int[] {6, 2, 7, 5}, target, strengths, 8))
                .hasMessageContaining("3 modes do not fit");
        assertThatThrownBy(() -> InitialWeights.aligned(new int[] {6, 5}, target, strengths, 8))
                .hasMessageContaining("3 layers do not fit a network of 1");
    }

    @Test
    void isOrthogonalUpToItsGain() {
        for (Matrix w : InitialWeights.orthogonal(new int[] {5, 5, 8, 3}, 1.3, 2))
            assertThat(LinearAlgebra.singularValues(w)).containsOnly(new double[] {1.3}, within(1e-14));
    }

    @Test
    void drawsGaussianEntriesOfTheStatedSize() {
        Matrix w = InitialWeights.gaussian(new int[] {200, 300}, .02, 4).getFirst();
        assertThat(w.frobenius() / Math.sqrt(60_000)).isCloseTo(.02, within(.0003));
        Matrix scaled =
                InitialWeights.scaledGaussian(new int[] {200, 300}, 1.5, 4).getFirst();
        assertThat(scaled.frobenius() / Math.sqrt(60_000)).isCloseTo(1.5 / Math.sqrt(200), within(.002));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, .5, 3})
    void pretrainsHiddenLayersByTheirFlow(double time) {
        int[] widths = {6, 5, 7, 4};
        List<Matrix> before = InitialWeights.greedy(widths, .4, 0, 5);
        List<Matrix> after = InitialWeights.greedy(widths, .4, time, 5);
        for (int l = 0; l < 2; l++) {
            Matrix w = before.get(l);
            int steps = 2000;
            for (int i = 0; i < steps; i++) {
                Matrix half = w.plus(slope(w).scaled(time / steps / 2));
                w = w.plus(slope(half).scaled(time / steps));
            }
            assertThat(after.get(l).minus(w).frobenius()).isLessThan(1e-5);
        }
        assertThat(after.get(2)).isEqualTo(before.get(2));
    }

    private static Matrix slope(Matrix w) {
        return w.minus(w.times(w.transposedTimes(w)));
    }

    @Test
    void pretrainsForeverToThePolarFactor() {
        Matrix w = InitialWeights.greedy(new int[] {5, 5, 2}, .1, Double.POSITIVE_INFINITY, 5)
                .getFirst();
        assertThat(LinearAlgebra.singularValues(w)).containsOnly(new double[] {1}, within(1e-14));
    }

    @Test
    void repeatsItselfFromItsSeed() {
        int[] widths = {4, 6, 3};
        assertThat(InitialWeights.gaussian(widths, 1, 7)).isEqualTo(InitialWeights.gaussian(widths, 1, 7));
        assertThat(InitialWeights.gaussian(widths, 1, 7)).isNotEqualTo(InitialWeights.gaussian(widths, 1, 8));
        assertThat(InitialWeights.balanced(4, 6, 3, 0, 1, 7)).isEqualTo(InitialWeights.balanced(4, 6, 3, 0, 1, 7));
        assertThat(InitialWeights.gaussian(new int[] {9, 6, 3}, 1, 7).get(1))
                .isEqualTo(InitialWeights.gaussian(widths, 1, 7).get(1));
    }

    /** The determinant obstruction: half of all seeds of a square, balanced network start on the wrong side. */
    @ParameterizedTest
    @CsvSource({"3, 4", "4, 4", "4, 6"})
    void endsAtASaddleWhereTheDeterminantHasTheWrongSign(int width, int hidden) {
        Matrix syx = Target.prescribed(width, width, Arrays.copyOf(new double[] {1.5, 1.2, .9, .6}, width), 1)
                .moment();
        BalancedMatrixSolution flow = new BalancedMatrixSolution(syx, 0);
        int obstructed = 0;
        for (int seed = 0; seed < 12; seed++) {
            List<Matrix> w = InitialWeights.balanced(width, hidden, width, 0, .1, seed);
            StackedFactor start = StackedFactor.of(w.get(0), w.get(1));
            boolean wrong = flow.obstructed(start);
            double loss = Math.pow(flow.after(start, 30).map().minus(syx).frobenius() / syx.frobenius(), 2);
            if (wrong) {
                obstructed++;
                assertThat(flow.generic(start)).isFalse();
                assertThat(loss).isBetween(.02, .2);
                // One row of the second layer with the other sign keeps the balance and turns the determinant.
                double[] signs = new double[width];
                Arrays.fill(signs, 1);
                signs[0] = -1;
                assertThat(flow.obstructed(StackedFactor.of(w.get(0), w.get(1).scaleRows(signs))))
                        .isFalse();
                assertThat(new BalancedMatrixSolution(syx, .05).obstructed(start))
                        .isFalse();
            } else {
                assertThat(flow.generic(start)).isTrue();
                assertThat(loss).isLessThan(1e-6);
            }
        }
        assertThat(obstructed).isBetween(2, 10);
    }
}
