package org.separatrix.viz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.lab.Scale;

/** Events at 50 (“fitted”), 70 (“half-way”) and 900 (“grokked”). */
class EventLayerTest {
    private static final EventLayer LAYER =
            new EventLayer(Track.main(Gallery.recorded(1, 400)), Double.NaN, Theme.LIGHT);

    @Test
    void whereThereIsRoomAllWordsStandInOneRow() {
        Plane plane = plane(1000, new Span(40, 1000, Scale.LOG));

        assertThat(LAYER.marks(plane))
                .extracting(EventLayer.Mark::word)
                .containsExactly("grokked", "half-way", "fitted");
        assertThat(LAYER.headroom(plane)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {120, 200, 400, 1000})
    void everyWordIsToldAndNoneLiesOnAnother(int width) {
        Plane plane = plane(width, new Span(0, 1000, Scale.LINEAR));

        List<EventLayer.Mark> marks = LAYER.marks(plane);

        assertThat(marks).extracting(EventLayer.Mark::word).containsExactly("grokked", "half-way", "fitted");
        assertThat(marks).allSatisfy(mark -> {
            assertThat(end(mark)).isLessThanOrEqualTo(plane.right());
            assertThat(marks)
                    .filteredOn(other -> other.row() == mark.row() && other.left() > mark.left())
                    .allSatisfy(other -> assertThat(end(mark)).isLessThan(other.left()));
        });
        assertThat(LAYER.headroom(plane)).isPositive();
    }

    @Test
    void theRoomAboveThePlotIsTheSameWhereverTheCursorIs() {
        Plane plane = plane(120, new Span(0, 1000, Scale.LINEAR));
        var early = new EventLayer(LAYER.track(), 60, Theme.LIGHT);

        assertThat(early.headroom(plane)).isEqualTo(LAYER.headroom(plane));
    }

    @Test
    void aSmallPlotGivesUpNoHeight() {
        Span x = new Span(0, 1000, Scale.LINEAR);

        assertThat(LAYER.headroom(new Plane(0, 0, 60, 40, x, new Span(0, 1, Scale.LINEAR))))
                .isZero();
    }

    private static double end(EventLayer.Mark mark) {
        return mark.left() + Pen.width(mark.word(), Pen.label());
    }

    private static Plane plane(int width, Span x) {
        return new Plane(30, 40, width, 200, x, new Span(0, 1, Scale.LINEAR));
    }
}
