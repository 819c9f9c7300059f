package org.separatrix.viz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.separatrix.lab.Scale;

class TicksTest {
    private static List<String> labels(double min, double max, Scale scale, int most) {
        return Ticks.standard(new Span(min, max, scale), most).stream()
                .map(Ticks.Tick::label)
                .toList();
    }

    @Test
    void decadesAreLabelledAsPowersOfTen() {
        assertThat(labels(1e-3, 2, Scale.LOG, 6)).containsExactly("10⁻³", "10⁻²", "10⁻¹", "10⁰");
    }

    @Test
    void manyDecadesAreLabelledAtEqualStrides() {
        assertThat(labels(1e-16, 1, Scale.LOG, 5)).containsExactly("10⁻¹⁶", "10⁻¹²", "10⁻⁸", "10⁻⁴", "10⁰");
    }

    @Test
    void fewDecadesAreLabelledInside() {
        assertThat(labels(0.2, 10, Scale.LOG, 8)).containsExactly("0.2", "0.5", "1", "2", "5", "10");
    }

    @Test
    void roundNumbersShareTheirDecimals() {
        assertThat(labels(0, 1, Scale.LINEAR, 5)).containsExactly("0", "0.5", "1.0");
        assertThat(labels(-20, 20, Scale.LINEAR, 5)).containsExactly("−20", "−10", "0", "10", "20");
    }

    @Test
    void largeNumbersTakeAPowerOfTen() {
        assertThat(labels(0, 4e5, Scale.LINEAR, 5)).containsExactly("0", "1·10⁵", "2·10⁵", "3·10⁵", "4·10⁵");
    }

    @Property
    void ticksLieInsideAndAreNotTooMany(
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double min,
            @ForAll @DoubleRange(min = -5, max = 6) double magnitude,
            @ForAll @IntRange(min = 3, max = 12) int most) {
        double length = Math.max(Math.pow(10, magnitude), 1e-6 * Math.abs(min));
        var span = new Span(min, min + length, Scale.LINEAR);

        List<Ticks.Tick> ticks = Ticks.standard(span, most);

        assertThat(ticks).hasSizeBetween(1, most);
        assertThat(ticks)
                .allSatisfy(tick -> assertThat(span.share(tick.value())).isBetween(-1e-5, 1 + 1e-5));
        assertThat(ticks.stream().mapToDouble(Ticks.Tick::value).toArray()).isSorted();
    }
}
