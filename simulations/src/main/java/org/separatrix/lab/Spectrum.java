package org.separatrix.lab;

import java.util.Arrays;
import java.util.List;

/**
 * Sets of eigenvalues or singular values, drawn as histograms or as sorted points.
 *
 * @param key the name in files
 * @param title the name on screen
 * @param value the axis of the eigenvalues
 * @param series the sets
 */
public record Spectrum(String key, String title, Axis value, List<Series> series)
        implements Observable<Spectrum.Values> {
    public Spectrum {
        series = List.copyOf(series);
    }

    /** Values in the order in which a spectrum holds them. */
    public static double[] descending(double[] values) {
        double[] ascending = values.clone();
        Arrays.sort(ascending);
        double[] descending = new double[ascending.length];
        Arrays.setAll(descending, i -> ascending[ascending.length - 1 - i]);
        return descending;
    }

    /**
     * The sets at one time.
     *
     * @param simulated a set a series, descending
     * @param theory a set a series that the theory predicts value by value, descending; empty where it is silent
     * @param density a density a series that the theory predicts for large sizes, of unit mass; null where it is silent
     */
    public record Values(List<double[]> simulated, List<double[]> theory, List<Line> density) {
        public Values {
            simulated = List.copyOf(simulated);
            theory = List.copyOf(theory);
            density = java.util.Collections.unmodifiableList(new java.util.ArrayList<>(density));
            if (simulated.size() != theory.size() || simulated.size() != density.size())
                throw new IllegalArgumentException("spectra, theory and densities differ in number");
        }
    }
}
