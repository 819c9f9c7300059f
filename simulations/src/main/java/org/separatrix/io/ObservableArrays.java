package org.separatrix.io;

import java.util.List;
import java.util.Map;
import org.separatrix.lab.Array;
import org.separatrix.lab.Bars;
import org.separatrix.lab.Cloud;
import org.separatrix.lab.Curves;
import org.separatrix.lab.Facts;
import org.separatrix.lab.Field;
import org.separatrix.lab.Line;
import org.separatrix.lab.Mark;
import org.separatrix.lab.Observable;
import org.separatrix.lab.Portrait;
import org.separatrix.lab.Snapshot;
import org.separatrix.lab.Spectrum;

/** An observable at one moment as named arrays; every name begins with the observable's key. */
final class ObservableArrays {
    private ObservableArrays() {}

    /** Adds the arrays of an observable, if it was observed and is not kept as curves. */
    static void add(Snapshot snapshot, Observable<?> observable, Map<String, Array> arrays) {
        String key = observable.key();
        switch (observable) {
            case Curves _ -> {}
            case Spectrum spectrum -> snapshot.get(spectrum).ifPresent(values -> add(spectrum, values, arrays));
            case Bars bars ->
                snapshot.get(bars).ifPresent(values -> {
                    int columns = bars.categories().size();
                    arrays.put(key, matrix(values.simulated(), columns));
                    arrays.put(key + CurveColumns.THEORY, matrix(values.theory(), columns));
                });
            case Field field ->
                snapshot.get(field).ifPresent(values -> {
                    arrays.put(key, Array.matrix(values.y().length, values.x().length, values.value()));
                    arrays.put(key + "_x", Array.vector(values.x()));
                    arrays.put(key + "_y", Array.vector(values.y()));
                });
            case Cloud cloud ->
                snapshot.get(cloud).ifPresent(values -> {
                    int dimensions = cloud.axes().size();
                    for (int s = 0; s < cloud.series().size(); s++) {
                        double[] points = values.points().get(s);
                        arrays.put(
                                key + "_" + cloud.series().get(s).key(),
                                Array.matrix(points.length / dimensions, dimensions, points));
                    }
                });
            case Portrait portrait ->
                snapshot.get(portrait).ifPresent(values -> {
                    for (int n = 0; n < values.lines().size(); n++) {
                        Line line = values.lines().get(n);
                        arrays.put(key + "_" + ObservableTable.word(line.role()) + n, points(line));
                    }
                    arrays.put(key + "_marks", marks(values.marks()));
                    values.basins()
                            .ifPresent(basins -> arrays.put(
                                    key + "_basins",
                                    Array.matrix(basins.y().length, basins.x().length, basins.value())));
                });
            case Facts facts ->
                snapshot.get(facts)
                        .ifPresent(values -> values.facts().stream()
                                .filter(fact -> !Double.isNaN(fact.value()))
                                .forEach(fact -> arrays.put(
                                        key + "_" + fact.key(), new Array(new int[0], new double[] {fact.value()}))));
        }
    }

    private static void add(Spectrum spectrum, Spectrum.Values values, Map<String, Array> arrays) {
        for (int s = 0; s < spectrum.series().size(); s++) {
            String name = spectrum.key() + "_" + spectrum.series().get(s).key();
            arrays.put(name, Array.vector(values.simulated().get(s)));
            if (values.theory().get(s).length > 0)
                arrays.put(
                        name + CurveColumns.THEORY, Array.vector(values.theory().get(s)));
            Line density = values.density().get(s);
            if (density != null) arrays.put(name + "_density", points(density));
        }
    }

    /** One point a row. */
    private static Array points(Line line) {
        double[] values = new double[2 * line.x().length];
        for (int i = 0; i < line.x().length; i++) {
            values[2 * i] = line.x()[i];
            values[2 * i + 1] = line.y()[i];
        }
        return Array.matrix(line.x().length, 2, values);
    }

    private static Array marks(List<Mark> marks) {
        double[] values = new double[2 * marks.size()];
        for (int i = 0; i < marks.size(); i++) {
            values[2 * i] = marks.get(i).x();
            values[2 * i + 1] = marks.get(i).y();
        }
        return Array.matrix(marks.size(), 2, values);
    }

    private static Array matrix(double[][] rows, int columns) {
        double[] values = new double[rows.length * columns];
        for (int i = 0; i < rows.length; i++) System.arraycopy(rows[i], 0, values, i * columns, columns);
        return Array.matrix(rows.length, columns, values);
    }
}
