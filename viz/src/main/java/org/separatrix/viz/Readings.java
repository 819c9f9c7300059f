package org.separatrix.viz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    private static final int DIGITS = 6;

    private Readings() {}

    static Optional<Probe> of(Chart chart, Plane plane, double x, double y) {
        Theme theme = chart.look().theme();
        return switch (chart.shown()) {
            case Curves curves -> chart.main().flatMap(track -> curves(curves, chart, track.recording(), plane, x));
            case Field field ->
                chart.main()
                        .flatMap(track -> chart.values(field, track))
                        .flatMap(values -> field(field, values, chart, plane, x, y));
            case Bars bars ->
                chart.main()
                        .flatMap(track -> chart.values(bars, track))
                        .flatMap(values -> bars(bars, values, chart, (int) Math.rint(x)));
            case Portrait portrait -> point(portrait.x(), portrait.y(), x, y, theme);
            case Cloud cloud
            when cloud.axes().size() == 2 ->
                point(cloud.axes().get(0), cloud.axes().get(1), x, y, theme);
            case Cloud _, Spectrum _, Facts _ -> Optional.empty();
        };
    }

    private static Reading reading(Axis axis, double value, Theme theme) {
        return Reading.of(Chart.words(axis), Notation.value(value, DIGITS), theme.muted());
    }

    private static Optional<Probe> point(Axis axisX, Axis axisY, double x, double y, Theme theme) {
        return Optional.of(new Probe(x, List.of(reading(axisX, x, theme), reading(axisY, y, theme))));
    }

    private static Optional<Probe> curves(Curves curves, Chart chart, Recording recording, Plane plane, double x) {
        int row = recording.indexAt(Double.isNaN(chart.cursor()) ? x : Math.min(x, chart.cursor()));
        if (row < 0) return Optional.empty();
        // The row before the point or the one after it, whichever is nearer in the picture.
        if (row + 1 < recording.size()
                && !(recording.time(row + 1) > chart.cursor())
                && plane.x().share(recording.time(row + 1)) + plane.x().share(recording.time(row))
                        < 2 * plane.x().share(x)) row++;
        double time = recording.time(row);
        var readings = new ArrayList<Reading>();
        readings.add(reading(curves.time(), time, chart.look().theme()));
        Palette palette = chart.palette();
        boolean stacked = curves.style() == Curves.Style.STACKED;
        double below = 0;
        double belowExact = 0;
        for (Series series : curves.series()) {
            double simulated = recording.simulatedAt(curves.key(), series.key(), row);
            double theory = series.hasTheory() ? recording.theoryAt(curves.key(), series.key(), row) : Double.NaN;
            readings.add(new Reading(
                    series.label(),
                    Notation.value(simulated, DIGITS),
                    theory(theory),
                    palette.colour(series.family()),
                    below + simulated,
                    belowExact + theory));
            if (!stacked) continue;
            below += simulated;
            belowExact += theory;
        }
        return Optional.of(new Probe(time, readings));
    }

    private static Optional<Probe> field(
            Field field, Field.Values values, Chart chart, Plane plane, double x, double y) {
        var drawn = new FieldChart(field, chart);
        return drawn.inSpace(values)
                ? inSpace(drawn.relief(values), List.of(Chart.words(field.value())), plane, x, y)
                : cell(
                        field.x(),
                        field.y(),
                        field.value(),
                        values,
                        plane,
                        x,
                        y,
                        chart.look().theme());
    }

    /**
     * The values of surfaces at the grid point that is seen at a point of the picture.
     *
     * @param labels the names of the surfaces
     * @param x in shares of the width of the plane
     * @param y in shares of its height
     */
    static Optional<Probe> inSpace(Relief relief, List<String> labels, Plane plane, double x, double y) {
        return relief.at(plane, x, y).map(spot -> {
            Theme theme = relief.look().theme();
            var readings = new ArrayList<Reading>();
            Field.Values grid = relief.surfaces().getFirst().heights();
            readings.add(
                    Reading.of(relief.names().get(0), Notation.value(grid.x()[spot.column()], DIGITS), theme.muted()));
            readings.add(
                    Reading.of(relief.names().get(1), Notation.value(grid.y()[spot.row()], DIGITS), theme.muted()));
            for (int s = 0; s < labels.size(); s++) {
                Relief.Surface surface = relief.surfaces().get(s);
                double value = surface.heights().value()[spot.row() * grid.x().length + spot.column()];
                readings.add(new Reading(
                        labels.get(s),
                        Notation.value(value, DIGITS),
                        "",
                        surface.hue().orElse(theme.accent()),
                        relief.ordinate(surface, spot, plane),
                        Double.NaN));
            }
            return new Probe(plane.valueX(spot.point().x()), readings);
        });
    }

    /** The cell of a grid at a point. */
    static Optional<Probe> cell(
            Axis axisX, Axis axisY, Axis value, Field.Values grid, Plane plane, double x, double y, Theme theme) {
        int column = HeatMap.cell(grid.x(), plane.x().scale(), x);
        int row = HeatMap.cell(grid.y(), plane.y().scale(), y);
        if (column < 0 || row < 0) return Optional.empty();
        return Optional.of(new Probe(
                grid.x()[column],
                List.of(
                        reading(axisX, grid.x()[column], theme),
                        reading(axisY, grid.y()[row], theme),
                        reading(value, grid.value()[row * grid.x().length + column], theme))));
    }

    private static Optional<Probe> bars(Bars bars, Bars.Values values, Chart chart, int category) {
        if (category < 0 || category >= bars.categories().size()) return Optional.empty();
        var readings = new ArrayList<Reading>();
        readings.add(Reading.of(
                Chart.words(bars.category()),
                bars.categories().get(category),
                chart.look().theme().muted()));
        Palette palette = chart.palette();
        for (int s = 0; s < bars.series().size(); s++) {
            readings.add(new Reading(
                    bars.series().get(s).label(),
                    Notation.value(values.simulated()[s][category], DIGITS),
                    theory(values.theory()[s][category]),
                    palette.colour(bars.series().get(s).family()),
                    Double.NaN,
                    Double.NaN));
        }
        return Optional.of(new Probe(category, readings));
    }

    private static String theory(double value) {
        return Double.isNaN(value) ? "" : Notation.value(value, DIGITS);
    }
}
