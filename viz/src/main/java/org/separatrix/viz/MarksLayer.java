package org.separatrix.viz;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.Collections;
import java.util.List;
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
        for (Mark.Role role : Mark.Role.values()) {
            List<Mark> ofRole =
                    marks.stream().filter(mark -> mark.role() == role).toList();
            Palette palette = Palette.of(theme, Math.max(1, paths.size()));
            boolean own = ofRole.size() == paths.size();
            for (int i = 0; i < ofRole.size(); i++)
                if (!own || paths.get(i)) paint(g, plane, ofRole.get(i), palette.colour(own ? i : 0));
        }
    }

    private void paint(Graphics2D g, Plane plane, Mark mark, Colour hue) {
        double x = plane.pixelX(mark.x());
        double y = plane.pixelY(mark.y());
        if (!plane.contains(x, y)) return;
        switch (mark.role()) {
            case STABLE -> disc(g, x, y, 4.5, theme.series().get(4), theme);
            case NOW -> disc(g, x, y, 5, hue, theme);
            case START -> ring(g, new Ellipse2D.Double(x - 4, y - 4, 8, 8), hue, theme);
            case SADDLE -> ring(g, diamond(x, y, 5.5), theme.series().get(1), theme);
        }
        if (mark.label().isEmpty()) return;
        double width = Pen.width(mark.label(), g.getFont());
        double left = x + 9 + width <= plane.right() ? x + 9 : x - 9 - width;
        Pen.haloed(g, mark.label(), left, y > plane.top() + 16 ? y - 7 : y + 15, theme.text(), theme);
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
