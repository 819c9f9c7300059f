package org.separatrix.viz;

import java.awt.Graphics2D;

/** Something painted in the plot of a chart, above its grid. */
@FunctionalInterface
interface Layer {
    /** Paints; colour, stroke and font are the layer's to set. */
    void paint(Graphics2D g, Plane plane);

    /** Whether what leaves the plot is cut off. */
    default boolean clipped() {
        return true;
    }

    /** The height it takes above the plot besides the row that is always there, in pixels at scale 1. */
    default double headroom(Plane plane) {
        return 0;
    }

    /** A layer whose signs may stand over the edge of the plot. */
    static Layer unclipped(Layer layer) {
        return new Layer() {
            @Override
            public void paint(Graphics2D g, Plane plane) {
                layer.paint(g, plane);
            }

            @Override
            public boolean clipped() {
                return false;
            }
        };
    }
}
