package org.separatrix.compute;

/**
 * A matrix in double precision, cut into strips of eight columns that lie one behind the other, each row after row: so
 * products read it in the order of memory. The last strip is filled up with zeros, and there are two at least.
 *
 * @param rows rows of the matrix
 * @param columns columns of the matrix
 * @param values the strips, not to be changed
 */
public record DoubleStrips(int rows, int columns, double[] values) {
    /** The columns of a strip: a line of cache. */
    static final int WIDTH = 8;

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

    /** Where a column begins; an entry further down stands WIDTH numbers further on. */
    static int top(int rows, int column) {
        return column / WIDTH * WIDTH * rows + column % WIDTH;
    }
}
