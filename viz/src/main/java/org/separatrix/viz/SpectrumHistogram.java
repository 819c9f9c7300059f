package org.separatrix.viz;

import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.separatrix.lab.Line;
import org.separatrix.lab.Scale;
import org.separatrix.lab.Spectrum;

/**
 * Many eigenvalues as a histogram of unit mass. The theory is a dashed density, or, value by value, a dashed line across
 * each bin.
 */
final class SpectrumHistogram {
    /** How high a separated value is marked, in pixels, whatever its share of the mass. */
    private static final double STEM = 26;

    private final Spectrum spectrum;
    private final Spectrum.Values values;
    private final Chart chart;
    private final Theme theme;
    private final Palette palette;

    SpectrumHistogram(Spectrum spectrum, Spectrum.Values values, Chart chart) {
        this.spectrum = spectrum;
        this.values = values;
        this.chart = chart;
        theme = chart.look().theme();
        palette = chart.palette();
    }

    private Colour hue(int series) {
        return palette.colour(spectrum.series().get(series).family());
    }

    private Colour exact(int series) {
        return palette.theory(spectrum.series().get(series).family());
    }

    Sheet sheet() {
        Scale scale = chart.look().scaleX(spectrum.value());
        double[] all = Stream.concat(values.simulated().stream(), values.theory().stream())
                .flatMapToDouble(Arrays::stream)
                .filter(value -> scale == Scale.LINEAR || value > 0)
                .sorted()
                .toArray();
        List<Line> densities =
                values.density().stream().filter(Objects::nonNull).toList();
        double edge = Histogram.bulk(all, densities, scale);
        var extent = new Extent();
        for (double value : all) if (value <= edge) extent.include(value);
        for (Line density : densities) extent.include(density.x());
        Span x = chart.look().zoomX(scale).orElseGet(() -> extent.values(scale));
        int bins = Histogram.bins(
                values.simulated().stream().mapToLong(set -> set.length).max().orElse(0));
        List<Histogram> simulated = values.simulated().stream()
                .map(set -> Histogram.of(set, x, bins))
                .toList();
        List<Histogram> theory =
                values.theory().stream().map(set -> Histogram.of(set, x, bins)).toList();
        var heights = new Extent();
        heights.include(0);
        simulated.forEach(histogram -> heights.include(histogram.density()));
        theory.forEach(histogram -> heights.include(histogram.density()));
        for (Line density : densities)
            heights.include(Histogram.height(density.x(), density.y(), perSpacing(density, scale)));
        boolean theorised = !densities.isEmpty() || values.theory().stream().anyMatch(set -> set.length > 0);

        var layers = new ArrayList<Layer>();
        for (Track track : chart.fromBelow()) {
            if (track.role() == Track.Role.MAIN) continue;
            chart.values(spectrum, track)
                    .ifPresent(other -> layers.add((g, plane) -> {
                        g.setStroke(Pen.GHOST);
                        for (int s = 0; s < other.simulated().size(); s++) {
                            g.setColor(hue(s).awt(Pen.opacity(track.role())));
                            g.draw(outline(plane, Histogram.of(other.simulated().get(s), x, bins)));
                        }
                    }));
        }
        layers.add((g, plane) -> {
            for (int s = 0; s < simulated.size(); s++) bars(g, plane, simulated.get(s), s);
            g.setStroke(Pen.THEORY);
            for (int s = 0; s < simulated.size(); s++) {
                g.setColor(exact(s).awt());
                if (values.theory().get(s).length > 0) caps(g, plane, theory.get(s));
                Line density = values.density().get(s);
                if (density != null) g.draw(Trace.of(plane, density.x(), perSpacing(density, scale)));
            }
            for (int s = 0; s < simulated.size(); s++) detached(g, plane, simulated.get(s), s);
            beyond(g, plane);
        });
        return Sheet.of(
                new Heading(
                        spectrum.title(),
                        scale == Scale.LOG ? "density per decade" : "density",
                        SpectrumChart.legend(Entry.Sign.BLOCK, theorised, chart)),
                Sheet.Scaling.of(Chart.words(spectrum.value()), x, Freedom.SPACING),
                Sheet.Scaling.of(
                        "",
                        chart.look().zoomY(Scale.LINEAR).orElseGet(() -> heights.values(Scale.LINEAR)),
                        Freedom.ZOOM),
                layers);
    }

