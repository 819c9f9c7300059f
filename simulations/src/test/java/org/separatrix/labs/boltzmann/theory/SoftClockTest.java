package org.separatrix.labs.boltzmann.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoftClockTest {
    @ParameterizedTest
    @CsvSource({"0.5, 1.4427, 1.229", "0.25, 3.4761, 1.578", "0.75, 0.7213, 1.056"})
    void theClockAndTheFrontAreTheKnownOnes(double a, double collisions, double front) {
        SoftClock clock = new SoftClock(a);
        assertThat(clock.collisions()).isCloseTo(collisions, within(1e-4));
        assertThat(clock.front(10)).isCloseTo(front, within(1e-3));
    }

    @Test
    void theExponentsFillTheirBand() {
        SoftClock clock = new SoftClock(0.5);
        double[] quantiles = {1.0353, 1.189, 1.414, 1.682, 1.932};
        double[] shares = {0.05, 0.25, 0.5, 0.75, 0.95};
        for (int i = 0; i < shares.length; i++)
            assertThat(clock.quantile(shares[i])).isCloseTo(quantiles[i], within(1e-3));
        assertThat(clock.typicalExponent()).isCloseTo(2.4427, within(1e-4));
        double mass = 0;
        double h = (clock.upperEdge() - clock.lowerEdge()) / 10_000;
        for (int i = 0; i < 10_000; i++) mass += h * clock.density(clock.lowerEdge() + (i + 0.5) * h);
        assertThat(mass).isCloseTo(1, within(1e-6));
        assertThat(clock.density(0.99)).isZero();
        assertThat(clock.density(2.01)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0.1, 1.8229239584", "1, 0.2193839344", "1.999, 0.0489682", "2.001, 0.0488328", "5, 0.0011482956"})
    void theExponentialIntegralIsTheTabulatedOne(double x, double value) {
        assertThat(SoftClock.exponentialIntegral(x)).isCloseTo(value, within(1e-7));
    }

    @Test
    void thereIsNoSuchClockOutsideItsRange() {
        assertThatThrownBy(() -> new SoftClock(1)).hasMessageContaining("a = 1");
    }
}
