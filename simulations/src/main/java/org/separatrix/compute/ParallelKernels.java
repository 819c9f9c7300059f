package org.separatrix.compute;

/**
 * Kernels that share a large enough product, or a slow enough function, among workers. Each thread has kernels of its
 * own for a block of the result, and a block's bits do not depend on its bounds.
 *
 * <p>Sums and the plain vector operations stay on the caller's thread: they move numbers rather than compute.
 */
final class ParallelKernels implements Kernels {
    /** Multiplications below which a product costs less than the threads' meeting. */
    private static final long LARGE_PRODUCT = 32 * 32 * 32;

    private static final int MANY_FUNCTION_VALUES = 1024;

    // Blocks begin at multiples of every vector width's tile, so that cutting makes no partial tiles.
    private static final int ROW_GRAIN = 8;
    private static final int DOUBLE_GRAIN = 16;
    private static final int FLOAT_GRAIN = 32;

    private final Workers workers;
    private final Kernels[] each;
    private final DoubleProduct doubleProduct = new DoubleProduct();
    private final FloatProduct floatProduct = new FloatProduct();
    private final Tanh tanh = new Tanh();

    /**
     * @param each kernels of one kind, as many as the workers have threads
     */
    ParallelKernels(Workers workers, Kernels[] each) {
        this.workers = workers;
        this.each = each;
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
        if ((long) m * n * k < LARGE_PRODUCT) {
            each[0].gemm(form, m, n, k, alpha, a, aOffset, lda, b, bOffset, ldb, beta, c, cOffset, ldc);
            return;
        }
        doubleProduct.form = form;
        doubleProduct.m = m;
        doubleProduct.n = n;
        doubleProduct.k = k;
        doubleProduct.alpha = alpha;
        doubleProduct.a = a;
        doubleProduct.aOffset = aOffset;
        doubleProduct.lda = lda;
        doubleProduct.b = b;
        doubleProduct.bOffset = bOffset;
        doubleProduct.ldb = ldb;
        doubleProduct.beta = beta;
        doubleProduct.c = c;
        doubleProduct.cOffset = cOffset;
        doubleProduct.ldc = ldc;
        workers.run(doubleProduct);
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
        if ((long) m * n * k < LARGE_PRODUCT) {
            each[0].gemm(form, m, n, k, alpha, a, aOffset, lda, b, bOffset, ldb, beta, c, cOffset, ldc);
            return;
        }
        floatProduct.form = form;
        floatProduct.m = m;
        floatProduct.n = n;
        floatProduct.k = k;
        floatProduct.alpha = alpha;
        floatProduct.a = a;
        floatProduct.aOffset = aOffset;
        floatProduct.lda = lda;
        floatProduct.b = b;
        floatProduct.bOffset = bOffset;
        floatProduct.ldb = ldb;
        floatProduct.beta = beta;
        floatProduct.c = c;
        floatProduct.cOffset = cOffset;
        floatProduct.ldc = ldc;
        workers.run(floatProduct);
    }

    @Override
    public void step(int from, int to, int n, double alpha, double[] a, double[] s, double[] c) {
        each[0].step(from, to, n, alpha, a, s, c);
    }

    @Override
    public void gram(int from, int to, int n, int k, double[] a, double[] c) {
        each[0].gram(from, to, n, k, a, c);
    }

    @Override
    public void quadraticForms(DoubleStrips x, int from, int to, double[] linear, double[] lower, double[] values) {
        each[0].quadraticForms(x, from, to, linear, lower, values);
    }

    @Override
    public void quadraticForms(FloatStrips x, int from, int to, float[] linear, float[] lower, float[] values) {
        each[0].quadraticForms(x, from, to, linear, lower, values);
    }

    @Override
    public void moments(DoubleStrips x, int from, int to, double[] weights, double[] first, double[] second) {
        each[0].moments(x, from, to, weights, first, second);
    }

    @Override
    public void moments(FloatStrips x, int from, int to, float[] weights, float[] first, float[] second) {
        each[0].moments(x, from, to, weights, first, second);
    }

    @Override
    public void axpy(int from, int to, double alpha, double[] x, double[] y) {
        each[0].axpy(from, to, alpha, x, y);
    }

    @Override
    public void scale(int from, int to, double alpha, double[] x) {
        each[0].scale(from, to, alpha, x);
    }

    @Override
    public double dot(int from, int to, double[] x, double[] y) {
        return each[0].dot(from, to, x, y);
    }

