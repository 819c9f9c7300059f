package org.separatrix.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.compute.Kernels.Form;
import org.separatrix.lab.Compute;

/** The scalar kernels against the definition, the others against the scalar ones, and any block against the whole. */
class KernelsTest {
    private static final int[] AWKWARD = {0, 1, 2, 3, 7, 8, 9, 15, 16, 17, 63, 64, 65};
    private static final double EPSILON = 0x1p-53;
    private static final float FLOAT_EPSILON = 0x1p-24f;

    private final Kernels scalar = new ScalarKernels();
    private final Kernels simd = new SimdKernels();
    private final Selection twoThreads = Kernels.of(Compute.SIMD.onThreads(2));
    private final Selection threeThreads = Kernels.of(Compute.SIMD.onThreads(3));

    @AfterEach
    void endThreads() {
        twoThreads.close();
        threeThreads.close();
    }

    static Stream<Arguments> shapes() {
        Stream<Arguments> cubes = Arrays.stream(AWKWARD).mapToObj(n -> Arguments.of(n, n, n));
        Stream<Arguments> others = Stream.of(
                Arguments.of(1, 65, 17),
                Arguments.of(65, 1, 9),
                Arguments.of(17, 33, 1),
                Arguments.of(5, 31, 0),
                Arguments.of(100, 40, 3),
                Arguments.of(3, 7, 300),
                Arguments.of(24, 96, 64));
        return Stream.concat(cubes, others);
    }

