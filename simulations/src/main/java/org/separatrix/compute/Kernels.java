package org.separatrix.compute;

import org.separatrix.lab.Compute;

/**
 * The arithmetic of the hot loops: a few coarse operations on flat arrays that the caller allocated once.
 *
 * <p>Matrices are row-major. A matrix inside an array is given by the offset of its first entry and its leading
 * dimension, the distance between the beginnings of two rows; so blocks and ranges of rows or columns need no copies.
 * An entry of a product is the same bits whatever block it is computed in, and whatever the number of threads.
 *
 * <p>Nothing is allocated, except that a product with a longer inner side than any before may enlarge the scratch that
 * the kernels hold. On account of this scratch an instance serves one thread at a time. An array that is too short
 * throws IndexOutOfBoundsException. The output must not overlap an input, unless it is said that it may be the input.
 */
public interface Kernels {
    /** Which of the two factors of a product is transposed. */
    enum Form {
        /** A B. */
        AB,
        /** A&#7488; B. */
        ATB,
        /** A B&#7488;. */
        ABT
    }

    /**
     * C = beta C + alpha op(A) op(B), in double precision. With beta = 0, C's old values are not read.
     *
     * @param m rows of C and of op(A)
     * @param n columns of C and of op(B)
     * @param k columns of op(A), rows of op(B)
     */
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
            int ldc);

    /** C = beta C + alpha op(A) op(B), in single precision; see the double-precision product. */
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
            int ldc);

    /** C = beta C + alpha op(A) op(B) for matrices that fill their arrays, in double precision. */
    default void gemm(Form form, int m, int n, int k, double alpha, double[] a, double[] b, double beta, double[] c) {
        gemm(form, m, n, k, alpha, a, 0, form == Form.ATB ? m : k, b, 0, form == Form.ABT ? k : n, beta, c, 0, n);
    }

    /** C = beta C + alpha op(A) op(B) for matrices that fill their arrays, in single precision. */
    default void gemm(Form form, int m, int n, int k, float alpha, float[] a, float[] b, float beta, float[] c) {
        gemm(form, m, n, k, alpha, a, 0, form == Form.ATB ? m : k, b, 0, form == Form.ABT ? k : n, beta, c, 0, n);
    }

    /**
     * C = A (I + alpha S) for a range of the rows of C, where S is symmetric.
     *
     * @param from the first of the rows
     * @param to behind the last of them
     * @param n columns of A and C, rows and columns of S
     * @param s read on and below the diagonal
     */
    void step(int from, int to, int n, double alpha, double[] a, double[] s, double[] c);

    /**
     * The Gram matrix C = A&#7488; A on and below the diagonal, for a range of its rows. What this leaves above the
     * diagonal is open.
     *
     * @param from the first of the rows
     * @param to behind the last of them
     * @param n columns of A, rows and columns of C
     * @param k rows of A
     */
    void gram(int from, int to, int n, int k, double[] a, double[] c);

    /**
     * The values of a quadratic form at a range of points: {@code values_p = sum_i x_ip (linear_i + sum_j lower_ij x_jp)},
     * in double precision. The points are in echelon form: {@code x_ip = 0} for i &gt; p, as a rotation can bring any.
     *
     * @param x the points, one a column, d x n
     * @param from the first point
     * @param to behind the last point
     * @param linear d numbers
     * @param lower d x d, zeros above the diagonal
     * @param values one number a point
     */
    void quadraticForms(DoubleStrips x, int from, int to, double[] linear, double[] lower, double[] values);

    /** The values of a quadratic form at a range of points, in single precision; see the double-precision one. */
    void quadraticForms(FloatStrips x, int from, int to, float[] linear, float[] lower, float[] values);

    /**
     * Weighted sums over points, for a range of the coordinates i: {@code first_i = sum_p w_p x_pi} and, for j &le; i,
     * {@code second_ij = sum_p w_p x_pi x_pj}, in double precision. The points are in echelon form: {@code x_pi = 0} for
     * i &gt; p. What this leaves above the diagonal is open.
     *
     * @param x the points, one a row, n x d
     * @param from the first of the coordinates i
     * @param to behind the last of them
     * @param weights one number a point, of any sign
     * @param first d numbers
     * @param second d x d
     */
    void moments(DoubleStrips x, int from, int to, double[] weights, double[] first, double[] second);

    /** Weighted sums over points, in single precision; see the double-precision one. */
    void moments(FloatStrips x, int from, int to, float[] weights, float[] first, float[] second);

    /** y = y + alpha x, over the entries from {@code from} to {@code to}, exclusive. */
    void axpy(int from, int to, double alpha, double[] x, double[] y);

    /** x = alpha x, over the entries from {@code from} to {@code to}, exclusive. */
    void scale(int from, int to, double alpha, double[] x);

    /** The sum of x_i y_i over the entries from {@code from} to {@code to}, exclusive. */
    double dot(int from, int to, double[] x, double[] y);

    /** The sum of the squares of the entries from {@code from} to {@code to}, exclusive. */
    default double sumOfSquares(int from, int to, double[] x) {
        return dot(from, to, x, x);
    }

    /** y = tanh x, over the entries from {@code from} to {@code to}, exclusive; y may be x. */
    void tanh(int from, int to, double[] x, double[] y);

    /**
     * g = g (1 - y&sup2;), over the entries from {@code from} to {@code to}, exclusive: carries a gradient back through
     * y = tanh x.
     */
    void tanhGradient(int from, int to, double[] y, double[] g);

    /**
     * y = y + the sums over the rows of the entrywise product of A and X, column by column.
     *
     * @param rows rows of A and X, which follow one another without gaps
     * @param n columns of A and X, entries of y
     */
    void addColumnDots(int rows, int n, double[] a, int aOffset, double[] x, int xOffset, double[] y, int yOffset);

    /**
     * Pours a budget into bins, as water finds its level: {@code out_i = min(max(level - floor_i, 0), cap_i)}, in all the
     * budget. This is the projection of {@code -floor} onto {@code 0 <= out <= cap, sum of out = budget} (the conditions of
     * Karush, Kuhn and Tucker are the same). Caps that hold less than the budget are filled.
     *
     * @param n the number of bins
     * @param floor where the bins begin; a bin at infinity stays empty, one at least must be finite
     * @param cap what the bins hold at most, infinity for no bound
     * @param budget what is poured, 0 or more
     * @return the level; where the caps leave it open, one of the possible
     */
    double waterFill(
            int n,
            double[] floor,
            int floorOffset,
            double[] cap,
            int capOffset,
            double budget,
            double[] out,
            int outOffset);

    /**
     * The kernels that a choice of arithmetic leads to on this machine. A choice that the machine cannot serve falls
     * back to the next best and tells the reason; it never fails.
     */
    static Selection of(Compute compute) {
        return Selection.of(compute);
    }
}
