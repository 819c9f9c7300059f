package org.separatrix.compute;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The processor's vector instructions, through jdk.incubator.vector: this class must not be touched where that module
 * is absent.
 *
 * <p>The bits depend neither on the vectors' width nor on whether the compiler has come to a loop yet. Hence only
 * operations that IEEE 754 rounds exactly are used: no reduction across lanes, whose order the module leaves open, and
 * none of its transcendental functions, which are one library when compiled and another when interpreted.
 */
final class SimdKernels implements Kernels {
    /** The widest vectors that the machine prefers, up to 512 bits. */
    static final VectorSpecies<Double> DOUBLES =
            DoubleVector.SPECIES_PREFERRED.length() > 8 ? DoubleVector.SPECIES_512 : DoubleVector.SPECIES_PREFERRED;

    static final VectorSpecies<Float> FLOATS = VectorSpecies.of(float.class, DOUBLES.vectorShape());

    private static final int LANES = DOUBLES.length();

    /** Partial sums of a dot product: four vectors of eight lanes, whatever the vectors' true width. */
    private static final int PARTIAL_SUMS = 32;

    /**
     * Multiplications up to which sums of columns are taken in plain loops, with the same bits: until the compiler has
     * reached them, vectors cost a thousand times as much as numbers.
     */
    private static final int FEW_PRODUCTS = 1 << 12;

    /** Bins up to which sorting them is faster than passing over them again and again. */
    private static final int FEW_BINS = 64;

    /** Columns whose sums stay in the nearest cache while the rows stream by. */
    private static final int STRIP = 1024;

    private static final int AT_ONCE = 4 * LANES;

    /** Beyond this, tanh is 1 in double precision. */
    private static final double SATURATION = 20;

    /** Adding this leaves a small number's nearest integer in the last bits of the sum. */
    private static final double ROUNDER = 0x1.8p52;

    private static final double LOG2_E = 1.4426950408889634;

    /** The leading bits of ln 2, few enough that a small integer times it is exact. */
    private static final double LN2_HIGH = 0x1.62e42feep-1;

    private static final double LN2_LOW = 1.9082149292705877e-10;
    private static final int MANTISSA_BITS = 52;
    private static final long ONE_BITS = 0x3FF0000000000000L;

    /** 1/13!, 1/12!, ..., 1/2!: enough terms of e^r - 1 for |r| up to ln(2)/2. */
    private static final double[] INVERSE_FACTORIALS = new double[12];

    static {
        double factorial = 1;
        for (int i = 2; i <= 13; i++) {
            factorial *= i;
            INVERSE_FACTORIALS[13 - i] = 1 / factorial;
        }
    }

    private final SimdDoubleTiles doubleTiles = new SimdDoubleTiles();
    private final SimdFloatTiles floatTiles = new SimdFloatTiles();
    private final SimdDoubleGemm doubles = new SimdDoubleGemm(doubleTiles);
    private final SimdFloatGemm floats = new SimdFloatGemm(floatTiles);
    private final SimdDoubleForms doubleForms = new SimdDoubleForms(doubleTiles);
    private final SimdFloatForms floatForms = new SimdFloatForms(floatTiles);
    private final SortedFilling fewBins = new SortedFilling();
    private final SimdFilling manyBins = new SimdFilling();
    private final double[] sums = new double[PARTIAL_SUMS];

    /** The width of the vectors, in bits. */
    static int bits() {
        return DOUBLES.vectorBitSize();
    }

    @Override
    public void gemm(
            Form form,
            int m,
            int n,
            int k,
            double alpha,
            double[] a,
            int aOffset,
            int lda,
            double[] b,
            int bOffset,
            int ldb,
            double beta,
            double[] c,
            int cOffset,
            int ldc) {
        doubles.gemm(form, m, n, k, alpha, a, aOffset, lda, b, bOffset, ldb, beta, c, cOffset, ldc);
    }

    @Override
    public void gemm(
            Form form,
            int m,
            int n,
            int k,
            float alpha,
            float[] a,
            int aOffset,
            int lda,
            float[] b,
            int bOffset,
            int ldb,
            float beta,
            float[] c,
            int cOffset,
            int ldc) {
        floats.gemm(form, m, n, k, alpha, a, aOffset, lda, b, bOffset, ldb, beta, c, cOffset, ldc);
    }

    @Override
    public void step(int from, int to, int n, double alpha, double[] a, double[] s, double[] c) {
        doubles.step(from, to, n, alpha, a, s, c);
    }

