package org.separatrix.labs.deeplinear.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.compute.LinearAlgebra;
import org.separatrix.compute.Matrix;
import org.separatrix.compute.RandomMatrices;
import org.separatrix.compute.RandomStream;

class BalancedMatrixSolutionTest {
    /** A two-layer case of the reference data. */
    private record Case(
            String folder, Matrix syx, Matrix u, Matrix v, StackedFactor start, BalancedMatrixSolution flow) {
        static Case read(String folder) {
            Matrix syx = Reference.matrix(folder + "/Sigma_yx.csv");
            double lambda = Double.parseDouble(Reference.properties(folder).getProperty("lambda"));
            return new Case(
                    folder,
                    syx,
                    Reference.matrix(folder + "/U.csv"),
                    Reference.matrix(folder + "/V.csv"),
                    StackedFactor.of(Reference.matrix(folder + "/W1_0.csv"), Reference.matrix(folder + "/W2_0.csv")),
                    new BalancedMatrixSolution(syx, lambda));
        }

        double excessLoss(StackedFactor state) {
            Matrix residual = syx.minus(state.map());
            return residual.inner(residual) / 2;
        }

        double mode(StackedFactor state, int k) {
            return Matrix.of(1, u.rows(), u.column(k))
                    .times(state.map())
                    .times(Matrix.of(v.rows(), 1, v.column(k)))
                    .get(0, 0);
        }

        Reference.Table table() {
            return Reference.table(folder + "/flow.csv");
        }

        void assertCheck(String name, double value) {
            Reference.Check check = Reference.check(folder, name);
            assertThat(value).as(name).isCloseTo(check.value(), within(check.tolerance()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hierarchy", "lambda-rect"})
    void followsEveryRowOfTheReference(String folder) {
        Case c = Case.read(folder);
        Reference.Table table = c.table();
        StackedFactor state = c.start;
        for (int row = 0; row < table.rows().length; row++) {
            double time = table.at(row, "t");
            if (row > 0) state = c.flow.after(state, time - table.at(row - 1, "t"));
            assertThat(c.excessLoss(state)).isCloseTo(table.at(row, "excess_loss"), within(1e-8));
            assertThat(c.start.kernel().distance(state.kernel()))
                    .isCloseTo(table.at(row, "kernel_distance"), within(1e-8));
            double[] product = LinearAlgebra.singularValues(state.map());
            double[] first = state.firstLayer();
            double[] second = state.secondLayer();
            for (int k = 0; k < c.u.columns(); k++) {
                assertThat(c.mode(state, k)).isCloseTo(table.at(row, "u" + (k + 1)), within(1e-8));
                assertThat(product[k]).isCloseTo(table.at(row, "sv_prod_" + (k + 1)), within(1e-8));
                assertThat(first[k]).isCloseTo(table.at(row, "sv_W1_" + (k + 1)), within(1e-8));
                assertThat(second[k]).isCloseTo(table.at(row, "sv_W2_" + (k + 1)), within(1e-8));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hierarchy", "lambda-rect"})
    void meetsTheExpectedValues(String folder) {
        Case c = Case.read(folder);
        double end = c.table().rows()[c.table().rows().length - 1][0];
        c.assertCheck("excess_loss_early", c.excessLoss(c.flow.after(c.start, end / 10)));
        c.assertCheck("excess_loss_quarter", c.excessLoss(c.flow.after(c.start, end / 4)));
        c.assertCheck(
                "kernel_distance_final",
                c.start.kernel().distance(c.flow.after(c.start, end).kernel()));
        StackedFactor limit = c.flow.limit(c.start.hidden());
        c.assertCheck("kernel_distance_infinity", c.start.kernel().distance(limit.kernel()));
        double[] eigenvalues = limit.kernel().eigenvalues();
        c.assertCheck("sharpness_at_limit", eigenvalues[eigenvalues.length - 1]);
    }

    @ParameterizedTest
    @CsvSource({"hierarchy, .2", "lambda-rect, .25"})
    void learnsEveryModeAtItsHalfTime(String folder, double spacing) {
        Case c = Case.read(folder);
        double[] s = Reference.vector(folder + "/s.csv");
        for (int k = 0; k < s.length; k++) {
            StackedFactor before = c.start;
            StackedFactor after = c.flow.after(before, spacing);
            int passed = 0;
            for (; c.mode(after, k) <= s[k] / 2; passed++) {
                before = after;
                after = c.flow.after(before, spacing);
            }
            double part = (s[k] / 2 - c.mode(before, k)) / (c.mode(after, k) - c.mode(before, k));
            c.assertCheck("half_time_u" + (k + 1), (passed + part) * spacing);
        }
    }

    @ParameterizedTest
    @CsvSource({"hierarchy, 8", "hierarchy, 32", "lambda-rect, 15", "lambda-rect, 60"})
    void reachesTheWholeSquareOfTheReference(String folder, int time) {
        Case c = Case.read(folder);
        Matrix expected = Reference.matrix(folder + "/QQT_t" + time + ".csv");
        assertThat(c.flow.after(c.start, time).square().minus(expected).frobenius())
                .isLessThan(1e-8);
    }

    @Test
    void holdsTheBestFitForever() {
        Case c = Case.read("lambda-rect");
        StackedFactor late = c.flow.after(c.start, 1e4);
        assertThat(late.map().minus(bestFit(c.syx, 4)).frobenius()).isLessThan(1e-10);
        assertThat(late.square().minus(c.flow.limit(4).square()).frobenius()).isLessThan(1e-10);
    }

    private static Matrix bestFit(Matrix a, int rank) {
        LinearAlgebra.Svd svd = LinearAlgebra.svd(a);
        return svd.u()
                .block(0, a.rows(), 0, rank)
                .scaleColumns(Arrays.copyOf(svd.s(), rank))
                .timesTransposed(svd.v().block(0, a.columns(), 0, rank));
    }

    @ParameterizedTest
    @CsvSource({
        "5, 5, 5, 0",
        "5, 5, 5, 1.2",
        "6, 4, 7, .8",
        "7, 3, 5, -1.1",
        "6, 9, 5, 0",
        "4, 4, 8, 5",
        "8, 4, 4, -5",
        "3, 2, 9, .3"
    })
    void solvesTheEquationForAnyWidths(int inputs, int hidden, int outputs, double lambda) {
        Matrix syx = RandomMatrices.gaussian(outputs, inputs, .5, RandomStream.of(7, "target", 0));
        Matrix q0 = RandomMatrices.gaussian(inputs + outputs, hidden, .2, RandomStream.of(7, "start", 0));
        BalancedMatrixSolution flow = new BalancedMatrixSolution(syx, lambda);
        StackedFactor start = new StackedFactor(q0, inputs);
        double h = 1e-4;
        Matrix p = flow.after(start, 3).square();
        Matrix slope = flow.after(start, 3 + h)
                .square()
                .minus(flow.after(start, 3 - h).square())
                .scaled(1 / (2 * h));
        Matrix f = generator(syx, lambda);
        Matrix right = f.times(p).plus(p.times(f)).minus(p.times(p));
        assertThat(slope.minus(right).frobenius()).isLessThan(1e-6);
    }

    /** [[-lambda/2 I, Syx^T], [Syx, lambda/2 I]], from the outer products of unit blocks. */
    private static Matrix generator(Matrix syx, double lambda) {
        int inputs = syx.columns();
        int size = inputs + syx.rows();
        Matrix top = Matrix.identity(size).block(0, size, 0, inputs);
        Matrix bottom = Matrix.identity(size).block(0, size, inputs, syx.rows());
        Matrix coupling = bottom.times(syx).timesTransposed(top);
        return bottom.timesTransposed(bottom)
                .minus(top.timesTransposed(top))
                .scaled(lambda / 2)
                .plus(coupling)
                .plus(coupling.transpose());
    }

    @Test
    void doesNotDependOnHowATimeIsSplit() {
        Case c = Case.read("lambda-rect");
        Matrix whole = c.flow.after(c.start, 7.3).square();
        Matrix parts =
                c.flow.after(c.flow.after(c.flow.after(c.start, 1.1), 0), 6.2).square();
        assertThat(whole.minus(parts).frobenius()).isLessThan(1e-12);
    }

    @Test
    void hasTheRatesOfTheTargetAndTheImbalance() {
        Matrix syx = Matrix.diagonal(4, 3, new double[] {2, 1.3, .7});
        double[] rates = new BalancedMatrixSolution(syx, .6).rates();
        double[] expected = {
            -Math.hypot(2, .3),
            -Math.hypot(1.3, .3),
            -Math.hypot(.7, .3),
            .3,
            Math.hypot(.7, .3),
            Math.hypot(1.3, .3),
            Math.hypot(2, .3)
        };
        assertThat(rates).containsExactly(expected, within(1e-14));
    }

    @Test
    void knowsWhichImbalanceTheWidthsAllow() {
        assertThat(BalancedMatrixSolution.feasible(1, 4, 6, 5)).isFalse();
        assertThat(BalancedMatrixSolution.feasible(1, 4, 5, 5)).isTrue();
        assertThat(BalancedMatrixSolution.feasible(-1, 4, 5, 5)).isFalse();
        assertThat(BalancedMatrixSolution.feasible(-1, 5, 5, 4)).isTrue();
        assertThat(BalancedMatrixSolution.feasible(0, 4, 60, 5)).isTrue();
    }

    @Test
    void refusesANetworkOfOtherWidths() {
        BalancedMatrixSolution flow = new BalancedMatrixSolution(Matrix.zero(3, 2), 0);
        StackedFactor start = new StackedFactor(Matrix.zero(6, 2), 2);
        assertThatThrownBy(() -> flow.after(start, 1)).hasMessageContaining("2 inputs and 4 outputs");
        assertThatThrownBy(() -> flow.after(new StackedFactor(Matrix.zero(5, 2), 2), -1))
                .hasMessageContaining("t=-1.0");
    }

    @Test
    void decaysWithoutATarget() {
        BalancedMatrixSolution flow = new BalancedMatrixSolution(Matrix.zero(1, 1), 0);
        StackedFactor state = flow.after(StackedFactor.of(Matrix.diagonal(.6), Matrix.diagonal(.6)), 5);
        assertThat(state.map().get(0, 0)).isCloseTo(.36 / (1 + 2 * .36 * 5), within(1e-14));
        assertThat(flow.overlap(state)).isInfinite();
    }
}
