package org.separatrix.compute;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;
import org.separatrix.compute.Kernels.Form;

/**
 * The matrix product in single precision, in vector instructions.
 *
 * <p>C is made in tiles of eight rows by two vectors, whose sixteen sums stay in registers while the inner index runs:
 * each step loads two vectors of B and broadcasts eight numbers of A, so the multiply-add units are the bottleneck and
 * not the loads. B is first copied into a panel, two vectors wide and contiguous: times alpha, transposed where the
 * form asks for it, and padded with zeros. A is read where it lies. A tile that reaches beyond the last row repeats
 * that row, one that reaches beyond the last column multiplies the padding, and what is superfluous is not written. So
 * there is one innermost loop for all shapes, and an entry is always the same chain of fused multiply-adds over the
 * ascending inner index: the same bits in any block, on any number of threads, at any vector width.
 *
 * <p>Source: Goto and van de Geijn, Anatomy of high-performance matrix multiplication, ACM TOMS 34 (2008) 12.
 */
final class SimdFloatGemm {
    private static final VectorSpecies<Float> SPECIES = SimdKernels.FLOATS;
    private static final int LANES = SPECIES.length();
    private static final int ROWS = 8;
    private static final int PANEL = 2 * LANES;

    private final float[] total = new float[PANEL];
    private final float[] tile = new float[ROWS * PANEL];
    private float[] panel = {};

    void gemm(
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
        if (panel.length < k * PANEL) panel = new float[k * PANEL];
        int rowStep = form == Form.ATB ? 1 : lda;
        int innerStep = form == Form.ATB ? lda : 1;
        for (int j = 0; j < n; j += PANEL) {
            int width = Math.min(PANEL, n - j);
            if (form == Form.ABT) packTransposed(k, width, alpha, b, bOffset + j * ldb, ldb);
            else pack(k, width, alpha, b, bOffset + j, ldb);
            tiles(m, width, k, a, aOffset, rowStep, innerStep, beta, c, cOffset + j, ldc);
        }
    }

    /**
     * The adjoint of quadratic forms at many points: on and below the diagonal, the weighted sum of the points' outer
     * products, for a range of its columns; and the weighted sum of the points' coordinates of that range.
     */
    void moments(int d, int n, int from, int to, float[] weights, float[] points, float[] first, float[] second) {
        if (panel.length < n * PANEL) panel = new float[n * PANEL];
        for (int j = from; j < to; j += PANEL) {
            int width = Math.min(PANEL, to - j);
            packWeighted(n, width, weights, points, j, d);
            sum(n);
            System.arraycopy(total, 0, first, j, width);
            tiles(d - j, width, n, points, j, 1, d, 0, second, j * d + j, d);
        }
    }

    /** A column of tiles, of the width of the panel that lies packed. */
    private void tiles(
            int m,
            int width,
            int k,
            float[] a,
            int aOffset,
            int rowStep,
            int innerStep,
            float beta,
            float[] c,
            int cOffset,
            int ldc) {
        for (int i = 0; i < m; i += ROWS) {
            int height = Math.min(ROWS, m - i);
            int from = aOffset + i * rowStep;
            int at = cOffset + i * ldc;
            if (height == ROWS && width == PANEL && beta == 0) {
                multiply(k, height, a, from, rowStep, innerStep, c, at, ldc);
                continue;
            }
            if (width > LANES) multiply(k, height, a, from, rowStep, innerStep, tile, 0, PANEL);
            else multiplyNarrow(k, height, a, from, rowStep, innerStep);
            write(height, width, beta, c, at, ldc);
        }
    }

    private void pack(int k, int width, float alpha, float[] b, int bOffset, int ldb) {
        if (width == PANEL)
            for (int q = 0; q < k; q++) {
                int from = bOffset + q * ldb;
                FloatVector.fromArray(SPECIES, b, from).mul(alpha).intoArray(panel, q * PANEL);
                FloatVector.fromArray(SPECIES, b, from + LANES).mul(alpha).intoArray(panel, q * PANEL + LANES);
            }
        else
            for (int q = 0; q < k; q++) {
                int at = q * PANEL;
                for (int j = 0; j < width; j++) panel[at + j] = alpha * b[bOffset + q * ldb + j];
                for (int j = width; j < PANEL; j++) panel[at + j] = 0;
            }
    }

