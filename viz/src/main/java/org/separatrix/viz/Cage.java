package org.separatrix.viz;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The floor and the two far walls of a box in space, with grid lines, and the labels of its three axes along edges where
 * nothing covers them.
 *
 * @param space the box
 * @param names the words beside the three axes
 * @param theme the colours
 */
record Cage(Space space, List<String> names, Theme theme) {
    private static final double ROOM_OF_LABEL = 46;
    private static final int MOST = 7;
    private static final double TICK = 5;
    private static final double GAP = 12;
    private static final double EDGE = 6;
    private static final double LINE = 15;

    /** An edge that looks more to a side than this has its name begin or end beside it, another one below its middle. */
    private static final double SIDEWAYS = 0.25;

    private static final int STEPS = 32;

    /** One axis along an edge of the box: shares of the box where it begins and ends. */
    private record Edge(double[] from, double[] to) {
        double[] at(double share) {
            double[] place = new double[3];
            for (int k = 0; k < 3; k++) place[k] = from[k] + share * (to[k] - from[k]);
            return place;
        }
    }

    /** Draws faces, lines and labels. */
    void paint(Graphics2D g) {
        int farX = space.farX();
        int farY = space.farY();
        Edge[] edges = {
            new Edge(new double[] {0, 1 - farY, 0}, new double[] {1, 1 - farY, 0}),
            new Edge(new double[] {1 - farX, 0, 0}, new double[] {1 - farX, 1, 0}),
            upright(farX, farY)
        };
        face(g, new double[][] {{0, 0, 0}, {1, 0, 0}, {1, 1, 0}, {0, 1, 0}}, 0.55);
        face(g, new double[][] {{farX, 0, 0}, {farX, 1, 0}, {farX, 1, 1}, {farX, 0, 1}}, 0.25);
        face(g, new double[][] {{0, farY, 0}, {1, farY, 0}, {1, farY, 1}, {0, farY, 1}}, 0.25);
        Span[] spans = {space.x(), space.y(), space.z()};
        List<String> shown = names(g.getClipBounds().getWidth());
        var named = new ArrayList<Rectangle2D>();
        for (int axis = 0; axis < 3; axis++) {
            List<Ticks.Tick> ticks = ticks(spans[axis], length(edges[axis]));
            for (Ticks.Tick tick : ticks) grid(g, axis, spans[axis].share(tick.value()), farX, farY);
            label(g, edges[axis], spans[axis], ticks, shown.get(axis), named);
        }
    }

    /** The names; where those of the floor do not fit beside each other, each gets a half of the width. */
    private List<String> names(double width) {
        double room = width - 3 * EDGE;
        if (Pen.width(names.get(0), Pen.label()) + Pen.width(names.get(1), Pen.label()) <= room) return names;
        return List.of(
                Pen.clipped(names.get(0), Pen.label(), room / 2),
                Pen.clipped(names.get(1), Pen.label(), room / 2),
                names.get(2));
    }

    /** The vertical edge at the left of the picture. */
    private Edge upright(int farX, int farY) {
        double[] one = {farX, 1 - farY, 0};
        double[] other = {1 - farX, farY, 0};
        double[] left = seen(one).x() < seen(other).x() ? one : other;
        return new Edge(left, new double[] {left[0], left[1], 1});
    }

    private Space.Point seen(double[] shares) {
        return space.ofShares(shares[0], shares[1], shares[2]);
    }

    private double length(Edge edge) {
        Space.Point from = seen(edge.from);
        Space.Point to = seen(edge.to);
        return Math.hypot(to.x() - from.x(), to.y() - from.y());
    }

    private static List<Ticks.Tick> ticks(Span span, double length) {
        int most = (int) Math.min(MOST, length / ROOM_OF_LABEL);
        return most < 2 ? List.of() : Ticks.standard(span, most);
    }

    private void face(Graphics2D g, double[][] corners, double opacity) {
        var path = new Path2D.Double();
        for (double[] corner : corners) {
            Space.Point point = seen(corner);
            if (path.getCurrentPoint() == null) path.moveTo(point.x(), point.y());
            else path.lineTo(point.x(), point.y());
        }
        path.closePath();
        g.setColor(theme.panel().awt(opacity));
        g.fill(path);
        g.setStroke(Pen.HAIRLINE);
        g.setColor(theme.hairline().awt());
        g.draw(path);
    }

