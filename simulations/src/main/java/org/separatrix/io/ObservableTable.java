package org.separatrix.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.separatrix.lab.Axis;
import org.separatrix.lab.Bars;
import org.separatrix.lab.Cloud;
import org.separatrix.lab.Curves;
import org.separatrix.lab.Facts;
import org.separatrix.lab.Field;
import org.separatrix.lab.Landscape;
import org.separatrix.lab.Line;
import org.separatrix.lab.Mark;
import org.separatrix.lab.Observable;
import org.separatrix.lab.Portrait;
import org.separatrix.lab.Series;
import org.separatrix.lab.Snapshot;
import org.separatrix.lab.Spectrum;

/** An observable at one moment as a table, one value a row, with a header that names its axes and their units. */
final class ObservableTable {
    private static final String SERIES = "series";
    private static final String THEORY = "theory";

    private ObservableTable() {}

    /** The table, unless the observable was not observed or is kept as curves. */
    static Optional<CsvTable> of(Snapshot snapshot, Observable<?> observable) {
        return switch (observable) {
            case Curves _ -> Optional.empty();
            case Spectrum spectrum -> snapshot.get(spectrum).map(values -> table(spectrum, values));
            case Bars bars -> snapshot.get(bars).map(values -> table(bars, values));
            case Field field -> snapshot.get(field).map(values -> table(field, values));
            case Cloud cloud -> snapshot.get(cloud).map(values -> table(cloud, values));
            case Portrait portrait -> snapshot.get(portrait).map(values -> table(portrait, values));
            case Facts _ -> snapshot.get((Facts) observable).map(ObservableTable::table);
        };
    }

    private static CsvTable table(Spectrum spectrum, Spectrum.Values values) {
        var table = new CsvTable(List.of(SERIES, "part", name(spectrum.value()), "density"));
        for (int s = 0; s < spectrum.series().size(); s++) {
            String series = spectrum.series().get(s).key();
            for (double value : values.simulated().get(s)) table.add(series, "simulated", value, "");
            for (double value : values.theory().get(s)) table.add(series, THEORY, value, "");
            Line density = values.density().get(s);
            if (density == null) continue;
            for (int i = 0; i < density.x().length; i++)
                table.add(series, "theory density", density.x()[i], density.y()[i]);
        }
        return table;
    }

    private static CsvTable table(Bars bars, Bars.Values values) {
        var table = new CsvTable(List.of(SERIES, name(bars.category()), name(bars.value()), THEORY));
        for (int s = 0; s < bars.series().size(); s++) {
            for (int c = 0; c < bars.categories().size(); c++) {
                table.add(
                        bars.series().get(s).key(),
                        bars.categories().get(c),
                        values.simulated()[s][c],
                        values.theory()[s][c]);
            }
        }
        return table;
    }

    private static CsvTable table(Field field, Field.Values values) {
        return grid(List.of(name(field.x()), name(field.y()), name(field.value())), List.of(values));
    }

    /** The heights of a landscape. */
    static CsvTable of(Landscape landscape, List<Field.Values> heights) {
        boolean alone = heights.size() == 1;
        var header = new ArrayList<>(List.of(name(landscape.x()), name(landscape.y())));
        for (Landscape.Surface surface : landscape.surfaces())
            header.add(alone ? name(landscape.value()) : surface.series().key());
        return grid(header, heights);
    }

    private static CsvTable grid(List<String> header, List<Field.Values> grids) {
        var table = new CsvTable(header);
        Field.Values first = grids.getFirst();
        for (int i = 0; i < first.y().length; i++) {
            for (int j = 0; j < first.x().length; j++) {
                int at = i * first.x().length + j;
                var row = new ArrayList<Object>(List.of(first.x()[j], first.y()[i]));
                grids.forEach(grid -> row.add(grid.value()[at]));
                table.add(row);
            }
        }
        return table;
    }

    private static CsvTable table(Cloud cloud, Cloud.Values values) {
        var header = new ArrayList<>(List.of(SERIES));
        cloud.axes().forEach(axis -> header.add(name(axis)));
        var table = new CsvTable(header);
        int dimensions = cloud.axes().size();
        for (int s = 0; s < cloud.series().size(); s++) {
            Series series = cloud.series().get(s);
            double[] points = values.points().get(s);
            for (int p = 0; p < points.length; p += dimensions) {
                var row = new ArrayList<Object>(List.of(series.key()));
                Arrays.stream(points, p, p + dimensions).forEach(row::add);
                table.add(row);
            }
        }
        return table;
    }

    private static CsvTable table(Portrait portrait, Portrait.Values values) {
        var table = new CsvTable(List.of("part", "number", "label", name(portrait.x()), name(portrait.y())));
        for (int n = 0; n < values.lines().size(); n++) {
            Line line = values.lines().get(n);
            int number = n;
            IntStream.range(0, line.x().length)
                    .forEach(i -> table.add(word(line.role()), number, line.label(), line.x()[i], line.y()[i]));
        }
        for (int n = 0; n < values.marks().size(); n++) {
            Mark mark = values.marks().get(n);
            table.add(word(mark.role()), n, mark.label(), mark.x(), mark.y());
        }
        return table;
    }

    private static CsvTable table(Facts.Values values) {
        var table = new CsvTable(List.of("key", "label", "value", "words", "light"));
        for (Facts.Fact fact : values.facts())
            table.add(fact.key(), fact.label(), fact.value(), fact.words(), word(fact.light()));
        return table;
    }

    private static String name(Axis axis) {
        return axis.unit().isEmpty() ? axis.label() : axis.label() + " [" + axis.unit() + "]";
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT);
    }
}
