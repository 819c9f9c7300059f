package org.separatrix.compute;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Products of matrices by tiles in double precision, in vector instructions.
 *
 * <p>A tile is four rows by four vectors, whose sixteen sums stay in registers while the inner index runs: each step loads
 * four vectors of the right factor and broadcasts four numbers of the left one, so the multiply-add units are the
 * bottleneck and neither the loads nor the broadcasts. Where the columns are no multiple of four vectors, some tiles are
 * three vectors wide, or two. The right factor is in strips, copied here or once and for all; the left factor is read
 * where it lies. A tile that reaches beyond the last row repeats that row, and what is superfluous is not written. So an
 * entry is always the same chain of fused multiply-adds over the ascending inner index: the same bits in any block, at
 * any vector width.
 *
 * <p>Source: Goto and van de Geijn, Anatomy of high-performance matrix multiplication, ACM TOMS 34 (2008) 12.
 */
final class SimdDoubleTiles {
    private static final VectorSpecies<Double> SPECIES = SimdKernels.DOUBLES;
    private static final int LANES = SPECIES.length();
    private static final int STRIP = DoubleStrips.WIDTH;

    /** The rows of a tile. */
    static final int ROWS = 4;

    /** The most vectors of a tile. */
    private static final int VECTORS = 4;

    private final double[] tile = new double[ROWS * VECTORS * LANES];
    private double[] strips = {};

    /** The columns of the next tile where so many are left: tiles are of about the same width, and of as few as possible. */
    static int width(int left) {
        int vectors = Math.ceilDiv(left, LANES);
        int tiles = Math.ceilDiv(vectors, VECTORS);
        return Math.min(left, Math.ceilDiv(vectors, tiles) * LANES);
    }

    /** How far n columns are made where at least so many are wanted: to the end of a vector, so that tiles are whole. */
    static int reach(int columns, int n) {
        return Math.min(n, Math.ceilDiv(columns, LANES) * LANES);
    }

    /** Copies columns of k numbers, times a factor, into strips. */
    double[] pack(int k, int width, double factor, double[] b, int bOffset, int ldb) {
        reserve(k, width);
        for (int j = 0; j < width; j += LANES) {
            int to = DoubleStrips.top(k, j);
            int from = bOffset + j;
            if (j + LANES <= width)
                for (int q = 0; q < k; q++, from += ldb, to += STRIP)
                    DoubleVector.fromArray(SPECIES, b, from).mul(factor).intoArray(strips, to);
            else
                for (int q = 0; q < k; q++, from += ldb, to += STRIP)
                    for (int v = 0; v < width - j; v++) strips[to + v] = b[from + v] * factor;
        }
        return strips;
    }

    /** Copies I + alpha S into strips, where S is symmetric, n x n, and read on and below the diagonal. */
    double[] packStep(int n, double alpha, double[] s) {
        reserve(n, n);
        for (int i = 0; i < n; i++) packStep(i, n, alpha, s, strips);
        return strips;
    }

    /** Copies a row and the column of its mirror image; what the last vector copies beyond the diagonal is mended later. */
    private static void packStep(int i, int n, double alpha, double[] s, double[] strips) {
        int row = i * n;
        int column = DoubleStrips.top(n, i);
        int j = 0;
        for (; j < i && j + LANES <= n; j += LANES)
            DoubleVector.fromArray(SPECIES, s, row + j)
                    .mul(alpha)
                    .intoArray(strips, DoubleStrips.top(n, j) + i * STRIP);
        for (; j < i; j++) strips[DoubleStrips.top(n, j) + i * STRIP] = alpha * s[row + j];
        for (j = 0; j < i; j++) strips[column + j * STRIP] = alpha * s[row + j];
        strips[column + i * STRIP] = 1 + alpha * s[row + i];
    }

    /** Copies rows of k numbers, times a factor, into strips as their columns. */
    double[] packTransposed(int k, int width, double factor, double[] b, int bOffset, int ldb) {
        reserve(k, width);
        for (int j = 0; j < width; j++) {
            int to = DoubleStrips.top(k, j);
            for (int q = 0; q < k; q++) strips[to + q * STRIP] = factor * b[bOffset + j * ldb + q];
        }
        return strips;
    }

    /**
     * Copies a strip, each row times a factor of its own, and sums its columns.
     *
     * @param k rows of the strip
     * @param top where the strip begins
     * @return the strip that was filled
     */
    double[] weigh(int from, int k, double[] factors, double[] b, int top, double[] sums) {
        reserve(k, STRIP);
        for (int v = 0; v < STRIP; v += LANES) {
            DoubleVector sum = DoubleVector.zero(SPECIES);
            for (int q = from, at = from * STRIP + v; q < k; q++, at += STRIP) {
                DoubleVector x = DoubleVector.fromArray(SPECIES, b, top + at).mul(factors[q]);
                x.intoArray(strips, at);
                sum = sum.add(x);
            }
            sum.intoArray(sums, v);
        }
        return strips;
    }

