package org.separatrix.viz;

import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.List;
import org.separatrix.lab.Cloud;

/** Points in the plane of their first two coordinates. */
final class CloudChart {
    private static final double RADIUS = 2.2;

    private final Cloud cloud;
    private final Chart chart;
    private final Palette palette;

    CloudChart(Cloud cloud, Chart chart) {
        this.cloud = cloud;
        this.chart = chart;
        palette = chart.palette();
    }

    Sheet sheet() {
        var x = new Extent();
        var y = new Extent();
        int dimensions = cloud.axes().size();
        for (Track track : chart.tracks()) {
            chart.values(cloud, track).ifPresent(values -> {
                for (double[] points : values.points()) {
                    for (int i = 0; i + dimensions <= points.length; i += dimensions) {
                        x.include(points[i]);
                        y.include(points[i + 1]);
                    }
                }
            });
        }
        Look look = chart.look();
        Span across = look.zoom()
                .map(box -> new Span(
                        box.minX(), box.maxX(), look.scaleX(cloud.axes().get(0))))
                .orElseGet(() -> x.values(look.scaleX(cloud.axes().get(0))));
        Span along = look.zoom()
                .map(box -> new Span(
                        box.minY(), box.maxY(), look.scaleY(cloud.axes().get(1))))
                .orElseGet(() -> y.values(look.scaleY(cloud.axes().get(1))));
        var heading = new Heading(
                cloud.title(), Chart.note(cloud.title(), cloud.axes().get(1)), legend());
        var horizontal = Sheet.Scaling.of(Chart.words(cloud.axes().get(0)), across);
        var vertical = Sheet.Scaling.of("", along);
        if (x.empty()) return Sheet.empty(heading, horizontal, vertical);
        var layers = new ArrayList<Layer>();
        for (Track track : chart.fromBelow())
            chart.values(cloud, track)
                    .ifPresent(values -> layers.add((g, plane) -> paint(g, plane, values, track.role())));
        return Sheet.of(heading, horizontal, vertical, layers);
    }

    private List<Entry> legend() {
        return Legends.withTheoryAndRuns(
                cloud.series().size() == 1 ? List.of() : Legends.of(cloud.series(), Entry.Sign.DOT, palette),
                false,
                chart);
    }

    private void paint(Graphics2D g, Plane plane, Cloud.Values values, Track.Role role) {
        int dimensions = cloud.axes().size();
        for (int s = 0; s < values.points().size(); s++) {
            double[] points = values.points().get(s);
            // A dense cloud shows its density where its points are translucent.
            double opacity = Math.clamp(400.0 * dimensions / points.length, 0.25, 0.85);
            g.setColor(palette.colour(cloud.series().get(s).family()).awt(opacity * Pen.opacity(role)));
            for (int i = 0; i + dimensions <= points.length; i += dimensions) {
                double x = plane.pixelX(points[i]);
                double y = plane.pixelY(points[i + 1]);
                if (plane.contains(x, y)) g.fill(new Ellipse2D.Double(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS));
            }
        }
    }
}
