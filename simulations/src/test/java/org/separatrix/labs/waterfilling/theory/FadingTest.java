package org.separatrix.labs.waterfilling.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FadingTest {
    @Test
    void theStreamIsSplitMix64() {
        SplittableRandom zero = new SplittableRandom(0);
        assertThat(new long[] {zero.nextLong(), zero.nextLong(), zero.nextLong()})
                .containsExactly(0xE220A8397B1DCDAFL, 0x6E789E6AA1B965F4L, 0x06C45D188009454FL);
        double[] pair = new double[2];
        Fading.normalPair(new SplittableRandom(7), pair);
        assertThat(pair).containsExactly(new double[] {0.9884743323187353, 0.10465664748899398}, within(1e-15));
        assertThat(new Fading(13, 4, 0).linkSeed(0, 0)).isEqualTo(0x9BDB985B7F9ADE49L);
    }

    @Test
    void theGainsAreThoseOfTheReference() {
        double[] gains = new Fading(13, 4, 0).gains(3, 8);
        assertThat(gains[0]).isCloseTo(1.29594943765513, within(1e-13));
        assertThat(gains[1]).isCloseTo(0.21767804386078, within(1e-13));
        assertThat(0.07 * gains[(1 * 3 + 2) * 8]).isCloseTo(0.00634482930340058, within(1e-16));
        double[] reference = Reference.read("weak-rayleigh").channel().gains();
        for (int i = 0; i < gains.length; i++) {
            boolean own = i / 24 == i / 8 % 3;
            assertThat((own ? 1 : 0.07) * gains[i]).isCloseTo(reference[i], within(1e-11 * reference[i]));
        }
    }

    @Test
    void aLinkDoesNotDependOnTheSizeOfTheWorld() {
        double[] small = new Fading(5, 3, 0.7).gains(2, 8);
        double[] large = new Fading(5, 3, 0.7).gains(5, 8);
        for (int k = 0; k < 2; k++)
            for (int j = 0; j < 2; j++)
                assertThat(Arrays.copyOfRange(large, (k * 5 + j) * 8, (k * 5 + j + 1) * 8))
                        .containsExactly(Arrays.copyOfRange(small, (k * 2 + j) * 8, (k * 2 + j + 1) * 8));
    }

    @Test
    void oneTapIsFlatAndTheMeanGainIsOne() {
        double[] flat = new Fading(5, 1, 0).gains(2, 8);
        assertThat(Arrays.copyOfRange(flat, 0, 8)).containsExactly(Games.filled(8, flat[0]), within(1e-14));
        assertThat(Arrays.stream(new Fading(5, 4, 0.5).gains(40, 32)).average().orElseThrow())
                .isCloseTo(1, within(0.05));
    }

    @Test
    void randomPowersSpendTheBudgets() {
        double[] powers = Fading.uniformPowers(3, new double[] {2, 5}, 10);
        assertThat(Arrays.stream(powers, 0, 10).sum()).isCloseTo(2, within(1e-14));
        assertThat(Arrays.stream(powers, 10, 20).sum()).isCloseTo(5, within(1e-14));
        assertThat(Arrays.stream(powers).min().orElseThrow()).isPositive();
    }
}