    @ParameterizedTest
    @CsvSource({"AB", "ATB", "ABT"})
    void theScalarProductIsTheDefinition(Form form) {
        Product p = new Product(form, 5, 4, 3);
        double[] c = p.c.clone();
        p.run(scalar, c);
        for (int i = 0; i < 5; i++)
            for (int j = 0; j < 4; j++) {
                double sum = p.beta * p.c[p.cOffset + i * p.ldc + j];
                for (int q = 0; q < 3; q++) sum += p.alpha * p.a(i, q) * p.b(q, j);
                assertThat(c[p.cOffset + i * p.ldc + j]).isCloseTo(sum, within(1e-15));
            }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void simdProductsAgreeWithScalarOnes(int m, int n, int k) {
        for (Form form : Form.values())
            for (double beta : new double[] {0, 1, -.5}) {
                Product p = new Product(form, m, n, k);
                p.beta = beta;
                double[] expected = p.c.clone();
                double[] actual = p.c.clone();
                p.run(scalar, expected);
                p.run(simd, actual);
                assertThat(actual)
                        .as("%s, beta %s", form, beta)
                        .containsExactly(expected, within(3 * (k + 2) * EPSILON));

                float[] expectedFloats = floats(p.c);
                float[] actualFloats = floats(p.c);
                p.run(scalar, expectedFloats);
                p.run(simd, actualFloats);
                assertThat(actualFloats)
                        .as("%s in floats, beta %s", form, beta)
                        .containsExactly(expectedFloats, within(3 * (k + 2) * FLOAT_EPSILON));
            }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void productsAreTheSameBitsOnAnyNumberOfThreads(int m, int n, int k) {
        for (Form form : Form.values()) {
            Product p = new Product(form, m, n, k);
            double[] one = p.c.clone();
            float[] oneFloats = floats(p.c);
            p.run(simd, one);
            p.run(simd, oneFloats);
            for (Selection many : new Selection[] {twoThreads, threeThreads}) {
                double[] c = p.c.clone();
                p.run(many.kernels(), c);
                assertThat(c).isEqualTo(one);
                float[] floats = floats(p.c);
                p.run(many.kernels(), floats);
                assertThat(floats).isEqualTo(oneFloats);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"AB", "ATB", "ABT"})
    void aBlockIsTheSameBitsAsTheWhole(Form form) {
        Product p = new Product(form, 21, 37, 19);
        double[] whole = p.c.clone();
        float[] wholeFloats = floats(p.c);
        p.run(simd, whole);
        p.run(simd, wholeFloats);
        for (int row : new int[] {0, 1, 5, 8, 20})
            for (int column : new int[] {0, 1, 7, 16, 36}) {
                double[] c = p.c.clone();
                float[] floats = floats(p.c);
                p.block(simd, c, 0, row, 0, column);
                p.block(simd, c, row, 21, 0, column);
                p.block(simd, c, 0, row, column, 37);
                p.block(simd, c, row, 21, column, 37);
                assertThat(c).isEqualTo(whole);
                p.block(simd, floats, 0, row, 0, column);
                p.block(simd, floats, row, 21, 0, column);
                p.block(simd, floats, 0, row, column, 37);
                p.block(simd, floats, row, 21, column, 37);
                assertThat(floats).isEqualTo(wholeFloats);
            }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8, 16, 17, 33, 40, 66, 100})
    void stepsAndGramMatricesAreProductsInAnyParts(int n) {
        int k = n + 2;
        double[] a = random(k * n, 1);
        double[] s = random(n * n, 2);
        double[] map = new double[n * n];
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++) map[i * n + j] = (i == j ? 1 : 0) - .3 * s[Math.max(i, j) * n + Math.min(i, j)];
        for (Kernels kernels : new Kernels[] {scalar, simd}) {
            double[] moved = new double[k * n];
            double[] square = new double[n * n];
            kernels.gemm(Form.AB, k, n, n, 1, a, map, 0, moved);
            kernels.gemm(Form.ATB, n, n, k, 1, a, a, 0, square);
            for (int cut : new int[] {0, n / 3, 2 * n / 3, n}) {
                double[] stepped = new double[k * n];
                kernels.step(0, cut, n, -.3, a, s, stepped);
                kernels.step(cut, k, n, -.3, a, s, stepped);
                assertThat(stepped).isEqualTo(moved);
                double[] gram = new double[n * n];
                kernels.gram(0, cut, n, k, a, gram);
                kernels.gram(cut, n, n, k, a, gram);
                for (int i = 0; i < n; i++)
                    assertThat(Arrays.copyOfRange(gram, i * n, i * n + i + 1))
                            .isEqualTo(Arrays.copyOfRange(square, i * n, i * n + i + 1));
            }
        }
    }

    @Test
    void aLongPanelLeavesNothingBehindForAShortOne() {
        Kernels used = new SimdKernels();
        Product large = new Product(Form.ABT, 40, 40, 70);
        Arrays.fill(large.b, Double.NaN);
        large.run(used, large.c.clone());
        Product small = new Product(Form.ABT, 3, 5, 4);
        double[] c = small.c.clone();
        double[] fresh = small.c.clone();
        small.run(used, c);
        small.run(new SimdKernels(), fresh);
        assertThat(c).isEqualTo(fresh);
    }

    @ParameterizedTest
    @ValueSource(strings = {"scalar", "simd"})
    void withoutBetaOldValuesAreNotRead(String name) {
        Product p = new Product(Form.AB, 9, 10, 4);
        p.beta = 0;
        double[] c = new double[p.c.length];
        float[] floats = new float[p.c.length];
        Arrays.fill(c, Double.NaN);
        Arrays.fill(floats, Float.NaN);
        p.run(kernels(name), c);
        p.run(kernels(name), floats);
        for (int i = 0; i < p.m; i++)
            for (int j = 0; j < p.n; j++) {
                assertThat(c[p.cOffset + i * p.ldc + j]).isFinite();
                assertThat(floats[p.cOffset + i * p.ldc + j]).isFinite();
            }
    }

    @ParameterizedTest
    @ValueSource(strings = {"scalar", "simd"})
    void extremeValuesComeThrough(String name) {
        Kernels kernels = kernels(name);
        double[] c = new double[1];
        kernels.gemm(Form.AB, 1, 1, 2, 1, new double[] {1e200, 1}, new double[] {1e200, 1}, 0, c);
        assertThat(c[0]).isInfinite();
        kernels.gemm(Form.AB, 1, 1, 2, 1, new double[] {1, 1}, new double[] {Double.NaN, 1}, 0, c);
        assertThat(c[0]).isNaN();
        kernels.gemm(Form.AB, 1, 1, 1, 1, new double[] {Double.MIN_VALUE}, new double[] {1}, 0, c);
        assertThat(c[0]).isEqualTo(Double.MIN_VALUE);
        double[] row = new double[9];
        kernels.gemm(Form.AB, 1, 9, 1, 1, new double[] {Double.POSITIVE_INFINITY}, filled(9, 2), 1, row);
        assertThat(row).containsOnly(Double.POSITIVE_INFINITY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"scalar", "simd"})
    void tooShortAnArrayIsRefused(String name) {
        assertThatThrownBy(() ->
                        kernels(name).gemm(Form.AB, 8, 16, 4, 1, new double[31], new double[64], 0, new double[128]))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() ->
                        kernels(name).gemm(Form.AB, 8, 16, 4, 1, new double[32], new double[64], 0, new double[127]))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 1000, 5000})
    void vectorOperationsAgreeWithScalarOnes(int n) {
        int from = 3;
        int to = from + n;
        double[] x = random(n + 9, 1);
        double[] y = random(n + 9, 2);

        for (Kernels kernels : new Kernels[] {simd, twoThreads.kernels()}) {
            double[] expected = y.clone();
            double[] actual = y.clone();
            scalar.scale(from, to, -3, expected);
            kernels.scale(from, to, -3, actual);
            assertThat(actual).isEqualTo(expected);

            expected = y.clone();
            actual = y.clone();
            scalar.axpy(from, to, .3, x, expected);
            kernels.axpy(from, to, .3, x, actual);
            assertThat(actual).containsExactly(expected, within(3 * EPSILON));

            expected = y.clone();
            actual = y.clone();
            scalar.tanhGradient(from, to, x, expected);
            kernels.tanhGradient(from, to, x, actual);
            assertThat(actual).containsExactly(expected, within(4 * EPSILON));

            double rounding = (n + 2) * EPSILON * n; // Higham (2002), equation 3.5, for entries up to 1
            assertThat(kernels.dot(from, to, x, y)).isCloseTo(scalar.dot(from, to, x, y), within(rounding));
            assertThat(kernels.sumOfSquares(from, to, x)).isCloseTo(scalar.dot(from, to, x, x), within(rounding));

            expected = y.clone();
            actual = y.clone();
            scalar.tanh(from, to, x, expected);
            kernels.tanh(from, to, x, actual);
            assertThat(actual).containsExactly(expected, within(4 * EPSILON));
            assertThat(Arrays.copyOf(actual, from)).isEqualTo(Arrays.copyOf(y, from));
            assertThat(Arrays.copyOfRange(actual, to, n + 9)).isEqualTo(Arrays.copyOfRange(y, to, n + 9));
        }
    }

    @Test
    void elementwiseOperationsAreTheSameBitsInAnyParts() {
        double[] x = random(100, 1);
        for (int cut = 0; cut <= 100; cut++) {
            double[] whole = random(100, 2);
            double[] parts = whole.clone();
            simd.axpy(0, 100, .3, x, whole);
            simd.axpy(0, cut, .3, x, parts);
            simd.axpy(cut, 100, .3, x, parts);
            simd.tanh(0, 100, whole, whole);
            simd.tanh(0, cut, parts, parts);
            simd.tanh(cut, 100, parts, parts);
            simd.tanhGradient(0, 100, x, whole);
            simd.tanhGradient(0, cut, x, parts);
            simd.tanhGradient(cut, 100, x, parts);
            assertThat(parts).isEqualTo(whole);
        }
    }

    @Test
    void tanhIsAccurateToItsLastDigitsEverywhere() {
        double[] x = IntStream.rangeClosed(-20_000, 20_000)
                .mapToDouble(i -> Math.signum(i) * Math.pow(10, Math.abs(i) / 1000. - 18.5))
                .toArray();
        double[] expected = new double[x.length];
        double[] actual = new double[x.length];
        scalar.tanh(0, x.length, x, expected);
        simd.tanh(0, x.length, x, actual);
        for (int i = 0; i < x.length; i++)
            assertThat(actual[i]).as("tanh %s", x[i]).isCloseTo(expected[i], within(4 * Math.ulp(expected[i])));
    }

    @ParameterizedTest
    @ValueSource(strings = {"scalar", "simd"})
    void tanhKnowsItsLimits(String name) {
        double[] x = {
            0, -0., Double.MIN_VALUE, 1e-300, -1e-10, .5, -1, 19, 25, -1e300, Double.POSITIVE_INFINITY, Double.NaN
        };
        double[] y = new double[x.length];
        kernels(name).tanh(0, x.length, x, y);
        assertThat(y[0]).isEqualTo(0.);
        assertThat(1 / y[1]).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(y[2]).isEqualTo(Double.MIN_VALUE);
        assertThat(y[3]).isEqualTo(1e-300);
        assertThat(y[4]).isCloseTo(-1e-10, within(1e-25));
        assertThat(y[5]).isCloseTo(0.46211715726000976, within(2e-16));
        assertThat(y[6]).isCloseTo(-0.7615941559557649, within(3e-16));
        assertThat(Arrays.copyOfRange(y, 7, 11)).containsExactly(new double[] {1, 1, -1, 1}, within(2e-16));
        assertThat(y[11]).isNaN();
    }

    private Kernels kernels(String name) {
        return name.equals("scalar") ? scalar : simd;
    }

    private static double[] filled(int n, double value) {
        double[] x = new double[n];
        Arrays.fill(x, value);
        return x;
    }

    private static double[] random(int n, long index) {
        RandomStream stream = RandomStream.of(n, "kernels", index);
        return IntStream.range(0, n).mapToDouble(i -> stream.nextDouble(-1, 1)).toArray();
    }

    private static float[] floats(double[] x) {
        float[] floats = new float[x.length];
        for (int i = 0; i < x.length; i++) floats[i] = (float) x[i];
        return floats;
    }

    /** A product of blocks that lie within larger arrays, all entries between -1 and 1. */
    private static final class Product {
        private final Form form;
        private final int m;
        private final int n;
        private final int k;
        private final int aOffset = 3;
        private final int bOffset = 5;
        private final int cOffset = 7;
        private final int lda;
        private final int ldb;
        private final int ldc;
        private final double[] a;
        private final double[] b;
        private final double[] c;
        private final double alpha = .7;
        private double beta = -.4;

        Product(Form form, int m, int n, int k) {
            this.form = form;
            this.m = m;
            this.n = n;
            this.k = k;
            lda = (form == Form.ATB ? m : k) + 2;
            ldb = (form == Form.ABT ? k : n) + 1;
            ldc = n + 3;
            a = random(aOffset + lda * (form == Form.ATB ? k : m), 1);
            b = random(bOffset + ldb * (form == Form.ABT ? n : k), 2);
            c = random(cOffset + ldc * m, 3);
        }

        double a(int i, int q) {
            return a[aOffset + (form == Form.ATB ? q * lda + i : i * lda + q)];
        }

        double b(int q, int j) {
            return b[bOffset + (form == Form.ABT ? j * ldb + q : q * ldb + j)];
        }

        void run(Kernels kernels, double[] out) {
            block(kernels, out, 0, m, 0, n);
        }

        void run(Kernels kernels, float[] out) {
            block(kernels, out, 0, m, 0, n);
        }

        void block(Kernels kernels, double[] out, int row, int lastRow, int column, int lastColumn) {
            kernels.gemm(
                    form,
                    lastRow - row,
                    lastColumn - column,
                    k,
                    alpha,
                    a,
                    aOffset + (form == Form.ATB ? row : row * lda),
                    lda,
                    b,
                    bOffset + (form == Form.ABT ? column * ldb : column),
                    ldb,
                    beta,
                    out,
                    cOffset + row * ldc + column,
                    ldc);
        }

        void block(Kernels kernels, float[] out, int row, int lastRow, int column, int lastColumn) {
            kernels.gemm(
                    form,
                    lastRow - row,
                    lastColumn - column,
                    k,
                    (float) alpha,
                    floats(a),
                    aOffset + (form == Form.ATB ? row : row * lda),
                    lda,
                    floats(b),
                    bOffset + (form == Form.ABT ? column * ldb : column),
                    ldb,
                    (float) beta,
                    out,
                    cOffset + row * ldc + column,
                    ldc);
        }
    }
}
