package org.separatrix.lab;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A phase portrait: a planar flow with its equilibria and separatrices, and the paths of the running system in it.
 *
 * @param key the name in files
 * @param title the name on screen
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param box the part of the plane to show
 * @param start how a run is started from a point of the plane, if it can be
 */
public record Portrait(String key, String title, Axis x, Axis y, Box box, Optional<Start> start)
        implements Observable<Portrait.Values> {
    /** A portrait in which no run can be started. */
    public Portrait(String key, String title, Axis x, Axis y, Box box) {
        this(key, title, x, y, box, Optional.empty());
    }

    /** A planar vector field. */
    @FunctionalInterface
    public interface Flow {
        /** Writes the velocity at (x, y) into two places. */
        void velocity(double x, double y, double[] out);
    }

    /** The way from a point of the plane to a run. */
    @FunctionalInterface
    public interface Start {
        /** What is to be set, spelt as text, so that a run starts at (x, y). */
        Map<String, String> settings(double x, double y);
    }

    /**
     * The portrait at one time.
     *
     * @param flow the velocity of the flow, which live parameters may change
     * @param lines paths, separatrices, sets of equilibria
     * @param marks equilibria, starts and present positions
     * @param basins where the points of a grid lead: the number of an end, counted from 0; NaN where to none
     */
    public record Values(Flow flow, List<Line> lines, List<Mark> marks, Optional<Field.Values> basins) {
        public Values {
            lines = List.copyOf(lines);
            marks = List.copyOf(marks);
        }

        /** A portrait without basins. */
        public Values(Flow flow, List<Line> lines, List<Mark> marks) {
            this(flow, lines, marks, Optional.empty());
        }
    }
}