    @Override
    public void gram(int from, int to, int n, int k, double[] a, double[] c) {
        doubles.gram(from, to, n, k, a, c);
    }

    @Override
    public void quadraticForms(DoubleStrips x, int from, int to, double[] linear, double[] lower, double[] values) {
        doubleForms.quadraticForms(x, from, to, linear, lower, values);
    }

    @Override
    public void quadraticForms(FloatStrips x, int from, int to, float[] linear, float[] lower, float[] values) {
        floatForms.quadraticForms(x, from, to, linear, lower, values);
    }

    @Override
    public void moments(DoubleStrips x, int from, int to, double[] weights, double[] first, double[] second) {
        doubleForms.moments(x, from, to, weights, first, second);
    }

    @Override
    public void moments(FloatStrips x, int from, int to, float[] weights, float[] first, float[] second) {
        floatForms.moments(x, from, to, weights, first, second);
    }

    @Override
    public void axpy(int from, int to, double alpha, double[] x, double[] y) {
        DoubleVector factor = DoubleVector.broadcast(DOUBLES, alpha);
        int i = from;
        for (; i <= to - LANES; i += LANES)
            DoubleVector.fromArray(DOUBLES, x, i)
                    .fma(factor, DoubleVector.fromArray(DOUBLES, y, i))
                    .intoArray(y, i);
        for (; i < to; i++) y[i] = Math.fma(x[i], alpha, y[i]);
    }

    @Override
    public void scale(int from, int to, double alpha, double[] x) {
        int i = from;
        for (; i <= to - LANES; i += LANES)
            DoubleVector.fromArray(DOUBLES, x, i).mul(alpha).intoArray(x, i);
        for (; i < to; i++) x[i] *= alpha;
    }

    @Override
    public double dot(int from, int to, double[] x, double[] y) {
        int end = to - Math.floorMod(to - from, PARTIAL_SUMS);
        for (int lane = 0; lane < PARTIAL_SUMS; lane += AT_ONCE) {
            DoubleVector s0 = DoubleVector.zero(DOUBLES);
            DoubleVector s1 = s0;
            DoubleVector s2 = s0;
            DoubleVector s3 = s0;
            for (int i = from + lane; i < end; i += PARTIAL_SUMS) {
                s0 = DoubleVector.fromArray(DOUBLES, x, i).fma(DoubleVector.fromArray(DOUBLES, y, i), s0);
                s1 = DoubleVector.fromArray(DOUBLES, x, i + LANES)
                        .fma(DoubleVector.fromArray(DOUBLES, y, i + LANES), s1);
                s2 = DoubleVector.fromArray(DOUBLES, x, i + 2 * LANES)
                        .fma(DoubleVector.fromArray(DOUBLES, y, i + 2 * LANES), s2);
                s3 = DoubleVector.fromArray(DOUBLES, x, i + 3 * LANES)
                        .fma(DoubleVector.fromArray(DOUBLES, y, i + 3 * LANES), s3);
            }
            s0.intoArray(sums, lane);
            s1.intoArray(sums, lane + LANES);
            s2.intoArray(sums, lane + 2 * LANES);
            s3.intoArray(sums, lane + 3 * LANES);
        }
        for (int i = end; i < to; i++) sums[i - end] = Math.fma(x[i], y[i], sums[i - end]);
        return total(sums);
    }

    /** The sum of partial sums, which are overwritten; halves are added to halves, so that any width gives the same bits. */
    static double total(double[] sums) {
        for (int half = PARTIAL_SUMS / 2; half > 0; half /= 2) for (int i = 0; i < half; i++) sums[i] += sums[i + half];
        return sums[0];
    }

    @Override
    public void tanh(int from, int to, double[] x, double[] y) {
        int i = from;
        for (; i <= to - LANES; i += LANES)
            tanh(DoubleVector.fromArray(DOUBLES, x, i)).intoArray(y, i);
        if (i < to) {
            VectorMask<Double> inside = DOUBLES.indexInRange(i, to);
            tanh(DoubleVector.fromArray(DOUBLES, x, i, inside)).intoArray(y, i, inside);
        }
    }

