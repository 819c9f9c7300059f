package org.separatrix.viz;

import java.awt.geom.Path2D;

/**
 * A path through points, cut to a window somewhat larger than the plot: a dashed line that ran far outside would take
 * for ever. A point that is not finite lifts the pen.
 */
final class Trace {
    private static final double MARGIN = 20;

    private final Path2D.Double path = new Path2D.Double();
    private final double left;
    private final double right;
    private final double top;
    private final double bottom;

    private double fromX = Double.NaN;
    private double fromY = Double.NaN;
    private boolean joined;

    Trace(Plane plane) {
        left = plane.left() - MARGIN;
        right = plane.right() + MARGIN;
        top = plane.top() - MARGIN;
        bottom = plane.bottom() + MARGIN;
    }

    /** The points of a polyline. */
    static Path2D of(Plane plane, double[] x, double[] y) {
        var trace = new Trace(plane);
        for (int i = 0; i < x.length; i++) trace.to(plane.pixelX(x[i]), plane.pixelY(y[i]));
        return trace.path();
    }

    Path2D path() {
        return path;
    }

    /** Goes on to a point in pixels. */
    void to(double x, double y) {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            fromX = Double.NaN;
            joined = false;
            return;
        }
        if (!Double.isNaN(fromX)) segment(x, y);
        fromX = x;
        fromY = y;
    }

    /** Cuts a segment to the window (Liang and Barsky, 1984). */
    private void segment(double x, double y) {
        double dx = x - fromX;
        double dy = y - fromY;
        double enter = 0;
        double leave = 1;
        double[] speed = {-dx, dx, -dy, dy};
        double[] distance = {fromX - left, right - fromX, fromY - top, bottom - fromY};
        for (int side = 0; side < 4; side++) {
            if (speed[side] == 0) {
                if (distance[side] < 0) enter = 2;
            } else if (speed[side] < 0) enter = Math.max(enter, distance[side] / speed[side]);
            else leave = Math.min(leave, distance[side] / speed[side]);
        }
        if (enter > leave) {
            joined = false;
            return;
        }
        if (!joined || enter > 0) path.moveTo(fromX + enter * dx, fromY + enter * dy);
        path.lineTo(fromX + leave * dx, fromY + leave * dy);
        joined = leave == 1;
    }
}
