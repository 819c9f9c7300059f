package org.separatrix.labs.deeplinear.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.compute.Matrix;

class DiagonalModesTest {
    private final double[] targets = Reference.vector("deep3/s.csv");
    private final double[] variances = Reference.vector("deep3/kappa.csv");
    private final double[] starts = Reference.vector("deep3/a0.csv");

    private DiagonalModes modes() {
        return new DiagonalModes(targets, variances, Matrix.ofRows(starts, starts, starts));
    }

    private static void assertCheck(String name, double value) {
        Reference.Check check = Reference.check("deep3", name);
        assertThat(value).as(name).isCloseTo(check.value(), within(check.tolerance()));
    }

    @Test
    void followsEveryRowOfTheFlow() {
        Reference.Table table = Reference.table("deep3/flow.csv");
        DiagonalModes modes = modes();
        for (int row = 0; row < table.rows().length; row++) {
            double time = table.at(row, "t");
            if (row > 0) modes.flow(time - table.at(row - 1, "t"));
            assertThat(modes.excessLoss()).isCloseTo(table.at(row, "excess_loss"), within(1e-8));
            for (int k = 0; k < targets.length; k++) {
                assertThat(modes.product(k)).isCloseTo(table.at(row, "u" + (k + 1)), within(1e-8));
                assertThat(modes.layer(1, k)).isCloseTo(table.at(row, "sv_layer_" + (k + 1)), within(1e-8));
                BalancedMode exact = new BalancedMode(3, targets[k], variances[k]);
                assertThat(exact.strength(Math.pow(starts[k], 3), time))
                        .isCloseTo(table.at(row, "u" + (k + 1)), within(1e-8));
            }
        }
    }

    @Test
    void descendsThroughEveryRowOfTheReference() {
        Reference.Table table = Reference.table("deep3/gd.csv");
        DiagonalModes modes = modes();
        int step = 0;
        for (int row = 0; row < table.rows().length; row++) {
            for (; step < table.at(row, "step"); step++) modes.descend(.01);
            assertThat(modes.excessLoss()).isCloseTo(table.at(row, "excess_loss"), within(1e-9));
            for (int k = 0; k < targets.length; k++)
                assertThat(modes.product(k)).isCloseTo(table.at(row, "u" + (k + 1)), within(1e-9));
            if (step == 175) assertCheck("gd_excess_loss_eighth", modes.excessLoss());
        }
        assertThat(step).isEqualTo(1500);
    }

    @Test
    void meetsTheExpectedValues() {
        DiagonalModes modes = modes();
        modes.flow(2);
        assertCheck("excess_loss_early", modes.excessLoss());
        modes.flow(2);
        assertCheck("excess_loss_fifth", modes.excessLoss());
        double[] limits = new double[3];
        for (int k = 0; k < 3; k++) {
            BalancedMode mode = new BalancedMode(3, targets[k], variances[k]);
            limits[k] = mode.limit();
            assertCheck("half_time_u" + (k + 1), mode.time(Math.pow(starts[k], 3), mode.limit() / 2));
        }
        double[] kappa = Arrays.copyOf(variances, 6);
        Arrays.fill(kappa, 3, 6, 1);
        double[] curvature = Curvature.deep(3, limits, kappa, 5);
        assertCheck("sharpness", curvature[curvature.length - 1]);
    }

    @Test
    void movesTwoLayersOfAnySignsAsTheirClosedForm() {
        double[] first = {.5, -1.2, 1.5, 0};
        double[] second = {.1, .4, -1.4, .3};
        DiagonalModes modes = new DiagonalModes(
                new double[] {2, 2, 2, 2}, new double[] {1, .7, 1.4, 1}, Matrix.ofRows(first, second));
        modes.flow(1.3);
        double[] kappa = {1, .7, 1.4, 1};
        for (int k = 0; k < 4; k++) {
            UnequalMode.Strengths exact = new UnequalMode(first[k], second[k], 2, kappa[k]).at(1.3);
            assertThat(modes.layer(0, k)).isCloseTo(exact.a(), within(1e-11));
            assertThat(modes.layer(1, k)).isCloseTo(exact.b(), within(1e-11));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"6 4 5", "6 4 7 5", "5 5 5 5 5", "4 6 6 6 6 4"})
    void isTheDescentOfTheWholeWeights(String shape) {
        int[] widths =
                Arrays.stream(shape.split(" ")).mapToInt(Integer::parseInt).toArray();
        int depth = widths.length - 1;
        int n = Math.min(widths[0], widths[depth]);
        int r = Arrays.stream(widths).min().orElseThrow();
        double[] s = Arrays.copyOf(new double[] {1.8, 1.3, .9, .6, .3}, n);
        double[] kappa = Arrays.copyOf(new double[] {.7, 1.2, .9, 1.5, .8, 1.1}, widths[0]);
        Target target = Target.prescribed(widths[depth], widths[0], s, 11);
        double[][] strengths = new double[depth][r];
        for (int l = 0; l < depth; l++) for (int k = 0; k < r; k++) strengths[l][k] = .9 - .1 * l + .05 * k;
        DiagonalModes modes = new DiagonalModes(Arrays.copyOf(s, r), Arrays.copyOf(kappa, r), Matrix.ofRows(strengths));
        LossFunction loss = new LossFunction(target.moment(), target.inputs(kappa));
        List<Matrix> weights = InitialWeights.aligned(widths, target, Matrix.ofRows(strengths), 11);
        for (int step = 0; step < 60; step++) {
            weights = loss.descend(weights, .05);
            modes.descend(.05);
        }
        double[] reached = target.strengths(LossFunction.map(weights));
        for (int k = 0; k < r; k++) assertThat(reached[k]).isCloseTo(modes.product(k), within(1e-12));
        double unlearnable = 0;
        for (int k = r; k < n; k++) unlearnable += s[k] * s[k] / kappa[k] / 2;
        assertThat(loss.excess(LossFunction.map(weights))).isCloseTo(modes.excessLoss() + unlearnable, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {.002, .02, .2})
    void lagsTheFlowInProportionToItsRate(double eta) {
        double start = Math.sqrt(.005);
        DiagonalModes descent = new DiagonalModes(
                new double[] {1}, new double[] {1}, Matrix.ofRows(new double[] {start}, new double[] {start}));
        BalancedMode flow = new BalancedMode(2, 1);
        double gap = 0;
        for (int step = 1; step * eta < 8; step++) {
            descent.descend(eta);
            gap = Math.max(gap, Math.abs(descent.product(0) - flow.strength(.005, step * eta)));
        }
        assertThat(gap / eta).isCloseTo(.41, within(.003));
    }

    @Test
    void refusesWhatDoesNotFit() {
        Matrix strengths = Matrix.zero(2, 3);
        assertThatThrownBy(() -> new DiagonalModes(new double[2], new double[3], strengths))
                .hasMessageContaining("do not fit strengths of 3 modes");
        assertThatThrownBy(() -> modes().flow(-1)).hasMessageContaining("must be >= 0");
    }
}