    @Override
    public void tanh(int from, int to, double[] x, double[] y) {
        if (to - from < MANY_FUNCTION_VALUES) {
            each[0].tanh(from, to, x, y);
            return;
        }
        tanh.from = from;
        tanh.to = to;
        tanh.x = x;
        tanh.y = y;
        workers.run(tanh);
    }

    @Override
    public void tanhGradient(int from, int to, double[] y, double[] g) {
        each[0].tanhGradient(from, to, y, g);
    }

    @Override
    public void addColumnDots(
            int rows, int n, double[] a, int aOffset, double[] x, int xOffset, double[] y, int yOffset) {
        each[0].addColumnDots(rows, n, a, aOffset, x, xOffset, y, yOffset);
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
        return each[0].waterFill(n, floor, floorOffset, cap, capOffset, budget, out, outOffset);
    }

    /**
     * Whether a product is better cut by rows than by columns: unless that would make the largest part larger, for then
     * no two threads write to one line of memory.
     */
    private static boolean byRows(int m, int n, int columnGrain, int parts) {
        return largestShare(m, ROW_GRAIN, parts) <= largestShare(n, columnGrain, parts);
    }

    private static double largestShare(int n, int grain, int parts) {
        int grains = Math.ceilDiv(n, grain);
        return (double) Math.ceilDiv(grains, parts) / grains;
    }

    // The tasks keep their arguments in fields, for a lambda would be allocated at every call.

    private final class DoubleProduct implements Workers.Task {
        private Form form;
        private int m;
        private int n;
        private int k;
        private double alpha;
        private double[] a;
        private int aOffset;
        private int lda;
        private double[] b;
        private int bOffset;
        private int ldb;
        private double beta;
        private double[] c;
        private int cOffset;
        private int ldc;

        @Override
        public void run(int part, int parts) {
            if (byRows(m, n, DOUBLE_GRAIN, parts)) {
                int from = Workers.bound(part, parts, m, ROW_GRAIN);
                int height = Workers.bound(part + 1, parts, m, ROW_GRAIN) - from;
                int a0 = aOffset + (form == Form.ATB ? from : from * lda);
                each[part].gemm(
                        form, height, n, k, alpha, a, a0, lda, b, bOffset, ldb, beta, c, cOffset + from * ldc, ldc);
            } else {
                int from = Workers.bound(part, parts, n, DOUBLE_GRAIN);
                int width = Workers.bound(part + 1, parts, n, DOUBLE_GRAIN) - from;
                int b0 = bOffset + (form == Form.ABT ? from * ldb : from);
                each[part].gemm(form, m, width, k, alpha, a, aOffset, lda, b, b0, ldb, beta, c, cOffset + from, ldc);
            }
        }
    }

    private final class FloatProduct implements Workers.Task {
        private Form form;
        private int m;
        private int n;
        private int k;
        private float alpha;
        private float[] a;
        private int aOffset;
        private int lda;
        private float[] b;
        private int bOffset;
        private int ldb;
        private float beta;
        private float[] c;
        private int cOffset;
        private int ldc;

        @Override
        public void run(int part, int parts) {
            if (byRows(m, n, FLOAT_GRAIN, parts)) {
                int from = Workers.bound(part, parts, m, ROW_GRAIN);
                int height = Workers.bound(part + 1, parts, m, ROW_GRAIN) - from;
                int a0 = aOffset + (form == Form.ATB ? from : from * lda);
                each[part].gemm(
                        form, height, n, k, alpha, a, a0, lda, b, bOffset, ldb, beta, c, cOffset + from * ldc, ldc);
            } else {
                int from = Workers.bound(part, parts, n, FLOAT_GRAIN);
                int width = Workers.bound(part + 1, parts, n, FLOAT_GRAIN) - from;
                int b0 = bOffset + (form == Form.ABT ? from * ldb : from);
                each[part].gemm(form, m, width, k, alpha, a, aOffset, lda, b, b0, ldb, beta, c, cOffset + from, ldc);
            }
        }
    }

    private final class Tanh implements Workers.Task {
        private int from;
        private int to;
        private double[] x;
        private double[] y;

        @Override
        public void run(int part, int parts) {
            each[part].tanh(
                    from + Workers.bound(part, parts, to - from, DOUBLE_GRAIN),
                    from + Workers.bound(part + 1, parts, to - from, DOUBLE_GRAIN),
                    x,
                    y);
        }
    }
}
