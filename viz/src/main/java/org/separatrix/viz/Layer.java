package org.separatrix.viz;

import java.awt.Graphics2D;

/** Something painted in the plot of a chart, above its grid. */
@FunctionalInterface
interface Layer {
    /** Paints; colour, stroke and font are the layer's to set. */
    void paint(Graphics2D g, Plane plane);
}
