package org.separatrix.lab;

/**
 * A quantity on a grid in the plane, drawn as a heat map.
 *
 * @param key the name in files
 * @param title the name on screen
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param value the axis of the quantity
 */
public record Field(String key, String title, Axis x, Axis y, Axis value) implements Observable<Field.Values> {
    /**
     * The quantity at one time.
     *
     * @param x the abscissae of the columns, ascending
     * @param y the ordinates of the rows, ascending
     * @param value row after row, {@code y.length * x.length} numbers; NaN where there is none
     * @param note what else is to be said beside the title, "" for nothing
     */
    public record Values(double[] x, double[] y, double[] value, String note) {
        public Values {
            if (value.length != x.length * y.length)
                throw new IllegalArgumentException(
                        value.length + " values on a grid of " + y.length + " x " + x.length);
        }

        /** A grid of which nothing else is to be said. */
        public Values(double[] x, double[] y, double[] value) {
            this(x, y, value, "");
        }
    }
}
