package org.separatrix.labs.deeplinear.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.separatrix.compute.Matrix;

class ImbalanceTest {
    @Test
    void readsTheImbalanceOfTheReference() {
        Imbalance imbalance =
                Imbalance.of(Reference.matrix("lambda-rect/W1_0.csv"), Reference.matrix("lambda-rect/W2_0.csv"), 2);
        assertThat(imbalance.lambda()).isCloseTo(.8, within(1e-13));
        assertThat(imbalance.validity()).isEqualTo(Imbalance.Validity.EXACT);
    }

    @Test
    void measuresTheWorstHiddenUnitInUnitsOfTheTarget() {
        Imbalance imbalance = Imbalance.of(Matrix.diagonal(1, 0), Matrix.diagonal(2, 1), 4);
        assertThat(imbalance.lambda()).isCloseTo(2, within(1e-15));
        assertThat(imbalance.error()).isCloseTo(.25, within(1e-15));
    }

    @ParameterizedTest
    @CsvSource({"1e-11, EXACT", "1e-9, GOOD", ".049, GOOD", ".05, INDICATIVE", ".3, HIDDEN", "NaN, HIDDEN"})
    void deservesLessTrustTheLargerItIs(double error, Imbalance.Validity trust) {
        assertThat(new Imbalance(0, error).validity()).isEqualTo(trust);
    }
}
