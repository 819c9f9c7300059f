package org.separatrix.viz;

import java.util.Optional;

/**
 * The part of the plane that a chart shows.
 *
 * @param x the abscissae; empty for all, growing with the run
 * @param y the ordinates; empty for all
 */
public record Zoom(Optional<Range> x, Optional<Range> y) {
    /** The whole plane. */
    public static final Zoom ALL = new Zoom(Optional.empty(), Optional.empty());

    /** A rectangle. */
    public static Zoom of(Range x, Range y) {
        return new Zoom(Optional.of(x), Optional.of(y));
    }
}
