package org.separatrix.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Many draws at once against one at a time, vectors against loops to the last bit, functions against the library. */
class DrawsTest {
    private static final Draws SCALAR = new ScalarDraws();
    private static final Draws SIMD = new SimdDraws();

    private static void accurate(DoubleUnaryOperator ours, DoubleUnaryOperator exact, double x) {
        double expected = exact.applyAsDouble(x);
        assertThat(ours.applyAsDouble(x)).as("at " + x).isCloseTo(expected, within(4 * Math.ulp(expected)));
    }

    @Property
    void logarithmsAreAccurate(@ForAll @DoubleRange(min = -690, max = 690) double exponent) {
        double x = StrictMath.exp(exponent);
        accurate(Elementary::log, StrictMath::log, x);
        accurate(Elementary::log, StrictMath::log, 1 + 1e-3 * Math.cos(x));
        accurate(Elementary::log, StrictMath::log, Math.scalb(Math.abs(Math.cos(x)) + 0.1, -20));
    }

    @Property
    void exponentialsAreAccurate(@ForAll @DoubleRange(min = -699, max = 699) double x) {
        accurate(Elementary::exp, StrictMath::exp, x);
        accurate(Elementary::exp, StrictMath::exp, x / 1000);
    }

    @Property
    void sinesAndCosinesOfTurnsAreAccurate(@ForAll @DoubleRange(min = 0, max = 1) double t) {
        assertThat(Elementary.sinTurn(t)).isCloseTo(StrictMath.sin(2 * Math.PI * t), within(1e-15));
        assertThat(Elementary.cosTurn(t)).isCloseTo(StrictMath.cos(2 * Math.PI * t), within(1e-15));
    }

    @Test
    void quarterTurnsAreExact() {
        assertThat(Elementary.sinTurn(0.25)).isEqualTo(1);
        assertThat(Elementary.cosTurn(0.5)).isEqualTo(-1);
        assertThat(Elementary.sinTurn(0.75)).isEqualTo(-1);
        assertThat(Elementary.cosTurn(0)).isEqualTo(1);
    }

    @Property
    void powersAreAccurate(
            @ForAll @DoubleRange(min = -69, max = 69) double exponent,
            @ForAll @DoubleRange(min = -1.5, max = 0.5) double y) {
        double x = StrictMath.exp(exponent);
        double exact = StrictMath.pow(x, y);
        assertThat(Elementary.power(x, y)).isCloseTo(exact, within(1e-13 * exact));
    }

    @Property(tries = 200)
    void vectorsAndLoopsGiveTheSameBits(
            @ForAll long seed, @ForAll int step, @ForAll int draw, @ForAll @IntRange(min = 0, max = 40) int count) {
        var place = new Draws.Place(seed, step, draw, 1);
        long[] particles = new long[count];
        for (int i = 0; i < count; i++) particles[i] = (i * 2654435761L + seed) & 0xFFFFFFFFL;
        double[][] a = new double[6][count];
        double[][] b = new double[6][count];
        for (var pair : java.util.Map.of(SCALAR, a, SIMD, b).entrySet()) {
            double[][] out = pair.getValue();
            pair.getKey().uniforms(place, particles, count, out[0], out[1], out[2]);
            pair.getKey().normals(place, particles, count, out[3], out[4], out[5]);
        }
        assertThat(b).isDeepEqualTo(a);
        double[][] c = new double[4][count];
        double[][] d = new double[4][count];
        for (var pair : java.util.Map.of(SCALAR, c, SIMD, d).entrySet()) {
            double[][] out = pair.getValue();
            pair.getKey().directions(a[1], a[2], count, out[0], out[1], out[2]);
            pair.getKey().power(a[0], -0.25, 3, count, out[3]);
        }
        assertThat(d).isDeepEqualTo(c);
    }

    @Test
    void aDrawMapsItsWordsAsStated() {
        CounterDraw words = CounterDraw.at(20250617, 7, 3, 1, 2);
        long[] expected = {4272361084L, 3299348105L, 1421577401L, 3215800343L};
        for (int i = 0; i < 4; i++) assertThat(words.word(i)).isEqualTo(expected[i]);
        assertThat(words.first()).isEqualTo(0.9947365812258795);
        assertThat(words.fine()).isEqualTo(0.9947365812883222);
        double[][] out = new double[6][1];
        var place = new Draws.Place(20250617, 3, 1, 2);
        SIMD.normals(place, new long[] {7}, 1, out[0], out[1], out[2]);
        SIMD.directions(new double[] {words.third()}, new double[] {words.fourth()}, 1, out[3], out[4], out[5]);
        double[] known = {
            0.011715821107677844,
            -0.10206555862250954,
            -0.011801972039342294,
            -0.0074692698023076445,
            -0.9411069746611109,
            -0.3380264372099191
        };
        for (int i = 0; i < 6; i++) assertThat(out[i][0]).isCloseTo(known[i], within(1e-15));
    }

    @Test
    void normalsHaveTheMomentsOfTheirLaw() {
        int n = 200_000;
        long[] particles = new long[n];
        for (int i = 0; i < n; i++) particles[i] = i;
        double[][] v = new double[3][n];
        SIMD.normals(new Draws.Place(5, 0, 0, 0), particles, n, v[0], v[1], v[2]);
        for (double[] x : v) {
            double mean = 0;
            double square = 0;
            double fourth = 0;
            for (double value : x) {
                mean += value / n;
                square += value * value / n;
                fourth += value * value * value * value / n;
            }
            assertThat(mean).isCloseTo(0, within(4 / Math.sqrt(n)));
            assertThat(square).isCloseTo(1, within(4 * Math.sqrt(2.0 / n)));
            assertThat(fourth).isCloseTo(3, within(4 * Math.sqrt(96.0 / n)));
        }
    }
}
