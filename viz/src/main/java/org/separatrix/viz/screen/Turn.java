package org.separatrix.viz.screen;

import org.separatrix.viz.Viewpoint;

/**
 * A picture in space being turned by the mouse, as if held at the point where it was pressed.
 *
 * @param x where it was pressed
 * @param y where it was pressed
 * @param start from where it was seen then
 */
record Turn(double x, double y, Viewpoint start) {
    private static final double DEGREES_PER_PIXEL = 0.4;

    /** From where it is seen when the mouse has come to a point. */
    Viewpoint to(double nowX, double nowY) {
        return start.turned((x - nowX) * DEGREES_PER_PIXEL, (nowY - y) * DEGREES_PER_PIXEL);
    }
}