    /** Room for strips, and for the vector behind them that the narrowest tile reads. */
    private void reserve(int k, int width) {
        int columns = (Math.ceilDiv(width, STRIP) + 1) * STRIP;
        if (strips.length < k * columns) strips = new double[k * columns];
    }

    /**
     * C = beta C + A B for up to four rows of A and C and columns of B, over a range of the inner index.
     *
     * @param from the first column of A, and row of B
     * @param to behind the last
     * @param b strips
     * @param rows rows of B
     * @param column the first of the columns of B
     */
    void multiply(
            int height,
            int width,
            int from,
            int to,
            double[] a,
            int aOffset,
            int rowStep,
            int innerStep,
            double[] b,
            int rows,
            int column,
            double beta,
            double[] c,
            int cOffset,
            int ldc) {
        int vectors = Math.max(2, Math.ceilDiv(width, LANES));
        boolean whole = beta == 0 && height == ROWS && width == vectors * LANES;
        double[] out = whole ? c : tile;
        int outOffset = whole ? cOffset : 0;
        int outStep = whole ? ldc : VECTORS * LANES;
        switch (vectors) {
            case 2 -> two(height, from, to, a, aOffset, rowStep, innerStep, b, rows, column, out, outOffset, outStep);
            case 3 -> three(height, from, to, a, aOffset, rowStep, innerStep, b, rows, column, out, outOffset, outStep);
            default -> four(height, from, to, a, aOffset, rowStep, innerStep, b, rows, column, out, outOffset, outStep);
        }
        if (!whole) write(height, width, beta, c, cOffset, ldc);
    }

    /** The sums of a tile. No call may stand here that the compiler could refuse to inline: its vectors would be boxed. */
    private void four(
            int height,
            int from,
            int to,
            double[] a,
            int aOffset,
            int rowStep,
            int innerStep,
            double[] b,
            int rows,
            int column,
            double[] out,
            int outOffset,
            int outStep) {
        int a0 = aOffset;
        int a1 = aOffset + Math.min(1, height - 1) * rowStep;
        int a2 = aOffset + Math.min(2, height - 1) * rowStep;
        int a3 = aOffset + Math.min(3, height - 1) * rowStep;
        int t0 = DoubleStrips.top(rows, column);
        int t1 = DoubleStrips.top(rows, column + LANES);
        int t2 = DoubleStrips.top(rows, column + 2 * LANES);
        int t3 = DoubleStrips.top(rows, column + 3 * LANES);
        DoubleVector zero = DoubleVector.zero(SPECIES);
        DoubleVector s00 = zero;
        DoubleVector s01 = zero;
        DoubleVector s02 = zero;
        DoubleVector s03 = zero;
        DoubleVector s10 = zero;
        DoubleVector s11 = zero;
        DoubleVector s12 = zero;
        DoubleVector s13 = zero;
        DoubleVector s20 = zero;
        DoubleVector s21 = zero;
        DoubleVector s22 = zero;
        DoubleVector s23 = zero;
        DoubleVector s30 = zero;
        DoubleVector s31 = zero;
        DoubleVector s32 = zero;
        DoubleVector s33 = zero;
        for (int q = from, along = from * innerStep; q < to; q++, along += innerStep) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, t0 + q * STRIP);
            DoubleVector b1 = DoubleVector.fromArray(SPECIES, b, t1 + q * STRIP);
            DoubleVector b2 = DoubleVector.fromArray(SPECIES, b, t2 + q * STRIP);
            DoubleVector b3 = DoubleVector.fromArray(SPECIES, b, t3 + q * STRIP);
            DoubleVector x = DoubleVector.broadcast(SPECIES, a[a0 + along]);
            s00 = x.fma(b0, s00);
            s01 = x.fma(b1, s01);
            s02 = x.fma(b2, s02);
            s03 = x.fma(b3, s03);
            x = DoubleVector.broadcast(SPECIES, a[a1 + along]);
            s10 = x.fma(b0, s10);
            s11 = x.fma(b1, s11);
            s12 = x.fma(b2, s12);
            s13 = x.fma(b3, s13);
            x = DoubleVector.broadcast(SPECIES, a[a2 + along]);
            s20 = x.fma(b0, s20);
            s21 = x.fma(b1, s21);
            s22 = x.fma(b2, s22);
            s23 = x.fma(b3, s23);
            x = DoubleVector.broadcast(SPECIES, a[a3 + along]);
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

