package org.separatrix.lab;

/**
 * A polyline in the plane of a chart.
 *
 * @param label its name in the legend, "" for none
 * @param role what it is
 * @param x abscissae
 * @param y ordinates, as many
 */
public record Line(String label, Role role, double[] x, double[] y) {
    /** What a line in a portrait is. */
    public enum Role {
        /** The path of the running system. */
        ORBIT,
        /** The path that the theory predicts. */
        THEORY,
        /** A set of fixed points. */
        EQUILIBRIA,
        /** A boundary between basins. */
        SEPARATRIX,
        /** A curve that the flow keeps or that guides the eye. */
        GUIDE
    }

    public Line {
        if (x.length != y.length)
            throw new IllegalArgumentException("a line of " + x.length + " and " + y.length + " coordinates");
    }
}
