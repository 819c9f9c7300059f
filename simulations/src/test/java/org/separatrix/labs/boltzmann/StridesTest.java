package org.separatrix.labs.boltzmann;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StridesTest {
    @ParameterizedTest
    @CsvSource({"0.1, 0, 20", "0.5, 0.5, 1e64", "0.02, 0.05, 1e6", "0.2, 0.2, 0.7", "1, 9, 1e48", "0.25, 1e-3, 1e3"})
    void theStepsToATimeAreKnownBeforeTheyAreTaken(double shortest, double growth, double time) {
        var strides = new Strides(shortest, growth);
        int taken = 0;
        for (double now = 0; now < time * (1 - 1e-9); now += strides.at(now)) taken++;
        assertThat(strides.to(time)).isCloseTo(taken, within(1.0));
    }
}
