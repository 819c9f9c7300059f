package org.separatrix.viz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ColourMapTest {
    private static double[] luminance(ColourMap map, double from, double to) {
        return IntStream.rangeClosed(0, 50)
                .mapToDouble(i -> map.at(from + (to - from) * i / 50).luminance())
                .toArray();
    }

    @ParameterizedTest
    @EnumSource(names = {"VIRIDIS", "CIVIDIS"})
    void aSequentialMapGrowsLighterAllTheWay(ColourMap map) {
        assertThat(luminance(map, 0, 1)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aDivergingMapVanishesIntoItsGroundAtZero() {
        assertThat(ColourMap.VIK.at(0.5).contrast(Theme.LIGHT.background())).isLessThan(1.3);
        assertThat(ColourMap.BERLIN.at(0.5).contrast(Theme.DARK.background())).isLessThan(1.3);
        assertThat(luminance(ColourMap.VIK, 0, 0.48)).isSorted();
        assertThat(luminance(ColourMap.BERLIN, 0.52, 1)).isSorted();
    }

    @Test
    void aCyclicMapEndsWhereItBegins() {
        assertThat(ColourMap.TWILIGHT.at(0).contrast(ColourMap.TWILIGHT.at(1))).isLessThan(1.02);
    }

    @ParameterizedTest
    @EnumSource
    void beyondTheRangeTheEndsGoOn(ColourMap map) {
        assertThat(map.at(-3)).isEqualTo(map.at(0));
        assertThat(map.at(7)).isEqualTo(map.at(1));
    }
}
