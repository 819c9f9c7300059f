package org.separatrix.viz;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.util.ArrayList;
import java.util.LinkedHashSet;
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
        Box box = chart.look().zoom().orElse(portrait.box());
        var horizontal = Sheet.Scaling.of(Chart.words(portrait.x()), new Span(box.minX(), box.maxX(), Scale.LINEAR));
        var vertical = Sheet.Scaling.of("", new Span(box.minY(), box.maxY(), Scale.LINEAR));
        var layers = new ArrayList<Layer>();
        layers.add(new FlowLayer(portrait.flow(), theme));
        for (Track track : chart.fromBelow())
            chart.values(portrait, track).ifPresent(values -> layers.add(layer(values, track.role())));
        return Sheet.of(
                new Heading(portrait.title(), Chart.words(portrait.y()), legend()), horizontal, vertical, layers);
    }

    private List<Entry> legend() {
        var entries = new LinkedHashSet<Entry>();
        chart.main().flatMap(track -> chart.values(portrait, track)).ifPresent(values -> {
            for (Line line : values.lines()) {
                boolean known = entries.stream().anyMatch(entry -> entry.label().equals(line.label()));
                if (!line.label().isEmpty() && !known)
                    entries.add(Entry.of(
                            line.label(),
                            dashed(line.role()) ? Entry.Sign.DASHES : Entry.Sign.LINE,
                            colour(line.role())));
            }
        });
        return Legends.withTheoryAndRuns(List.copyOf(entries), false, chart);
    }

    private Layer layer(Portrait.Values values, Track.Role role) {
        return (g, plane) -> {
            for (Line.Role kind : new Line.Role[] {
                Line.Role.GUIDE, Line.Role.EQUILIBRIA, Line.Role.SEPARATRIX, Line.Role.ORBIT, Line.Role.THEORY
            }) {
                if (role != Track.Role.MAIN && kind != Line.Role.ORBIT) continue;
                for (Line line : values.lines()) if (line.role() == kind) paint(g, plane, line, role);
            }
            if (role == Track.Role.MAIN) Marks.paint(g, plane, values.marks(), theme);
        };
    }

    private void paint(Graphics2D g, Plane plane, Line line, Track.Role role) {
        g.setColor(colour(line.role()).awt(Pen.opacity(role)));
        g.setStroke(
                switch (line.role()) {
                    case ORBIT -> role == Track.Role.MAIN ? Pen.SIMULATION : Pen.GHOST;
                    case THEORY -> Pen.THEORY;
                    case EQUILIBRIA -> SET;
                    case SEPARATRIX -> DASHED;
                    case GUIDE -> Pen.HAIRLINE;
                });
        g.draw(Trace.of(plane, line.x(), line.y()));
    }

    private static boolean dashed(Line.Role role) {
        return role == Line.Role.THEORY || role == Line.Role.SEPARATRIX;
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
