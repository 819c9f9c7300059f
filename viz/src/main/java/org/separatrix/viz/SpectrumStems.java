package org.separatrix.viz;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.separatrix.lab.Scale;
import org.separatrix.lab.Spectrum;

/** A few eigenvalues as stems in descending order, with a ring where the theory expects each. */
final class SpectrumStems {
    private static final double HEADROOM = 1.05;
    private static final Stroke RING = new BasicStroke(1.4f);

    private final Spectrum spectrum;
    private final Spectrum.Values values;
    private final Chart chart;
    private final Palette palette;

    SpectrumStems(Spectrum spectrum, Spectrum.Values values, Chart chart) {
        this.spectrum = spectrum;
        this.values = values;
        this.chart = chart;
        palette = chart.palette();
    }

    private Colour hue(int series) {
        return palette.colour(spectrum.series().get(series).family());
    }

    private Colour exact(int series) {
        return palette.theory(spectrum.series().get(series).family());
    }

    Sheet sheet() {
        Scale scale = chart.look().scaleY(spectrum.value());
        var extent = new Extent();
        if (scale == Scale.LINEAR) extent.include(0);
        values.simulated().forEach(extent::include);
        values.theory().forEach(extent::include);
        extent.include(HEADROOM * extent.max());
        boolean theory = values.theory().stream().anyMatch(set -> set.length > 0);
        int count = SpectrumChart.largest(values);
        Ticks ranks = (span, most) -> {
            int stride = Math.ceilDiv(count, Math.max(1, most));
            return IntStream.iterate(1, rank -> rank <= count, rank -> rank + stride)
                    .mapToObj(rank -> new Ticks.Tick(rank, Integer.toString(rank)))
                    .toList();
        };
        var layers = new ArrayList<Layer>();
        for (Track track : chart.fromBelow()) {
            if (track.role() == Track.Role.MAIN) continue;
            chart.values(spectrum, track)
                    .ifPresent(other -> layers.add(Layer.unclipped((g, plane) -> {
                        for (int s = 0; s < other.simulated().size(); s++)
                            dots(g, plane, other.simulated().get(s), s, Pen.opacity(track.role()));
                    })));
        }
        layers.add(Layer.unclipped((g, plane) -> {
            for (int s = 0; s < values.simulated().size(); s++) {
                stems(g, plane, values.simulated().get(s), s);
                dots(g, plane, values.simulated().get(s), s, 1);
                rings(g, plane, values.theory().get(s), s);
            }
        }));
        return Sheet.of(
                new Heading(
                        spectrum.title(),
                        Chart.note(spectrum.title(), spectrum.value()),
                        SpectrumChart.legend(Entry.Sign.DOT, theory, chart)),
                new Sheet.Scaling("rank", new Span(0.5, count + 0.5, Scale.LINEAR), ranks, false, Freedom.FIXED),
                Sheet.Scaling.of("", chart.look().zoomY(scale).orElseGet(() -> extent.values(scale)), Freedom.SPACING),
                layers);
    }

    private double place(Plane plane, int rank, int series) {
        double apart = Math.min(
                12, 0.8 * plane.width() / plane.x().max() / spectrum.series().size());
        return plane.pixelX(rank + 1) + apart * (series - (spectrum.series().size() - 1) / 2.0);
    }

    private void stems(Graphics2D g, Plane plane, double[] set, int series) {
        g.setColor(hue(series).awt(0.45));
        g.setStroke(Pen.SIMULATION);
        for (int i = 0; i < set.length; i++) {
            double x = place(plane, i, series);
            double y = plane.pixelY(set[i]);
            if (!plane.y().contains(set[i])) continue;
            double ground = plane.y().scale() == Scale.LOG ? plane.bottom() : plane.pixelY(0);
            g.draw(new Line2D.Double(x, ground, x, y));
        }
    }

    private void dots(Graphics2D g, Plane plane, double[] set, int series, double opacity) {
        g.setColor(hue(series).awt(opacity));
        for (int i = 0; i < set.length; i++) {
            double y = plane.pixelY(set[i]);
            if (plane.y().contains(set[i])) g.fill(new Ellipse2D.Double(place(plane, i, series) - 3, y - 3, 6, 6));
        }
    }

    private void rings(Graphics2D g, Plane plane, double[] set, int series) {
        g.setColor(exact(series).awt());
        g.setStroke(RING);
        for (int i = 0; i < set.length; i++) {
            double y = plane.pixelY(set[i]);
            if (plane.y().contains(set[i]))
                g.draw(new Ellipse2D.Double(place(plane, i, series) - 5.5, y - 5.5, 11, 11));
        }
    }
}
