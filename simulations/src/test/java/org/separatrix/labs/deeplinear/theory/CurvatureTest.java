package org.separatrix.labs.deeplinear.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.separatrix.compute.Matrix;

class CurvatureTest {
    private static final double[] S = {2, 1.3, .7, .4};

    @Test
    void hasAsManyDescendingAsAscendingDirectionsAtTheOrigin() {
        Target target = Target.prescribed(4, 4, S, 6);
        LossFunction loss = new LossFunction(target.moment(), Matrix.identity(4));
        double[] numeric = loss.curvature(List.of(Matrix.zero(3, 4), Matrix.zero(4, 3)));
        double[] expected = {
            -2, -2, -2, -1.3, -1.3, -1.3, -.7, -.7, -.7, -.4, -.4, -.4, .4, .4, .4, .7, .7, .7, 1.3, 1.3, 1.3, 2, 2, 2
        };
        assertThat(numeric).containsExactly(expected, within(1e-6));
        assertThat(Curvature.twoLayer(S, new boolean[4], 4, 3, 4)).containsExactly(expected, within(1e-15));
    }

    @ParameterizedTest
    @CsvSource({
        "4, 3, 4, 1000",
        "4, 3, 4, 0101",
        "4, 3, 4, 1110",
        "6, 5, 4, 1010",
        "4, 2, 7, 0110",
        "4, 5, 5, 1111",
        "4, 6, 4, 0000"
    })
    void hasTheSpectrumOfEverySaddle(int inputs, int hidden, int outputs, String pattern) {
        boolean[] learned = new boolean[4];
        double[] strengths = new double[4];
        for (int k = 0; k < 4; k++) {
            learned[k] = pattern.charAt(k) == '1';
            strengths[k] = learned[k] ? Math.sqrt(S[k]) : 0;
        }
        Target target = Target.prescribed(outputs, inputs, S, 6);
        // A bottleneck holds the learned modes only, so bring these to the front.
        int[] order = IntStream.range(0, 4)
                .boxed()
                .sorted((i, j) -> Boolean.compare(learned[j], learned[i]))
                .mapToInt(i -> i)
                .toArray();
        int m = (int) pattern.chars().filter(c -> c == '1').count();
        double[] w1 = new double[hidden * inputs];
        double[] w2 = new double[outputs * hidden];
        for (int h = 0; h < m; h++) {
            int k = order[h];
            for (int i = 0; i < inputs; i++)
                w1[h * inputs + i] = strengths[k] * target.v().get(i, k);
            for (int o = 0; o < outputs; o++)
                w2[o * hidden + h] = strengths[k] * target.u().get(o, k);
        }
        LossFunction loss = new LossFunction(target.moment(), Matrix.identity(inputs));
        double[] numeric = loss.curvature(List.of(Matrix.of(hidden, inputs, w1), Matrix.of(outputs, hidden, w2)));
        assertThat(Curvature.twoLayer(S, learned, inputs, hidden, outputs)).containsExactly(numeric, within(1e-7));
    }

    @Test
    void refusesMoreLearnedModesThanHiddenUnits() {
        assertThatThrownBy(() -> Curvature.twoLayer(S, new boolean[] {true, true, true, false}, 4, 2, 4))
                .hasMessageContaining("3 learned of 4 modes do not fit a network of 4-2-4");
    }

    @Test
    void isSharperForUnbalancedWeights() {
        double[] s = {2, 1, .8, .5};
        Target target = Target.prescribed(5, 4, s, 3);
        LossFunction loss = new LossFunction(target.moment(), Matrix.identity(4));
        StackedFactor limit = new BalancedMatrixSolution(target.moment(), 3).limit(4);
        Matrix w1 = limit.q().block(0, 4, 0, 4).transpose();
        Matrix w2 = limit.q().block(4, 5, 0, 4);
        double[] numeric = loss.curvature(List.of(w1, w2));
        assertThat(Curvature.sharpness(3, 2)).isCloseTo(5, within(1e-15));
        assertThat(numeric[numeric.length - 1]).isCloseTo(5, within(1e-6));
        double[] kernel = limit.kernel().eigenvalues();
        double[] largest = Arrays.copyOfRange(numeric, numeric.length - kernel.length, numeric.length);
        assertThat(largest).containsExactly(kernel, within(1e-6));
    }

    @Test
    void growsWithDepthAtABalancedMinimum() {
        double[] whitened = Curvature.deep(3, new double[] {2, 1}, new double[] {1, 1, 1}, 2);
        assertThat(whitened[whitened.length - 1]).isCloseTo(7.559526, within(1e-6));
        assertThat(whitened[whitened.length - 1]).isCloseTo(3 * Math.pow(2, 4. / 3), within(1e-12));
    }

    @Test
    void hasTheSpectrumOfADeepMinimum() {
        int[] widths = {4, 3, 4, 3};
        double[] u = {1.6, .9, .5};
        double[] kappa = {.7, 1.3, 1.1, .6};
        double[] s = {u[0] * kappa[0], u[1] * kappa[1], u[2] * kappa[2]};
        Target target = Target.prescribed(3, 4, s, 2);
        double[] layer = Arrays.stream(u).map(Math::cbrt).toArray();
        List<Matrix> weights = InitialWeights.aligned(widths, target, Matrix.ofRows(layer, layer, layer), 2);
        double[] numeric = new LossFunction(target.moment(), target.inputs(kappa)).curvature(weights);
        double[] closed = Curvature.deep(3, u, kappa, 3);
        double[] largest = Arrays.copyOfRange(numeric, numeric.length - closed.length, numeric.length);
        assertThat(largest).containsExactly(closed, within(1e-7));
        assertThat(Arrays.copyOf(numeric, numeric.length - closed.length)).containsOnly(new double[] {0}, within(1e-7));
    }

    @Test
    void seesTheSaddleAndTheValleyOfOneMode() {
        assertThat(Curvature.scalar(0, 0, 1.5)).containsExactly(new double[] {-1.5, 1.5}, within(1e-15));
        UnequalMode.Strengths end = new UnequalMode(.1, 1.4, 1.5).limit();
        double lambda = end.b() * end.b() - end.a() * end.a();
        assertThat(Curvature.scalar(end.a(), end.b(), 1.5))
                .containsExactly(new double[] {0, Curvature.sharpness(lambda, 1.5)}, within(1e-14));
        double[] numeric = new LossFunction(Matrix.diagonal(1.5), Matrix.identity(1))
                .curvature(List.of(Matrix.diagonal(.3), Matrix.diagonal(-.8)));
        assertThat(Curvature.scalar(.3, -.8, 1.5)).containsExactly(numeric, within(1e-8));
    }
}
