package org.separatrix.viz;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.Arrays;

/**
 * Draws graphs of functions, as {@link java.awt.Graphics2D#draw} would with round joins, and many times as fast: whatever
 * is as wide as a pen and follows a graph meets every vertical line in one stretch, so that the stretches on a few lines
 * a column of pixels say all.
 */
final class GraphPen {
    /** Vertical lines a column of pixels. */
    private static final int LINES = 4;

    private final Film film;

    /** The stretch of the piece in work on each line, in rows. */
    private final double[] low;

    private final double[] high;
    private int first;
    private int last;

    private double radius;
    private boolean round;

    /** Lengths of dashes and gaps in turn; none for a solid line. */
    private double[] dashes;

    /** Where in the pattern of dashes the pen is. */
    private int dash;

    private double left;

    /** The direction of the segment before; both 0 where a piece begins. */
    private double fromX;

    private double fromY;

    GraphPen(Film film) {
        this.film = film;
        low = new double[LINES * film.raster().width()];
        high = new double[low.length];
        Arrays.fill(low, Double.POSITIVE_INFINITY);
        Arrays.fill(high, Double.NEGATIVE_INFINITY);
        lift();
    }

    /**
     * Draws the pieces of a graph, each from left to right, its vertices joined by straight lines.
     *
     * @param stroke its joins are taken as round, its ends as round or straight
     */
    void draw(Path2D graph, BasicStroke stroke, Color colour) {
        Raster raster = film.raster();
        double scale = Math.sqrt(raster.device().getDeterminant());
        radius = stroke.getLineWidth() * scale / 2;
        round = stroke.getEndCap() == BasicStroke.CAP_ROUND;
        float[] pattern = stroke.getDashArray();
        dashes = new double[pattern == null ? 0 : pattern.length];
        Arrays.setAll(dashes, i -> pattern[i] * scale);
        double[] point = new double[6];
        double x = 0;
        double y = 0;
        for (PathIterator i = graph.getPathIterator(raster.device()); !i.isDone(); i.next()) {
            boolean begins = i.currentSegment(point) == PathIterator.SEG_MOVETO;
            double toX = point[0] - raster.left();
            double toY = point[1] - raster.top();
            if (begins) {
                end(x, y, colour);
                begin();
            } else segment(x, y, toX, toY, colour);
            x = toX;
            y = toY;
        }
        end(x, y, colour);
    }

    private void begin() {
        dash = 0;
        left = dashes.length == 0 ? Double.POSITIVE_INFINITY : dashes[0];
    }

    /** A segment, cut where a dash ends or begins. */
    private void segment(double x0, double y0, double x1, double y1, Color colour) {
        double length = Math.hypot(x1 - x0, y1 - y0);
        double alongX = length > 0 ? (x1 - x0) / length : 1;
        double alongY = length > 0 ? (y1 - y0) / length : 0;
        double done = 0;
        do {
            double part = Math.min(left, length - done);
            if (dash % 2 == 0) solid(x0 + done * alongX, y0 + done * alongY, part, alongX, alongY);
            done += part;
            left -= part;
            if (left <= 0) {
                if (dash % 2 == 0) end(x0 + done * alongX, y0 + done * alongY, colour);
                dash = (dash + 1) % dashes.length;
                left = dashes[dash];
            }
        } while (done < length);
    }

    private void solid(double x, double y, double length, double alongX, double alongY) {
        if (fromX != 0 || fromY != 0) join(x, y, alongX, alongY);
        else if (round) disc(x, y);
        rectangle(x, y, length, alongX, alongY);
        fromX = alongX;
        fromY = alongY;
    }

    private int lineFrom(double x) {
        return (int) Math.clamp(Math.ceil(LINES * x - 0.5), 0, low.length);
    }

    private int lineTo(double x) {
        return (int) Math.clamp(Math.floor(LINES * x - 0.5), -1, low.length - 1.0);
    }

    private static double place(int line) {
        return (line + 0.5) / LINES;
    }

    private void disc(double x, double y) {
        int to = lineTo(x + radius);
        for (int i = lineFrom(x - radius); i <= to; i++) {
            double aside = place(i) - x;
            double half = Math.sqrt(Math.max(0, radius * radius - aside * aside));
            extend(i, y - half, y + half);
        }
    }

    /**
     * What lies within a radius of a vertex, beyond the segment that ends there and before the one that begins: the open
     * wedge on the outer side of the turn.
     */
    private void join(double x, double y, double alongX, double alongY) {
        double outward = fromX * alongY > fromY * alongX ? radius : -radius;
        double one = outward * fromY;
        double other = outward * alongY;
        int to = lineTo(x + Math.max(0, Math.max(one, other)));
        for (int i = lineFrom(x + Math.min(0, Math.min(one, other))); i <= to; i++) {
            double aside = place(i) - x;
            double bottom = Math.sqrt(Math.max(0, radius * radius - aside * aside));
            double top = -bottom;
            if (fromY > 0) top = Math.max(top, -aside * fromX / fromY);
            if (fromY < 0) bottom = Math.min(bottom, -aside * fromX / fromY);
            if (alongY > 0) bottom = Math.min(bottom, -aside * alongX / alongY);
            if (alongY < 0) top = Math.max(top, -aside * alongX / alongY);
            if (top <= bottom) extend(i, y + top, y + bottom);
        }
    }

    /** What lies within a radius of a segment, and between its ends. */
    private void rectangle(double x, double y, double length, double alongX, double alongY) {
        double beyond = radius * Math.abs(alongY);
        double rise = alongY / alongX;
        double half = radius / alongX;
        // A level segment has its ends left and right, an upright one above and below.
        double fall = alongY == 0 ? 0 : -alongX / alongY;
        double begin = alongY == 0 ? Double.NEGATIVE_INFINITY : Math.min(0, length / alongY);
        double end = alongY == 0 ? Double.POSITIVE_INFINITY : Math.max(0, length / alongY);
        int to = lineTo(x + length * alongX + beyond);
        for (int i = lineFrom(x - beyond); i <= to; i++) {
            double aside = place(i) - x;
            double top = fall * aside + begin;
            double bottom = fall * aside + end;
            if (alongX > 0) {
                top = Math.max(top, rise * aside - half);
                bottom = Math.min(bottom, rise * aside + half);
            }
            if (top <= bottom) extend(i, y + top, y + bottom);
        }
    }

    private void extend(int line, double top, double bottom) {
        if (top < low[line]) low[line] = top;
        if (bottom > high[line]) high[line] = bottom;
        if (line < first) first = line;
        if (line > last) last = line;
    }

    /** Paints the piece that ends at a point. */
    private void end(double x, double y, Color colour) {
        if (round && (fromX != 0 || fromY != 0)) disc(x, y);
        for (int column = first / LINES; column <= last / LINES; column++) {
            for (int i = column * LINES; i < (column + 1) * LINES; i++) {
                film.cover(low[i], high[i], 1.0 / LINES);
                low[i] = Double.POSITIVE_INFINITY;
                high[i] = Double.NEGATIVE_INFINITY;
            }
            film.paint(column, colour);
        }
        lift();
    }

    private void lift() {
        fromX = 0;
        fromY = 0;
        first = low.length;
        last = -1;
    }
}