    /** The lines of one value of an axis, on the two faces that it crosses. */
    private void grid(Graphics2D g, int axis, double share, int farX, int farY) {
        g.setStroke(Pen.HAIRLINE);
        g.setColor(theme.hairline().towards(theme.background(), 0.35).awt());
        double[][] ends = switch (axis) {
            case 0 -> new double[][] {{share, 1 - farY, 0}, {share, farY, 0}, {share, farY, 1}};
            case 1 -> new double[][] {{1 - farX, share, 0}, {farX, share, 0}, {farX, share, 1}};
            default -> new double[][] {{farX, 1 - farY, share}, {farX, farY, share}, {1 - farX, farY, share}};
        };
        for (int i = 0; i < 2; i++) {
            Space.Point from = seen(ends[i]);
            Space.Point to = seen(ends[i + 1]);
            g.draw(new Line2D.Double(from.x(), from.y(), to.x(), to.y()));
        }
    }

    /**
     * Ticks, their labels and the name of an axis, outside its edge.
     *
     * @param named where there are names of axes already
     */
    private void label(
            Graphics2D g, Edge edge, Span span, List<Ticks.Tick> ticks, String name, List<Rectangle2D> named) {
        Space.Point middle = seen(edge.at(0.5));
        Space.Point centre = space.ofShares(0.5, 0.5, edge.at(0.5)[2]);
        double distance = Math.hypot(middle.x() - centre.x(), middle.y() - centre.y());
        // Seen level with the floor, an edge in front has the middle of the floor right behind it.
        double outX = distance > 1 ? (middle.x() - centre.x()) / distance : 0;
        double outY = distance > 1 ? (middle.y() - centre.y()) / distance : 1;
        Font font = Pen.label();
        g.setFont(font);
        g.setColor(theme.muted().awt());
        g.setStroke(Pen.HAIRLINE);
        double widest = 0;
        for (Ticks.Tick tick : ticks) {
            Space.Point at = seen(edge.at(span.share(tick.value())));
            g.draw(new Line2D.Double(at.x(), at.y(), at.x() + TICK * outX, at.y() + TICK * outY));
            word(g, tick.label(), at.x() + GAP * outX, at.y() + GAP * outY, outX);
            widest = Math.max(widest, Pen.width(tick.label(), font));
        }
        double away = GAP + Math.abs(outX) * (widest + 8) + Math.abs(outY) * 15;
        name(g, edge, name, middle.x() + away * outX, middle.y() + away * outY, outX, named);
    }

    /** The name of an axis: where a long one reaches under its edge, it goes below the edge's labels, and any other's. */
    private void name(Graphics2D g, Edge edge, String name, double x, double y, double side, List<Rectangle2D> named) {
        double width = Pen.width(name, g.getFont());
        double aligned = Math.abs(side) > SIDEWAYS ? Math.signum(side) : 0;
        double left = within(g.getClipBounds(), x - width * (1 - aligned) / 2, width);
        var place = new Rectangle2D.Double(left, Math.max(y - LINE / 2, lowest(edge, left, left + width)), width, LINE);
        while (named.stream().anyMatch(place::intersects)) place.y += LINE;
        place.y = Math.min(place.y, g.getClipBounds().getMaxY() - LINE);
        named.add(place);
        g.drawString(name, (float) left, (float) (place.getCenterY() + 4));
    }

    /** The upper side of a line of text that is clear of an edge of the floor and its labels from one pixel to another. */
    private double lowest(Edge edge, double from, double to) {
        if (edge.from[2] != edge.to[2]) return Double.NEGATIVE_INFINITY;
        return DoubleStream.iterate(0, share -> share <= 1, share -> share + 1.0 / STEPS)
                .mapToObj(share -> seen(edge.at(share)))
                .filter(point -> point.x() > from - GAP && point.x() < to + GAP)
                .mapToDouble(point -> point.y() + GAP + LINE / 2)
                .max()
                .orElse(Double.NEGATIVE_INFINITY);
    }

    /** A word that begins, ends or is centred at a place, according to the side on which it stands, in the picture. */
    private static void word(Graphics2D g, String word, double x, double y, double side) {
        double width = Pen.width(word, g.getFont());
        double left = within(g.getClipBounds(), x - width * (1 - side) / 2, width);
        g.drawString(word, (float) left, (float) y + 4);
    }

    private static double within(Rectangle picture, double left, double width) {
        return Math.max(picture.getMinX() + EDGE, Math.min(left, picture.getMaxX() - EDGE - width));
    }
}
