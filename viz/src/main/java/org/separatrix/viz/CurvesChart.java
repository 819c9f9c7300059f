package org.separatrix.viz;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.separatrix.lab.Curves;
import org.separatrix.lab.Scale;
import org.separatrix.lab.Series;
import org.separatrix.run.Recording;
import org.separatrix.viz.Sampler.Source.Kind;

/** Quantities against time: simulation solid, theory dashed in the same hue, other runs faded below. */
final class CurvesChart {
    /** The opacity of a band of errors. */
    private static final double BAND = 0.22;

    private final Curves curves;
    private final Chart chart;
    private final Theme theme;
    private final Palette palette;
    private final Scale timeScale;
    private final Scale valueScale;
    private final boolean stacked;

    CurvesChart(Curves curves, Chart chart) {
        this.curves = curves;
        this.chart = chart;
        theme = chart.look().theme();
        palette = chart.palette();
        timeScale = chart.look().scaleX(curves.time());
        stacked = curves.style() == Curves.Style.STACKED;
        // Parts of a whole can be compared on a linear axis only.
        valueScale = stacked ? Scale.LINEAR : chart.look().scaleY(curves.value());
    }

    Sheet sheet() {
        var times = new Extent();
        var values = new Extent();
        if (stacked) values.include(0);
        for (Track track : chart.fromBelow()) {
            times.include(chart.sampler().times(track.recording()));
            for (Sampler.Source source : sources())
                values.include(chart.sampler().extent(track.recording(), source));
        }
        Span x = chart.look().zoomX(timeScale).orElseGet(() -> times.time(timeScale));
        Span y = chart.look().zoomY(valueScale).orElseGet(() -> values.values(valueScale));
        var heading = new Heading(curves.title(), Chart.note(curves.title(), curves.value()), legend());
        var horizontal = Sheet.Scaling.of(Chart.words(curves.time()), x, Freedom.SPACING);
        var vertical = Sheet.Scaling.of("", y, stacked ? Freedom.ZOOM : Freedom.SPACING);
        if (times.empty()) return Sheet.empty(heading, horizontal.label());
        var layers = new ArrayList<Layer>();
        for (Track track : chart.fromBelow()) layers.add((g, plane) -> paint(g, plane, track));
        chart.main().ifPresent(track -> layers.add(new EventLayer(track, chart.cursor(), theme)));
        return Sheet.of(heading, horizontal, vertical, layers);
    }

    private List<Sampler.Source> sources() {
        var sources = new ArrayList<Sampler.Source>();
        for (int i = 0; i < curves.series().size(); i++) {
            sources.add(source(i, Kind.SIMULATED));
            if (theorised()) sources.add(source(i, Kind.THEORY));
        }
        return sources;
    }

    /** A series, or all up to it where they are stacked. */
    private Sampler.Source source(int series, Kind kind) {
        return new Sampler.Source(curves, stacked ? 0 : series, series, kind);
    }

    private boolean theorised() {
        return stacked
                ? curves.series().stream().allMatch(Series::hasTheory)
                : curves.series().stream().anyMatch(Series::hasTheory);
    }

    private List<Entry> legend() {
        List<Entry> entries = Legends.of(chart, stacked ? Entry.Sign.BLOCK : Entry.Sign.LINE);
        if (chart.main().filter(this::uncertain).isPresent())
            entries = Stream.concat(
                            entries.stream(),
                            Stream.of(Entry.of("± " + Sampler.ERRORS + " s.e.", Entry.Sign.BLOCK, theme.muted())
                                    .faded(BAND)))
                    .toList();
        boolean theory = sources().stream()
                .filter(Sampler.Source::theory)
                .anyMatch(source -> chart.main()
                        .filter(track -> !chart.sampler()
                                .extent(track.recording(), source)
                                .empty())
                        .isPresent());
        return Legends.withTheoryAndRuns(entries, theory, chart);
    }

    private boolean uncertain(Track track) {
        return !stacked
                && curves.series().stream().anyMatch(series -> track.recording().hasSpread(curves.key(), series.key()));
    }

    private void paint(Graphics2D g, Plane plane, Track track) {
        if (track.role() == Track.Role.MAIN) {
            for (int i = curves.series().size() - 1; stacked && i >= 0; i--) fill(g, plane, track.recording(), i);
            for (int i = 0; !stacked && i < curves.series().size(); i++) band(g, plane, track.recording(), i);
        }
        var film = new Film(g, plane, Frame.BLEED);
        var pen = new GraphPen(film);
        for (Sampler.Source source : strokes(track))
            pen.draw(path(g, plane, track.recording(), source).path(), stroke(track, source), hue(track, source));
        film.show(g);
    }

