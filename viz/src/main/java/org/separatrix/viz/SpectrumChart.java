package org.separatrix.viz;

import java.util.List;
import java.util.stream.Stream;
import org.separatrix.lab.Spectrum;

/** Sets of eigenvalues: few of them as stems, many as a histogram. */
final class SpectrumChart {
    private static final int FEW = 12;

    private final Spectrum spectrum;
    private final Chart chart;

    SpectrumChart(Spectrum spectrum, Chart chart) {
        this.spectrum = spectrum;
        this.chart = chart;
    }

    Sheet sheet() {
        Spectrum.Values values =
                chart.main().flatMap(track -> chart.values(spectrum, track)).orElse(null);
        int largest = values == null ? 0 : largest(values);
        if (largest == 0)
            return Sheet.empty(new Heading(spectrum.title(), "", List.of()), Chart.words(spectrum.value()));
        return largest <= FEW
                ? new SpectrumStems(spectrum, values, chart).sheet()
                : new SpectrumHistogram(spectrum, values, chart).sheet();
    }

    /** The size of the largest set. */
    static int largest(Spectrum.Values values) {
        return Stream.concat(values.simulated().stream(), values.theory().stream())
                .mapToInt(set -> set.length)
                .max()
                .orElse(0);
    }

    /** The legend; a single set without theory needs none. */
    static List<Entry> legend(Entry.Sign sign, boolean theory, Chart chart) {
        boolean obvious = chart.observable().series().size() == 1
                && !theory
                && chart.look().shows(Part.THEORY);
        return Legends.withTheoryAndRuns(obvious ? List.of() : Legends.of(chart, sign), theory, chart);
    }
}
