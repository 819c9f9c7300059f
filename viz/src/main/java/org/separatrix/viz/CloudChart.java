package org.separatrix.viz;

import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.List;
import org.separatrix.lab.Axis;
import org.separatrix.lab.Cloud;
import org.separatrix.lab.Scale;

/** Points in the plane, or in space as seen from a corner. */
final class CloudChart {
    private static final double RADIUS = 2.2;
    private static final Span ANY = new Span(0, 1, Scale.LINEAR);

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
        List<Span> spans = spans();
        boolean flat = dimensions == 2;
        var layers = new ArrayList<Layer>();
        if (!flat)
            layers.add(Layer.unclipped((g, plane) ->
                    new Corner(spans, plane).paint(g, cloud.axes(), chart.look().theme())));
        for (Track track : chart.fromBelow())
            chart.values(cloud, track)
                    .ifPresent(values -> layers.add((g, plane) ->
                            paint(g, plane, values, track.role(), flat ? null : new Corner(spans, plane))));
        Axis across = cloud.axes().get(0);
        Axis along = cloud.axes().get(1);
        Ticks none = (_, _) -> List.of();
        var heading = new Heading(cloud.title(), flat ? Chart.note(cloud.title(), along) : "", legend());
        var x = flat
                ? Sheet.Scaling.of(Chart.words(across), spans.get(0), Freedom.SPACING)
                : new Sheet.Scaling("", ANY, none, false, Freedom.FIXED);
        var y = flat
                ? Sheet.Scaling.of("", spans.get(1), Freedom.SPACING)
                : new Sheet.Scaling("", ANY, none, false, Freedom.FIXED);
        boolean empty = chart.tracks().stream()
                .allMatch(track -> chart.values(cloud, track).isEmpty());
        return empty ? Sheet.empty(heading, x.label()) : Sheet.of(heading, x, y, layers);
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
            Scale scale = k == 0 ? look.scaleX(axis) : k == 1 ? look.scaleY(axis) : axis.scale();
            spans.add(extent.values(scale));
        }
        if (dimensions == 2) {
            look.zoomX(spans.get(0).scale()).ifPresent(span -> spans.set(0, span));
            look.zoomY(spans.get(1).scale()).ifPresent(span -> spans.set(1, span));
        }
        return spans;
    }

    private List<Entry> legend() {
        boolean obvious = Palette.series(chart.observable()).size() == 1;
        return Legends.withTheoryAndRuns(obvious ? List.of() : Legends.of(chart, Entry.Sign.DOT), false, chart);
    }

    private void paint(Graphics2D g, Plane plane, Cloud.Values values, Track.Role role, Corner corner) {
        for (int s = 0; s < values.points().size(); s++) {
            double[] points = values.points().get(s);
            // A dense cloud shows its density where its points are translucent.
            double opacity = Math.clamp(400.0 * dimensions / points.length, 0.25, 0.85);
            g.setColor(palette.colour(cloud.series().get(s).family()).awt(opacity * Pen.opacity(role)));
            for (int i = 0; i + dimensions <= points.length; i += dimensions) {
                double x = corner == null ? plane.pixelX(points[i]) : corner.x(points, i);
                double y = corner == null ? plane.pixelY(points[i + 1]) : corner.y(points, i);
                if (plane.contains(x, y)) g.fill(new Ellipse2D.Double(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS));
            }
        }
    }
}
