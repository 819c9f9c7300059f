package org.separatrix.viz;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import org.separatrix.lab.Event;

/** Dotted verticals at the events of a run, each with its word; words that would touch stand below each other. */
record EventLayer(Track track, double cursor, Theme theme) implements Layer {
    private static final double ROW = 14;
    private static final double PAD = 4;

    private record Taken(double left, double right, int row) {}

    @Override
    public void paint(Graphics2D g, Plane plane) {
        g.setFont(Pen.label());
        var taken = new ArrayList<Taken>();
        for (Event event : track.recording().events()) {
            double x = plane.pixelX(event.time());
            if (event.time() > cursor || !(x >= plane.left() && x <= plane.right())) continue;
            g.setColor(theme.muted().awt());
            g.setStroke(Pen.EVENT);
            g.draw(new Line2D.Double(x, plane.top(), x, plane.bottom()));
            double width = Pen.width(event.label(), g.getFont());
            double left = x + PAD + width <= plane.right() ? x + PAD : x - PAD - width;
            int row = 0;
            while (collides(taken, left, left + width, row)) row++;
            taken.add(new Taken(left, left + width, row));
            Pen.haloed(g, event.label(), left, plane.top() + 10 + ROW * row, theme.muted(), theme);
        }
    }

    private static boolean collides(List<Taken> taken, double left, double right, int row) {
        return taken.stream()
                .anyMatch(other -> other.row == row && left < other.right + PAD && right > other.left - PAD);
    }
}
