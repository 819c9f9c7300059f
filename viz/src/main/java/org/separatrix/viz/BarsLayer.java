package org.separatrix.viz;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.Arrays;
import org.separatrix.lab.Bars;
import org.separatrix.lab.Scale;

/**
 * The bars of one run: areas with a dashed line across each where the theory expects its end, or outlines alone. Where
 * thousands share the width of the plot they leave no gaps, and the lines across them become stairs.
 *
 * @param bars what is shown
 * @param values how much of it
 * @param role what the run is to the one that is looked at
 * @param palette the hues
 */
record BarsLayer(Bars bars, Bars.Values values, Track.Role role, Palette palette) implements Layer {
    /** The share of its place that a bar fills. */
    private static final double SHARE = 0.74;

    /** A bar whose place has fewer pixels cannot be seen by itself. */
    private static final double CROWDED = 3;

    /** So many pixels of a dashed line would be one dash. */
    private static final double SHORT = 10;

    /** How far beyond its bar the line of a theory goes. */
    private static final double OVERHANG = 2;

    /** Where bars end: a stacked one on top of those before it. */
    static double[][] tops(Bars bars, Bars.Values values) {
        double[][] tops = values.simulated();
        if (bars.style() != Bars.Style.STACKED) return tops;
        tops = Arrays.stream(tops).map(double[]::clone).toArray(double[][]::new);
        for (int s = 1; s < tops.length; s++) for (int i = 0; i < tops[s].length; i++) tops[s][i] += tops[s - 1][i];
        return tops;
    }

    @Override
    public void paint(Graphics2D g, Plane plane) {
        var film = new Film(g, plane, Frame.BLEED);
        var pen = new GraphPen(film);
        double[][] tops = tops(bars, values);
        for (int s = 0; s < tops.length; s++) {
            int family = bars.series().get(s).family();
            Lane lane = lane(film, plane, s);
            double[] heads = pixels(plane, tops[s]);
            double[] feet = stacked() && s > 0 ? pixels(plane, tops[s - 1]) : ground(plane, heads.length);
            Color hue = palette.colour(family).awt(Pen.opacity(role));
            if (role == Track.Role.MAIN)
                lane.fill(heads, feet, palette.area(family).awt());
            else pen.draw(lane.outlines(heads, feet).path(), Pen.GHOST, hue);
        }
        for (int s = 0; s < tops.length && role == Track.Role.MAIN; s++) {
            Lane lane = lane(film, plane, s);
            Color hue = palette.theory(bars.series().get(s).family()).awt();
            pen.draw(lane.across(pixels(plane, values.theory()[s])).path(), lane.theory(), hue);
        }
        film.show(g);
    }

    private boolean stacked() {
        return bars.style() == Bars.Style.STACKED;
    }

    private static double[] pixels(Plane plane, double[] ordinates) {
        return Arrays.stream(ordinates).map(plane::pixelY).toArray();
    }

    private static double[] ground(Plane plane, int count) {
        var ground = new double[count];
        Arrays.fill(ground, plane.y().scale() == Scale.LOG ? plane.bottom() : plane.pixelY(0));
        return ground;
    }

    private Lane lane(Film film, Plane plane, int series) {
        double pitch = plane.pixelX(1) - plane.pixelX(0);
        int lanes = stacked() ? 1 : bars.series().size();
        boolean crowded = pitch < CROWDED * lanes;
        double slot = (crowded ? 1 : SHARE) * pitch / lanes;
        double left = plane.pixelX(0) + slot * ((stacked() ? 0 : series) - lanes / 2.0);
        return new Lane(film, plane, left, pitch, slot - (slot > 5 ? 1 : 0), crowded);
    }

    /**
     * Where the bars of one series stand, in pixels at scale 1.
     *
     * @param left the left edge of the first
     * @param pitch from one left edge to the next
     * @param width their width
     * @param crowded whether they are too narrow to be seen one by one
     */
    private record Lane(Film film, Plane plane, double left, double pitch, double width, boolean crowded) {
        void fill(double[] heads, double[] feet, Color colour) {
            Raster raster = film.raster();
            int next = 0;
            for (int column = 0; column < raster.width(); column++) {
                for (int i = next; i < heads.length; i++) {
                    double begin = Math.max(column, raster.column(left + i * pitch));
                    double end = Math.min(column + 1, raster.column(left + i * pitch + width));
                    if (begin >= column + 1) break;
                    if (end < column + 1) next = i + 1;
                    if (begin >= end || Double.isNaN(heads[i])) continue;
                    double head = raster.row(heads[i]);
                    double foot = raster.row(feet[i]);
                    film.cover(Math.min(head, foot), Math.max(head, foot), end - begin);
                }
                film.paint(column, colour);
            }
        }

        /** Foot, head and foot of each bar; of crowded ones the heads. */
        Trace outlines(double[] heads, double[] feet) {
            if (crowded) return across(heads);
            var trace = new Trace(plane);
            for (int i = 0; i < heads.length; i++) {
                double begin = left + i * pitch;
                trace.to(begin, feet[i]);
                trace.to(begin, heads[i]);
                trace.to(begin + width, heads[i]);
                trace.to(begin + width, feet[i]);
                trace.to(Double.NaN, Double.NaN);
            }
            return trace;
        }

        /** A level line across each bar; of crowded ones a stair. */
        Trace across(double[] levels) {
            var trace = new Trace(plane);
            if (crowded) {
                stairs(levels, trace);
                return trace;
            }
            for (int i = 0; i < levels.length; i++) {
                trace.to(left + i * pitch - OVERHANG, levels[i]);
                trace.to(left + i * pitch + width + OVERHANG, levels[i]);
                trace.to(Double.NaN, Double.NaN);
            }
            return trace;
        }

        private void stairs(double[] levels, Trace trace) {
            var columns = new Columns(new Span(plane.left(), plane.right(), Scale.LINEAR), (int)
                    Math.ceil(plane.width() * film.raster().device().getScaleX()));
            for (int i = 0; i < levels.length; i++) {
                columns.add(left + i * pitch, levels[i]);
                columns.add(left + (i + 1) * pitch, levels[i]);
            }
            for (int i = 0; i < columns.size(); i++) trace.to(columns.x(i), columns.y(i));
        }

        BasicStroke theory() {
            return width < SHORT && !crowded ? Pen.HAIRLINE : Pen.THEORY;
        }
    }
}
