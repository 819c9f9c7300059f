package org.separatrix.compute;

import org.separatrix.compute.Kernels.Form;

/** The matrix product in single precision, by tiles of vectors. */
final class SimdFloatGemm {
    private static final int ROWS = SimdFloatTiles.ROWS;

    private final SimdFloatTiles tiles;

    SimdFloatGemm(SimdFloatTiles tiles) {
        this.tiles = tiles;
    }

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
        int rowStep = form == Form.ATB ? 1 : lda;
        int innerStep = form == Form.ATB ? lda : 1;
        for (int j = 0, width; j < n; j += width) {
            width = SimdFloatTiles.width(n - j);
            float[] right = form == Form.ABT
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
}
