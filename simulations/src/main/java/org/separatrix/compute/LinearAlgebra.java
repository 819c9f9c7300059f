package org.separatrix.compute;

import static org.bytedeco.openblas.global.openblas.*;

import java.util.Arrays;

/**
 * Products, factorisations and triangular solutions: LAPACK's, through OpenBLAS on one thread.
 *
 * <p>All functions are pure and may be called on any thread. Shapes of zero rows or columns are fine. A matrix of the
 * wrong shape, or one to be factorised that holds a NaN or an infinity, throws IllegalArgumentException; an iteration
 * that does not converge throws ArithmeticException; a missing native library throws IllegalStateException.
 *
 * <p>Source: Anderson et al., LAPACK Users' Guide, third edition (1999).
 */
public final class LinearAlgebra {
    private LinearAlgebra() {}

    /**
     * A symmetric matrix as V diag(values) V&#7488;.
     *
     * @param values the eigenvalues, ascending
     * @param vectors the orthonormal eigenvectors, one a column
     */
    public record Eigen(double[] values, Matrix vectors) {}

    /**
     * A matrix as U diag(s) V&#7488;.
     *
     * @param u the left singular vectors, one a column
     * @param s the singular values, descending
     * @param v the right singular vectors, one a column
     */
    public record Svd(Matrix u, double[] s, Matrix v) {}

    /**
     * A matrix as Q R.
     *
     * @param q orthonormal columns
     * @param r upper triangular; its diagonal may hold either sign
     */
    public record Qr(Matrix q, Matrix r) {}

    /**
     * The eigenvalues of a square matrix that need not be symmetric, in no order; complex ones come in conjugate pairs.
     *
     * @param real their real parts
     * @param imaginary their imaginary parts
     */
    public record Eigenvalues(double[] real, double[] imaginary) {
        /** The largest modulus, 0 where there is no eigenvalue: the spectral radius. */
        public double radius() {
            double radius = 0;
            for (int i = 0; i < real.length; i++) radius = Math.max(radius, Math.hypot(real[i], imaginary[i]));
            return radius;
        }
    }

    /** op(A) op(B), where op transposes if its flag is set. */
    static Matrix product(Matrix a, boolean transposeA, Matrix b, boolean transposeB) {
        int m = transposeA ? a.columns() : a.rows();
        int k = transposeA ? a.rows() : a.columns();
        int n = transposeB ? b.rows() : b.columns();
        if (k != (transposeB ? b.columns() : b.rows()))
            throw new IllegalArgumentException("the product of " + a.words() + (transposeA ? " transposed" : "")
                    + " and " + b.words() + (transposeB ? " transposed" : "") + " does not exist");
        double[] c = new double[m * n];
        if (c.length > 0 && k > 0) {
            OpenBlas.require();
            cblas_dgemm(
                    CblasRowMajor,
                    transposeA ? CblasTrans : CblasNoTrans,
                    transposeB ? CblasTrans : CblasNoTrans,
                    m,
                    n,
                    k,
                    1,
                    a.values(),
                    a.columns(),
                    b.values(),
                    b.columns(),
                    0,
                    c,
                    n);
        }
        return Matrix.of(m, n, c);
    }

    /** The eigenvalues and eigenvectors of a symmetric matrix, of which only the lower triangle is read. */
    public static Eigen symmetricEigen(Matrix a) {
        double[] vectors = a.values().clone();
        double[] values = symmetricEigen(a, 'V', vectors);
        return new Eigen(values, Matrix.of(a.rows(), a.rows(), vectors));
    }

    /** The eigenvalues, ascending, of a symmetric matrix, of which only the lower triangle is read. */
    public static double[] symmetricEigenvalues(Matrix a) {
        return symmetricEigen(a, 'N', a.values().clone());
    }

    private static double[] symmetricEigen(Matrix a, char job, double[] overwritten) {
        int n = requireSquare(a);
        requireFinite(a);
        double[] values = new double[n];
        if (n > 0)
            converged(
                    LAPACKE_dsyevd(LAPACK_ROW_MAJOR, (byte) job, (byte) 'L', n, overwritten, n, values),
                    "the eigenvalues",
                    a);
        return values;
    }

    /** The eigenvalues of a square matrix. */
    public static Eigenvalues eigenvalues(Matrix a) {
        int n = requireSquare(a);
        requireFinite(a);
        double[] real = new double[n];
        double[] imaginary = new double[n];
        double[] none = new double[1];
        if (n > 0)
            converged(
                    LAPACKE_dgeev(
                            LAPACK_ROW_MAJOR,
                            (byte) 'N',
                            (byte) 'N',
                            n,
                            a.values().clone(),
                            n,
                            real,
                            imaginary,
                            none,
                            1,
                            none,
                            1),
                    "the eigenvalues",
                    a);
        return new Eigenvalues(real, imaginary);
    }

    /** The thin singular value decomposition: U is m x k, V is n x k, with k = min(m, n). */
    public static Svd svd(Matrix a) {
        int k = Math.min(a.rows(), a.columns());
        return svd(a, 'S', k, k);
    }

    /** The full singular value decomposition: U is m x m, V is n x n. */
    public static Svd fullSvd(Matrix a) {
        if (a.rows() == 0 || a.columns() == 0)
            return new Svd(Matrix.identity(a.rows()), new double[0], Matrix.identity(a.columns()));
        return svd(a, 'A', a.rows(), a.columns());
    }

