package org.separatrix.viz;

import java.util.List;
import java.util.Optional;
import org.separatrix.lab.Field;

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
        var heading = new Heading(field.title(), Chart.note(field.title(), field.value()), List.of());
        if (values == null || values.value().length == 0) return Sheet.empty(heading, Chart.words(field.x()));
        HeatMap map = HeatMap.of(
                values, look.scaleX(field.x()), look.scaleY(field.y()), look.scaleValue(field.value()), look);
        return new Sheet(
                heading,
                Sheet.Scaling.of(
                        Chart.words(field.x()),
                        look.zoomX(look.scaleX(field.x())).orElse(map.x())),
                Sheet.Scaling.of("", look.zoomY(look.scaleY(field.y())).orElse(map.y())),
                Optional.of(map.key()),
                List.of(map),
                "");
    }
}
