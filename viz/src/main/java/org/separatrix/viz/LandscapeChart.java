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
 * @param look how it is looked at
 */
public record LandscapeChart(Landscape landscape, Field.Values grid, Look look) implements Plot {
    private static final Stroke HALO = new BasicStroke(4.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

    /** Every landscape is a picture of its own moment. */
    @Override
    public Object version() {
        return List.of(System.identityHashCode(landscape), System.identityHashCode(grid), look);
    }

    @Override
    public Optional<Layout> draw(Graphics2D g, double width, double height) {
        return new Frame(sheet(), look.theme()).draw(g, width, height);
    }

    private Sheet sheet() {
        HeatMap map = HeatMap.of(grid, Scale.LINEAR, Scale.LINEAR, look.scaleValue(landscape.value()), look);
        var layers = new ArrayList<Layer>();
        layers.add(map);
        if (look.contours()) layers.add(new ContourLayer(grid, map.key().span(), look.theme()));
        for (Line line : landscape.path()) layers.add((g, plane) -> path(g, plane, line));
        layers.add(new MarksLayer(landscape.marks(), 1, look.theme()));
        Box box = landscape.box();
        return new Sheet(
                new Heading(
                        landscape.title(),
                        Chart.note(landscape.title(), landscape.value()) + FieldChart.lock(look),
                        List.of()),
                Sheet.Scaling.of(
                        Chart.words(landscape.x()),
                        look.zoomX(Scale.LINEAR).orElseGet(() -> new Span(box.minX(), box.maxX(), Scale.LINEAR)),
                        Freedom.ZOOM),
                Sheet.Scaling.of(
                        "",
                        look.zoomY(Scale.LINEAR).orElseGet(() -> new Span(box.minY(), box.maxY(), Scale.LINEAR)),
                        Freedom.ZOOM),
                Optional.of(map.key()),
                layers,
                "");
    }

    @Override
    public String title() {
        return landscape.title();
    }

    @Override
    public boolean coloured() {
        return true;
    }

    @Override
    public LandscapeChart with(Look other) {
        return new LandscapeChart(landscape, grid, other);
    }

    @Override
    public Optional<Probe> read(Plane plane, double x, double y) {
        return Readings.cell(landscape.x(), landscape.y(), landscape.value(), grid, plane, x, y, look.theme());
    }

    @Override
    public String summary() {
        return Summary.of(landscape, grid);
    }

    private void path(Graphics2D g, Plane plane, Line line) {
        Theme theme = look.theme();
        Path2D path = Trace.of(plane, line.x(), line.y());
        g.setColor(theme.background().awt(0.8));
        g.setStroke(HALO);
        g.draw(path);
        g.setColor(theme.series().getFirst().awt());
        g.setStroke(line.role() == Line.Role.THEORY ? Pen.THEORY : Pen.SIMULATION);
        g.draw(path);
    }
}
