package org.separatrix.compute;

import java.util.Arrays;

/**
 * A dense real matrix, row-major and never changed once made: the type of set-up and analysis. A step loop works on
 * flat arrays instead.
 *
 * <p>Any of the two sizes may be zero. An operation on shapes that do not fit throws IllegalArgumentException.
 */
public final class Matrix {
    private final int rows;
    private final int columns;
    private final double[] values;

    private Matrix(int rows, int columns, double[] values) {
        if (rows < 0 || columns < 0 || (long) rows * columns != values.length)
            throw new IllegalArgumentException(values.length + " values do not fill " + rows + " x " + columns);
        this.rows = rows;
        this.columns = columns;
        this.values = values;
    }

    /**
     * A matrix of the given values.
     *
     * @param rowMajor row after row; the matrix takes it over, so the caller must not write to it again
     */
    public static Matrix of(int rows, int columns, double[] rowMajor) {
        return new Matrix(rows, columns, rowMajor);
    }

    /** A matrix of the given rows, which are copied and must be of one length. */
    public static Matrix ofRows(double[]... rows) {
        int columns = rows.length == 0 ? 0 : rows[0].length;
        double[] values = new double[rows.length * columns];
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != columns)
                throw new IllegalArgumentException(
                        "row " + i + " has " + rows[i].length + " values, the first row has " + columns);
            System.arraycopy(rows[i], 0, values, i * columns, columns);
        }
        return new Matrix(rows.length, columns, values);
    }

    /** The zero matrix. */
    public static Matrix zero(int rows, int columns) {
        return new Matrix(rows, columns, new double[Math.multiplyExact(rows, columns)]);
    }

    /** The identity, n x n. */
    public static Matrix identity(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return diagonal(ones);
    }

    /** The square matrix with this diagonal. */
    public static Matrix diagonal(double... diagonal) {
        return diagonal(diagonal.length, diagonal.length, diagonal);
    }

    /** The rectangular matrix with this diagonal, which may be shorter than the shape allows. */
    public static Matrix diagonal(int rows, int columns, double[] diagonal) {
        if (diagonal.length > Math.min(rows, columns))
            throw new IllegalArgumentException(
                    diagonal.length + " values do not fit the diagonal of " + rows + " x " + columns);
        Matrix d = zero(rows, columns);
        for (int i = 0; i < diagonal.length; i++) d.values[i * columns + i] = diagonal[i];
        return d;
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    /** The entry in row {@code i} and column {@code j}, both counted from zero. */
    public double get(int i, int j) {
        return values[i * columns + j];
    }

    /** The entries row after row: the matrix's own array, for reading only. */
    public double[] values() {
        return values;
    }

    /** A copy of row {@code i}. */
    public double[] row(int i) {
        return Arrays.copyOfRange(values, i * columns, (i + 1) * columns);
    }

    /** A copy of column {@code j}. */
    public double[] column(int j) {
        double[] column = new double[rows];
        for (int i = 0; i < rows; i++) column[i] = get(i, j);
        return column;
    }

    /** A copy of the {@code height x width} block whose first entry stands at ({@code row}, {@code column}). */
    public Matrix block(int row, int height, int column, int width) {
        double[] block = new double[height * width];
        for (int i = 0; i < height; i++)
            System.arraycopy(values, (row + i) * columns + column, block, i * width, width);
        return new Matrix(height, width, block);
    }

    /** This matrix with the columns of another, as high, behind its own. */
    public Matrix beside(Matrix b) {
        if (rows != b.rows)
            throw new IllegalArgumentException(words() + " and " + b.words() + " are not of one height");
        int width = columns + b.columns;
        double[] both = new double[rows * width];
        for (int i = 0; i < rows; i++) {
            System.arraycopy(values, i * columns, both, i * width, columns);
            System.arraycopy(b.values, i * b.columns, both, i * width + columns, b.columns);
        }
        return new Matrix(rows, width, both);
    }

    public Matrix transpose() {
        double[] t = new double[values.length];
        for (int i = 0; i < rows; i++) for (int j = 0; j < columns; j++) t[j * rows + i] = values[i * columns + j];
        return new Matrix(columns, rows, t);
    }

    public Matrix plus(Matrix other) {
        return plus(1, other);
    }

    public Matrix minus(Matrix other) {
        return plus(-1, other);
    }

    private Matrix plus(double factor, Matrix other) {
        requireSameShape(other);
        double[] sum = new double[values.length];
        for (int i = 0; i < sum.length; i++) sum[i] = values[i] + factor * other.values[i];
        return new Matrix(rows, columns, sum);
    }

    /** Every entry times {@code factor}. */
    public Matrix scaled(double factor) {
        double[] scaled = new double[values.length];
        for (int i = 0; i < scaled.length; i++) scaled[i] = factor * values[i];
        return new Matrix(rows, columns, scaled);
    }

    /** diag(d) A: row {@code i} times {@code factors[i]}. */
    public Matrix scaleRows(double... factors) {
        requireLength(factors, rows);
        double[] scaled = new double[values.length];
        for (int i = 0; i < rows; i++)
            for (int j = 0; j < columns; j++) scaled[i * columns + j] = factors[i] * values[i * columns + j];
        return new Matrix(rows, columns, scaled);
    }

    /** A diag(d): column {@code j} times {@code factors[j]}. */
    public Matrix scaleColumns(double... factors) {
        requireLength(factors, columns);
        double[] scaled = new double[values.length];
        for (int i = 0; i < rows; i++)
            for (int j = 0; j < columns; j++) scaled[i * columns + j] = factors[j] * values[i * columns + j];
        return new Matrix(rows, columns, scaled);
    }

    /** The product A B. */
    public Matrix times(Matrix b) {
        return LinearAlgebra.product(this, false, b, false);
    }

    /** The product A B&#7488;. */
    public Matrix timesTransposed(Matrix b) {
        return LinearAlgebra.product(this, false, b, true);
    }

    /** The product A&#7488; B. */
    public Matrix transposedTimes(Matrix b) {
        return LinearAlgebra.product(this, true, b, false);
    }

    /** The sum of the products of corresponding entries, tr(A&#7488; B). */
    public double inner(Matrix other) {
        requireSameShape(other);
        double sum = 0;
        for (int i = 0; i < values.length; i++) sum += values[i] * other.values[i];
        return sum;
    }

    /** The Frobenius norm, the root of the sum of squares. */
    public double frobenius() {
        return Math.sqrt(inner(this));
    }

    /** The sum of the diagonal's entries; the matrix may be rectangular. */
    public double trace() {
        double sum = 0;
        for (int i = 0; i < Math.min(rows, columns); i++) sum += get(i, i);
        return sum;
    }

    private void requireSameShape(Matrix other) {
        if (rows != other.rows || columns != other.columns)
            throw new IllegalArgumentException(words() + " and " + other.words() + " are not of the same shape");
    }

    private void requireLength(double[] factors, int length) {
        if (factors.length != length)
            throw new IllegalArgumentException(factors.length + " factors cannot scale a matrix of " + words());
    }

    /** The shape as a user writes it: "3 x 4". */
    String words() {
        return rows + " x " + columns;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Matrix m && rows == m.rows && columns == m.columns && Arrays.equals(values, m.values);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * rows + columns) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "matrix of " + words();
    }
}
