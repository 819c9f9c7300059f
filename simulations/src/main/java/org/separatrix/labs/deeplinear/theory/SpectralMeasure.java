package org.separatrix.labs.deeplinear.theory;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * A law of eigenvalues {@code >= 0}, as points with weights that sum to one.
 *
 * @param values the eigenvalues
 * @param weights their weights
 */
public record SpectralMeasure(double[] values, double[] weights) {
    /** Eigenvalues below this part of the largest are zeros that were rounded. */
    private static final double ZERO = 1e-12;

    public SpectralMeasure {
        if (values.length != weights.length)
            throw new IllegalArgumentException(values.length + " values do not fit " + weights.length + " weights");
    }

    /** The eigenvalues of one matrix, all of the same weight. */
    public static SpectralMeasure of(double[] eigenvalues) {
        double largest = Arrays.stream(eigenvalues).max().orElse(0);
        double[] weights = new double[eigenvalues.length];
        Arrays.fill(weights, 1.0 / eigenvalues.length);
        return new SpectralMeasure(
                Arrays.stream(eigenvalues).map(l -> l < ZERO * largest ? 0 : l).toArray(), weights);
    }

    /** The weight of the eigenvalues above zero. */
    public double rank() {
        return mean(l -> l > 0 ? 1 : 0);
    }

    /** The mean of a function of the eigenvalue. */
    public double mean(DoubleUnaryOperator function) {
        double sum = 0;
        for (int i = 0; i < values.length; i++)
            if (weights[i] != 0) sum += weights[i] * function.applyAsDouble(values[i]);
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SpectralMeasure m
                && Arrays.equals(values, m.values)
                && Arrays.equals(weights, m.weights);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(values) + Arrays.hashCode(weights);
    }
}
