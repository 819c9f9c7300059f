package org.separatrix.labs.deeplinear.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.separatrix.compute.Matrix;

/** The yardstick of the other tests, held against the reference. */
class LossFunctionTest {
    @ParameterizedTest
    @CsvSource({"hierarchy, 2, .02, 1600, 0", "lambda-rect, 2, .02, 2000, .8", "deep3, 3, .01, 1500, NaN"})
    void descendsThroughEveryRowOfTheReference(String folder, int depth, double eta, int steps, double lambda) {
        Matrix u = Reference.matrix(folder + "/U.csv");
        Matrix v = Reference.matrix(folder + "/V.csv");
        LossFunction loss = new LossFunction(
                Reference.matrix(folder + "/Sigma_yx.csv"), Reference.matrix(folder + "/Sigma_xx.csv"));
        List<Matrix> weights = new ArrayList<>();
        for (int l = 1; l <= depth; l++) weights.add(Reference.matrix(folder + "/W" + l + "_0.csv"));
        Reference.Table table = Reference.table(folder + "/gd.csv");
        int step = 0;
        for (int row = 0; row < table.rows().length; row++) {
            for (; step < table.at(row, "step"); step++) weights = loss.descend(weights, eta);
            Matrix map = LossFunction.map(weights);
            assertThat(loss.excess(map)).isCloseTo(table.at(row, "excess_loss"), within(1e-9));
            Matrix modes = u.transposedTimes(map).times(v);
            for (int k = 0; k < u.columns(); k++)
                assertThat(modes.get(k, k)).isCloseTo(table.at(row, "u" + (k + 1)), within(1e-9));
            if (depth == 2) {
                Matrix first = weights.get(0);
                Matrix second = weights.get(1);
                double drift = second.transposedTimes(second)
                        .minus(first.timesTransposed(first))
                        .minus(Matrix.identity(first.rows()).scaled(lambda))
                        .frobenius();
                assertThat(drift).isCloseTo(table.at(row, "imbalance_drift"), within(1e-9));
            }
        }
        assertThat(step).isEqualTo(steps);
    }
}
