package org.separatrix.viz;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.separatrix.lab.Axis;
import org.separatrix.lab.Field;
import org.separatrix.lab.GridAxis;
import org.separatrix.lab.Line;
import org.separatrix.lab.Metric;
import org.separatrix.lab.Parameter;
import org.separatrix.lab.PhaseDiagram;
import org.separatrix.lab.Scale;
import org.separatrix.run.SweepCell;
import org.separatrix.run.SweepMap;

/**
 * A phase diagram: numbers as colours, points without a number hatched, theory's boundaries and the names of the regions
 * on top.
 *
 * @param map what has been found so far
 * @param title what stands above it
 * @param quantity what the colours tell
 * @param boundaries the lines that theory draws
 * @param regimes the names of the regions
 * @param look how it is looked at
 */
public record DiagramChart(
        SweepMap map,
        String title,
        Quantity quantity,
        List<Line> boundaries,
        List<PhaseDiagram.Regime> regimes,
        Look look)
        implements Plot {
    private static final int DIGITS = 4;
    private static final int REASONS = 3;
    private static final double NOISE = 0.05;

    /** What the colours tell. */
    public enum Quantity {
        /** The metric, the mean over the seeds. */
        MEAN,
        /** The standard error of the mean. */
        ERROR
    }

    public DiagramChart {
        boundaries = List.copyOf(boundaries);
        regimes = List.copyOf(regimes);
    }

    /** What has been found, with the boundaries and names of a declared diagram where it has the same axes. */
    public static DiagramChart of(SweepMap map, PhaseDiagram diagram, Look look) {
        Metric metric = map.plan().metric();
        boolean axes = diagram.x().parameter().equals(map.plan().x().parameter())
                && diagram.y().parameter().equals(map.plan().y().parameter());
        boolean same = axes && diagram.metric().equals(metric.key());
        return new DiagramChart(
                map,
                same ? diagram.name() : capitalised(metric.label()),
                Quantity.MEAN,
                axes ? diagram.theory().apply(map.plan().settings()) : List.of(),
                same ? diagram.regimes() : List.of(),
                look);
    }

    private static String capitalised(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /**
     * The same points with the standard errors of their means as colours. Lines of equal height, which would follow the
     * noise, are left to who asks for them.
     */
    public DiagramChart ofErrors() {
        return new DiagramChart(map, title, Quantity.ERROR, boundaries, List.of(), look.withContours(false));
    }

    /** The same of what has been found since. */
    public DiagramChart with(SweepMap since) {
        return new DiagramChart(since, title, quantity, boundaries, regimes, look);
    }

    @Override
    public DiagramChart with(Look other) {
        return new DiagramChart(map, title, quantity, boundaries, regimes, other);
    }

    @Override
    public Object version() {
        return List.of(System.identityHashCode(map), quantity, System.identityHashCode(boundaries), look);
    }

    @Override
    public Optional<Layout> draw(Graphics2D g, double width, double height) {
        return new Frame(sheet(), look.theme()).draw(g, width, height);
    }

    private Sheet sheet() {
        Field.Values values = values();
        Scale across =
                FieldChart.spacing(values.x(), look.scaleX(axis(map.plan().x())));
        Scale along = FieldChart.spacing(values.y(), look.scaleY(axis(map.plan().y())));
        HeatMap colours = HeatMap.of(values, across, along, look.scaleValue(value()), coloured(values));
        var missing = MissingLayer.of(map, look.theme());
        var layers = new ArrayList<Layer>();
        layers.add(colours);
        layers.add(missing);
        if (look.contours())
            level().ifPresent(known ->
                    layers.add(new ContourLayer(known, inner(colours.key().span()), colours.key())));
        layers.add(new BoundaryLayer(boundaries, regimes, look.theme()));
        return Sheet.of(
                new Heading(heading(), note() + FieldChart.lock(look), legend(missing)),
                Sheet.Scaling.of(
                        Chart.words(axis(map.plan().x())), look.zoomX(across).orElse(colours.x()), freedom(values.x())),
                Sheet.Scaling.of(
                        Chart.words(axis(map.plan().y())), look.zoomY(along).orElse(colours.y()), freedom(values.y())),
                colours.key(),
                layers);
    }

    /** The range without its ends, where lines of equal height would only follow the noise. */
    private static Span inner(Span heights) {
        return new Span(heights.at(NOISE), heights.at(1 - NOISE), heights.scale());
    }

    /** The look, but a little noise below zero does not make a quantity signed. */
    private Look coloured(Field.Values values) {
        var extent = new Extent();
        extent.include(values.value());
        boolean noise = extent.min() < 0 && -extent.min() < NOISE * extent.max();
        return noise && look.colours().isEmpty() ? look.withColours(Optional.of(ColourMap.VIRIDIS)) : look;
    }

    private static Freedom freedom(double[] points) {
        return points[0] > 0 ? Freedom.SPACING : Freedom.ZOOM;
    }

    private String heading() {
        return quantity == Quantity.MEAN ? title : "Standard error";
    }

    /** What the colours tell, in words where the heading does not say it. */
    private String note() {
        String label = map.plan().metric().label();
        String words = Chart.words(value());
        return heading().equalsIgnoreCase(label) ? words : label + ", " + words;
    }

    private Field.Values values() {
        return quantity == Quantity.MEAN ? map.means() : map.errors();
    }

    private Optional<Field.Values> level() {
        return quantity == Quantity.MEAN ? map.levelMeans() : map.levelErrors();
    }

    private Axis value() {
        Axis declared = map.plan().metric().value();
        return quantity == Quantity.MEAN
                ? declared
                : new Axis("± " + declared.label(), declared.unit(), declared.scale());
    }

    private Axis axis(GridAxis of) {
        Parameter<?> parameter = map.plan().parameter(of);
        String label = parameter.symbol().isEmpty() ? parameter.label() : parameter.label() + " " + parameter.symbol();
        return new Axis(label, parameter.unit(), of.scale());
    }

    private List<Entry> legend(MissingLayer missing) {
        var entries = new ArrayList<Entry>();
        List<Entry.Sign> signs = BoundaryLayer.signs(boundaries);
        for (int i = 0; i < boundaries.size(); i++) {
            String label = boundaries.get(i).label();
            if (!label.isEmpty())
                entries.add(Entry.of(label, signs.get(i), look.theme().text()));
        }
        missing.reasons().stream()
                .limit(REASONS)
                .forEach(reason -> entries.add(Entry.of(reason, Entry.Sign.HATCH, missing.colour(reason))));
        return entries;
    }

    /** The point whose colour is seen at a place of the plane; empty outside the grid, and where nothing is known. */
    public Optional<SweepCell> cell(Plane plane, double x, double y) {
        int column = HeatMap.cell(map.x(), plane.x().scale(), x);
        int row = HeatMap.cell(map.y(), plane.y().scale(), y);
        return column < 0 || row < 0 ? Optional.empty() : map.near(column, row);
    }

    @Override
    public Optional<Probe> read(Plane plane, double x, double y) {
        return cell(plane, x, y).map(this::probe);
    }

    private Probe probe(SweepCell cell) {
        var readings = new ArrayList<Reading>();
        readings.add(reading(Chart.words(axis(map.plan().x())), Notation.value(map.x()[cell.column()], DIGITS)));
        readings.add(reading(Chart.words(axis(map.plan().y())), Notation.value(map.y()[cell.row()], DIGITS)));
        String label = Chart.words(map.plan().metric().value());
        if (cell.judged()) {
            String spread = Double.isNaN(cell.error()) ? "" : " ± " + Notation.value(cell.error(), 2);
            readings.add(reading(label, Notation.value(cell.mean(), DIGITS) + spread));
        } else readings.add(reading(label, MissingLayer.reason(cell)));
        if (map.plan().replicates() > 1) readings.add(reading("runs with a number", share(cell)));
        return new Probe(map.x()[cell.column()], readings);
    }

    private static String share(SweepCell cell) {
        String count = cell.values().length + " of " + cell.runs().size();
        return cell.judged() && !cell.why().isEmpty() ? count + ", others: " + MissingLayer.reason(cell) : count;
    }

    private Reading reading(String label, String value) {
        return Reading.of(label, value, look.theme().muted());
    }

    @Override
    public boolean coloured() {
        return true;
    }

    @Override
    public String summary() {
        var extent = new Extent();
        extent.include(values().value());
        String across = Chart.words(axis(map.plan().x()));
        String along = Chart.words(axis(map.plan().y()));
        String range = extent.empty()
                ? "no numbers yet"
                : Notation.value(extent.min(), DIGITS) + " to " + Notation.value(extent.max(), DIGITS);
        List<String> reasons = MissingLayer.of(map, look.theme()).reasons();
        return heading() + ", over " + across + " and " + along + ": " + Chart.words(value()) + " from " + range + "."
                + (reasons.isEmpty() ? "" : " Points without a number: " + String.join(", ", reasons) + ".");
    }
}