    private static double[] perSpacing(Line density, Scale scale) {
        if (scale == Scale.LINEAR) return density.y();
        double[] perDecade = new double[density.y().length];
        Arrays.setAll(perDecade, i -> density.y()[i] * density.x()[i] * Math.log(10));
        return perDecade;
    }

    /** One set as solid bars; of several, each as an outline that lets the others be seen. */
    private void bars(Graphics2D g, Plane plane, Histogram histogram, int series) {
        boolean alone = spectrum.series().size() == 1;
        int family = spectrum.series().get(series).family();
        g.setColor(alone ? palette.area(family).awt() : hue(series).awt(0.12));
        double gap = alone && plane.width() / histogram.density().length > 6 ? 1 : 0;
        for (int i = 0; i < histogram.density().length; i++) {
            if (histogram.density()[i] == 0) continue;
            double left = plane.pixelX(histogram.edge(i));
            double right = plane.pixelX(histogram.edge(i + 1)) - gap;
            double top = plane.pixelY(histogram.density()[i]);
            g.fill(new Rectangle2D.Double(left, top, right - left, plane.bottom() - top));
        }
        if (alone) return;
        g.setColor(hue(series).awt());
        g.setStroke(Pen.GHOST);
        g.draw(outline(plane, histogram));
    }

    /** The theory's histogram as a dashed line across each of its bins that is not empty. */
    private static void caps(Graphics2D g, Plane plane, Histogram histogram) {
        for (int i = 0; i < histogram.density().length; i++) {
            if (histogram.density()[i] == 0) continue;
            double y = plane.pixelY(histogram.density()[i]);
            g.draw(new Line2D.Double(plane.pixelX(histogram.edge(i)), y, plane.pixelX(histogram.edge(i + 1)), y));
        }
    }

    private static Path2D outline(Plane plane, Histogram histogram) {
        var path = new Path2D.Double();
        double last = 0;
        for (int i = 0; i <= histogram.density().length; i++) {
            double next = i < histogram.density().length ? histogram.density()[i] : 0;
            double x = plane.pixelX(histogram.edge(i));
            if (last == 0 && next > 0) path.moveTo(x, plane.bottom());
            if (last > 0) path.lineTo(x, plane.pixelY(last));
            if (last > 0 || next > 0) path.lineTo(x, plane.pixelY(next));
            last = next;
        }
        return path;
    }

    /** Marks the values in the plot that have separated from the bulk, each a bar of hardly any height. */
    private void detached(Graphics2D g, Plane plane, Histogram histogram, int series) {
        double[] outliers = Arrays.stream(Histogram.detached(
                        values.simulated().get(series), values.density().get(series)))
                .filter(plane.x()::contains)
                .toArray();
        if (outliers.length == 0) return;
        g.setColor(hue(series).awt());
        g.setStroke(Pen.SIMULATION);
        for (double outlier : outliers) {
            double x = plane.pixelX(outlier);
            g.draw(new Line2D.Double(x, plane.bottom(), x, plane.bottom() - STEM));
            g.fill(new Ellipse2D.Double(x - 4, plane.bottom() - STEM - 4, 8, 8));
        }
        double largest = Arrays.stream(outliers).max().orElseThrow();
        String text = words(outliers.length, largest);
        g.setFont(Pen.label());
        double width = Pen.width(text, g.getFont());
        double left = Math.min(plane.pixelX(largest) - width / 2, plane.right() - width - 4);
        Pen.haloed(g, text, left, plane.bottom() - STEM - 10, theme.text(), theme);
    }

    private static String words(int outliers, double largest) {
        return (outliers == 1 ? "outlier " : outliers + " outliers up to ") + Notation.value(largest, 3);
    }

    /** Says what lies to the right of the plot. */
    private void beyond(Graphics2D g, Plane plane) {
        g.setFont(Pen.label());
        double y = plane.top() + 12;
        for (int s = 0; s < values.simulated().size(); s++) {
            double[] outside = Arrays.stream(values.simulated().get(s))
                    .filter(value -> plane.x().share(value) > Histogram.BRIM)
                    .toArray();
            if (outside.length == 0) continue;
            double largest = Arrays.stream(outside).max().orElseThrow();
            String text = words(outside.length, largest) + " →";
            Pen.haloed(
                    g,
                    text,
                    plane.right() - Pen.width(text, g.getFont()) - 4,
                    y,
                    spectrum.series().size() > 1 ? hue(s) : theme.muted(),
                    theme);
            y += 14;
        }
    }
}
