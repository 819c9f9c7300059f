package org.separatrix.compute;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Products of matrices by tiles in single precision, in vector instructions.
 *
 * <p>A tile is four rows by four vectors, whose sixteen sums stay in registers while the inner index runs: each step loads
 * four vectors of the right factor and broadcasts four numbers of the left one, so the multiply-add units are the
 * bottleneck and neither the loads nor the broadcasts. A product that is narrow takes tiles of four rows by two vectors.
 * The right factor's columns are first copied into a panel as wide as a tile, contiguous and padded with zeros; the left
 * factor is read where it lies. A tile that reaches beyond the last row repeats that row, one that reaches beyond the
 * last column multiplies the padding, and what is superfluous is not written. So an entry is always the same chain of
 * fused multiply-adds over the ascending inner index: the same bits in any block, at any vector width.
 *
 * <p>Source: Goto and van de Geijn, Anatomy of high-performance matrix multiplication, ACM TOMS 34 (2008) 12.
 */
final class SimdFloatTiles {
    private static final VectorSpecies<Float> SPECIES = SimdKernels.FLOATS;
    private static final int LANES = SPECIES.length();

    /** The rows of a tile. */
    static final int ROWS = 4;

    /** The columns of a tile, and of the panel. */
    static final int PANEL = 4 * LANES;

    /** The columns of a narrow tile. */
    static final int HALF = PANEL / 2;

    private final float[] tile = new float[ROWS * PANEL];
    private float[] panel = {};

    /** How many columns of a panel a block of rows needs that lies so many rows below the diagonal. */
    static int below(int rows, int width) {
        return rows + ROWS <= HALF ? Math.min(width, HALF) : width;
    }

    /** Fills the panel with columns of k numbers, times a factor. */
    void pack(int k, int width, float factor, float[] b, int bOffset, int ldb) {
        reserve(k);
        for (int v = 0; v < padded(width); v += LANES) {
            boolean whole = v + LANES <= width;
            if (!whole) pad(k, v, width, b, bOffset, ldb);
            float[] from = whole ? b : panel;
            int step = whole ? ldb : PANEL;
            for (int q = 0, at = whole ? bOffset + v : v; q < k; q++, at += step)
                FloatVector.fromArray(SPECIES, from, at).mul(factor).intoArray(panel, q * PANEL + v);
        }
    }

    /** Fills a vector's breadth of the panel with the columns that are left, and with zeros behind them. */
    private void pad(int k, int v, int width, float[] b, int bOffset, int ldb) {
        FloatVector zero = FloatVector.zero(SPECIES);
        for (int q = 0; q < k; q++) {
            zero.intoArray(panel, q * PANEL + v);
            for (int j = v; j < width; j++) panel[q * PANEL + j] = b[bOffset + q * ldb + j];
        }
    }

    /** Fills the panel with rows of k numbers as its columns, times a factor. */
    void packTransposed(int k, int width, float factor, float[] b, int bOffset, int ldb) {
        reserve(k);
        if (width < PANEL) Arrays.fill(panel, 0, k * PANEL, 0);
        for (int j = 0; j < width; j++)
            for (int q = 0; q < k; q++) panel[q * PANEL + j] = factor * b[bOffset + j * ldb + q];
    }

    /** Fills the panel with columns of k numbers, each row times a factor of its own, and sums the columns. */
    void packWeighted(
            int k, int width, float[] factors, int first, float[] b, int bOffset, int ldb, float[] sums, int to) {
        reserve(k);
        if (width == PANEL) {
            packWeighted(k, factors, first, b, bOffset, ldb, sums, to);
            return;
        }
        for (int v = 0; v < padded(width); v += LANES) {
            boolean whole = v + LANES <= width;
            if (!whole) pad(k, v, width, b, bOffset, ldb);
            float[] from = whole ? b : panel;
            int step = whole ? ldb : PANEL;
            FloatVector sum = FloatVector.zero(SPECIES);
            for (int q = 0, at = whole ? bOffset + v : v; q < k; q++, at += step) {
                FloatVector x = FloatVector.fromArray(SPECIES, from, at).mul(factors[first + q]);
                x.intoArray(panel, q * PANEL + v);
                sum = sum.add(x);
            }
            sum.intoArray(tile, v);
        }
        System.arraycopy(tile, 0, sums, to, width);
    }

