package org.separatrix.viz;

import java.util.ArrayList;
import java.util.List;
import org.separatrix.lab.Series;

/** What the legends of charts have in common. */
final class Legends {
    private Legends() {}

    /** An entry a series; one ramp for all where they are an order. */
    static List<Entry> of(List<Series> series, Entry.Sign sign, Palette palette) {
        if (palette.ordered())
            return List.of(ramp(series.getFirst().label(), series.getLast().label(), palette));
        return series.stream()
                .map(each -> Entry.of(
                        each.label(),
                        sign,
                        sign == Entry.Sign.BLOCK ? palette.area(each.family()) : palette.colour(each.family())))
                .toList();
    }

    static Entry ramp(String first, String last, Palette palette) {
        return new Entry(first + " – " + last, Entry.Sign.RAMP, palette::along, 1);
    }

    /** The entries, and after them one for the theory and one for each other run that has a name. */
    static List<Entry> withTheoryAndRuns(List<Entry> entries, boolean theory, Chart chart) {
        Theme theme = chart.look().theme();
        var all = new ArrayList<Entry>(entries);
        if (theory) all.add(Entry.of("theory", Entry.Sign.DASHES, theme.muted()));
        for (Track track : chart.tracks()) {
            if (!track.label().isEmpty())
                all.add(new Entry(track.label(), Entry.Sign.LINE, _ -> theme.text(), Pen.opacity(track.role())));
        }
        return all;
    }
}
