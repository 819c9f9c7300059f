package org.separatrix.viz;

import java.util.List;
import java.util.Optional;
import org.separatrix.lab.Scale;

/**
 * What is where in a picture.
 *
 * @param plane where it shows which values
 * @param x what may be done with the horizontal axis, which lies below the plane
 * @param y what may be done with the vertical axis, which lies left of the plane
 * @param colours the numbers that colours stand for, on the axis right of the plane; empty where they do not
 * @param legend the parts that the legend names
 */
public record Layout(Plane plane, Freedom x, Freedom y, Optional<Span> colours, List<Spot> legend) {
    /** The shortest axis, in shares of its numbers: a shorter one would show rounding. */
    private static final double FINEST = 1e-12;

    public Layout {
        legend = List.copyOf(legend);
    }

    /** Whether it is a picture in space, which may be turned. */
    public boolean inSpace() {
        return x == Freedom.TURN;
    }

    /** The same in a picture that is so many times larger. */
    Layout enlarged(double factor) {
        return new Layout(
                plane.enlarged(factor),
                x,
                y,
                colours,
                legend.stream().map(spot -> spot.enlarged(factor)).toList());
    }

    /** All parts that the legend names. */
    public List<Part> parts() {
        return legend.stream().map(Spot::part).toList();
    }

    /**
     * A part of what is looked at, or more than it: by shares of the plane, 0 at the left and at the bottom, 1 at the
     * right and at the top. An axis that is fixed, or shown from 0 to 1, stays as it is; so does one that cannot be
     * shown any finer.
     *
     * @param now what is looked at
     */
    public Zoom part(Look now, double left, double right, double bottom, double top) {
        return new Zoom(
                part(
                        x,
                        now.zoomX(plane.x().scale()).orElse(plane.x()),
                        left,
                        right,
                        now.zoom().x()),
                part(
                        y,
                        now.zoomY(plane.y().scale()).orElse(plane.y()),
                        bottom,
                        top,
                        now.zoom().y()));
    }

    private static Optional<Range> part(Freedom freedom, Span seen, double from, double to, Optional<Range> now) {
        if (freedom == Freedom.FIXED || freedom == Freedom.TURN || from == 0 && to == 1) return now;
        double min = seen.at(from);
        double max = seen.at(to);
        boolean possible = Double.isFinite(min)
                && Double.isFinite(max)
                && max - min > FINEST * Math.max(Math.abs(min), Math.abs(max))
                && (min > 0 || seen.scale() == Scale.LINEAR);
        return possible ? Optional.of(new Range(min, max)) : now;
    }
}
