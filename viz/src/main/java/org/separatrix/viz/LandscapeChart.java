package org.separatrix.viz;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.separatrix.lab.Box;
import org.separatrix.lab.Field;
import org.separatrix.lab.Landscape;
import org.separatrix.lab.Line;
import org.separatrix.lab.Scale;

/**
 * A landscape, as surfaces in space or from above: heights as colours and contour lines, the path of the running system,
 * and marked points. From above one surface is seen, the first that is not hidden.
 *
 * @param landscape what is drawn
 * @param grids its surfaces on grids, evaluated beforehand: that may take long
 * @param look how it is looked at
 */
public record LandscapeChart(Landscape landscape, List<Field.Values> grids, Look look) implements Plot {
    private static final Stroke HALO = new BasicStroke(4.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

    public LandscapeChart {
        grids = List.copyOf(grids);
    }

    /** Every landscape is a picture of its own moment. */
    @Override
    public Object version() {
        return List.of(System.identityHashCode(landscape), System.identityHashCode(grids), look);
    }

    @Override
    public Optional<Layout> draw(Graphics2D g, double width, double height) {
        return new Frame(look.relief() ? inSpace() : map(), look.theme()).draw(g, width, height);
    }

    private Sheet inSpace() {
        Relief relief = relief();
        return Sheet.inSpace(
                heading(FieldChart.lock(look)),
                shown().size() == 1 ? Optional.of(relief.key()) : Optional.empty(),
                List.of(relief));
    }

    private Relief relief() {
        List<Integer> shown = shown();
        boolean alone = shown.size() == 1;
        return new Relief(
                across(),
                along(),
                List.of(Chart.words(landscape.x()), Chart.words(landscape.y()), Chart.words(landscape.value())),
                HeatMap.key(shown.stream().map(grids::get).toList(), look.scaleValue(landscape.value()), look),
                shown.stream()
                        .map(s -> new Relief.Surface(grids.get(s), alone ? Optional.empty() : Optional.of(hue(s))))
                        .toList(),
                landscape.path(),
                landscape.marks(),
                look);
    }

    private Sheet map() {
        Field.Values grid = grids.get(shown().getFirst());
        HeatMap map = HeatMap.of(grid, Scale.LINEAR, Scale.LINEAR, look.scaleValue(landscape.value()), look);
        var layers = new ArrayList<Layer>();
        layers.add(map);
        if (look.contours()) layers.add(new ContourLayer(grid, map.key().span(), map.key()));
        List<Line> path = landscape.path();
        for (int i = 0; i < path.size(); i++) {
            Line line = path.get(i);
            Colour hue = Relief.hue(look.theme(), path.size(), i);
            layers.add((g, plane) -> path(g, plane, line, hue, look.theme()));
        }
        layers.add(new MarksLayer(landscape.marks(), path.size(), look.theme()));
        return Sheet.of(
                heading(Chart.note(title(), landscape.value()) + FieldChart.lock(look)),
                Sheet.Scaling.of(Chart.words(landscape.x()), across(), Freedom.ZOOM),
                Sheet.Scaling.of("", along(), Freedom.ZOOM),
                map.key(),
                layers);
    }

    /** The numbers of the surfaces that are not hidden. */
    private List<Integer> shown() {
        List<Integer> all = IntStream.range(0, grids.size()).boxed().toList();
        List<Integer> shown = all.stream().filter(s -> look.shows(part(s))).toList();
        return shown.isEmpty() ? all : shown;
    }

    private Part part(int surface) {
        return new Part.Of(landscape.surfaces().get(surface).series().key());
    }

    private Colour hue(int surface) {
        return look.theme()
                .series()
                .get(landscape.surfaces().get(surface).series().family());
    }

    private Heading heading(String note) {
        List<Entry> legend = grids.size() == 1
                ? List.of()
                : IntStream.range(0, grids.size())
                        .mapToObj(s -> Entry.of(
                                        landscape.surfaces().get(s).series().label(), Entry.Sign.BLOCK, hue(s))
                                .naming(part(s), look))
                        .toList();
        return new Heading(title(), note, legend);
    }

    private Span across() {
        Box box = landscape.box();
        return look.zoomX(Scale.LINEAR).orElseGet(() -> new Span(box.minX(), box.maxX(), Scale.LINEAR));
    }

    private Span along() {
        Box box = landscape.box();
        return look.zoomY(Scale.LINEAR).orElseGet(() -> new Span(box.minY(), box.maxY(), Scale.LINEAR));
    }

    private static void path(Graphics2D g, Plane plane, Line line, Colour hue, Theme theme) {
        Path2D path = Trace.of(plane, line.x(), line.y());
        g.setColor(theme.background().awt(0.8));
        g.setStroke(HALO);
        g.draw(path);
        g.setColor(hue.awt());
        g.setStroke(line.role() == Line.Role.THEORY ? Pen.THEORY : Pen.SIMULATION);
        g.draw(path);
    }

    /** The name of the only surface, or of the plane of several. */
    @Override
    public String title() {
        return grids.size() == 1 ? landscape.surfaces().getFirst().series().label() : landscape.title();
    }

    @Override
    public boolean coloured() {
        return true;
    }

    @Override
    public LandscapeChart with(Look other) {
        return new LandscapeChart(landscape, grids, other);
    }

    @Override
    public Optional<Probe> read(Plane plane, double x, double y) {
        if (look.relief())
            return Readings.inSpace(
                    relief(),
                    shown().stream()
                            .map(s -> landscape.surfaces().get(s).series().label())
                            .toList(),
                    plane,
                    x,
                    y);
        return Readings.cell(
                landscape.x(),
                landscape.y(),
                landscape.value(),
                grids.get(shown().getFirst()),
                plane,
                x,
                y,
                look.theme());
    }

    @Override
    public Map<Part, String> parts() {
        var parts = new LinkedHashMap<Part, String>();
        if (grids.size() > 1)
            for (int s = 0; s < grids.size(); s++)
                parts.put(part(s), landscape.surfaces().get(s).series().label());
        return Collections.unmodifiableMap(parts);
    }

    @Override
    public String summary() {
        return Summary.of(landscape, grids);
    }
}
