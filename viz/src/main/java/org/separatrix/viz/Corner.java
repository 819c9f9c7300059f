package org.separatrix.viz;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.List;
import org.separatrix.lab.Axis;

/**
 * Three axes as edges of a cube, seen from above one of its corners without perspective.
 *
 * @param spans the axes
 * @param plane where the cube is drawn
 */
record Corner(List<Span> spans, Plane plane) {
    private static final double AZIMUTH = Math.toRadians(35);
    private static final double ELEVATION = Math.toRadians(25);

    /** The cube is so much wider than its edge when seen like this, and so much higher. */
    private static final double WIDE = Math.cos(AZIMUTH) + Math.sin(AZIMUTH);

    private static final double HIGH = Math.cos(ELEVATION) + WIDE * Math.sin(ELEVATION);

    private double edge() {
        return 0.94 * Math.min(plane.width() / WIDE, plane.height() / HIGH);
    }

    private double share(double[] points, int at, int axis) {
        return spans.get(axis).share(points[at + axis]) - 0.5;
    }

    /** The horizontal pixel of the point whose three coordinates begin at a place. */
    double x(double[] points, int at) {
        double right = share(points, at, 0) * Math.cos(AZIMUTH) + share(points, at, 1) * Math.sin(AZIMUTH);
        return plane.left() + plane.width() / 2 + edge() * right;
    }

    /** The vertical pixel of the point whose three coordinates begin at a place. */
    double y(double[] points, int at) {
        double away = share(points, at, 1) * Math.cos(AZIMUTH) - share(points, at, 0) * Math.sin(AZIMUTH);
        double up = share(points, at, 2) * Math.cos(ELEVATION) + away * Math.sin(ELEVATION);
        return plane.top() + plane.height() / 2 - edge() * up;
    }

    /** Draws the floor and the three edges at the far corner, each with the name and the ends of its axis. */
    void paint(Graphics2D g, List<Axis> axes, Theme theme) {
        g.setStroke(Pen.HAIRLINE);
        g.setColor(theme.hairline().awt());
        boolean[][] ends = {{false, false, false}, {true, false, false}, {true, true, false}, {false, true, false}};
        for (int i = 0; i < 4; i++) edge(g, corner(ends[i]), corner(ends[(i + 1) % 4]));
        edge(g, corner(false, true, false), corner(false, true, true));
        edge(g, corner(false, true, true), corner(true, true, true));
        edge(g, corner(true, true, true), corner(true, true, false));
        edge(g, corner(false, true, true), corner(false, false, true));
        edge(g, corner(false, false, true), corner(false, false, false));
        g.setFont(Pen.label());
        g.setColor(theme.muted().awt());
        label(g, axes.get(0), corner(false, false, false), corner(true, false, false), -1);
        label(g, axes.get(1), corner(true, false, false), corner(true, true, false), 1);
        label(g, axes.get(2), corner(false, false, false), corner(false, false, true), -1);
    }

    private double[] corner(boolean... high) {
        double[] point = new double[3];
        for (int k = 0; k < 3; k++)
            point[k] = high[k] ? spans.get(k).max() : spans.get(k).min();
        return point;
    }

    private void edge(Graphics2D g, double[] from, double[] to) {
        g.draw(new Line2D.Double(x(from, 0), y(from, 0), x(to, 0), y(to, 0)));
    }

    private void label(Graphics2D g, Axis axis, double[] from, double[] to, int side) {
        String text = Chart.words(axis);
        double width = Pen.width(text, g.getFont());
        double x = (x(from, 0) + x(to, 0)) / 2 + side * 8;
        double y = (y(from, 0) + y(to, 0)) / 2 + 14;
        g.drawString(text, (float) (side < 0 ? x - width : x), (float) y);
    }
}
