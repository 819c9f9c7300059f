package org.separatrix.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quadratic forms at many points and their adjoint, the moments: by definition, scalar against SIMD, parts against whole. */
class QuadraticFormsTest {
    private static final double EPSILON = 0x1p-53;
    private static final float FLOAT_EPSILON = 0x1p-24f;

    private final Kernels scalar = new ScalarKernels();
    private final Kernels simd = new SimdKernels();

    @Test
    void theScalarValuesAndMomentsAreTheDefinition() {
        double[] linear = {1, -2};
        double[] lower = {3, 0, 4, 5};
        Matrix x = Matrix.ofRows(new double[] {1, 2, 3}, new double[] {0, -1, 2});
        double[] values = new double[3];
        scalar.quadraticForms(DoubleStrips.of(x), 0, 3, linear, lower, values);
        assertThat(values).containsExactly(1 + 3, 2 + 12 + 2 - 8 + 5, 3 - 4 + 27 + 24 + 20);

        double[] first = new double[2];
        double[] second = new double[4];
        scalar.moments(DoubleStrips.of(x.transpose()), 0, 2, new double[] {1, -2, 3}, first, second);
        assertThat(first).containsExactly(1 - 4 + 9, 2 + 6);
        assertThat(second[0]).isEqualTo(1 - 8 + 27);
        assertThat(second[2]).isEqualTo(4 + 18);
        assertThat(second[3]).isEqualTo(-2 + 12);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 5", "7, 16", "8, 17", "9, 31", "16, 32", "17, 33", "40, 220", "41, 65", "100, 70", "100, 30"
    })
    void vectorsAgreeWithPlainLoops(int d, int n) {
        Points points = new Points(d, n);
        double[] expected = new double[n];
        double[] actual = new double[n];
        points.values(scalar, 0, n, expected);
        points.values(simd, 0, n, actual);
        // Every sum is of at most d products of numbers up to one, and there are d of them.
        double bound = 3. * (d + 2) * (d + 2);
        assertThat(actual).containsExactly(expected, within(bound * EPSILON));
        float[] expectedFloats = new float[n];
        float[] actualFloats = new float[n];
        points.values(scalar, 0, n, expectedFloats);
        points.values(simd, 0, n, actualFloats);
        assertThat(actualFloats).containsExactly(expectedFloats, within((float) bound * FLOAT_EPSILON));

        assertThat(points.moments(simd, d)).containsExactly(points.moments(scalar, d), within(3 * (n + 2) * EPSILON));
        assertThat(points.floatMoments(simd, d))
                .containsExactly(points.floatMoments(scalar, d), within(3 * (n + 2) * FLOAT_EPSILON));
    }

    @Test
    void anyRangeIsTheSameBitsAsTheWhole() {
        Points points = new Points(41, 67);
        double[] whole = new double[67];
        float[] wholeFloats = new float[67];
        points.values(simd, 0, 67, whole);
        points.values(simd, 0, 67, wholeFloats);
        for (int cut : new int[] {0, 1, 8, 16, 31, 32, 40, 66, 67}) {
            double[] parts = new double[67];
            float[] floatParts = new float[67];
            points.values(simd, 0, cut, parts);
            points.values(simd, cut, 67, parts);
            points.values(simd, 0, cut, floatParts);
            points.values(simd, cut, 67, floatParts);
            assertThat(parts).isEqualTo(whole);
            assertThat(floatParts).isEqualTo(wholeFloats);
        }
        for (int cut : new int[] {0, 1, 8, 16, 31, 32, 40}) {
            assertThat(points.moments(simd, cut)).isEqualTo(points.moments(simd, 41));
            assertThat(points.floatMoments(simd, cut)).isEqualTo(points.floatMoments(simd, 41));
        }
    }

    @Test
    void momentsAreTheAdjointOfValues() {
        Points points = new Points(13, 50);
        double[] values = new double[50];
        points.values(simd, 0, 50, values);
        double[] moments = points.moments(simd, 13);
        double forward = 0;
        for (int p = 0; p < 50; p++) forward += points.weights[p] * values[p];
        double backward = 0;
        for (int i = 0; i < 13; i++) backward += points.linear[i] * moments[i];
        for (int i = 0; i < 13 * 13; i++) backward += points.lower[i] * moments[13 + i];
        assertThat(forward).isCloseTo(backward, within(1e-12));
    }

    private static float[] floats(double[] x) {
        float[] floats = new float[x.length];
        for (int i = 0; i < x.length; i++) floats[i] = (float) x[i];
        return floats;
    }

    /** Random points between -1 and 1 in echelon form, with a random form. */
    private static final class Points {
        private final int d;
        private final int n;
        private final double[] linear;
        private final double[] lower;
        private final double[] weights;
        private final Matrix rows;

        Points(int d, int n) {
            this.d = d;
            this.n = n;
            linear = random(d, 1);
            lower = random(d * d, 2);
            for (int i = 0; i < d; i++) Arrays.fill(lower, i * d + i + 1, (i + 1) * d, 0);
            weights = random(n, 3);
            double[] values = random(n * d, 4);
            for (int p = 0; p < Math.min(d, n); p++) Arrays.fill(values, p * d + p + 1, (p + 1) * d, 0);
            rows = Matrix.of(n, d, values);
        }

        void values(Kernels kernels, int from, int to, double[] values) {
            kernels.quadraticForms(DoubleStrips.of(rows.transpose()), from, to, linear, lower, values);
        }

        void values(Kernels kernels, int from, int to, float[] values) {
            kernels.quadraticForms(FloatStrips.of(rows.transpose()), from, to, floats(linear), floats(lower), values);
        }

        /** The first moments and the second on and below the diagonal, in two parts. */
        double[] moments(Kernels kernels, int cut) {
            double[] first = new double[d];
            double[] second = new double[d * d];
            kernels.moments(DoubleStrips.of(rows), 0, cut, weights, first, second);
            kernels.moments(DoubleStrips.of(rows), cut, d, weights, first, second);
            double[] all = Arrays.copyOf(first, d + d * d);
            for (int i = 0; i < d; i++) System.arraycopy(second, i * d, all, d + i * d, i + 1);
            return all;
        }

        float[] floatMoments(Kernels kernels, int cut) {
            float[] first = new float[d];
            float[] second = new float[d * d];
            kernels.moments(FloatStrips.of(rows), 0, cut, floats(weights), first, second);
            kernels.moments(FloatStrips.of(rows), cut, d, floats(weights), first, second);
            float[] all = Arrays.copyOf(first, d + d * d);
            for (int i = 0; i < d; i++) System.arraycopy(second, i * d, all, d + i * d, i + 1);
            return all;
        }

        private static double[] random(int n, long index) {
            RandomStream stream = RandomStream.of(n, "quadratic forms", index);
            return IntStream.range(0, n)
                    .mapToDouble(_ -> stream.nextDouble(-1, 1))
                    .toArray();
        }
    }
}
