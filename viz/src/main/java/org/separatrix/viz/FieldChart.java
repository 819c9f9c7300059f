package org.separatrix.viz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.separatrix.lab.Field;
import org.separatrix.lab.Scale;

/** A quantity on a grid as a heat map: one flat cell a value, whatever the spacing of the grid. */
final class FieldChart {
    private final Field field;
    private final Chart chart;

    FieldChart(Field field, Chart chart) {
        this.field = field;
        this.chart = chart;
    }

    Sheet sheet() {
        Look look = chart.look();
        Field.Values values =
                chart.main().flatMap(track -> chart.values(field, track)).orElse(null);
        String note = values == null || values.note().isEmpty() ? "" : ", " + values.note();
        var heading =
                new Heading(field.title(), Chart.note(field.title(), field.value()) + note + lock(look), List.of());
        if (values == null || values.value().length == 0) return Sheet.empty(heading, Chart.words(field.x()));
        Scale across = spacing(values.x(), look.scaleX(field.x()));
        Scale along = spacing(values.y(), look.scaleY(field.y()));
        if (inSpace(values)) {
            Relief relief = relief(values);
            return Sheet.inSpace(heading, Optional.of(relief.key()), List.of(relief));
        }
        HeatMap map = HeatMap.of(values, across, along, look.scaleValue(field.value()), look);
        var layers = new ArrayList<Layer>();
        layers.add(map);
        if (look.contours()) layers.add(new ContourLayer(values, map.key().span(), map.key()));
        return Sheet.of(
                heading,
                scaling(Chart.words(field.x()), values.x(), look.zoomX(across).orElse(map.x())),
                scaling("", values.y(), look.zoomY(along).orElse(map.y())),
                map.key(),
                layers);
    }

    /** Cells that are counted have whole numbers at their centres, and no others. */
    private static Sheet.Scaling scaling(String words, double[] points, Span span) {
        boolean counted = span.scale() == Scale.LINEAR
                && IntStream.range(0, points.length).allMatch(i -> points[i] == points[0] + i)
                && points[0] == Math.rint(points[0]);
        Ticks whole = (shown, most) -> Ticks.standard(shown, most).stream()
                .filter(tick -> tick.value() == Math.rint(tick.value()))
                .map(tick -> new Ticks.Tick(tick.value(), Notation.fixed(tick.value(), 0)))
                .toList();
        return counted
                ? new Sheet.Scaling(words, span, whole, true, freedom(points))
                : Sheet.Scaling.of(words, span, freedom(points));
    }

    /** Whether values are seen as a surface in space: what has a single row or column makes none. */
    boolean inSpace(Field.Values values) {
        return chart.look().relief() && values.x().length > 1 && values.y().length > 1;
    }

    /** Values as a surface in space. */
    Relief relief(Field.Values values) {
        Look look = chart.look();
        return new Relief(
                span(values.x(), spacing(values.x(), look.scaleX(field.x()))),
                span(values.y(), spacing(values.y(), look.scaleY(field.y()))),
                List.of(Chart.words(field.x()), Chart.words(field.y()), Chart.words(field.value())),
                HeatMap.key(List.of(values), look.scaleValue(field.value()), look),
                List.of(new Relief.Surface(values, Optional.empty())),
                List.of(),
                List.of(),
                look);
    }

    private static Span span(double[] points, Scale scale) {
        return new Span(points[0], points[points.length - 1], scale);
    }

    /** What the heading says of colours that no longer follow the values. */
    static String lock(Look look) {
        return look.range().isPresent() ? ", colours locked" : "";
    }

    /** The spacing asked for, where the grid allows it. */
    static Scale spacing(double[] points, Scale wanted) {
        return points[0] > 0 ? wanted : Scale.LINEAR;
    }

    private static Freedom freedom(double[] points) {
        return points[0] > 0 ? Freedom.SPACING : Freedom.ZOOM;
    }
}
