package org.separatrix.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DurationsTest {
    private static final long MILLISECOND = 1_000_000;
    private final Durations durations = new Durations();

    @Test
    void quantilesAreThoseOfWhatWasCountedToATenthOfAMillisecond() {
        for (int i = 1; i <= 100; i++) durations.add(i * MILLISECOND);

        assertThat(durations.count()).isEqualTo(100);
        assertThat(durations.quantile(0.5)).isCloseTo(50, within(0.1));
        assertThat(durations.quantile(0.99)).isCloseTo(99, within(0.1));
        assertThat(durations.quantile(1)).isEqualTo(100);
    }

    @Test
    void whatTakesLongerThanASecondIsNotForgotten() {
        durations.add(3000 * MILLISECOND);

        assertThat(durations.longest()).isEqualTo(3000);
    }

    @Test
    void ofNothingThereIsNoQuantile() {
        durations.add(MILLISECOND);
        durations.clear();

        assertThat(durations.quantile(0.5)).isNaN();
        assertThat(durations.longest()).isZero();
    }
}
