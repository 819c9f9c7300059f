package org.separatrix.viz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.separatrix.lab.Line;
import org.separatrix.lab.Scale;

class HistogramTest {
    @Property
    void itsMassIsOne(
            @ForAll @Size(min = 1, max = 100) List<@DoubleRange(min = 0.01, max = 10) Double> set,
            @ForAll @IntRange(min = 10, max = 80) int bins,
            @ForAll Scale scale) {
        var span = new Span(0.01, 10, scale);
        double length = scale == Scale.LOG ? 3 : span.max() - span.min();

        double mass = Arrays.stream(Histogram.of(
                                        set.stream()
                                                .mapToDouble(Double::doubleValue)
                                                .toArray(),
                                        span,
                                        bins)
                                .density())
                        .sum()
                * length
                / bins;

        assertThat(mass).isBetween(1 - 1e-9, 1 + 1e-9);
    }

    @Test
    void aValueFarAboveAllOthersIsNoPartOfTheBulk() {
        double[] set = IntStream.range(0, 100).mapToDouble(i -> i * 0.02).toArray();
        set[99] = 233;

        assertThat(Histogram.bulk(set, List.of(), Scale.LINEAR)).isEqualTo(set[98]);
        assertThat(Histogram.bulk(set, List.of(), Scale.LOG)).isInfinite();
    }

    @Test
    void aValueInsideTheTheorysDensityIsPartOfTheBulk() {
        double[] set = IntStream.range(0, 100).mapToDouble(i -> i * 0.02).toArray();
        set[99] = 20;
        var density = new Line("", Line.Role.THEORY, new double[] {0, 25}, new double[] {0.04, 0.04});

        assertThat(Histogram.bulk(set, List.of(density), Scale.LINEAR)).isInfinite();
    }

    @Test
    void aFewValuesBeyondTheBulkAreSetApartWhereTheyStandAlone() {
        var bulk = new Line("", Line.Role.THEORY, new double[] {0.3, 2.1}, new double[] {0.5, 0.5});
        double[] set =
                IntStream.range(0, 100).mapToDouble(i -> 2.0 * (i + 1) / 100).toArray();
        set[98] = 30;
        set[99] = 40;

        assertThat(Histogram.detached(set, bulk)).containsExactly(30, 40);
        assertThat(Histogram.detached(set, null)).isEmpty();
        set[98] = 2.2;
        set[99] = 2.3;
        assertThat(Histogram.detached(set, bulk)).isEmpty();
    }

    @Test
    void aDensityIsSeenWholeUnlessItIsSingular() {
        double[] x =
                IntStream.range(0, 400).mapToDouble(i -> 4 * (i + 0.5) / 400).toArray();
        double[] round =
                Arrays.stream(x).map(at -> Math.sqrt(4 - (at - 2) * (at - 2))).toArray();
        double[] singular = Arrays.stream(x).map(at -> Math.sqrt((4 - at) / at)).toArray();

        assertThat(Histogram.height(x, round, round))
                .isEqualTo(Arrays.stream(round).max().orElseThrow());
        assertThat(Histogram.height(x, singular, singular)).isBetween(2.0, 10.0);
    }
}