    private void packWeighted(
            int k, float[] factors, int first, float[] b, int bOffset, int ldb, float[] sums, int to) {
        FloatVector s0 = FloatVector.zero(SPECIES);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        for (int q = 0, from = bOffset; q < k; q++, from += ldb) {
            FloatVector factor = FloatVector.broadcast(SPECIES, factors[first + q]);
            FloatVector x0 = FloatVector.fromArray(SPECIES, b, from).mul(factor);
            FloatVector x1 = FloatVector.fromArray(SPECIES, b, from + LANES).mul(factor);
            FloatVector x2 = FloatVector.fromArray(SPECIES, b, from + 2 * LANES).mul(factor);
            FloatVector x3 = FloatVector.fromArray(SPECIES, b, from + 3 * LANES).mul(factor);
            x0.intoArray(panel, q * PANEL);
            x1.intoArray(panel, q * PANEL + LANES);
            x2.intoArray(panel, q * PANEL + 2 * LANES);
            x3.intoArray(panel, q * PANEL + 3 * LANES);
            s0 = s0.add(x0);
            s1 = s1.add(x1);
            s2 = s2.add(x2);
            s3 = s3.add(x3);
        }
        s0.intoArray(sums, to);
        s1.intoArray(sums, to + LANES);
        s2.intoArray(sums, to + 2 * LANES);
        s3.intoArray(sums, to + 3 * LANES);
    }

    private void reserve(int k) {
        if (panel.length < k * PANEL) panel = new float[k * PANEL];
    }

    private static int padded(int width) {
        return width <= HALF ? HALF : PANEL;
    }

    /**
     * C = beta C + A panel, for up to four rows of A and C, the first columns of the panel and a range of its rows.
     *
     * @param from the first row of the panel, and column of A
     * @param to behind the last
     */
    void multiply(
            int height,
            int width,
            int from,
            int to,
            float[] a,
            int aOffset,
            int rowStep,
            int innerStep,
            float beta,
            float[] c,
            int cOffset,
            int ldc) {
        boolean whole = beta == 0 && height == ROWS && width == padded(width);
        float[] out = whole ? c : tile;
        int outOffset = whole ? cOffset : 0;
        int outStep = whole ? ldc : PANEL;
        if (width <= HALF) narrow(from, to, height, a, aOffset, rowStep, innerStep, out, outOffset, outStep);
        else wide(from, to, height, a, aOffset, rowStep, innerStep, out, outOffset, outStep);
        if (!whole) write(height, width, beta, c, cOffset, ldc);
    }