    /** What is drawn of a run as lines, lowest first. */
    private List<Sampler.Source> strokes(Track track) {
        boolean main = track.role() == Track.Role.MAIN;
        var sources = new ArrayList<Sampler.Source>();
        for (int i = 0; i < curves.series().size() && !(main && stacked); i++) sources.add(source(i, Kind.SIMULATED));
        for (int i = 0; i < curves.series().size() && main && theorised(); i++)
            if (curves.series().get(i).hasTheory()) sources.add(source(i, Kind.THEORY));
        return sources;
    }

    private static BasicStroke stroke(Track track, Sampler.Source source) {
        if (source.theory()) return Pen.THEORY;
        return track.role() == Track.Role.MAIN ? Pen.SIMULATION : Pen.GHOST;
    }

    private Color hue(Track track, Sampler.Source source) {
        int family = curves.series().get(source.to()).family();
        Colour hue = source.theory() ? palette.theory(family) : palette.colour(family);
        return hue.awt(Pen.opacity(track.role()));
    }

    private Trace path(Graphics2D g, Plane plane, Recording recording, Sampler.Source source) {
        Columns columns = columns(g, plane, recording, source);
        var trace = new Trace(plane);
        for (int i = 0; i < columns.size() && !(columns.x(i) > chart.cursor()); i++)
            trace.to(plane.pixelX(columns.x(i)), plane.pixelY(columns.y(i)));
        return trace;
    }

    private Columns columns(Graphics2D g, Plane plane, Recording recording, Sampler.Source source) {
        int width = (int) Math.ceil(plane.width() * g.getTransform().getScaleX());
        return chart.sampler().columns(recording, source, plane.x(), width, valueScale);
    }

    /** What lies within the errors of a series, where it has any. */
    private void band(Graphics2D g, Plane plane, Recording recording, int series) {
        Series subject = curves.series().get(series);
        if (!recording.hasSpread(curves.key(), subject.key())) return;
        g.setColor(palette.colour(subject.family()).awt(BAND));
        List<List<Point2D>> low = pieces(g, plane, recording, source(series, Kind.LOW));
        List<List<Point2D>> high = pieces(g, plane, recording, source(series, Kind.HIGH));
        for (int i = 0; i < Math.min(low.size(), high.size()); i++) {
            var band = new Path2D.Double();
            List<Point2D> above = high.get(i);
            band.moveTo(above.getFirst().getX(), above.getFirst().getY());
            above.forEach(point -> band.lineTo(point.getX(), point.getY()));
            low.get(i).reversed().forEach(point -> band.lineTo(point.getX(), point.getY()));
            band.closePath();
            g.fill(band);
        }
    }

    /** The points of a curve in pixels, up to each gap; none runs far out of the plot. */
    private List<List<Point2D>> pieces(Graphics2D g, Plane plane, Recording recording, Sampler.Source source) {
        Columns columns = columns(g, plane, recording, source);
        var pieces = new ArrayList<List<Point2D>>();
        boolean gap = true;
        for (int i = 0; i < columns.size() && !(columns.x(i) > chart.cursor()); i++) {
            boolean silent = Double.isNaN(columns.y(i));
            if (gap && !silent) pieces.add(new ArrayList<>());
            gap = silent;
            if (!silent)
                pieces.getLast()
                        .add(new Point2D.Double(
                                plane.pixelX(columns.x(i)),
                                Math.clamp(plane.pixelY(columns.y(i)), plane.top() - 9, plane.bottom() + 9)));
        }
        return pieces;
    }

    /** Everything from zero to the sum up to a series; the smaller sums are painted above it. */
    private void fill(Graphics2D g, Plane plane, Recording recording, int series) {
        Columns columns = columns(g, plane, recording, source(series, Kind.SIMULATED));
        var path = new Path2D.Double();
        double ground = Math.clamp(plane.pixelY(0), plane.top(), plane.bottom());
        double last = Double.NaN;
        for (int i = 0; i < columns.size() && !(columns.x(i) > chart.cursor()); i++) {
            if (Double.isNaN(columns.y(i))) continue;
            double x = plane.pixelX(columns.x(i));
            if (Double.isNaN(last)) path.moveTo(x, ground);
            path.lineTo(x, Math.clamp(plane.pixelY(columns.y(i)), plane.top() - 9, plane.bottom() + 9));
            last = x;
        }
        if (Double.isNaN(last)) return;
        path.lineTo(last, ground);
        path.closePath();
        g.setColor(palette.area(curves.series().get(series).family()).awt());
        g.fill(path);
        g.setColor(palette.colour(curves.series().get(series).family()).awt());
        g.setStroke(new BasicStroke(1f));
        g.draw(path(g, plane, recording, source(series, Kind.SIMULATED)).path());
    }
}
