package org.separatrix.viz;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.util.ArrayList;
import java.util.List;
import org.separatrix.lab.Box;
import org.separatrix.lab.Line;
import org.separatrix.lab.Portrait;
import org.separatrix.lab.Scale;

/** A phase portrait: the flow in the background, fixed points and separatrices, and the paths in it. */
final class PortraitChart {
    private static final Stroke SET = new BasicStroke(2.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final Stroke DASHED =
            new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, new float[] {7, 4}, 0);

    private final Portrait portrait;
    private final Chart chart;
    private final Theme theme;

    PortraitChart(Portrait portrait, Chart chart) {
        this.portrait = portrait;
        this.chart = chart;
        theme = chart.look().theme();
    }

    Sheet sheet() {
        Box box = portrait.box();
        Look look = chart.look();
        var horizontal = Sheet.Scaling.of(
                Chart.words(portrait.x()),
                look.zoomX(Scale.LINEAR).orElseGet(() -> new Span(box.minX(), box.maxX(), Scale.LINEAR)),
                Freedom.ZOOM);
        var vertical = Sheet.Scaling.of(
                "",
                look.zoomY(Scale.LINEAR).orElseGet(() -> new Span(box.minY(), box.maxY(), Scale.LINEAR)),
                Freedom.ZOOM);
        var layers = new ArrayList<Layer>();
        chart.main().flatMap(track -> chart.values(portrait, track)).ifPresent(values -> {
            values.basins().ifPresent(basins -> layers.add(new BasinsLayer(basins, theme)));
            layers.add(new FlowLayer(values.flow(), theme));
        });
        for (Track track : chart.fromBelow())
            chart.values(portrait, track).ifPresent(values -> layers.add(layer(values, track.role())));
        chart.main()
                .flatMap(track -> chart.values(portrait, track))
                .ifPresent(values -> layers.add(new MarksLayer(
                        values.marks(),
                        lines(values, Line.Role.ORBIT).stream().map(this::shown).toList(),
                        theme)));
        var heading = new Heading(portrait.title(), Chart.words(portrait.y()), legend());
        if (layers.isEmpty()) return Sheet.empty(heading, horizontal.label());
        return Sheet.of(heading, horizontal, vertical, layers);
    }

    private List<Entry> legend() {
        Portrait.Values values =
                chart.main().flatMap(track -> chart.values(portrait, track)).orElse(null);
        if (values == null) return Legends.withTheoryAndRuns(List.of(), false, chart);
        var entries = new ArrayList<Entry>();
        for (Line line : values.lines()) {
            boolean ofRun = line.role() == Line.Role.ORBIT || line.role() == Line.Role.THEORY;
            if (!ofRun && !line.label().isEmpty())
                entries.add(Entry.of(
                                line.label(),
                                line.role() == Line.Role.SEPARATRIX ? Entry.Sign.DASHES : Entry.Sign.LINE,
                                colour(line.role()))
                        .naming(new Part.Of(line.label()), chart.look()));
        }
        List<Line> orbits = lines(values, Line.Role.ORBIT);
        Palette palette = Palette.of(theme, orbits.size());
        if (palette.ordered())
            entries.add(Legends.ramp(orbits.getFirst().label(), orbits.getLast().label(), palette));
        else
            for (int i = 0; i < orbits.size(); i++) {
                if (!orbits.get(i).label().isEmpty())
                    entries.add(Entry.of(orbits.get(i).label(), Entry.Sign.LINE, palette.colour(i))
                            .naming(new Part.Of(orbits.get(i).label()), chart.look()));
            }
        return Legends.withTheoryAndRuns(
                entries, !lines(values, Line.Role.THEORY).isEmpty(), chart);
    }

    private static List<Line> lines(Portrait.Values values, Line.Role role) {
        return values.lines().stream().filter(line -> line.role() == role).toList();
    }

    private Layer layer(Portrait.Values values, Track.Role role) {
        List<Line> orbits = lines(values, Line.Role.ORBIT);
        Palette palette = Palette.of(theme, Math.max(1, orbits.size()));
        return (g, plane) -> {
            if (role == Track.Role.MAIN) {
                for (Line.Role kind : List.of(Line.Role.GUIDE, Line.Role.EQUILIBRIA, Line.Role.SEPARATRIX)) {
                    for (Line line : lines(values, kind))
                        if (shown(line)) paint(g, plane, line, stroke(kind), colour(kind), 1);
                }
            }
            for (int i = 0; i < orbits.size(); i++)
                if (shown(orbits.get(i)))
                    paint(
                            g,
                            plane,
                            orbits.get(i),
                            role == Track.Role.MAIN ? Pen.SIMULATION : Pen.GHOST,
                            palette.colour(i),
                            Pen.opacity(role));
            if (role != Track.Role.MAIN) return;
            if (!chart.look().shows(Part.THEORY)) return;
            List<Line> exact = lines(values, Line.Role.THEORY);
            boolean own = exact.size() == orbits.size();
            for (int i = 0; i < exact.size(); i++)
                if (!own || shown(orbits.get(i)))
                    paint(g, plane, exact.get(i), Pen.THEORY, palette.theory(own ? i : 0), 1);
        };
    }

    private boolean shown(Line line) {
        return chart.look().shows(new Part.Of(line.label()));
    }

    private static void paint(Graphics2D g, Plane plane, Line line, Stroke stroke, Colour colour, double opacity) {
        g.setColor(colour.awt(opacity));
        g.setStroke(stroke);
        g.draw(Trace.of(plane, line.x(), line.y()));
    }

    private static Stroke stroke(Line.Role role) {
        return switch (role) {
            case EQUILIBRIA -> SET;
            case SEPARATRIX -> DASHED;
            case GUIDE -> Pen.HAIRLINE;
            case ORBIT -> Pen.SIMULATION;
            case THEORY -> Pen.THEORY;
        };
    }

    private Colour colour(Line.Role role) {
        return switch (role) {
            case ORBIT, THEORY -> theme.series().getFirst();
            case EQUILIBRIA -> theme.series().get(4);
            case SEPARATRIX -> theme.series().get(1);
            case GUIDE -> theme.muted();
        };
    }
}
