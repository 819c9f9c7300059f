package org.separatrix.labs.boltzmann;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
        double[] points = {0.5, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5};
        double[] cells = new double[64];
        java.util.Arrays.fill(cells, Double.NaN);
        // Of 100 particles 32 lie in one corner and 3 in the opposite one.
        for (int i = 0; i < 4; i++) for (int j = 0; j < 4; j++) cells[8 * i + j] = 0.02;
        cells[63] = 0.03;

        LogDensity surface = LogDensity.of(new Field.Values(points, points, cells), 100);

        assertThat(surface.at(2, 2)).isCloseTo(-Math.log(0.02), within(1e-12));
        assertThat(surface.at(6, 6)).isNaN();
    }

    @Test
    void whereNothingWasCountedThereIsNoHeight() {
        LogDensity surface = of(1, 1, Double.NaN, 1, 1, Double.NaN);

        assertThat(surface.at(0.8, 1)).isZero();
        assertThat(surface.at(1.2, 1)).isNaN();
        assertThat(surface.at(2, 0)).isNaN();
    }
}
