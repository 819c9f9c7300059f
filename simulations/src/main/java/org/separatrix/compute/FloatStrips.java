package org.separatrix.compute;

/**
 * A matrix in single precision, cut into strips of sixteen columns; see {@link DoubleStrips}.
 *
 * @param rows rows of the matrix
 * @param columns columns of the matrix
 * @param values the strips, not to be changed
 */
public record FloatStrips(int rows, int columns, float[] values) {
    /** The columns of a strip: a line of cache. */
    static final int WIDTH = 16;

    /** A matrix in strips, rounded to single precision. */
    public static FloatStrips of(Matrix matrix) {
        double[] strips = DoubleStrips.cut(matrix, WIDTH);
        float[] rounded = new float[strips.length];
        for (int i = 0; i < rounded.length; i++) rounded[i] = (float) strips[i];
        return new FloatStrips(matrix.rows(), matrix.columns(), rounded);
    }

    /** The entry in row {@code i} and column {@code j}. */
    float get(int i, int j) {
        return values[top(rows, j) + i * WIDTH];
    }

    /** Where a column begins; an entry further down stands WIDTH numbers further on. */
    static int top(int rows, int column) {
        return column / WIDTH * WIDTH * rows + column % WIDTH;
    }
}
