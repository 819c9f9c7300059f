package org.separatrix.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every factorisation must satisfy on any shape, the numbers of small cases, and an independent library. */
class LinearAlgebraTest {
    private static final double EPSILON = 1e-13;

    @ParameterizedTest
    @CsvSource({"0,0", "0,3", "3,0", "1,1", "1,5", "5,1", "4,4", "7,3", "3,7", "40,17", "17,40", "64,64"})
    void everyShapeIsTheProductOfItsFactors(int rows, int columns) {
        Matrix a = random(rows, columns);
        int k = Math.min(rows, columns);

        LinearAlgebra.Svd thin = LinearAlgebra.svd(a);
        assertThat(thin.u().columns()).isEqualTo(k);
        assertThat(thin.v().columns()).isEqualTo(k);
        assertOrthonormal(thin.u());
        assertOrthonormal(thin.v());
        assertDescending(thin.s());
        assertClose(thin.u().scaleColumns(thin.s()).timesTransposed(thin.v()), a);

        LinearAlgebra.Svd full = LinearAlgebra.fullSvd(a);
        assertThat(full.u().columns()).isEqualTo(rows);
        assertThat(full.v().columns()).isEqualTo(columns);
        assertOrthonormal(full.u());
        assertOrthonormal(full.v());
        assertClose(full.u().times(Matrix.diagonal(rows, columns, full.s())).timesTransposed(full.v()), a);
        assertThat(LinearAlgebra.singularValues(a)).containsExactly(thin.s(), within(EPSILON * 10));

        LinearAlgebra.Qr qr = LinearAlgebra.qr(a);
        assertThat(qr.q().columns()).isEqualTo(k);
        assertOrthonormal(qr.q());
        for (int i = 0; i < k; i++)
            for (int j = 0; j < i; j++) assertThat(qr.r().get(i, j)).isZero();
        assertClose(qr.q().times(qr.r()), a);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5, 33, 64})
    void aSymmetricMatrixIsTheProductOfItsFactors(int n) {
        Matrix a = symmetric(n);
        LinearAlgebra.Eigen eigen = LinearAlgebra.symmetricEigen(a);
        assertOrthonormal(eigen.vectors());
        assertThat(eigen.values()).isSorted();
        assertClose(eigen.vectors().scaleColumns(eigen.values()).timesTransposed(eigen.vectors()), a);
        assertThat(LinearAlgebra.symmetricEigenvalues(a)).containsExactly(eigen.values(), within(n * EPSILON));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5, 33})
    void aPositiveDefiniteMatrixIsASquare(int n) {
        Matrix a = positiveDefinite(n);
        Matrix l = LinearAlgebra.cholesky(a);
        for (int i = 0; i < n; i++)
            for (int j = i + 1; j < n; j++) assertThat(l.get(i, j)).isZero();
        assertClose(l.timesTransposed(l), a);
    }

    @ParameterizedTest
    @CsvSource({"0,3", "1,1", "5,2", "8,0", "33,7"})
    void triangularSolutionsUndoProducts(int n, int columns) {
        Matrix l = LinearAlgebra.cholesky(positiveDefinite(n));
        Matrix x = random(n, columns);
        assertClose(LinearAlgebra.solveLower(l, l.times(x)), x);
        Matrix y = random(columns, n);
        assertClose(LinearAlgebra.solveLowerTransposedFromRight(l, y.timesTransposed(l)), y);
    }

    @Test
    void smallCasesHaveTheirKnownNumbers() {
        Matrix symmetric = Matrix.ofRows(new double[] {2, 1}, new double[] {1, 2});
        assertThat(LinearAlgebra.symmetricEigenvalues(symmetric)).containsExactly(new double[] {1, 3}, within(EPSILON));
        Matrix vectors = LinearAlgebra.symmetricEigen(symmetric).vectors();
        assertThat(Math.abs(vectors.get(0, 1))).isCloseTo(Math.sqrt(.5), within(EPSILON));
        assertThat(vectors.get(0, 0)).isCloseTo(-vectors.get(1, 0), within(EPSILON));

        Matrix a = Matrix.ofRows(new double[] {3, 0}, new double[] {4, 5});
        assertThat(LinearAlgebra.singularValues(a))
                .containsExactly(new double[] {3 * Math.sqrt(5), Math.sqrt(5)}, within(EPSILON));
        assertThat(LinearAlgebra.singularValues(Matrix.ofRows(new double[] {3, 4})))
                .containsExactly(new double[] {5}, within(EPSILON));

        Matrix l = LinearAlgebra.cholesky(Matrix.ofRows(new double[] {4, 2}, new double[] {2, 5}));
        assertThat(l.values()).containsExactly(new double[] {2, 0, 1, 2}, within(EPSILON));
    }

    @ParameterizedTest
    @CsvSource({"6,6", "9,4", "4,9", "30,20"})
    void agreesWithAnIndependentLibrary(int rows, int columns) {
        Matrix a = random(rows, columns);
        assertThat(LinearAlgebra.singularValues(a))
                .containsExactly(
                        new SingularValueDecomposition(hipparchus(a)).getSingularValues(), within(1e-12 * rows));

        double[] values = new EigenDecompositionSymmetric(hipparchus(symmetric(rows))).getEigenvalues();
        Arrays.sort(values);
        assertThat(LinearAlgebra.symmetricEigenvalues(symmetric(rows))).containsExactly(values, within(1e-12 * rows));

        RealMatrix l = new CholeskyDecomposition(hipparchus(positiveDefinite(rows))).getL();
        assertClose(LinearAlgebra.cholesky(positiveDefinite(rows)), Matrix.ofRows(l.getData()));

        Matrix b = random(columns, rows);
        assertClose(
                a.times(b), Matrix.ofRows(hipparchus(a).multiply(hipparchus(b)).getData()));
    }

    @Test
    void onlyTheLowerTriangleIsRead() {
        Matrix a = positiveDefinite(5);
        double[] values = a.values().clone();
        for (int i = 0; i < 5; i++) for (int j = i + 1; j < 5; j++) values[i * 5 + j] = 1e6;
        Matrix lower = Matrix.of(5, 5, values);
        assertThat(LinearAlgebra.cholesky(lower)).isEqualTo(LinearAlgebra.cholesky(a));
        assertThat(LinearAlgebra.symmetricEigenvalues(lower)).isEqualTo(LinearAlgebra.symmetricEigenvalues(a));
        assertThat(lower.get(0, 4)).isEqualTo(1e6);
    }

    @Test
    void aRankDeficientMatrixHasZeroSingularValues() {
        Matrix a = random(6, 2).timesTransposed(random(5, 2));
        double[] s = LinearAlgebra.singularValues(a);
        assertThat(s[1]).isGreaterThan(1e-3);
        assertThat(Arrays.copyOfRange(s, 2, 5)).containsExactly(new double[3], within(EPSILON));
    }

    @Test
    void whatCannotBeFactorisedIsNamed() {
        Matrix indefinite = Matrix.ofRows(new double[] {1, 2}, new double[] {2, 1});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearAlgebra.cholesky(indefinite))
                .withMessageContaining("not positive definite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearAlgebra.symmetricEigen(Matrix.zero(2, 3)))
                .withMessageContaining("2 x 3 is not square");
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY})
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> LinearAlgebra.svd(Matrix.diagonal(1, bad)))
                    .withMessageContaining("NaN or an infinity");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearAlgebra.solveLower(Matrix.diagonal(1, 0), Matrix.identity(2)))
                .withMessageContaining("singular");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearAlgebra.solveLower(Matrix.identity(2), Matrix.identity(3)))
                .withMessageContaining("does not fit");
    }

    @Test
    void eigenvaluesOfARotationAreComplex() {
        Matrix a = Matrix.ofRows(new double[] {0, -2, 0}, new double[] {2, 0, 0}, new double[] {5, 7, 1});
        LinearAlgebra.Eigenvalues eigenvalues = LinearAlgebra.eigenvalues(a);
        assertThat(eigenvalues.radius()).isCloseTo(2, within(1e-14));
        Arrays.sort(eigenvalues.real());
        Arrays.sort(eigenvalues.imaginary());
        assertThat(eigenvalues.real()).containsExactly(new double[] {0, 0, 1}, within(1e-14));
        assertThat(eigenvalues.imaginary()).containsExactly(new double[] {-2, 0, 2}, within(1e-14));
    }

    @Test
    void aSystemIsSolvedOrToldToBeSingular() {
        Matrix a = Matrix.ofRows(new double[] {0, 2}, new double[] {4, 1});
        Matrix x = LinearAlgebra.solve(a, Matrix.ofRows(new double[] {2, 4}, new double[] {5, 2}));
        assertThat(x.values()).containsExactly(new double[] {1, 0, 1, 2}, within(1e-15));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearAlgebra.solve(Matrix.zero(2, 2), Matrix.identity(2)))
                .withMessageContaining("singular");
    }

    @Test
    void theLibrarySaysWhatItIs() {
        assertThat(OpenBlas.available()).isTrue();
        assertThat(OpenBlas.description()).startsWith("OpenBLAS ").contains("0.3");
    }

    private static Matrix random(int rows, int columns) {
        Random random = new Random(31L * rows + columns);
        return Matrix.of(
                rows, columns, random.doubles((long) rows * columns, -1, 1).toArray());
    }

    private static Matrix symmetric(int n) {
        Matrix a = random(n, n);
        return a.plus(a.transpose());
    }

    private static Matrix positiveDefinite(int n) {
        Matrix a = random(n, n);
        return a.timesTransposed(a).plus(Matrix.identity(n));
    }

    private static RealMatrix hipparchus(Matrix a) {
        RealMatrix m = new Array2DRowRealMatrix(a.rows(), a.columns());
        for (int i = 0; i < a.rows(); i++) m.setRow(i, a.row(i));
        return m;
    }

    private static void assertOrthonormal(Matrix q) {
        assertClose(q.transposedTimes(q), Matrix.identity(q.columns()));
    }

    private static void assertDescending(double[] s) {
        for (int i = 1; i < s.length; i++) assertThat(s[i]).isBetween(0., s[i - 1]);
    }

    private static void assertClose(Matrix actual, Matrix expected) {
        assertThat(actual.minus(expected).frobenius())
                .isLessThanOrEqualTo(EPSILON * (1 + expected.rows()) * (1 + expected.frobenius()));
    }
}
