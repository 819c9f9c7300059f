package org.separatrix.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FrameClockTest {
    private static final long MILLISECOND = 1_000_000;

    @Test
    void tellsTheRateOfEachSecondAndTheLengthOfEveryFrame() {
        var clock = new FrameClock();
        long now = 0;
        clock.tick(now);
        for (int i = 0; i < 50; i++)
            assertThat(clock.tick(now += 18 * MILLISECOND)).isFalse();

        assertThat(clock.tick(now + 100 * MILLISECOND)).isTrue();

        assertThat(clock.rate()).isCloseTo(51, within(1e-9));
        assertThat(clock.durations().count()).isEqualTo(51);
        assertThat(clock.durations().quantile(0.5)).isCloseTo(18, within(0.1));
        assertThat(clock.durations().longest()).isEqualTo(100);
    }
}