    private void packTransposed(int k, int width, float alpha, float[] b, int bOffset, int ldb) {
        if (width < PANEL) Arrays.fill(panel, 0, k * PANEL, 0);
        for (int j = 0; j < width; j++)
            for (int q = 0; q < k; q++) panel[q * PANEL + j] = alpha * b[bOffset + j * ldb + q];
    }

    /** Packs points times their weights. */
    private void packWeighted(int n, int width, float[] weights, float[] points, int offset, int d) {
        if (width == PANEL)
            for (int p = 0; p < n; p++) {
                int from = offset + p * d;
                FloatVector weight = FloatVector.broadcast(SPECIES, weights[p]);
                FloatVector.fromArray(SPECIES, points, from).mul(weight).intoArray(panel, p * PANEL);
                FloatVector.fromArray(SPECIES, points, from + LANES).mul(weight).intoArray(panel, p * PANEL + LANES);
            }
        else
            for (int p = 0; p < n; p++) {
                int at = p * PANEL;
                for (int j = 0; j < width; j++) panel[at + j] = weights[p] * points[offset + p * d + j];
                for (int j = width; j < PANEL; j++) panel[at + j] = 0;
            }
    }

    /** The sums of the panel's columns, each in four chains that do not wait for each other. */
    private void sum(int n) {
        FloatVector zero = FloatVector.zero(SPECIES);
        for (int half = 0; half < PANEL; half += LANES) {
            FloatVector s0 = zero;
            FloatVector s1 = zero;
            FloatVector s2 = zero;
            FloatVector s3 = zero;
            int p = 0;
            for (; p + 4 <= n; p += 4) {
                int at = p * PANEL + half;
                s0 = s0.add(FloatVector.fromArray(SPECIES, panel, at));
                s1 = s1.add(FloatVector.fromArray(SPECIES, panel, at + PANEL));
                s2 = s2.add(FloatVector.fromArray(SPECIES, panel, at + 2 * PANEL));
                s3 = s3.add(FloatVector.fromArray(SPECIES, panel, at + 3 * PANEL));
            }
            for (; p < n; p++) s0 = s0.add(FloatVector.fromArray(SPECIES, panel, p * PANEL + half));
            s0.add(s1).add(s2.add(s3)).intoArray(total, half);
        }
    }

