package org.separatrix.labs.deeplinear.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.separatrix.compute.LinearAlgebra;
import org.separatrix.compute.Matrix;
import org.separatrix.compute.RandomStream;

class TargetTest {
    @ParameterizedTest
    @CsvSource({"5, 7", "7, 5", "4, 4"})
    void hasThePrescribedStrengths(int outputs, int inputs) {
        double[] s = {2, 1.1, .4};
        Target target = Target.prescribed(outputs, inputs, s, 3);
        assertThat(Arrays.copyOf(LinearAlgebra.singularValues(target.moment()), 3))
                .containsExactly(s, within(1e-13));
        assertThat(target.strengths(target.moment())).containsExactly(s, within(1e-13));
        assertThat(target).isEqualTo(Target.prescribed(outputs, inputs, s, 3));
        assertThat(target).isNotEqualTo(Target.prescribed(outputs, inputs, s, 4));
    }

    @Test
    void readsTheStrengthsOfAMoment() {
        Matrix syx = Reference.matrix("lambda-rect/Sigma_yx.csv");
        Target target = Target.of(syx);
        assertThat(target.moment().minus(syx).frobenius()).isLessThan(1e-13);
        assertThat(Arrays.copyOf(target.s(), 4)).containsExactly(Reference.vector("lambda-rect/s.csv"), within(1e-13));
    }

    @Test
    void drawsInputsOfGivenVariancesAlongItsModes() {
        Target target = Target.prescribed(3, 4, new double[] {1, .5}, 9);
        double[] kappa = {1.5, .6, 1, .2};
        Matrix sxx = target.inputs(kappa);
        for (int k = 0; k < 4; k++) {
            Matrix v = target.v().block(0, 4, k, 1);
            assertThat(sxx.times(v).minus(v.scaled(kappa[k])).frobenius()).isLessThan(1e-14);
        }
    }

    @Test
    void fillsTheBulkWhenDrawnAtRandom() {
        double[] s = Target.gaussian(100, 400, 2, 1).s();
        assertThat(s[0]).isCloseTo(2 * 1.5, within(.15));
        assertThat(s[99]).isCloseTo(2 * .5, within(.15));
    }

    @ParameterizedTest
    @CsvSource({"3, '1.369306 .935414 .612372 .353553'", "4, '1.391941 .968246 .661438 .433013 .25'"})
    void learnsATreeFromItsRootDown(int depth, String strengths) {
        double[] expected = new double[1 << depth];
        String[] distinct = strengths.split(" ");
        for (int i = 0; i < expected.length; i++)
            expected[i] = Double.parseDouble(distinct[i == 0 ? 0 : 32 - Integer.numberOfLeadingZeros(i)]);
        Hierarchy tree = new Hierarchy(depth);
        assertThat(tree.strengths()).containsExactly(expected, within(1e-6));
        assertThat(LinearAlgebra.singularValues(tree.moment())).containsExactly(tree.strengths(), within(1e-13));
    }

    @Test
    void isTheTreeOfTheReference() {
        assertThat(new Hierarchy(3)
                        .moment()
                        .minus(Reference.matrix("hierarchy/Sigma_yx.csv"))
                        .frobenius())
                .isLessThan(1e-14);
        assertThat(new Hierarchy(2).strengths())
                .containsExactly(new double[] {1.322876, .866025, .5, .5}, within(1e-6));
        assertThatThrownBy(() -> new Hierarchy(13)).hasMessageContaining("must be 0 to 12");
    }

    @Test
    void inheritsFeaturesWithTheirExpectedSimilarity() {
        BranchingDiffusion diffusion = new BranchingDiffusion(3, .1);
        double[] expected = {3.50778, 1.41062, .8208, .8208, .36, .36, .36, .36};
        assertThat(diffusion.similarities()).containsExactly(expected, within(6e-6));
        int features = 50_000;
        Matrix y = diffusion.labels(features, RandomStream.of(2, "features", 0));
        double[] sampled = LinearAlgebra.singularValues(y);
        for (int i = 0; i < sampled.length; i++)
            assertThat(sampled[i] * sampled[i] / features).isCloseTo(expected[i], within(.03 * expected[i]));
    }

    @ParameterizedTest
    @CsvSource({"0", ".3", ".5", ".8", "1"})
    void hasTheEigenvaluesOfTheSimilarityOfEveryPair(double flip) {
        int depth = 3;
        double[] similarity = new double[64];
        for (int i = 0; i < 8; i++)
            for (int j = 0; j < 8; j++) {
                int generations = 32 - Integer.numberOfLeadingZeros(i ^ j);
                similarity[8 * i + j] = Math.pow(1 - 2 * flip, 2 * generations);
            }
        double[] ascending = LinearAlgebra.symmetricEigenvalues(Matrix.of(8, 8, similarity));
        double[] descending = new BranchingDiffusion(depth, flip).similarities();
        for (int i = 0; i < 8; i++) assertThat(descending[i]).isCloseTo(ascending[7 - i], within(1e-13));
    }
}
