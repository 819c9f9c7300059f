package org.separatrix.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpeedScaleTest {
    @Test
    void goesFromOneStepASecondToNoLimit() {
        assertThat(SpeedScale.speed(0)).isEqualTo(1);
        assertThat(SpeedScale.speed(1)).isInfinite();
        assertThat(SpeedScale.place(Double.POSITIVE_INFINITY)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 7, 300, 25_000, 1e6})
    void aSpeedLiesWhereItCameFrom(double speed) {
        assertThat(SpeedScale.speed(SpeedScale.place(speed))).isCloseTo(speed, within(1e-9 * speed));
    }
}
