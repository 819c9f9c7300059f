package org.separatrix.viz;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.separatrix.lab.Axis;
import org.separatrix.lab.Cloud;
import org.separatrix.lab.Scale;

/** Points and trails in the plane, or in space, where what is near stands out. */
final class CloudChart {
    private static final double RADIUS = 2.2;

    /** So few points would be lost among others, and so are drawn large. */
    private static final int FEW = 16;

    private static final double LARGE = 4;
    private static final BasicStroke TRAIL = new BasicStroke(1.3f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

    /** The length of a dash of a trail that lies on another. */
    private static final float DASH = 9;

    private final Cloud cloud;
    private final Chart chart;
    private final Palette palette;
    private final int dimensions;

    CloudChart(Cloud cloud, Chart chart) {
        this.cloud = cloud;
        this.chart = chart;
        palette = chart.palette();
        dimensions = cloud.axes().size();
    }

    Sheet sheet() {
        boolean flat = dimensions == 2;
        Axis across = cloud.axes().get(0);
        Axis along = cloud.axes().get(1);
        var heading = new Heading(cloud.title(), flat ? Chart.note(cloud.title(), along) : "", legend());
        boolean empty = chart.tracks().stream()
                .allMatch(track -> chart.values(cloud, track).isEmpty());
        if (empty) return Sheet.empty(heading, flat ? Chart.words(across) : "");
        List<Span> spans = spans();
        if (!flat) return Sheet.inSpace(heading, Optional.empty(), List.of(Layer.unclipped(inSpace(spans))));
        var layers = new ArrayList<Layer>();
        for (Track track : chart.fromBelow())
            chart.values(cloud, track)
                    .ifPresent(values -> layers.add((g, plane) -> paint(g, plane, values, track.role())));
        Freedom freedom = cloud.isometric() ? Freedom.ZOOM : Freedom.SPACING;
        var horizontal = Sheet.Scaling.of(Chart.words(across), spans.get(0), freedom);
        var vertical = Sheet.Scaling.of("", spans.get(1), freedom);
        return cloud.isometric()
                ? Sheet.isometric(heading, horizontal, vertical, layers)
                : Sheet.of(heading, horizontal, vertical, layers);
    }

    /** The axes; all runs and all groups fit in. */
    private List<Span> spans() {
        Look look = chart.look();
        var spans = new ArrayList<Span>();
        for (int k = 0; k < dimensions; k++) {
            var extent = new Extent();
            for (Track track : chart.fromBelow()) {
                for (double[] points :
                        chart.values(cloud, track).map(Cloud.Values::points).orElse(List.of()))
                    for (int i = k; i < points.length; i += dimensions) extent.include(points[i]);
            }
            Axis axis = cloud.axes().get(k);
            Scale scale = cloud.isometric() || k > 1 ? axis.scale() : k == 0 ? look.scaleX(axis) : look.scaleY(axis);
            spans.add(extent.values(scale));
        }
        if (dimensions == 2) {
            look.zoomX(spans.get(0).scale()).ifPresent(span -> spans.set(0, span));
            look.zoomY(spans.get(1).scale()).ifPresent(span -> spans.set(1, span));
        }
        return spans;
    }

    private List<Entry> legend() {
        boolean obvious = chart.observable().series().size() == 1;
        List<Entry> series =
                obvious ? List.of() : Legends.of(chart, one -> cloud.joins(one) ? Entry.Sign.LINE : Entry.Sign.DOT);
        return Legends.withTheoryAndRuns(series, false, chart);
    }

    private Layer inSpace(List<Span> spans) {
        return (g, plane) -> {
            var space = new Space(
                    spans.get(0), spans.get(1), spans.get(2), 1, chart.look().viewpoint(), plane);
            new Cage(
                            space,
                            cloud.axes().stream().map(Chart::words).toList(),
                            chart.look().theme())
                    .paint(g);
            var swarm = new Swarm(chart.look().theme());
            for (Track track : chart.fromBelow())
                chart.values(cloud, track).ifPresent(values -> {
                    for (int s = 0; s < values.points().size(); s++) {
                        double[] points = values.points().get(s);
                        Colour colour = palette.colour(cloud.series().get(s).family());
                        boolean joined = cloud.joins(cloud.series().get(s));
                        swarm.add(seen(space, points), joined, colour, opacity(points, track.role()));
                    }
                });
            swarm.paint(g, plane);
        };
    }

    private static Space.Point[] seen(Space space, double[] points) {
        var seen = new Space.Point[points.length / 3];
        for (int i = 0; i < seen.length; i++) seen[i] = space.at(points[3 * i], points[3 * i + 1], points[3 * i + 2]);
        return seen;
    }

    /** A dense cloud shows its density where its points are translucent. */
    private double opacity(double[] points, Track.Role role) {
        return Math.clamp(400.0 * dimensions / points.length, 0.25, 0.85) * Pen.opacity(role);
    }

    private void paint(Graphics2D g, Plane plane, Cloud.Values values, Track.Role role) {
        for (int s = 0; s < values.points().size(); s++) {
            double[] points = values.points().get(s);
            Colour colour = palette.colour(cloud.series().get(s).family());
            if (cloud.joins(cloud.series().get(s))) {
                g.setColor(colour.awt(Pen.opacity(role)));
                g.setStroke(stroke(plane, values, s));
                g.draw(trail(plane, points));
                continue;
            }
            g.setColor(colour.awt(opacity(points, role)));
            double radius = points.length <= 2 * FEW ? LARGE : RADIUS;
            for (int i = 0; i + 1 < points.length; i += 2) {
                double x = plane.pixelX(points[i]);
                double y = plane.pixelY(points[i + 1]);
                if (plane.contains(x, y)) g.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
            }
        }
    }

    /** Of trails that lie on each other, each lets those below it be seen. */
    private Stroke stroke(Plane plane, Cloud.Values values, int series) {
        long below = IntStream.range(0, series)
                .filter(other -> cloud.joins(cloud.series().get(other)))
                .filter(other -> coincide(
                        plane, values.points().get(other), values.points().get(series)))
                .count();
        float[] dashes = {DASH, DASH * below};
        return below == 0
                ? TRAIL
                : new BasicStroke(TRAIL.getLineWidth(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0);
    }

    /** Whether two trails are the same to a pixel. */
    private static boolean coincide(Plane plane, double[] one, double[] other) {
        return one.length == other.length
                && IntStream.range(0, one.length / 2)
                        .allMatch(i -> Math.abs(plane.pixelX(one[2 * i]) - plane.pixelX(other[2 * i])) < 1
                                && Math.abs(plane.pixelY(one[2 * i + 1]) - plane.pixelY(other[2 * i + 1])) < 1);
    }

    private static Path2D trail(Plane plane, double[] points) {
        var trace = new Trace(plane);
        for (int i = 0; i + 1 < points.length; i += 2) trace.to(plane.pixelX(points[i]), plane.pixelY(points[i + 1]));
        return trace.path();
    }
}
