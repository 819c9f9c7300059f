package org.separatrix.viz;

import java.util.ArrayList;
import java.util.List;
import org.separatrix.lab.Axis;
import org.separatrix.lab.Bars;
import org.separatrix.lab.Cloud;
import org.separatrix.lab.Curves;
import org.separatrix.lab.Facts;
import org.separatrix.lab.Field;
import org.separatrix.lab.Portrait;
import org.separatrix.lab.Series;
import org.separatrix.lab.Spectrum;
import org.separatrix.run.Recording;

/** Reads values off charts. */
final class Readings {
    private static final int DIGITS = 4;

    private Readings() {}

    static List<Reading> of(Chart chart, Plane plane, double x, double y) {
        return switch (chart.observable()) {
            case Curves curves ->
                chart.main()
                        .map(track -> curves(curves, chart, track.recording(), plane, x))
                        .orElse(List.of());
            case Field field ->
                chart.main()
                        .flatMap(track -> chart.values(field, track))
                        .map(values -> field(field, values, chart, x, y))
                        .orElse(List.of());
            case Bars bars ->
                chart.main()
                        .flatMap(track -> chart.values(bars, track))
                        .map(values -> bars(bars, values, chart, (int) Math.rint(x)))
                        .orElse(List.of());
            case Portrait portrait -> point(portrait.x(), portrait.y(), chart, x, y);
            case Cloud cloud
            when cloud.axes().size() == 2 ->
                point(cloud.axes().get(0), cloud.axes().get(1), chart, x, y);
            case Cloud _, Spectrum _, Facts _ -> List.of();
        };
    }

    private static Reading reading(Axis axis, double value, Chart chart) {
        return new Reading(
                Chart.words(axis),
                Notation.value(value, DIGITS),
                "",
                chart.look().theme().muted());
    }

    private static List<Reading> point(Axis axisX, Axis axisY, Chart chart, double x, double y) {
        return List.of(reading(axisX, x, chart), reading(axisY, y, chart));
    }

    private static List<Reading> curves(Curves curves, Chart chart, Recording recording, Plane plane, double x) {
        int row = recording.indexAt(Double.isNaN(chart.cursor()) ? x : Math.min(x, chart.cursor()));
        if (row < 0) return List.of();
        double[] times = recording.times(row);
        // The row before the point or the one after it, whichever is nearer in the picture.
        if (times.length > 1
                && !(times[1] > chart.cursor())
                && plane.x().share(times[1]) + plane.x().share(times[0])
                        < 2 * plane.x().share(x)) {
            row++;
            times = recording.times(row);
        }
        var readings = new ArrayList<Reading>();
        readings.add(reading(curves.time(), times[0], chart));
        Palette palette = chart.palette();
        for (Series series : curves.series()) {
            double simulated = recording.simulated(curves.key(), series.key(), row)[0];
            double theory = recording.theory(curves.key(), series.key(), row)[0];
            readings.add(new Reading(
                    series.label(), Notation.value(simulated, DIGITS),
                    theory(theory), palette.colour(series.family())));
        }
        return readings;
    }

    private static List<Reading> field(Field field, Field.Values values, Chart chart, double x, double y) {
        Look look = chart.look();
        int column = HeatMap.cell(values.x(), look.scaleX(field.x()), x);
        int row = HeatMap.cell(values.y(), look.scaleY(field.y()), y);
        if (column < 0 || row < 0) return List.of();
        return List.of(
                reading(field.x(), values.x()[column], chart),
                reading(field.y(), values.y()[row], chart),
                reading(field.value(), values.value()[row * values.x().length + column], chart));
    }

    private static List<Reading> bars(Bars bars, Bars.Values values, Chart chart, int category) {
        if (category < 0 || category >= bars.categories().size()) return List.of();
        var readings = new ArrayList<Reading>();
        readings.add(new Reading(
                Chart.words(bars.category()),
                bars.categories().get(category),
                "",
                chart.look().theme().muted()));
        Palette palette = chart.palette();
        for (int s = 0; s < bars.series().size(); s++) {
            double theory = values.theory()[s][category];
            readings.add(new Reading(
                    bars.series().get(s).label(),
                    Notation.value(values.simulated()[s][category], DIGITS),
                    theory(theory),
                    palette.colour(bars.series().get(s).family())));
        }
        return readings;
    }

    private static String theory(double value) {
        return Double.isNaN(value) ? "" : Notation.value(value, DIGITS);
    }
}
