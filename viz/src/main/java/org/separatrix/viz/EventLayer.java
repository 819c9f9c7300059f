package org.separatrix.viz;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.separatrix.lab.Event;

/**
 * Dotted verticals at the events of a run. Their words stand above the plot, where no curve runs: each in the lowest row
 * where no later word takes its room, to which its line leads up. A word for which there is no row left is left out.
 */
record EventLayer(Track track, double cursor, Theme theme) implements Layer {
    private static final int ROWS = 4;

    /** A plot has one row for so many pixels of its height. */
    private static final double HEIGHT = 30;

    private static final double ROW = 13;
    private static final double GAP = 10;
    private static final double ABOVE = 6;
    private static final double BESIDE = 3;

    /**
     * An event in a plot.
     *
     * @param time when it happened
     * @param word what stands at it, "" where there is no room
     * @param x the pixel of its line
     * @param row the row of its word, 0 for the lowest
     * @param left the pixel where its word begins
     */
    record Mark(double time, String word, double x, int row, double left) {}

    @Override
    public boolean clipped() {
        return false;
    }

    @Override
    public double headroom(Plane plane) {
        return ROW * marks(plane).stream().mapToInt(Mark::row).max().orElse(0);
    }

    @Override
    public void paint(Graphics2D g, Plane plane) {
        // A word keeps its place while the cursor moves.
        List<Mark> marks =
                marks(plane).stream().filter(mark -> !(mark.time > cursor)).toList();
        g.setStroke(Pen.EVENT);
        g.setColor(theme.muted().awt(0.8));
        for (Mark mark : marks) {
            double top = mark.row == 0 ? plane.top() : base(plane, mark);
            g.draw(new Line2D.Double(mark.x, top, mark.x, plane.bottom()));
        }
        g.setFont(Pen.label());
        for (Mark mark : marks) Pen.haloed(g, mark.word, mark.left, base(plane, mark), theme.muted(), theme);
    }

    private static double base(Plane plane, Mark mark) {
        return plane.top() - ABOVE - mark.row * ROW;
    }

    /** The events that a plot shows, the latest first. */
    List<Mark> marks(Plane plane) {
        double[] free = new double[(int) Math.clamp(plane.height() / HEIGHT, 1, ROWS)];
        Arrays.fill(free, plane.right() + GAP);
        return track.recording().events().stream()
                .filter(event ->
                        plane.pixelX(event.time()) >= plane.left() && plane.pixelX(event.time()) <= plane.right())
                .sorted(Comparator.comparingDouble(Event::time).reversed())
                .map(event -> mark(event, plane, free))
                .toList();
    }

    /** @param free up to where each row is free, which the word takes */
    private static Mark mark(Event event, Plane plane, double[] free) {
        double x = plane.pixelX(event.time());
        double width = Pen.width(event.label(), Pen.label());
        for (int row = 0; row < free.length; row++) {
            double left = Math.min(row == 0 ? x - 1 : x + BESIDE, plane.right() - width);
            if (left + width + GAP > free[row]) continue;
            free[row] = left;
            return new Mark(event.time(), event.label(), x, row, left);
        }
        return new Mark(event.time(), "", x, 0, x);
    }
}
