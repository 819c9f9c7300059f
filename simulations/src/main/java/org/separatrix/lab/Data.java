package org.separatrix.lab;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Arrays given in place of what a laboratory would draw at random, by name. What is not given is drawn as usual.
 *
 * @param arrays by the name that the laboratory's {@link DataKey}s declare
 * @param hash a digest of the content, "" where nothing is given: two runs with the same hash saw the same arrays
 */
public record Data(Map<String, Array> arrays, String hash) {
    /** Nothing is given. */
    public static final Data NONE = new Data(Map.of(), "");

    public Data {
        arrays = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(arrays));
    }

    /** The array with a name, if it is given. */
    public Optional<Array> find(String name) {
        return Optional.ofNullable(arrays.get(name));
    }

    /** Whether an array is given. */
    public boolean has(String name) {
        return arrays.containsKey(name);
    }

    /**
     * A matrix of a known shape, if it is given. A vector of n numbers passes as n x 1 and as 1 x n.
     *
     * @throws InvalidData where its shape is another, or one of its values is not finite
     */
    public Optional<double[]> matrix(String name, int rows, int columns) {
        return find(name).map(array -> {
            int[] shape = array.shape();
            boolean fits = shape.length == 2
                    ? shape[0] == rows && shape[1] == columns
                            || Math.min(rows, columns) == 1
                                    && Math.min(shape[0], shape[1]) == 1
                                    && shape[0] * shape[1] == rows * columns
                    : shape.length <= 1 && array.values().length == rows * columns && Math.min(rows, columns) == 1;
            if (!fits)
                throw new InvalidData(
                        name + " has the shape " + array.words() + ", expected " + rows + " x " + columns);
            return finite(name, array);
        });
    }

    /** A vector of known length, if it is given; errors as for {@link #matrix}. */
    public Optional<double[]> vector(String name, int length) {
        return matrix(name, length, 1);
    }

    /**
     * The numbers of rows and columns of a matrix that decides sizes.
     *
     * @throws InvalidData where it is not given, or has not two dimensions
     */
    public int[] sizes(String name) {
        Array array = find(name).orElseThrow(() -> new InvalidData(name + " is missing"));
        if (array.shape().length != 2)
            throw new InvalidData(name + " has the shape " + array.words() + ", expected a matrix");
        return array.shape();
    }

    private static double[] finite(String name, Array array) {
        double[] values = array.values();
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i]))
                throw new InvalidData(
                        name + " holds " + values[i] + " at position " + i + ": every value must be finite");
        }
        return values;
    }
}
