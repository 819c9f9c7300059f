package org.separatrix.compute;

/**
 * A matrix in double precision, cut into strips of eight columns that lie one behind the other, each row after row: so
 * products read it in the order of memory. The last strip is filled up with zeros, and there are two at least. It is
 * written to by those who own it.
 *
 * @param rows rows of the matrix
 * @param columns columns of the matrix
 * @param values the strips
 */
public record DoubleStrips(int rows, int columns, double[] values) {
    /** The columns of a strip: a line of cache. */
    static final int WIDTH = 8;

    /** The zero matrix. */
    public static DoubleStrips zero(int rows, int columns) {
        return of(Matrix.zero(rows, columns));
    }

    /** A matrix in strips, as a copy. */
    public static DoubleStrips of(Matrix matrix) {
        return new DoubleStrips(matrix.rows(), matrix.columns(), cut(matrix, WIDTH));
    }

    /** A matrix in strips of any width. */
    static double[] cut(Matrix matrix, int width) {
        int rows = matrix.rows();
        int columns = matrix.columns();
        double[] strips = new double[Math.max(2, Math.ceilDiv(columns, width)) * width * rows];
        for (int i = 0; i < rows; i++)
            for (int j = 0; j < columns; j++)
                strips[j / width * width * rows + i * width + j % width] = matrix.get(i, j);
        return strips;
    }

    /** The entry in row {@code i} and column {@code j}. */
    double get(int i, int j) {
        return values[top(rows, j) + i * WIDTH];
    }

    /** Sets the entry in row {@code i} and column {@code j}. */
    public void set(int i, int j, double value) {
        values[top(rows, j) + i * WIDTH] = value;
    }

    /** Takes over the entries of a row-major matrix of the same shape. */
    public void take(double[] matrix) {
        int whole = columns / WIDTH * WIDTH;
        for (int j = 0; j < whole; j += WIDTH) {
            int top = top(rows, j);
            for (int i = 0; i < rows; i++)
                for (int lane = 0; lane < WIDTH; lane++)
                    values[top + i * WIDTH + lane] = matrix[i * columns + j + lane];
        }
        for (int i = 0; i < rows; i++) for (int j = whole; j < columns; j++) set(i, j, matrix[i * columns + j]);
    }

    /** Where a column begins; an entry further down stands WIDTH numbers further on. */
    static int top(int rows, int column) {
        return column / WIDTH * WIDTH * rows + column % WIDTH;
    }
}
