package org.separatrix.lab;

import java.util.List;

/**
 * Quantities by category.
 *
 * @param key the name in files
 * @param title the name on screen
 * @param category the axis of the categories
 * @param categories their names
 * @param value the axis of the quantities
 * @param series the quantities
 * @param style how the quantities of a category share their place
 */
public record Bars(
        String key, String title, Axis category, List<String> categories, Axis value, List<Series> series, Style style)
        implements Observable<Bars.Values> {
    /** How several quantities share a category. */
    public enum Style {
        SIDE_BY_SIDE,
        /** One on top of the other, each theory at the height that its quantity should reach. */
        STACKED
    }

    public Bars {
        categories = List.copyOf(categories);
        series = List.copyOf(series);
    }

    /** Bars side by side. */
    public Bars(String key, String title, Axis category, List<String> categories, Axis value, List<Series> series) {
        this(key, title, category, categories, value, series, Style.SIDE_BY_SIDE);
    }

    /**
     * The quantities at one time.
     *
     * @param simulated a row a series, a number a category; NaN where there is none
     * @param theory the same, as the theory predicts; NaN where it is silent
     */
    public record Values(double[][] simulated, double[][] theory) {
        public Values {
            if (simulated.length != theory.length)
                throw new IllegalArgumentException(simulated.length + " rows beside " + theory.length + " of theory");
        }
    }
}