    /**
     * tanh |x| = E / (E + 2) with E = e^(2|x|) - 1 = 2^n (e^r - 1) + (2^n - 1) and 2|x| = n ln 2 + r, which loses no
     * digits where x is small.
     */
    private static DoubleVector tanh(DoubleVector x) {
        DoubleVector t = x.abs().min(SATURATION).mul(2);
        DoubleVector shifted = t.fma(DoubleVector.broadcast(DOUBLES, LOG2_E), DoubleVector.broadcast(DOUBLES, ROUNDER));
        DoubleVector n = shifted.sub(ROUNDER);
        DoubleVector r = n.fma(DoubleVector.broadcast(DOUBLES, -LN2_HIGH), t);
        r = n.fma(DoubleVector.broadcast(DOUBLES, -LN2_LOW), r);
        DoubleVector series = DoubleVector.broadcast(DOUBLES, INVERSE_FACTORIALS[0]);
        for (int i = 1; i < INVERSE_FACTORIALS.length; i++)
            series = series.fma(r, DoubleVector.broadcast(DOUBLES, INVERSE_FACTORIALS[i]));
        series = series.mul(r).fma(r, r);
        LongVector exponent = shifted.reinterpretAsLongs().lanewise(VectorOperators.LSHL, MANTISSA_BITS);
        DoubleVector power = exponent.add(ONE_BITS).reinterpretAsDoubles();
        DoubleVector e = series.fma(power, power.sub(1));
        DoubleVector result = e.div(e.add(2));
        LongVector sign = x.reinterpretAsLongs().and(Long.MIN_VALUE);
        return result.reinterpretAsLongs().or(sign).reinterpretAsDoubles();
    }

    @Override
    public void tanhGradient(int from, int to, double[] y, double[] g) {
        DoubleVector one = DoubleVector.broadcast(DOUBLES, 1);
        int i = from;
        for (; i <= to - LANES; i += LANES) {
            DoubleVector t = DoubleVector.fromArray(DOUBLES, y, i);
            t.neg().fma(t, one).mul(DoubleVector.fromArray(DOUBLES, g, i)).intoArray(g, i);
        }
        for (; i < to; i++) g[i] *= Math.fma(-y[i], y[i], 1);
    }

    @Override
    public void addColumnDots(
            int rows, int n, double[] a, int aOffset, double[] x, int xOffset, double[] y, int yOffset) {
        if (rows * n <= FEW_PRODUCTS) {
            for (int j = 0; j < rows; j++) addProducts(n, a, aOffset + j * n, x, xOffset + j * n, y, yOffset);
            return;
        }
        for (int strip = 0; strip < n; strip += STRIP) {
            int width = Math.min(STRIP, n - strip);
            int j = 0;
            for (; j <= rows - 4; j += 4)
                addFourRows(width, n, a, aOffset + j * n + strip, x, xOffset + j * n + strip, y, yOffset + strip);
            for (; j < rows; j++)
                addProducts(width, a, aOffset + j * n + strip, x, xOffset + j * n + strip, y, yOffset + strip);
        }
    }

    private static void addProducts(int n, double[] a, int aOffset, double[] x, int xOffset, double[] y, int yOffset) {
        for (int i = 0; i < n; i++) y[yOffset + i] = Math.fma(a[aOffset + i], x[xOffset + i], y[yOffset + i]);
    }

    private static void addFourRows(
            int width, int n, double[] a, int aOffset, double[] x, int xOffset, double[] y, int yOffset) {
        int i = 0;
        for (; i <= width - LANES; i += LANES) {
            DoubleVector sum = DoubleVector.fromArray(DOUBLES, y, yOffset + i);
            for (int j = 0; j < 4; j++)
                sum = DoubleVector.fromArray(DOUBLES, a, aOffset + j * n + i)
                        .fma(DoubleVector.fromArray(DOUBLES, x, xOffset + j * n + i), sum);
            sum.intoArray(y, yOffset + i);
        }
        for (; i < width; i++) {
            double sum = y[yOffset + i];
            for (int j = 0; j < 4; j++) sum = Math.fma(a[aOffset + j * n + i], x[xOffset + j * n + i], sum);
            y[yOffset + i] = sum;
        }
    }

    @Override
    public double waterFill(
            int n,
            double[] floor,
            int floorOffset,
            double[] cap,
            int capOffset,
            double budget,
            double[] out,
            int outOffset) {
        return n <= FEW_BINS
                ? fewBins.fill(n, floor, floorOffset, cap, capOffset, budget, out, outOffset)
                : manyBins.fill(n, floor, floorOffset, cap, capOffset, budget, out, outOffset);
    }
}
