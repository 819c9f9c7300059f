package org.separatrix.viz;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotationTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0.25, 0.25",
        "-3, −3",
        "1.2345e-7, 1.23·10⁻⁷",
        "1e-7, 10⁻⁷",
        "-1e12, −10¹²",
        "28500, 28500",
        "285004, 2.85·10⁵",
        "0.99999, 1",
        "NaN, –",
        "-Infinity, −∞"
    })
    void aNumberIsSetToThreeDigits(double value, String text) {
        assertThat(Notation.value(value, 3)).isEqualTo(text);
    }

    @Test
    void moreDigitsShowMoreOfIt() {
        assertThat(Notation.value(Math.PI * 1e-9, 5)).isEqualTo("3.1416·10⁻⁹");
    }

    @Test
    void aPowerOfTenIsAPower() {
        assertThat(Notation.power(0)).isEqualTo("10⁰");
        assertThat(Notation.power(-16)).isEqualTo("10⁻¹⁶");
    }
}
