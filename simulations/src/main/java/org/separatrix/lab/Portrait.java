package org.separatrix.lab;

import java.util.List;

/**
 * A phase portrait: a planar flow with its equilibria and separatrices, and the paths of the running system in it.
 *
 * @param key the name in files
 * @param title the name on screen
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param box the part of the plane to show
 * @param flow the velocity of the flow
 */
public record Portrait(String key, String title, Axis x, Axis y, Box box, Flow flow)
        implements Observable<Portrait.Values> {
    /** A planar vector field. */
    @FunctionalInterface
    public interface Flow {
        /** Writes the velocity at (x, y) into two places. */
        void velocity(double x, double y, double[] out);
    }

    /**
     * The portrait at one time.
     *
     * @param lines paths, separatrices, sets of equilibria
     * @param marks equilibria, starts and present positions
     */
    public record Values(List<Line> lines, List<Mark> marks) {
        public Values {
            lines = List.copyOf(lines);
            marks = List.copyOf(marks);
        }
    }
}
