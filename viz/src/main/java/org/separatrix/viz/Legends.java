package org.separatrix.viz;

import java.util.ArrayList;
import java.util.List;

/** The part of a legend that every chart has. */
final class Legends {
    private Legends() {}

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
