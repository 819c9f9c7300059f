package org.separatrix.lab;

import java.util.Arrays;
import java.util.List;

/**
 * Quantities against time.
 *
 * @param key the name in files
 * @param title the name on screen
 * @param time the axis of the experiment's time
 * @param value the axis of the quantities
 * @param series the quantities
 * @param style how they are drawn together
 */
public record Curves(String key, String title, Axis time, Axis value, List<Series> series, Style style)
        implements Observable<Curves.Values> {
    /** How several curves share a chart. */
    public enum Style {
        LINES,
        STACKED
    }

    public Curves {
        series = List.copyOf(series);
    }

    /** Curves drawn as lines. */
    public Curves(String key, String title, Axis time, Axis value, List<Series> series) {
        this(key, title, time, value, series, Style.LINES);
    }

    /**
     * The quantities at one time.
     *
     * @param simulated one number a series
     * @param theory one number a series, NaN where the theory is silent
     * @param spread the standard error of each simulated number, NaN where there is none or it has no meaning
     */
    public record Values(double[] simulated, double[] theory, double[] spread) {
        public Values {
            if (simulated.length != theory.length)
                throw new IllegalArgumentException(simulated.length + " values beside " + theory.length + " of theory");
            if (simulated.length != spread.length)
                throw new IllegalArgumentException(simulated.length + " values beside " + spread.length + " errors");
        }

        /** Quantities without standard errors. */
        public Values(double[] simulated, double[] theory) {
            this(simulated, theory, silent(simulated.length));
        }

        /** Quantities without theory and without standard errors. */
        public static Values of(double... simulated) {
            return new Values(simulated, silent(simulated.length));
        }

        /** So many numbers that say nothing. */
        public static double[] silent(int count) {
            double[] nothing = new double[count];
            Arrays.fill(nothing, Double.NaN);
            return nothing;
        }
    }
}