    /** The sums of a tile that is three vectors wide. */
    private void three(
            int height,
            int from,
            int to,
            double[] a,
            int aOffset,
            int rowStep,
            int innerStep,
            double[] b,
            int rows,
            int column,
            double[] out,
            int outOffset,
            int outStep) {
        int a0 = aOffset;
        int a1 = aOffset + Math.min(1, height - 1) * rowStep;
        int a2 = aOffset + Math.min(2, height - 1) * rowStep;
        int a3 = aOffset + Math.min(3, height - 1) * rowStep;
        int t0 = DoubleStrips.top(rows, column);
        int t1 = DoubleStrips.top(rows, column + LANES);
        int t2 = DoubleStrips.top(rows, column + 2 * LANES);
        DoubleVector zero = DoubleVector.zero(SPECIES);
        DoubleVector s00 = zero;
        DoubleVector s01 = zero;
        DoubleVector s02 = zero;
        DoubleVector s10 = zero;
        DoubleVector s11 = zero;
        DoubleVector s12 = zero;
        DoubleVector s20 = zero;
        DoubleVector s21 = zero;
        DoubleVector s22 = zero;
        DoubleVector s30 = zero;
        DoubleVector s31 = zero;
        DoubleVector s32 = zero;
        for (int q = from, along = from * innerStep; q < to; q++, along += innerStep) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, t0 + q * STRIP);
            DoubleVector b1 = DoubleVector.fromArray(SPECIES, b, t1 + q * STRIP);
            DoubleVector b2 = DoubleVector.fromArray(SPECIES, b, t2 + q * STRIP);
            DoubleVector x = DoubleVector.broadcast(SPECIES, a[a0 + along]);
            s00 = x.fma(b0, s00);
            s01 = x.fma(b1, s01);
            s02 = x.fma(b2, s02);
            x = DoubleVector.broadcast(SPECIES, a[a1 + along]);
            s10 = x.fma(b0, s10);
            s11 = x.fma(b1, s11);
            s12 = x.fma(b2, s12);
            x = DoubleVector.broadcast(SPECIES, a[a2 + along]);
            s20 = x.fma(b0, s20);
            s21 = x.fma(b1, s21);
            s22 = x.fma(b2, s22);
            x = DoubleVector.broadcast(SPECIES, a[a3 + along]);
            s30 = x.fma(b0, s30);
            s31 = x.fma(b1, s31);
            s32 = x.fma(b2, s32);
        }
        int at = outOffset;
        s00.intoArray(out, at);
        s01.intoArray(out, at + LANES);
        s02.intoArray(out, at + 2 * LANES);
        at += outStep;
        s10.intoArray(out, at);
        s11.intoArray(out, at + LANES);
        s12.intoArray(out, at + 2 * LANES);
        at += outStep;
        s20.intoArray(out, at);
        s21.intoArray(out, at + LANES);
        s22.intoArray(out, at + 2 * LANES);
        at += outStep;
        s30.intoArray(out, at);
        s31.intoArray(out, at + LANES);
        s32.intoArray(out, at + 2 * LANES);
    }

    /** The sums of a tile that is two vectors wide. */
    private void two(
            int height,
            int from,
            int to,
            double[] a,
            int aOffset,
            int rowStep,
            int innerStep,
            double[] b,
            int rows,
            int column,
            double[] out,
            int outOffset,
            int outStep) {
        int a0 = aOffset;
        int a1 = aOffset + Math.min(1, height - 1) * rowStep;
        int a2 = aOffset + Math.min(2, height - 1) * rowStep;
        int a3 = aOffset + Math.min(3, height - 1) * rowStep;
        int t0 = DoubleStrips.top(rows, column);
        int t1 = DoubleStrips.top(rows, column + LANES);
        DoubleVector zero = DoubleVector.zero(SPECIES);
        DoubleVector s00 = zero;
        DoubleVector s01 = zero;
        DoubleVector s10 = zero;
        DoubleVector s11 = zero;
        DoubleVector s20 = zero;
        DoubleVector s21 = zero;
        DoubleVector s30 = zero;
        DoubleVector s31 = zero;
        for (int q = from, along = from * innerStep; q < to; q++, along += innerStep) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, t0 + q * STRIP);
            DoubleVector b1 = DoubleVector.fromArray(SPECIES, b, t1 + q * STRIP);
            DoubleVector x = DoubleVector.broadcast(SPECIES, a[a0 + along]);
            s00 = x.fma(b0, s00);
            s01 = x.fma(b1, s01);
            x = DoubleVector.broadcast(SPECIES, a[a1 + along]);
            s10 = x.fma(b0, s10);
            s11 = x.fma(b1, s11);
            x = DoubleVector.broadcast(SPECIES, a[a2 + along]);
            s20 = x.fma(b0, s20);
            s21 = x.fma(b1, s21);
            x = DoubleVector.broadcast(SPECIES, a[a3 + along]);
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

    private void write(int height, int width, double beta, double[] c, int cOffset, int ldc) {
        for (int i = 0; i < height; i++) {
            int from = i * VECTORS * LANES;
            int to = cOffset + i * ldc;
            for (int j = 0; j < width; j++)
                c[to + j] = beta == 0 ? tile[from + j] : Math.fma(c[to + j], beta, tile[from + j]);
        }
    }
}