    /** The tile's sums. No call may stand here that the compiler could refuse to inline: its vectors would be boxed. */
    private void multiply(
            int k,
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
        int a4 = aOffset + Math.min(4, height - 1) * rowStep;
        int a5 = aOffset + Math.min(5, height - 1) * rowStep;
        int a6 = aOffset + Math.min(6, height - 1) * rowStep;
        int a7 = aOffset + Math.min(7, height - 1) * rowStep;
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector s00 = zero;
        FloatVector s01 = zero;
        FloatVector s10 = zero;
        FloatVector s11 = zero;
        FloatVector s20 = zero;
        FloatVector s21 = zero;
        FloatVector s30 = zero;
        FloatVector s31 = zero;
        FloatVector s40 = zero;
        FloatVector s41 = zero;
        FloatVector s50 = zero;
        FloatVector s51 = zero;
        FloatVector s60 = zero;
        FloatVector s61 = zero;
        FloatVector s70 = zero;
        FloatVector s71 = zero;
        float[] b = panel;
        for (int q = 0, along = 0; q < k; q++, along += innerStep) {
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
            x = FloatVector.broadcast(SPECIES, a[a4 + along]);
            s40 = x.fma(b0, s40);
            s41 = x.fma(b1, s41);
            x = FloatVector.broadcast(SPECIES, a[a5 + along]);
            s50 = x.fma(b0, s50);
            s51 = x.fma(b1, s51);
            x = FloatVector.broadcast(SPECIES, a[a6 + along]);
            s60 = x.fma(b0, s60);
            s61 = x.fma(b1, s61);
            x = FloatVector.broadcast(SPECIES, a[a7 + along]);
            s70 = x.fma(b0, s70);
            s71 = x.fma(b1, s71);
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
        at += outStep;
        s40.intoArray(out, at);
        s41.intoArray(out, at + LANES);
        at += outStep;
        s50.intoArray(out, at);
        s51.intoArray(out, at + LANES);
        at += outStep;
        s60.intoArray(out, at);
        s61.intoArray(out, at + LANES);
        at += outStep;
        s70.intoArray(out, at);
        s71.intoArray(out, at + LANES);
    }

    /** The sums of a tile that is one vector wide. */
    private void multiplyNarrow(int k, int height, float[] a, int aOffset, int rowStep, int innerStep) {
        int a0 = aOffset;
        int a1 = aOffset + Math.min(1, height - 1) * rowStep;
        int a2 = aOffset + Math.min(2, height - 1) * rowStep;
        int a3 = aOffset + Math.min(3, height - 1) * rowStep;
        int a4 = aOffset + Math.min(4, height - 1) * rowStep;
        int a5 = aOffset + Math.min(5, height - 1) * rowStep;
        int a6 = aOffset + Math.min(6, height - 1) * rowStep;
        int a7 = aOffset + Math.min(7, height - 1) * rowStep;
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector s00 = zero;
        FloatVector s10 = zero;
        FloatVector s20 = zero;
        FloatVector s30 = zero;
        FloatVector s40 = zero;
        FloatVector s50 = zero;
        FloatVector s60 = zero;
        FloatVector s70 = zero;
        float[] b = panel;
        for (int q = 0, along = 0; q < k; q++, along += innerStep) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, q * PANEL);
            FloatVector x = FloatVector.broadcast(SPECIES, a[a0 + along]);
            s00 = x.fma(b0, s00);
            x = FloatVector.broadcast(SPECIES, a[a1 + along]);
            s10 = x.fma(b0, s10);
            x = FloatVector.broadcast(SPECIES, a[a2 + along]);
            s20 = x.fma(b0, s20);
            x = FloatVector.broadcast(SPECIES, a[a3 + along]);
            s30 = x.fma(b0, s30);
            x = FloatVector.broadcast(SPECIES, a[a4 + along]);
            s40 = x.fma(b0, s40);
            x = FloatVector.broadcast(SPECIES, a[a5 + along]);
            s50 = x.fma(b0, s50);
            x = FloatVector.broadcast(SPECIES, a[a6 + along]);
            s60 = x.fma(b0, s60);
            x = FloatVector.broadcast(SPECIES, a[a7 + along]);
            s70 = x.fma(b0, s70);
        }
        s00.intoArray(tile, 0);
        s10.intoArray(tile, 1 * PANEL);
        s20.intoArray(tile, 2 * PANEL);
        s30.intoArray(tile, 3 * PANEL);
        s40.intoArray(tile, 4 * PANEL);
        s50.intoArray(tile, 5 * PANEL);
        s60.intoArray(tile, 6 * PANEL);
        s70.intoArray(tile, 7 * PANEL);
    }

    private void write(int height, int width, float beta, float[] c, int cOffset, int ldc) {
        for (int i = 0; i < height; i++)
            for (int j = 0; j < width; j += LANES) {
                FloatVector sum = FloatVector.fromArray(SPECIES, tile, i * PANEL + j);
                int at = cOffset + i * ldc + j;
                if (j + LANES <= width) {
                    if (beta != 0)
                        sum = FloatVector.fromArray(SPECIES, c, at).fma(FloatVector.broadcast(SPECIES, beta), sum);
                    sum.intoArray(c, at);
                } else {
                    VectorMask<Float> inside = SPECIES.indexInRange(j, width);
                    if (beta != 0)
                        sum = FloatVector.fromArray(SPECIES, c, at, inside)
                                .fma(FloatVector.broadcast(SPECIES, beta), sum);
                    sum.intoArray(c, at, inside);
                }
            }
    }
}
