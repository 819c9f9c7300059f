package org.separatrix.compute;

import java.util.Arrays;
import org.separatrix.compute.Kernels.Form;

/** The matrix product in double precision, by tiles of vectors; small ones in plain loops. */
final class SimdDoubleGemm {
    private static final int ROWS = SimdDoubleTiles.ROWS;

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
        for (int j = 0, width; j < n; j += width) {
            width = SimdDoubleTiles.width(n - j);
            double[] right = form == Form.ABT
                    ? tiles.packTransposed(k, width, alpha, b, bOffset + j * ldb, ldb)
                    : tiles.pack(k, width, alpha, b, bOffset + j, ldb);
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
                        right,
                        k,
                        0,
                        beta,
                        c,
                        cOffset + i * ldc + j,
                        ldc);
        }
    }

    /** C = A (I + alpha S) for a range of the rows of C, where S is symmetric. */
    void step(int from, int to, int n, double alpha, double[] a, double[] s, double[] c) {
        double[] right = tiles.packStep(n, alpha, s);
        for (int j = 0, width; j < n; j += width) {
            width = SimdDoubleTiles.width(n - j);
            for (int i = from; i < to; i += ROWS) {
                int height = Math.min(ROWS, to - i);
                tiles.multiply(height, width, 0, n, a, i * n, n, 1, right, n, j, 0, c, i * n + j, n);
            }
        }
    }

    /** C = A&#7488; A on and below the diagonal, for a range of the rows of C. */
    void gram(int from, int to, int n, int k, double[] a, double[] c) {
        double[] right = tiles.pack(k, to, 1, a, 0, n);
        for (int i = from; i < to; i += ROWS) {
            int height = Math.min(ROWS, to - i);
            int reach = SimdDoubleTiles.reach(i + height, n);
            for (int j = 0, width; j < reach; j += width) {
                width = SimdDoubleTiles.width(reach - j);
                tiles.multiply(height, width, 0, k, a, i, 1, n, right, k, j, 0, c, i * n + j, n);
            }
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
