package org.separatrix.compute;

import java.util.Arrays;
import org.separatrix.compute.Kernels.Form;

/** The matrix product in double precision, by tiles of vectors; small ones in plain loops. */
final class SimdDoubleGemm {
    private static final int ROWS = SimdDoubleTiles.ROWS;
    private static final int PANEL = SimdDoubleTiles.PANEL;

    /**
     * Multiplications up to which a product is done in plain loops: until the compiler has reached them, vectors cost
     * a thousand times as much as numbers, and a small network would crawl through its first second.
     */
    private static final long SMALL = 1 << 12;

    private final SimdDoubleTiles tiles;
    private double[] sums = {};

    SimdDoubleGemm(SimdDoubleTiles tiles) {
        this.tiles = tiles;
    }

    void gemm(
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
        if ((long) m * n * k <= SMALL) {
            small(form, m, n, k, alpha, a, aOffset, lda, b, bOffset, ldb, beta, c, cOffset, ldc);
            return;
        }
        int rowStep = form == Form.ATB ? 1 : lda;
        int innerStep = form == Form.ATB ? lda : 1;
        for (int j = 0; j < n; j += PANEL) {
            int width = Math.min(PANEL, n - j);
            if (form == Form.ABT) tiles.packTransposed(k, width, alpha, b, bOffset + j * ldb, ldb);
            else tiles.pack(k, width, alpha, b, bOffset + j, ldb);
            for (int i = 0; i < m; i += ROWS)
                tiles.multiply(
                        Math.min(ROWS, m - i),
                        width,
                        0,
                        k,
                        a,
                        aOffset + i * rowStep,
                        rowStep,
                        innerStep,
                        beta,
                        c,
                        cOffset + i * ldc + j,
                        ldc);
        }
    }

    /** C = A B on and below the diagonal, for a range of the columns of n x n matrices. */
    void lowerProduct(int n, int from, int to, double[] a, double[] b, double[] c) {
        for (int j = from; j < to; j += PANEL) {
            int width = Math.min(PANEL, to - j);
            tiles.pack(n, width, 1, b, j, n);
            for (int i = j; i < n; i += ROWS)
                tiles.multiply(
                        Math.min(ROWS, n - i),
                        SimdDoubleTiles.below(i - j, width),
                        0,
                        n,
                        a,
                        i * n,
                        n,
                        1,
                        0,
                        c,
                        i * n + j,
                        n);
        }
    }

    /** The same chains of fused multiply-adds, hence the same bits, in plain loops. */
    private void small(
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
        if (sums.length < n) sums = new double[n];
        int rowStep = form == Form.ATB ? 1 : lda;
        int innerStep = form == Form.ATB ? lda : 1;
        int columnStep = form == Form.ABT ? ldb : 1;
        int depthStep = form == Form.ABT ? 1 : ldb;
        double[] sum = sums;
        for (int i = 0; i < m; i++) {
            Arrays.fill(sum, 0, n, 0);
            for (int q = 0; q < k; q++) {
                double x = a[aOffset + i * rowStep + q * innerStep];
                int from = bOffset + q * depthStep;
                for (int j = 0; j < n; j++) sum[j] = Math.fma(x, alpha * b[from + j * columnStep], sum[j]);
            }
            int row = cOffset + i * ldc;
            for (int j = 0; j < n; j++) c[row + j] = beta == 0 ? sum[j] : Math.fma(c[row + j], beta, sum[j]);
        }
    }
}
