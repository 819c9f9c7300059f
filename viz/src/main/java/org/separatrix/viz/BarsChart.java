package org.separatrix.viz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.separatrix.lab.Bars;
import org.separatrix.lab.Scale;

/** Quantities by category: bars side by side or one on the other, the theory a dashed line across each. */
final class BarsChart {
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
            int stride = (int) Math.max(1, Ticks.step(count, most));
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
                    .ifPresent(values -> layers.add(new BarsLayer(bars, values, track.role(), palette)));
        return Sheet.of(heading, horizontal, vertical, layers);
    }

    /**
     * Includes the tops of bars. A stack without what its theory speaks of may tower above it, and is cut; one with it is
     * shown as long as that does not dwarf the others.
     */
    private void include(Bars.Values values, Extent extent) {
        double[][] tops = BarsLayer.tops(bars, values);
        double exact = largest(values.theory());
        boolean cut = bars.style() == Bars.Style.STACKED && exact > 0;
        int last = tops.length - 1;
        for (int s = 0; s <= last; s++)
            for (int i = 0; i < tops[s].length; i++) {
                boolean spoken = s == last && values.simulated()[s][i] > 0;
                extent.include(cut ? Math.min(tops[s][i], (spoken ? TALLEST : HEADROOM) * exact) : tops[s][i]);
            }
    }

    private static double largest(double[][] values) {
        return Arrays.stream(values)
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .max()
                .orElse(Double.NEGATIVE_INFINITY);
    }

    private List<Entry> legend(boolean theory) {
        boolean obvious = chart.observable().series().size() == 1
                && !theory
                && chart.look().shows(Part.THEORY);
        return Legends.withTheoryAndRuns(obvious ? List.of() : Legends.of(chart, Entry.Sign.BLOCK), theory, chart);
    }
}
