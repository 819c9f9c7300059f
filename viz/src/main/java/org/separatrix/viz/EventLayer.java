package org.separatrix.viz;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.Comparator;
import java.util.List;
import org.separatrix.lab.Event;

/**
 * Dotted verticals at the events of a run. Their words stand in the row above the plot, where no curve runs; a word
 * without room there is left out.
 */
record EventLayer(Track track, double cursor, Theme theme) implements Layer {
    private static final double GAP = 10;
    private static final double ABOVE = 6;

    @Override
    public boolean clipped() {
        return false;
    }

    @Override
    public void paint(Graphics2D g, Plane plane) {
        g.setFont(Pen.label());
        g.setStroke(Pen.EVENT);
        g.setColor(theme.muted().awt(0.8));
        double taken = Double.NEGATIVE_INFINITY;
        List<Event> events = track.recording().events().stream()
                .sorted(Comparator.comparingDouble(Event::time))
                .toList();
        for (Event event : events) {
            double x = plane.pixelX(event.time());
            if (event.time() > cursor || !(x >= plane.left() && x <= plane.right())) continue;
            g.draw(new Line2D.Double(x, plane.top(), x, plane.bottom()));
            double width = Pen.width(event.label(), g.getFont());
            double left = Math.min(x - 1, plane.right() - width);
            if (left < taken + GAP) continue;
            taken = left + width;
            g.drawString(event.label(), (float) left, (float) (plane.top() - ABOVE));
        }
    }
}
