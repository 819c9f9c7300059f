package org.separatrix.labs.boltzmann;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.separatrix.lab.Field;

class LogDensityTest {
    private static LogDensity of(double... cells) {
        return new LogDensity(new Field.Values(new double[] {0, 1, 2}, new double[] {0, 2}, cells));
    }

    @Test
    void itIsMinusTheLogarithmAndBilinearBetweenCells() {
        double e = Math.E;
        LogDensity surface = of(1, e, e * e, 1, e, e * e);

        assertThat(surface.at(1, 0)).isCloseTo(-1, within(1e-12));
        assertThat(surface.at(1.5, 1)).isCloseTo(-1.5, within(1e-12));
        assertThat(surface.at(2, 2)).isCloseTo(-2, within(1e-12));
        assertThat(surface.at(7, -7)).isCloseTo(-2, within(1e-12));
    }

    @Test
    void aFineCountIsGatheredAndWhatIsTooFewIsLeftOut() {
        double[] points = IntStream.range(0, 12).mapToDouble(i -> i + 0.5).toArray();
        double[] cells = new double[144];
        Arrays.fill(cells, Double.NaN);
        // Of 100 particles 64 lie in one corner and 3 in the opposite one.
        for (int i = 0; i < 8; i++) for (int j = 0; j < 8; j++) cells[12 * i + j] = 0.01;
        cells[143] = 0.03;

        LogDensity surface = LogDensity.of(new Field.Values(points, points, cells), 100);

        assertThat(surface.hasSurface()).isTrue();
        assertThat(surface.at(3, 5)).isCloseTo(-Math.log(0.01), within(1e-12));
        assertThat(surface.at(10, 10)).isNaN();
        assertThat(LogDensity.of(new Field.Values(points, points, cells), 1).hasSurface())
                .isFalse();
    }

    @Test
    void whereNothingWasCountedThereIsNoHeight() {
        LogDensity surface = of(1, 1, Double.NaN, 1, 1, Double.NaN);

        assertThat(surface.at(0.8, 1)).isZero();
        assertThat(surface.at(1.2, 1)).isNaN();
        assertThat(surface.at(2, 0)).isNaN();
    }
}
