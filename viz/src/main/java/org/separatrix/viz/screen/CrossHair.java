package org.separatrix.viz.screen;

import java.util.Optional;
import javafx.geometry.Point2D;
import org.separatrix.viz.Layout;
import org.separatrix.viz.Plane;
import org.separatrix.viz.Probe;

/** The place of a chart that is read: under the pointer, or where the keys have taken it. */
final class CrossHair {
    private static final Point2D MIDDLE = new Point2D(0.5, 0.5);

    private final ChartView view;
    private final Readout readout;

    /** In shares of the plane; null where there is none. */
    private Point2D place;

    /** @param readout shows what is read */
    CrossHair(ChartView view, Readout readout) {
        this.view = view;
        this.readout = readout;
    }

    /** Its place in shares of the plane; the middle where there is none. */
    Point2D place() {
        return place == null ? MIDDLE : place;
    }

    /** Reads at a pixel, if that is one of the plane. */
    void point(double x, double y) {
        plane().filter(area -> area.contains(x, y)).ifPresentOrElse(area -> read(shares(area, x, y)), this::remove);
    }

    /** The shares of the plane at which a pixel lies. */
    static Point2D shares(Plane plane, double x, double y) {
        return new Point2D((x - plane.left()) / plane.width(), (plane.bottom() - y) / plane.height());
    }

    private void read(Point2D there) {
        place = there;
        refresh();
    }

    /** Reads once more, where there is a cross-hair: the picture is another. */
    void refresh() {
        if (place == null) return;
        Plane plane = plane().orElse(null);
        Optional<Probe> probe = plane == null ? Optional.empty() : probe(plane, place);
        if (probe.isEmpty()) readout.setVisible(false);
        else
            readout.show(
                    probe.get(),
                    plane,
                    plane.bottom() - place.getY() * plane.height(),
                    view.look().theme());
    }

    /** Takes the cross-hair away; answers whether there was one. */
    boolean remove() {
        boolean there = place != null;
        place = null;
        readout.setVisible(false);
        return there;
    }

    /** Goes on by shares of the plane until it reads something else or is at the edge. */
    void move(double dx, double dy) {
        Plane plane = plane().orElse(null);
        if (plane == null) return;
        if (place == null) {
            read(MIDDLE);
            return;
        }
        Optional<Probe> here = probe(plane, place);
        Point2D next = place;
        Point2D last;
        do {
            last = next;
            next = new Point2D(Math.clamp(last.getX() + dx, 0, 1), Math.clamp(last.getY() + dy, 0, 1));
        } while (!next.equals(last) && probe(plane, next).equals(here));
        read(next);
    }

    private Optional<Plane> plane() {
        return view.seen().map(Layout::plane);
    }

    private Optional<Probe> probe(Plane plane, Point2D there) {
        return view.plot().read(plane, plane.x().at(there.getX()), plane.y().at(there.getY()));
    }
}
