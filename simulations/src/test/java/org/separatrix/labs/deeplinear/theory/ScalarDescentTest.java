package org.separatrix.labs.deeplinear.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.separatrix.labs.deeplinear.theory.ScalarDescent.Fate;

class ScalarDescentTest {
    /** The descent on s = 1 from u = 0.05, with a rate of f times the critical one. */
    private static ScalarDescent thrown(double fraction, double imbalance) {
        double big = Math.sqrt((imbalance + Math.hypot(imbalance, .1)) / 2);
        double eta = fraction * 2 / Math.hypot(imbalance, 2);
        return ScalarDescent.from(.05 / big, big, 1, eta, 100_000);
    }

    @ParameterizedTest
    @CsvSource({
        "4, .5, .954", "4, .9, .777", "4, .99, .663", "4, 1.05, .568", "4, 1.2, .280", "4, 1.5, .0028",
        "10, .5, .991", "10, .9, .937", "10, .99, .867", "10, 1.05, .787", "10, 1.2, .525", "10, 1.5, .039"
    })
    void losesImbalanceOnItsWayToAFlatterMinimum(double imbalance, double fraction, double ratio) {
        ScalarDescent descent = thrown(fraction, imbalance);
        assertThat(descent.fate()).isEqualTo(Fate.CONVERGED);
        assertThat(Math.abs(descent.imbalance())).isCloseTo(ratio, within(ratio < .01 ? 5e-5 : 5e-4));
    }

    @ParameterizedTest
    @CsvSource({
        "4, 1.85, false",
        "4, 1.89, true",
        "10, 1.95, false",
        "10, 1.99, true",
        "30, 1.98, false",
        "30, 2.01, true",
        "2, 1.76, false",
        "2, 1.80, true"
    })
    void divergesAboveItsThreshold(double imbalance, double fraction, boolean diverges) {
        assertThat(thrown(fraction, imbalance).fate() == Fate.DIVERGED).isEqualTo(diverges);
    }

    @Test
    void cyclesWhereNoMinimumIsFlatEnough() {
        assertThat(thrown(1.1, 0).fate()).isEqualTo(Fate.WANDERING);
        assertThat(thrown(1.40, 2).fate()).isEqualTo(Fate.CONVERGED);
        assertThat(thrown(1.5, 2).fate()).isEqualTo(Fate.WANDERING);
    }

    @Test
    void multipliesTheImbalanceExactly() {
        double a = .2;
        double b = 1.1;
        ScalarDescent descent = ScalarDescent.from(a, b, 1.5, .3, 7);
        for (int step = 0; step < 7; step++) {
            double residual = 1.5 - a * b;
            double next = a + .3 * b * residual;
            b += .3 * a * residual;
            a = next;
        }
        assertThat(descent.steps()).isEqualTo(7);
        assertThat(descent.imbalance()).isCloseTo((b * b - a * a) / (1.21 - .04), within(1e-14));
    }
}