    /** The singular values, descending. */
    public static double[] singularValues(Matrix a) {
        return svd(a, 'N', 0, 0).s();
    }

    private static Svd svd(Matrix a, char job, int columnsOfU, int columnsOfV) {
        requireFinite(a);
        int m = a.rows();
        int n = a.columns();
        double[] s = new double[Math.min(m, n)];
        double[] u = new double[m * columnsOfU];
        double[] vt = new double[columnsOfV * n];
        if (s.length > 0)
            converged(
                    LAPACKE_dgesdd(
                            LAPACK_ROW_MAJOR,
                            (byte) job,
                            m,
                            n,
                            a.values().clone(),
                            n,
                            s,
                            u,
                            Math.max(1, columnsOfU),
                            vt,
                            n),
                    "the singular values",
                    a);
        return new Svd(
                Matrix.of(m, columnsOfU, u), s, Matrix.of(columnsOfV, n, vt).transpose());
    }

    /** The thin QR decomposition by Householder reflections: Q is m x k, R is k x n, with k = min(m, n). */
    public static Qr qr(Matrix a) {
        requireFinite(a);
        int m = a.rows();
        int n = a.columns();
        int k = Math.min(m, n);
        if (k == 0) return new Qr(Matrix.zero(m, 0), Matrix.zero(0, n));
        double[] reflections = a.values().clone();
        double[] factors = new double[k];
        converged(LAPACKE_dgeqrf(LAPACK_ROW_MAJOR, m, n, reflections, n, factors), "the QR decomposition", a);
        double[] r = new double[k * n];
        for (int i = 0; i < k; i++) System.arraycopy(reflections, i * n + i, r, i * n + i, n - i);
        converged(LAPACKE_dorgqr(LAPACK_ROW_MAJOR, m, k, k, reflections, n, factors), "the QR decomposition", a);
        return new Qr(Matrix.of(m, n, reflections).block(0, m, 0, k), Matrix.of(k, n, r));
    }

    /**
     * The lower triangular L with A = L L&#7488;; only the lower triangle of A is read.
     *
     * @throws IllegalArgumentException where A is not positive definite
     */
    public static Matrix cholesky(Matrix a) {
        int n = requireSquare(a);
        requireFinite(a);
        double[] l = new double[n * n];
        for (int i = 0; i < n; i++) System.arraycopy(a.values(), i * n, l, i * n, i + 1);
        if (n > 0 && LAPACKE_dpotrf(LAPACK_ROW_MAJOR, (byte) 'L', n, l, n) != 0)
            throw new IllegalArgumentException(a + " is not positive definite: it has no Cholesky factor");
        return Matrix.of(n, n, l);
    }

    /**
     * A&#8315;&#185; B.
     *
     * @throws IllegalArgumentException where A is singular
     */
    public static Matrix solve(Matrix a, Matrix b) {
        int n = requireSquare(a);
        requireFinite(a);
        if (n != b.rows()) throw new IllegalArgumentException(a.words() + " from the left does not fit " + b.words());
        double[] x = b.values().clone();
        if (x.length > 0
                && LAPACKE_dgesv(LAPACK_ROW_MAJOR, n, b.columns(), a.values().clone(), n, new int[n], x, b.columns())
                        != 0) throw new IllegalArgumentException(a + " is singular");
        return Matrix.of(n, b.columns(), x);
    }

    /** L&#8315;&#185; B for a lower triangular L without zeros on its diagonal. */
    public static Matrix solveLower(Matrix l, Matrix b) {
        if (l.rows() != b.rows())
            throw new IllegalArgumentException(l.words() + " from the left does not fit " + b.words());
        return solve(CblasLeft, CblasNoTrans, l, b);
    }

    /** B L&#8315;&#7488; for a lower triangular L without zeros on its diagonal. */
    public static Matrix solveLowerTransposedFromRight(Matrix l, Matrix b) {
        if (l.rows() != b.columns())
            throw new IllegalArgumentException(l.words() + " from the right does not fit " + b.words());
        return solve(CblasRight, CblasTrans, l, b);
    }

    private static Matrix solve(int side, int transposition, Matrix l, Matrix b) {
        int n = requireSquare(l);
        for (int i = 0; i < n; i++)
            if (l.get(i, i) == 0)
                throw new IllegalArgumentException(
                        "a triangular " + l + " is singular: entry " + i + " of its diagonal is zero");
        double[] x = b.values().clone();
        if (x.length > 0) {
            OpenBlas.require();
            cblas_dtrsm(
                    CblasRowMajor,
                    side,
                    CblasLower,
                    transposition,
                    CblasNonUnit,
                    b.rows(),
                    b.columns(),
                    1,
                    l.values(),
                    n,
                    x,
                    b.columns());
        }
        return Matrix.of(b.rows(), b.columns(), x);
    }

    private static int requireSquare(Matrix a) {
        if (a.rows() != a.columns()) throw new IllegalArgumentException(a + " is not square");
        return a.rows();
    }

    private static void requireFinite(Matrix a) {
        OpenBlas.require();
        // LAPACK may loop for ever on an infinity.
        if (!Arrays.stream(a.values()).allMatch(Double::isFinite))
            throw new IllegalArgumentException(a + " holds a NaN or an infinity and cannot be factorised");
    }

    private static void converged(int info, String what, Matrix a) {
        if (info < 0) throw new IllegalStateException("LAPACK refused its argument " + -info + " for " + what);
        if (info > 0) throw new ArithmeticException(what + " of a " + a + " did not converge");
    }
}
