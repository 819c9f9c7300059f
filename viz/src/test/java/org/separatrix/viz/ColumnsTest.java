package org.separatrix.viz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.separatrix.lab.Scale;

class ColumnsTest {
    private static final Span UNIT = new Span(0, 1, Scale.LINEAR);

    private static Columns thinned(double[] y, int width) {
        var columns = new Columns(UNIT, width);
        for (int i = 0; i < y.length; i++) columns.add((i + 0.5) / y.length, y[i]);
        return columns;
    }

    private static double[] kept(Columns columns) {
        return IntStream.range(0, columns.size()).mapToDouble(columns::y).toArray();
    }

    private static long[] perColumn(Columns columns, int width) {
        long[] counts = new long[width];
        for (int i = 0; i < columns.size(); i++) counts[(int) (columns.x(i) * width)]++;
        return counts;
    }

    @Property
    void everyColumnKeepsItsExtremesAndItsEnds(
            @ForAll @Size(min = 1, max = 400) List<@DoubleRange(min = -100, max = 100) Double> values,
            @ForAll @IntRange(min = 1, max = 40) int width) {
        double[] y = values.stream().mapToDouble(Double::doubleValue).toArray();

        Columns columns = thinned(y, width);

        assertThat(Arrays.stream(perColumn(columns, width)).max().orElse(0)).isLessThanOrEqualTo(4);
        for (int column = 0; column < width; column++) {
            int place = column;
            double[] all = IntStream.range(0, y.length)
                    .filter(i -> (int) ((i + 0.5) / y.length * width) == place)
                    .mapToDouble(i -> y[i])
                    .toArray();
            double[] some = IntStream.range(0, columns.size())
                    .filter(i -> (int) (columns.x(i) * width) == place)
                    .mapToDouble(columns::y)
                    .toArray();
            if (all.length == 0) continue;
            assertThat(Arrays.stream(some).min()).isEqualTo(Arrays.stream(all).min());
            assertThat(Arrays.stream(some).max()).isEqualTo(Arrays.stream(all).max());
            assertThat(some[0]).isEqualTo(all[0]);
            assertThat(some[some.length - 1]).isEqualTo(all[all.length - 1]);
        }
    }

    @Test
    void aMillionPointsLeaveFourAColumn() {
        var random = new Random(7);
        double[] y = random.doubles(1_000_000, -1, 1).toArray();

        Columns columns = thinned(y, 800);

        assertThat(columns.size()).isLessThanOrEqualTo(4 * 800);
        assertThat(kept(columns))
                .contains(
                        Arrays.stream(y).min().orElseThrow(),
                        Arrays.stream(y).max().orElseThrow());
    }

    @Property
    void fewPointsAreAllKept(@ForAll @Size(max = 20) List<@DoubleRange(min = -1, max = 1) Double> values) {
        double[] y = values.stream().mapToDouble(Double::doubleValue).toArray();

        assertThat(kept(thinned(y, 20))).containsExactly(y);
    }

    @Test
    void aGapStaysAGap() {
        assertThat(kept(thinned(new double[] {1, 2, Double.NaN, Double.NaN, 3}, 5)))
                .containsExactly(1, 2, Double.NaN, 3);
    }

    @Test
    void whatLiesBeyondTheEndsLeavesFourPointsThere() {
        var columns = new Columns(UNIT, 10);
        for (int i = 0; i < 1000; i++) columns.add(-10 + 0.02 * i, i);

        assertThat(IntStream.range(0, columns.size()).filter(i -> columns.x(i) < 0))
                .hasSizeLessThanOrEqualTo(4);
    }
}
