package org.separatrix.viz;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.separatrix.lab.Mark;

/**
 * Marked points: a full disc where the flow comes to rest, a diamond where it parts, a ring at a start and a disc at a
 * present position in the hue of their path.
 *
 * @param marks the points
 * @param paths whether each path is shown; where as many points of a kind are marked, they belong to them in order
 * @param theme the colours
 */
record MarksLayer(List<Mark> marks, List<Boolean> paths, Theme theme) implements Layer {
    private static final double LINE = 14;
    private static final double DESCENT = 3;

    /** Points of so many paths that are all shown. */
    MarksLayer(List<Mark> marks, int paths, Theme theme) {
        this(marks, Collections.nCopies(paths, true), theme);
    }

    @Override
    public boolean clipped() {
        return false;
    }

    @Override
    public void paint(Graphics2D g, Plane plane) {
        g.setFont(Pen.label());
        var taken = new ArrayList<Rectangle2D>();
        for (Mark.Role role : Mark.Role.values()) {
            List<Mark> ofRole =
                    marks.stream().filter(mark -> mark.role() == role).toList();
            Palette palette = Palette.of(theme, Math.max(1, paths.size()));
            boolean own = ofRole.size() == paths.size();
            for (int i = 0; i < ofRole.size(); i++)
                if (!own || paths.get(i)) paint(g, plane, ofRole.get(i), palette.colour(own ? i : 0), taken);
        }
    }

    private void paint(Graphics2D g, Plane plane, Mark mark, Colour hue, List<Rectangle2D> taken) {
        double x = plane.pixelX(mark.x());
        double y = plane.pixelY(mark.y());
        if (!plane.contains(x, y)) return;
        switch (mark.role()) {
            case STABLE -> disc(g, x, y, 4.5, theme.series().get(4), theme);
            case NOW -> disc(g, x, y, 5, hue, theme);
            case START -> ring(g, new Ellipse2D.Double(x - 4, y - 4, 8, 8), hue, theme);
            case SADDLE -> ring(g, diamond(x, y, 5.5), theme.series().get(1), theme);
        }
        if (!mark.label().isEmpty()) name(g, plane, mark.label(), x, y, taken);
    }

    /**
     * A name right or left of its point, above or below it: the first place where no other name stands. Where all places
     * reach out of the plane, it moves back over the point.
     */
    private void name(Graphics2D g, Plane plane, String name, double x, double y, List<Rectangle2D> taken) {
        double width = Pen.width(name, g.getFont());
        double right = x + 9;
        double left = x - 9 - width;
        double within = Math.max(plane.left(), Math.min(right, plane.right() - width));
        Rectangle2D chosen = Stream.of(
                        place(right, y - 7, width),
                        place(right, y + 15, width),
                        place(left, y - 7, width),
                        place(left, y + 15, width),
                        place(within, y - 10, width),
                        place(within, y + 20, width))
                .filter(box -> box.getX() >= plane.left() && box.getMaxX() <= plane.right())
                .filter(box -> box.getY() >= plane.top() && taken.stream().noneMatch(box::intersects))
                .findFirst()
                .orElseGet(() -> place(within, y - 10, width));
        taken.add(chosen);
        Pen.haloed(g, name, chosen.getX(), chosen.getMaxY() - DESCENT, theme.text(), theme);
    }

    private static Rectangle2D place(double left, double baseline, double width) {
        return new Rectangle2D.Double(left, baseline + DESCENT - LINE, width, LINE);
    }

    private static void disc(Graphics2D g, double x, double y, double radius, Colour colour, Theme theme) {
        g.setColor(theme.background().awt());
        g.fill(new Ellipse2D.Double(x - radius - 1.5, y - radius - 1.5, 2 * radius + 3, 2 * radius + 3));
        g.setColor(colour.awt());
        g.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    private static void ring(Graphics2D g, Shape shape, Colour colour, Theme theme) {
        g.setColor(theme.background().awt());
        g.fill(shape);
        g.setColor(colour.awt());
        g.setStroke(new BasicStroke(1.8f));
        g.draw(shape);
    }

    private static Shape diamond(double x, double y, double radius) {
        var path = new Path2D.Double();
        path.moveTo(x - radius, y);
        path.lineTo(x, y - radius);
        path.lineTo(x + radius, y);
        path.lineTo(x, y + radius);
        path.closePath();
        return path;
    }
}
