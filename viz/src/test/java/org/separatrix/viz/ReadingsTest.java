package org.separatrix.viz;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.separatrix.lab.Observable;
import org.separatrix.run.Recording;

class ReadingsTest {
    private static final Recording RUN = Gallery.recorded(1, 400);

    private static Chart chart(Observable<?> observable) {
        return Chart.of(observable, Look.of(Theme.LIGHT)).with(List.of(Track.main(RUN)));
    }

    private static List<Reading> at(Chart chart, double x, double y) {
        var image = new BufferedImage(480, 320, BufferedImage.TYPE_INT_RGB);
        Plane plane = chart.draw(image.createGraphics(), 480, 320).orElseThrow().plane();
        return chart.read(plane, x, y).map(Probe::readings).orElse(List.of());
    }

    @Test
    void curvesAreReadAtTheNearestRecordedTime() {
        int row = 100;
        double time = RUN.times()[row];

        List<Reading> readings = at(chart(Gallery.LOSS), time * 1.005, 1);

        assertThat(readings.get(0).value()).isEqualTo(Notation.value(time, 6));
        assertThat(readings.get(2).label()).isEqualTo("test");
        assertThat(readings.get(2).value()).isEqualTo(Notation.value(RUN.simulated("loss", "test")[row], 6));
        assertThat(readings.get(2).theory()).isEqualTo(Notation.value(RUN.theory("loss", "test")[row], 6));
        assertThat(at(chart(Gallery.LOSS), time * 1.015, 1).getFirst().value())
                .isEqualTo(Notation.value(RUN.times()[row + 1], 6));
    }

    @Test
    void nothingIsReadBeyondTheCursorOrBeforeTheStart() {
        double cursor = RUN.times()[50];

        assertThat(at(chart(Gallery.LOSS).at(cursor), 1000, 1).getFirst().value())
                .isEqualTo(Notation.value(cursor, 6));
        assertThat(at(chart(Gallery.LOSS), 0.5, 1)).isEmpty();
    }

    @Test
    void aFieldIsReadByCells() {
        List<Reading> readings = at(chart(Gallery.SIGNED), 3.4, 2.2);

        assertThat(readings).extracting(Reading::label).containsExactly("item", "feature", "strength");
        assertThat(readings.get(0).value()).isEqualTo("3");
        assertThat(readings.get(1).value()).isEqualTo("2");
        assertThat(at(chart(Gallery.SIGNED), 30, 2)).isEmpty();
    }

    @Test
    void barsAreReadByCategory() {
        assertThat(at(chart(Gallery.BARS), 5.2, 1)).extracting(Reading::value).containsExactly("12", "15.5", "2.9");
    }

    @Test
    void aPortraitIsReadPointByPoint() {
        assertThat(at(chart(Gallery.PLANE), 0.5, -1)).extracting(Reading::value).containsExactly("0.5", "−1");
    }
}