    /** The sums of a tile. No call may stand here that the compiler could refuse to inline: its vectors would be boxed. */
    private void wide(
            int from,
            int to,
            int height,
            float[] a,
            int aOffset,
            int rowStep,
            int innerStep,
            float[] out,
            int outOffset,
            int outStep) {
        int a0 = aOffset;
        int a1 = aOffset + Math.min(1, height - 1) * rowStep;
        int a2 = aOffset + Math.min(2, height - 1) * rowStep;
        int a3 = aOffset + Math.min(3, height - 1) * rowStep;
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector s00 = zero;
        FloatVector s01 = zero;
        FloatVector s02 = zero;
        FloatVector s03 = zero;
        FloatVector s10 = zero;
        FloatVector s11 = zero;
        FloatVector s12 = zero;
        FloatVector s13 = zero;
        FloatVector s20 = zero;
        FloatVector s21 = zero;
        FloatVector s22 = zero;
        FloatVector s23 = zero;
        FloatVector s30 = zero;
        FloatVector s31 = zero;
        FloatVector s32 = zero;
        FloatVector s33 = zero;
        float[] b = panel;
        for (int q = from, along = from * innerStep; q < to; q++, along += innerStep) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, q * PANEL);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, q * PANEL + LANES);
            FloatVector b2 = FloatVector.fromArray(SPECIES, b, q * PANEL + 2 * LANES);
            FloatVector b3 = FloatVector.fromArray(SPECIES, b, q * PANEL + 3 * LANES);
            FloatVector x = FloatVector.broadcast(SPECIES, a[a0 + along]);
            s00 = x.fma(b0, s00);
            s01 = x.fma(b1, s01);
            s02 = x.fma(b2, s02);
            s03 = x.fma(b3, s03);
            x = FloatVector.broadcast(SPECIES, a[a1 + along]);
            s10 = x.fma(b0, s10);
            s11 = x.fma(b1, s11);
            s12 = x.fma(b2, s12);
            s13 = x.fma(b3, s13);
            x = FloatVector.broadcast(SPECIES, a[a2 + along]);
            s20 = x.fma(b0, s20);
            s21 = x.fma(b1, s21);
            s22 = x.fma(b2, s22);
            s23 = x.fma(b3, s23);
            x = FloatVector.broadcast(SPECIES, a[a3 + along]);
            s30 = x.fma(b0, s30);
            s31 = x.fma(b1, s31);
            s32 = x.fma(b2, s32);
            s33 = x.fma(b3, s33);
        }
        int at = outOffset;
        s00.intoArray(out, at);
        s01.intoArray(out, at + LANES);
        s02.intoArray(out, at + 2 * LANES);
        s03.intoArray(out, at + 3 * LANES);
        at += outStep;
        s10.intoArray(out, at);
        s11.intoArray(out, at + LANES);
        s12.intoArray(out, at + 2 * LANES);
        s13.intoArray(out, at + 3 * LANES);
        at += outStep;
        s20.intoArray(out, at);
        s21.intoArray(out, at + LANES);
        s22.intoArray(out, at + 2 * LANES);
        s23.intoArray(out, at + 3 * LANES);
        at += outStep;
        s30.intoArray(out, at);
        s31.intoArray(out, at + LANES);
        s32.intoArray(out, at + 2 * LANES);
        s33.intoArray(out, at + 3 * LANES);
    }

    /** The sums of a tile that is two vectors wide. */
    private void narrow(
            int from,
            int to,
            int height,
            float[] a,
            int aOffset,
            int rowStep,
            int innerStep,
            float[] out,
            int outOffset,
            int outStep) {
        int a0 = aOffset;
        int a1 = aOffset + Math.min(1, height - 1) * rowStep;
        int a2 = aOffset + Math.min(2, height - 1) * rowStep;
        int a3 = aOffset + Math.min(3, height - 1) * rowStep;
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector s00 = zero;
        FloatVector s01 = zero;
        FloatVector s10 = zero;
        FloatVector s11 = zero;
        FloatVector s20 = zero;
        FloatVector s21 = zero;
        FloatVector s30 = zero;
        FloatVector s31 = zero;
        float[] b = panel;
        for (int q = from, along = from * innerStep; q < to; q++, along += innerStep) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, q * PANEL);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, q * PANEL + LANES);
            FloatVector x = FloatVector.broadcast(SPECIES, a[a0 + along]);
            s00 = x.fma(b0, s00);
            s01 = x.fma(b1, s01);
            x = FloatVector.broadcast(SPECIES, a[a1 + along]);
            s10 = x.fma(b0, s10);
            s11 = x.fma(b1, s11);
            x = FloatVector.broadcast(SPECIES, a[a2 + along]);
            s20 = x.fma(b0, s20);
            s21 = x.fma(b1, s21);
            x = FloatVector.broadcast(SPECIES, a[a3 + along]);
            s30 = x.fma(b0, s30);
            s31 = x.fma(b1, s31);
        }
        int at = outOffset;
        s00.intoArray(out, at);
        s01.intoArray(out, at + LANES);
        at += outStep;
        s10.intoArray(out, at);
        s11.intoArray(out, at + LANES);
        at += outStep;
        s20.intoArray(out, at);
        s21.intoArray(out, at + LANES);
        at += outStep;
        s30.intoArray(out, at);
        s31.intoArray(out, at + LANES);
    }

    private void write(int height, int width, float beta, float[] c, int cOffset, int ldc) {
        for (int i = 0; i < height; i++) {
            int from = i * PANEL;
            int to = cOffset + i * ldc;
            for (int j = 0; j < width; j++)
                c[to + j] = beta == 0 ? tile[from + j] : Math.fma(c[to + j], beta, tile[from + j]);
        }
    }
}
