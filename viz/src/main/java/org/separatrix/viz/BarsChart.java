package org.separatrix.viz;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.separatrix.lab.Bars;
import org.separatrix.lab.Scale;

/** Quantities by category: bars side by side or one on the other, the theory a dashed line across each. */
final class BarsChart {
    private static final double SHARE = 0.74;

    /** How far above its theory a stack is shown: what towers above it would press the rest to the ground. */
    private static final double HEADROOM = 1.5;

    private static final double TALLEST = 3;

    private final Bars bars;
    private final Chart chart;
    private final Palette palette;
    private final Scale scale;

    BarsChart(Bars bars, Chart chart) {
        this.bars = bars;
        this.chart = chart;
        palette = chart.palette();
        scale = chart.look().scaleY(bars.value());
    }

    Sheet sheet() {
        int count = bars.categories().size();
        Ticks names = (span, most) -> {
            int stride = Math.max(1, Math.ceilDiv(count, most));
            return IntStream.iterate(0, i -> i < count, i -> i + stride)
                    .mapToObj(i -> new Ticks.Tick(i, bars.categories().get(i)))
                    .toList();
        };
        var horizontal = new Sheet.Scaling(
                Chart.words(bars.category()),
                new Span(-0.5, Math.max(1, count) - 0.5, Scale.LINEAR),
                names,
                false,
                Freedom.FIXED);
        var extent = new Extent();
        if (scale == Scale.LINEAR) extent.include(0);
        boolean theory = false;
        for (Track track : chart.fromBelow()) {
            Bars.Values values = chart.values(bars, track).orElse(null);
            if (values == null) continue;
            include(values, extent);
            if (track.role() != Track.Role.MAIN) continue;
            for (double[] row : values.theory()) extent.include(row);
            theory = largest(values.theory()) > Double.NEGATIVE_INFINITY;
        }
        // The smallest bar of a logarithmic axis has a height, too.
        if (scale == Scale.LOG) extent.include(extent.min() / 2);
        var vertical =
                Sheet.Scaling.of("", chart.look().zoomY(scale).orElseGet(() -> extent.values(scale)), Freedom.SPACING);
        var heading = new Heading(bars.title(), Chart.note(bars.title(), bars.value()), legend(theory));
        if (chart.main().flatMap(track -> chart.values(bars, track)).isEmpty())
            return Sheet.empty(heading, horizontal.label());
        var layers = new ArrayList<Layer>();
        for (Track track : chart.fromBelow())
            chart.values(bars, track)
                    .ifPresent(values -> layers.add((g, plane) -> paint(g, plane, values, track.role())));
        return Sheet.of(heading, horizontal, vertical, layers);
    }

    /**
     * Includes the tops of bars. A stack without what its theory speaks of may tower above it, and is cut; one with it is
     * shown as long as that does not dwarf the others.
     */
    private void include(Bars.Values values, Extent extent) {
        double[][] tops = tops(values);
        double exact = largest(values.theory());
        boolean cut = stacked() && exact > 0;
        int last = tops.length - 1;
        for (int s = 0; s <= last; s++)
            for (int i = 0; i < tops[s].length; i++) {
                boolean spoken = s == last && values.simulated()[s][i] > 0;
                extent.include(cut ? Math.min(tops[s][i], (spoken ? TALLEST : HEADROOM) * exact) : tops[s][i]);
            }
    }

    private boolean stacked() {
        return bars.style() == Bars.Style.STACKED;
    }

    /** Where the bars end: a stacked one on top of those before it. */
    private double[][] tops(Bars.Values values) {
        double[][] tops = values.simulated();
        if (!stacked()) return tops;
        tops = Arrays.stream(tops).map(double[]::clone).toArray(double[][]::new);
        for (int s = 1; s < tops.length; s++) for (int i = 0; i < tops[s].length; i++) tops[s][i] += tops[s - 1][i];
        return tops;
    }

    private static double largest(double[][] values) {
        return Arrays.stream(values)
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .max()
                .orElse(Double.NEGATIVE_INFINITY);
    }

    private List<Entry> legend(boolean theory) {
        boolean obvious = Palette.series(chart.observable()).size() == 1
                && !theory
                && chart.look().shows(Part.THEORY);
        return Legends.withTheoryAndRuns(obvious ? List.of() : Legends.of(chart, Entry.Sign.BLOCK), theory, chart);
    }

    private void paint(Graphics2D g, Plane plane, Bars.Values values, Track.Role role) {
        int rows = bars.series().size();
        int lanes = stacked() ? 1 : rows;
        double slot = SHARE * (plane.pixelX(1) - plane.pixelX(0)) / lanes;
        double width = slot - (slot > 5 ? 1 : 0);
        double ground = scale == Scale.LOG ? plane.bottom() : plane.pixelY(0);
        double[][] tops = tops(values);
        for (int s = 0; s < rows; s++) {
            int family = bars.series().get(s).family();
            for (int i = 0; i < bars.categories().size(); i++) {
                double left = plane.pixelX(i) + slot * ((stacked() ? 0 : s) - lanes / 2.0);
                double foot = stacked() && s > 0 ? plane.pixelY(tops[s - 1][i]) : ground;
                double y = plane.pixelY(tops[s][i]);
                var bar = new Rectangle2D.Double(left, Math.min(y, foot), width, Math.abs(y - foot));
                if (role != Track.Role.MAIN) {
                    g.setColor(palette.colour(family).awt(Pen.opacity(role)));
                    g.setStroke(Pen.GHOST);
                    if (!Double.isNaN(y)) g.draw(bar);
                    continue;
                }
                g.setColor(palette.area(family).awt());
                if (!Double.isNaN(y)) g.fill(bar);
                double exact = plane.pixelY(values.theory()[s][i]);
                g.setColor(palette.theory(family).awt());
                g.setStroke(slot < 10 ? Pen.HAIRLINE : Pen.THEORY);
                if (!Double.isNaN(exact)) g.draw(new Line2D.Double(left - 2, exact, left + width + 2, exact));
            }
        }
    }
}
