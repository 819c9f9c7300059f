package org.separatrix.viz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.separatrix.lab.Scale;

class ExtentTest {
    private static Extent of(double... values) {
        var extent = new Extent();
        extent.include(values);
        return extent;
    }

    @Property
    void anAxisShowsAllItsValues(@ForAll @Size(min = 1, max = 30) double[] values, @ForAll Scale scale) {
        double[] tame =
                DoubleStream.of(values).map(value -> Math.tanh(value) * 1e3).toArray();

        Span span = of(tame).values(scale);

        for (double value : tame) {
            boolean shown = scale == Scale.LINEAR || value > 1e-13;
            if (shown) assertThat(span.share(value)).isBetween(-0.01, 1.01);
        }
    }

    @Property
    void aLogarithmicAxisSpansSeventeenDecadesAtMost(@ForAll @Size(min = 1, max = 30) double[] values) {
        Span span = of(values).values(Scale.LOG);

        assertThat(Math.log10(span.max() / span.min())).isLessThanOrEqualTo(17.5);
    }

    @Property
    void theEndOfTimeIsAtHand(@ForAll @DoubleRange(min = -9, max = 9) double exponent) {
        double last = Math.pow(10, exponent);

        Span span = of(0, last).time(Scale.LINEAR);

        assertThat(span.min()).isZero();
        assertThat(span.max()).isBetween(last * 0.99, last * 1.2);
    }

    @Test
    void theAxisStaysWhereItIsWhileTimeCreepsOn() {
        assertThat(of(0, 16.3).time(Scale.LINEAR)).isEqualTo(of(0, 17.9).time(Scale.LINEAR));
    }

    @Test
    void aRunThatDivergesDoesNotHideWhereItBegan() {
        var extent = new Extent();
        extent.follow(new double[] {1, 1e30, 1e290});

        Span span = extent.values(Scale.LOG);

        assertThat(span.contains(1)).isTrue();
        assertThat(span.max()).isLessThan(1e10);
    }

    @Test
    void aConstantIsShownInTheMiddle() {
        assertThat(of(3, 3).values(Scale.LINEAR).share(3)).isBetween(0.2, 0.8);
        assertThat(of(0).values(Scale.LINEAR).contains(0)).isTrue();
    }

    @Test
    void whatIsNotPositiveDoesNotStretchALogarithmicAxis() {
        assertThat(of(-5, 0, 1, 100).values(Scale.LOG)).isEqualTo(of(1, 100).values(Scale.LOG));
        assertThat(of(-5).values(Scale.LOG).max()).isEqualTo(1);
    }

    @Property
    void valueAndShareAreInverse(
            @ForAll @DoubleRange(min = 0.01, max = 1000) double min,
            @ForAll @DoubleRange(min = 1.1, max = 1e6) double ratio,
            @ForAll Scale scale,
            @ForAll @DoubleRange(min = 0, max = 1) double share) {
        var span = new Span(min, min * ratio, scale);

        assertThat(span.share(span.at(share))).isBetween(share - 1e-9, share + 1e-9);
    }
}
