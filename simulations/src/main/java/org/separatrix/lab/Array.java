package org.separatrix.lab;

import java.util.Arrays;

/**
 * A named array's values, in C order (the last index runs fastest).
 *
 * @param shape the lengths of its dimensions; none for a single number
 * @param values as many as the product of the lengths
 */
public record Array(int[] shape, double[] values) {
    public Array {
        shape = shape.clone();
        values = values.clone();
        if (Arrays.stream(shape).reduce(1, Math::multiplyExact) != values.length)
            throw new IllegalArgumentException(
                    values.length + " values cannot have the shape " + Arrays.toString(shape));
    }

    /** A matrix, given by its rows. */
    public static Array matrix(int rows, int columns, double[] values) {
        return new Array(new int[] {rows, columns}, values);
    }

    /** A vector. */
    public static Array vector(double... values) {
        return new Array(new int[] {values.length}, values);
    }

    @Override
    public int[] shape() {
        return shape.clone();
    }

    @Override
    public double[] values() {
        return values.clone();
    }

    /** The shape as a user writes it: "3 x 4". */
    public String words() {
        if (shape.length == 0) return "a single number";
        return Arrays.stream(shape).mapToObj(Integer::toString).collect(java.util.stream.Collectors.joining(" x "));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Array array && Arrays.equals(shape, array.shape) && Arrays.equals(values, array.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(shape) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "array of " + words();
    }
}
