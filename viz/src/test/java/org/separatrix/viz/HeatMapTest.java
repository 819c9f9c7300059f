package org.separatrix.viz;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.separatrix.lab.Field;
import org.separatrix.lab.Scale;

class HeatMapTest {
    private static final double[] DECADES = {0.1, 1, 10};

    private static HeatMap map(Theme theme, double... values) {
        return HeatMap.of(
                new Field.Values(new double[] {0, 1}, new double[] {0, 1}, values),
                Scale.LINEAR,
                Scale.LINEAR,
                Scale.LINEAR,
                Look.of(theme));
    }

    @Test
    void cellsMeetHalfWayOnTheAxis() {
        assertThat(HeatMap.cell(DECADES, Scale.LOG, 3)).isEqualTo(1);
        assertThat(HeatMap.cell(DECADES, Scale.LOG, 3.3)).isEqualTo(2);
        assertThat(HeatMap.cell(DECADES, Scale.LINEAR, 5.4)).isEqualTo(1);
        assertThat(HeatMap.cell(DECADES, Scale.LINEAR, 5.6)).isEqualTo(2);
        assertThat(HeatMap.cell(DECADES, Scale.LOG, 40)).isEqualTo(-1);
    }

    @Test
    void signedValuesDivergeFromZero() {
        var light = map(Theme.LIGHT, -1, 0, 1, 3).key();

        assertThat(light.map()).isEqualTo(ColourMap.VIK);
        assertThat(light.span()).isEqualTo(new Span(-3, 3, Scale.LINEAR));
        assertThat(map(Theme.DARK, -1, 0, 1, 3).key().map()).isEqualTo(ColourMap.BERLIN);
    }

    @Test
    void valuesOfOneSignGrowAlongASequentialMap() {
        var key = map(Theme.LIGHT, 1, 2, 3, Double.NaN).key();

        assertThat(key.map()).isEqualTo(ColourMap.VIRIDIS);
        assertThat(key.span()).isEqualTo(new Span(1, 3, Scale.LINEAR));
    }
}
