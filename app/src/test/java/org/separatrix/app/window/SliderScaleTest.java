package org.separatrix.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.lab.Domain;
import org.separatrix.lab.Scale;

class SliderScaleTest {
    private static final Domain.Real DECADES = new Domain.Real(1e-3, 10, Scale.LOG);
    private static final Domain.Real SYMMETRIC = new Domain.Real(-0.3, 0.7, Scale.LINEAR);
    private static final Domain.Whole COUNT = new Domain.Whole(1, 8, Scale.LINEAR);
    private static final Domain.Whole SIZE = new Domain.Whole(1, 10_000, Scale.LOG);

    @Test
    void theMiddleOfALogarithmicSliderIsTheGeometricMean() {
        assertThat(SliderScale.of(DECADES).value().apply(0.5)).isEqualTo(0.1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.013, 0.25, 0.5, 0.731, 0.99, 1})
    void everyPlaceHoldsAValueOfTheDomain(double place) {
        assertThat(DECADES.contains(SliderScale.of(DECADES).value().apply(place)))
                .isTrue();
        assertThat(SYMMETRIC.contains(SliderScale.of(SYMMETRIC).value().apply(place)))
                .isTrue();
        assertThat(COUNT.contains(SliderScale.of(COUNT).value().apply(place))).isTrue();
        assertThat(SIZE.contains(SliderScale.of(SIZE).value().apply(place))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.013, 0.25, 0.5, 0.731, 0.99, 1})
    void aValueLiesWhereItCameFromToWithinItsRounding(double place) {
        SliderScale<Double> decades = SliderScale.of(DECADES);
        assertThat(decades.position().applyAsDouble(decades.value().apply(place)))
                .isCloseTo(place, within(1e-3));
        SliderScale<Double> symmetric = SliderScale.of(SYMMETRIC);
        assertThat(symmetric.position().applyAsDouble(symmetric.value().apply(place)))
                .isCloseTo(place, within(1e-3));
    }

    @Test
    void aLinearSliderNearZeroSaysNoMoreThanItsLengthCan() {
        assertThat(SliderScale.of(SYMMETRIC).value().apply(0.3000001)).isEqualTo(0);
        assertThat(SliderScale.of(SYMMETRIC).value().apply(0.31234)).isEqualTo(0.012);
    }

    @Test
    void oneArrowKeyMovesASmallCountByOne() {
        SliderScale<Long> count = SliderScale.of(COUNT);
        double next = count.position().applyAsDouble(3L) + count.step();
        assertThat(count.value().apply(next)).isEqualTo(4);
    }
}
