package org.separatrix.viz;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.separatrix.lab.Observable;
import org.separatrix.run.Recording;

class SummaryTest {
    private static final Recording RUN = Gallery.recorded(1, 500);

    private static String of(Observable<?> observable) {
        return Summary.of(observable, Track.main(RUN));
    }

    @Test
    void curvesAreToldByTheirEndsAndEvents() {
        assertThat(of(Gallery.LOSS))
                .startsWith("Loss: train falls from 0.997 to 1.2·10⁻⁴, test falls from 1.1 to 0.0046 (time τ from 1 to")
                .endsWith("Events: fitted at 50, half-way at 70, grokked at 900.");
    }

    @Test
    void aHumpIsToldByItsTop() {
        assertThat(of(Gallery.CAUSES)).contains("linear rises from 0.00248 to 0.117 at 166 and falls to");
    }

    @Test
    void manySeriesAreCounted() {
        assertThat(of(Gallery.MODES)).contains("and 6 more series");
    }

    @Test
    void otherKindsAreToldByWhatTheyHold() {
        assertThat(of(Gallery.FEW))
                .isEqualTo(
                        "Singular values of W: product has 8 values, 1.6 to 3; first layer has 8 values, 1.26 to 1.73.");
        assertThat(of(Gallery.SIGNED)).isEqualTo("Input-output map: strength on a grid of 8 x 12, −1 to 1.");
        assertThat(of(Gallery.PLANE)).contains("saddle at (0, 0), stable point at (1, 1)");
        assertThat(of(Gallery.FACTS)).contains("train loss 6.3·10⁻⁵; ").contains("step size stable");
    }

    static java.util.List<Observable<?>> all() {
        return Gallery.ALL;
    }

    @ParameterizedTest
    @MethodSource("all")
    void everySummaryIsASentence(Observable<?> observable) {
        assertThat(of(observable))
                .startsWith(observable.title() + ": ")
                .endsWith(".")
                .doesNotContain("..");
    }
}
