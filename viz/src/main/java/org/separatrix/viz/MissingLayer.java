package org.separatrix.viz;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.separatrix.run.SweepCell;
import org.separatrix.run.SweepMap;

/**
 * The points of a sweep that have no number: hatched, by the reason.
 *
 * @param cells the points on the finest grid, as column and row, by the reason
 * @param x the values along the horizontal axis
 * @param y the values along the vertical axis
 * @param theme the colours
 */
record MissingLayer(Map<String, List<int[]>> cells, double[] x, double[] y, Theme theme) implements Layer {
    private static final Stroke HATCH = new BasicStroke(1.1f);
    private static final double DISTANCE = 6;

    static MissingLayer of(SweepMap map, Theme theme) {
        double[] x = map.x();
        double[] y = map.y();
        var cells = new LinkedHashMap<String, List<int[]>>();
        for (int row = 0; row < y.length; row++) {
            for (int column = 0; column < x.length; column++) {
                Optional<SweepCell> cell = map.near(column, row);
                if (cell.isEmpty() || cell.get().judged()) continue;
                cells.computeIfAbsent(reason(cell.get()), _ -> new ArrayList<>())
                        .add(new int[] {column, row});
            }
        }
        return new MissingLayer(cells, x, y, theme);
    }

    /** Why a point has no number, in a few words: what a reason tells after a colon is told of one run only. */
    static String reason(SweepCell cell) {
        return cell.why().split(":", 2)[0];
    }

    /** The reasons there are, the most frequent first. */
    List<String> reasons() {
        return cells.entrySet().stream()
                .sorted((one, other) ->
                        Integer.compare(other.getValue().size(), one.getValue().size()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The colour of a reason. */
    Colour colour(String reason) {
        int place = reasons().indexOf(reason);
        return place == 0 ? theme.muted() : theme.series().get(place % 2 == 1 ? 3 : 1);
    }

    @Override
    public void paint(Graphics2D g, Plane plane) {
        List<String> reasons = reasons();
        for (int i = 0; i < reasons.size(); i++) {
            String reason = reasons.get(i);
            hatch(g, plane, area(plane, cells.get(reason)), colour(reason), i % 2 == 0 ? 1 : -1);
        }
    }

    private void hatch(Graphics2D g, Plane plane, Shape area, Colour colour, int slope) {
        g.setColor(theme.panel().awt());
        g.fill(area);
        Shape clip = g.getClip();
        g.clip(area);
        g.setColor(colour.awt(0.6));
        g.setStroke(HATCH);
        double height = plane.height();
        for (double left = plane.left() - height; left < plane.right(); left += DISTANCE) {
            double from = slope > 0 ? plane.bottom() : plane.top();
            double to = slope > 0 ? plane.top() : plane.bottom();
            g.draw(new Line2D.Double(left, from, left + height, to));
        }
        g.setClip(clip);
    }

    private Shape area(Plane plane, List<int[]> places) {
        double[] across = edges(x, plane.x(), plane.left(), plane.width());
        double[] along = edges(y, plane.y(), plane.bottom(), -plane.height());
        var area = new Path2D.Double();
        for (int[] place : places) {
            double left = across[place[0]];
            double top = along[place[1] + 1];
            area.append(new Rectangle2D.Double(left, top, across[place[0] + 1] - left, along[place[1]] - top), false);
        }
        return area;
    }

    /** The pixels between which each point has its cell. */
    private static double[] edges(double[] points, Span span, double start, double length) {
        double[] edges = new double[points.length + 1];
        for (int i = 1; i < points.length; i++)
            edges[i] = start + length * (span.share(points[i - 1]) + span.share(points[i])) / 2;
        int last = points.length - 1;
        edges[0] = 2 * (start + length * span.share(points[0])) - edges[1];
        edges[last + 1] = 2 * (start + length * span.share(points[last])) - edges[last];
        return edges;
    }
}
