package org.separatrix.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadoutTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "28500, 28500",
        "12.3456, 12.35",
        "0.25, 0.2500",
        "-3.5, -3.500",
        "0.000063, 6.30e-05",
        "123456789, 1.23e+08",
        "NaN, –",
        "Infinity, ∞"
    })
    void showsFourDigitsAtMostTenCharactersLong(double value, String text) {
        assertThat(Readout.number(value)).isEqualTo(text).hasSizeLessThan(10);
    }
}
