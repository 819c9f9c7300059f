package org.separatrix.compute;

import java.util.Arrays;

/** Plain loops: the specification of the other kernels, and the same bits on every machine. */
final class ScalarKernels implements Kernels {
    private final SortedFilling filling = new SortedFilling();

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
        for (int i = 0; i < m; i++) {
            int row = cOffset + i * ldc;
            if (beta == 0) Arrays.fill(c, row, row + n, 0);
            else for (int j = 0; j < n; j++) c[row + j] *= beta;
            for (int q = 0; q < k; q++) {
                double x = alpha * a[form == Form.ATB ? aOffset + q * lda + i : aOffset + i * lda + q];
                if (form == Form.ABT) for (int j = 0; j < n; j++) c[row + j] += x * b[bOffset + j * ldb + q];
                else for (int j = 0; j < n; j++) c[row + j] += x * b[bOffset + q * ldb + j];
            }
        }
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
        for (int i = 0; i < m; i++) {
            int row = cOffset + i * ldc;
            if (beta == 0) Arrays.fill(c, row, row + n, 0);
            else for (int j = 0; j < n; j++) c[row + j] *= beta;
            for (int q = 0; q < k; q++) {
                float x = alpha * a[form == Form.ATB ? aOffset + q * lda + i : aOffset + i * lda + q];
                if (form == Form.ABT) for (int j = 0; j < n; j++) c[row + j] += x * b[bOffset + j * ldb + q];
                else for (int j = 0; j < n; j++) c[row + j] += x * b[bOffset + q * ldb + j];
            }
        }
    }

    @Override
    public void lowerProduct(int n, int from, int to, double[] a, double[] b, double[] c) {
        for (int i = from; i < n; i++) {
            int last = Math.min(i + 1, to);
            Arrays.fill(c, i * n + from, i * n + last, 0);
            for (int q = 0; q < n; q++) for (int j = from; j < last; j++) c[i * n + j] += a[i * n + q] * b[q * n + j];
        }
    }

    @Override
    public void quadraticForms(
            int d, int from, int to, double[] linear, double[] lower, double[] x, int ldx, double[] values) {
        for (int p = from; p < to; p++) {
            double value = 0;
            for (int i = 0; i < d; i++) {
                double image = linear[i];
                for (int j = 0; j <= i; j++) image += lower[i * d + j] * x[j * ldx + p];
                value += x[i * ldx + p] * image;
            }
            values[p] = value;
        }
    }

    @Override
    public void quadraticForms(
            int d, int from, int to, float[] linear, float[] lower, float[] x, int ldx, float[] values) {
        for (int p = from; p < to; p++) {
            float value = 0;
            for (int i = 0; i < d; i++) {
                float image = linear[i];
                for (int j = 0; j <= i; j++) image += lower[i * d + j] * x[j * ldx + p];
                value += x[i * ldx + p] * image;
            }
            values[p] = value;
        }
    }

    @Override
    public void moments(
            int d,
            int n,
            int from,
            int to,
            double[] weights,
            double[] rows,
            double[] columns,
            double[] first,
            double[] second) {
        Arrays.fill(first, from, to, 0);
        for (int i = from; i < d; i++) Arrays.fill(second, i * d + from, i * d + to, 0);
        for (int p = 0; p < n; p++) {
            int row = p * d;
            for (int j = from; j < to; j++) {
                double weighted = weights[p] * rows[row + j];
                first[j] += weighted;
                for (int i = j; i < d; i++) second[i * d + j] += weighted * rows[row + i];
            }
        }
    }

    @Override
    public void moments(
            int d,
            int n,
            int from,
            int to,
            float[] weights,
            float[] rows,
            float[] columns,
            float[] first,
            float[] second) {
        Arrays.fill(first, from, to, 0);
        for (int i = from; i < d; i++) Arrays.fill(second, i * d + from, i * d + to, 0);
        for (int p = 0; p < n; p++) {
            int row = p * d;
            for (int j = from; j < to; j++) {
                float weighted = weights[p] * rows[row + j];
                first[j] += weighted;
                for (int i = j; i < d; i++) second[i * d + j] += weighted * rows[row + i];
            }
        }
    }

    @Override
    public void axpy(int from, int to, double alpha, double[] x, double[] y) {
        for (int i = from; i < to; i++) y[i] += alpha * x[i];
    }

    @Override
    public void scale(int from, int to, double alpha, double[] x) {
        for (int i = from; i < to; i++) x[i] *= alpha;
    }

    @Override
    public double dot(int from, int to, double[] x, double[] y) {
        double sum = 0;
        for (int i = from; i < to; i++) sum += x[i] * y[i];
        return sum;
    }

    @Override
    public void tanh(int from, int to, double[] x, double[] y) {
        for (int i = from; i < to; i++) y[i] = StrictMath.tanh(x[i]);
    }

    @Override
    public void tanhGradient(int from, int to, double[] y, double[] g) {
        for (int i = from; i < to; i++) g[i] *= 1 - y[i] * y[i];
    }

    @Override
    public void addColumnDots(
            int rows, int n, double[] a, int aOffset, double[] x, int xOffset, double[] y, int yOffset) {
        for (int j = 0; j < rows; j++)
            for (int i = 0; i < n; i++) y[yOffset + i] += a[aOffset + j * n + i] * x[xOffset + j * n + i];
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
        return filling.fill(n, floor, floorOffset, cap, capOffset, budget, out, outOffset);
    }
}
