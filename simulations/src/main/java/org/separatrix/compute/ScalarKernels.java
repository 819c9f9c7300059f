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
    public void step(int from, int to, int n, double alpha, double[] a, double[] s, double[] c) {
        Arrays.fill(c, from * n, to * n, 0);
        for (int i = from; i < to; i++)
            for (int q = 0; q < n; q++)
                for (int j = 0; j < n; j++) {
                    double change = alpha * s[Math.max(q, j) * n + Math.min(q, j)];
                    c[i * n + j] += a[i * n + q] * (j == q ? 1 + change : change);
                }
    }

    @Override
    public void gram(int from, int to, int n, int k, double[] a, double[] c) {
        Arrays.fill(c, from * n, to * n, 0);
        for (int i = from; i < to; i++)
            for (int q = 0; q < k; q++) for (int j = 0; j <= i; j++) c[i * n + j] += a[q * n + i] * a[q * n + j];
    }

    @Override
    public void quadraticForms(DoubleStrips x, int from, int to, double[] linear, double[] lower, double[] values) {
        int d = x.rows();
        for (int p = from; p < to; p++) {
            double value = 0;
            for (int i = 0; i < d; i++) {
                double image = linear[i];
                for (int j = 0; j <= i; j++) image += lower[i * d + j] * x.get(j, p);
                value += x.get(i, p) * image;
            }
            values[p] = value;
        }
    }

    @Override
    public void quadraticForms(FloatStrips x, int from, int to, float[] linear, float[] lower, float[] values) {
        int d = x.rows();
        for (int p = from; p < to; p++) {
            float value = 0;
            for (int i = 0; i < d; i++) {
                float image = linear[i];
                for (int j = 0; j <= i; j++) image += lower[i * d + j] * x.get(j, p);
                value += x.get(i, p) * image;
            }
            values[p] = value;
        }
    }

    @Override
    public void moments(DoubleStrips x, int from, int to, double[] weights, double[] first, double[] second) {
        int d = x.columns();
        Arrays.fill(first, from, to, 0);
        Arrays.fill(second, from * d, to * d, 0);
        for (int p = 0; p < x.rows(); p++) {
            for (int i = from; i < to; i++) {
                double weighted = weights[p] * x.get(p, i);
                first[i] += weighted;
                for (int j = 0; j <= i; j++) second[i * d + j] += weighted * x.get(p, j);
            }
        }
    }

    @Override
    public void moments(FloatStrips x, int from, int to, float[] weights, float[] first, float[] second) {
        int d = x.columns();
        Arrays.fill(first, from, to, 0);
        Arrays.fill(second, from * d, to * d, 0);
        for (int p = 0; p < x.rows(); p++) {
            for (int i = from; i < to; i++) {
                float weighted = weights[p] * x.get(p, i);
                first[i] += weighted;
                for (int j = 0; j <= i; j++) second[i * d + j] += weighted * x.get(p, j);
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
