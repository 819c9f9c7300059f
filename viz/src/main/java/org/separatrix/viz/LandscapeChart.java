package org.separatrix.viz;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.separatrix.lab.Box;
import org.separatrix.lab.Field;
import org.separatrix.lab.Landscape;
import org.separatrix.lab.Line;
import org.separatrix.lab.Scale;

/**
 * A landscape from above: heights as colours and contour lines, the path of the running system, and marked points.
 *
 * @param landscape what is drawn
 * @param grid its function on a grid, evaluated beforehand: that may take long
 * @param theme the colours
 */
public record LandscapeChart(Landscape landscape, Field.Values grid, Theme theme) implements Picture {
    private static final int LEVELS = 14;
    private static final Stroke HALO = new BasicStroke(4.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

    /** Every landscape is a picture of its own moment. */
    @Override
    public Object version() {
        return List.of(System.identityHashCode(landscape), System.identityHashCode(grid), theme);
    }

    @Override
    public Optional<Plane> draw(Graphics2D g, double width, double height) {
        return new Frame(sheet(), theme).draw(g, width, height);
    }

    private Sheet sheet() {
        HeatMap map =
                HeatMap.of(grid, Scale.LINEAR, Scale.LINEAR, landscape.value().scale(), Look.of(theme));
        var layers = new ArrayList<Layer>();
        layers.add(map);
        layers.add((g, plane) -> contours(g, plane, map.key().span()));
        for (Line line : landscape.path()) layers.add((g, plane) -> path(g, plane, line));
        layers.add(new MarksLayer(landscape.marks(), 1, theme));
        Box box = landscape.box();
        return new Sheet(
                new Heading(landscape.title(), Chart.note(landscape.title(), landscape.value()), List.of()),
                Sheet.Scaling.of(Chart.words(landscape.x()), new Span(box.minX(), box.maxX(), Scale.LINEAR)),
                Sheet.Scaling.of("", new Span(box.minY(), box.maxY(), Scale.LINEAR)),
                Optional.of(map.key()),
                layers,
                "");
    }

    private void contours(Graphics2D g, Plane plane, Span heights) {
        g.setColor(theme.background().awt(0.45));
        g.setStroke(Pen.HAIRLINE);
        for (Ticks.Tick level : Ticks.standard(heights, LEVELS)) g.draw(Contour.of(grid, level.value(), plane));
    }

    private void path(Graphics2D g, Plane plane, Line line) {
        Path2D path = Trace.of(plane, line.x(), line.y());
        g.setColor(theme.background().awt(0.8));
        g.setStroke(HALO);
        g.draw(path);
        g.setColor(theme.series().getFirst().awt());
        g.setStroke(line.role() == Line.Role.THEORY ? Pen.THEORY : Pen.SIMULATION);
        g.draw(path);
    }
}
