package org.separatrix.viz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.separatrix.lab.Line;
import org.separatrix.lab.Portrait;
import org.separatrix.lab.Series;

/** What the legends of charts have in common. */
final class Legends {
    private Legends() {}

    /** An entry a series, hidden ones too; one ramp for all where they are an order. */
    static List<Entry> of(Chart chart, Entry.Sign sign) {
        return of(chart, _ -> sign);
    }

    /** The same with a sign for each series. */
    static List<Entry> of(Chart chart, Function<Series, Entry.Sign> signs) {
        List<Series> series = chart.observable().series();
        Palette palette = chart.palette();
        if (palette.ordered())
            return List.of(ramp(series.getFirst().label(), series.getLast().label(), palette));
        return series.stream()
                .map(each -> entry(each, signs.apply(each), palette).naming(new Part.Of(each.key()), chart.look()))
                .toList();
    }

    /** All that can be hidden, more than a legend has room for: series or paths, the theory, the runs that have names. */
    static Map<Part, String> parts(Chart chart) {
        var parts = new LinkedHashMap<Part, String>();
        chart.observable().series().forEach(series -> parts.put(new Part.Of(series.key()), series.label()));
        boolean theory = chart.observable().series().stream().anyMatch(Series::hasTheory);
        if (chart.observable() instanceof Portrait portrait) {
            List<Line> lines = chart.main()
                    .flatMap(track -> chart.values(portrait, track))
                    .map(Portrait.Values::lines)
                    .orElse(List.of());
            for (Line line : lines) {
                if (line.role() == Line.Role.THEORY) theory = true;
                else if (!line.label().isEmpty()) parts.put(new Part.Of(line.label()), line.label());
            }
        }
        if (theory) parts.put(Part.THEORY, theory(chart));
        for (Track track : chart.tracks())
            if (!track.label().isEmpty()) parts.put(new Part.Run(track.label()), track.label());
        return Collections.unmodifiableMap(parts);
    }

    private static Entry entry(Series series, Entry.Sign sign, Palette palette) {
        boolean area = sign == Entry.Sign.BLOCK;
        return Entry.of(series.label(), sign, area ? palette.area(series.family()) : palette.colour(series.family()));
    }

    static Entry ramp(String first, String last, Palette palette) {
        return Entry.of(first + " – " + last, Entry.Sign.RAMP, palette::along);
    }

    /** The entries, and after them those of the theory and one for each other run that has a name. */
    static List<Entry> withTheoryAndRuns(List<Entry> entries, boolean theory, Chart chart) {
        Look look = chart.look();
        Theme theme = look.theme();
        var all = new ArrayList<Entry>(entries);
        if (theory || !look.shows(Part.THEORY))
            all.add(Entry.of(theory(chart), Entry.Sign.DASHES, theme.muted()).naming(Part.THEORY, look));
        for (Track track : chart.tracks()) {
            if (!track.label().isEmpty())
                all.add(Entry.of(track.label(), Entry.Sign.LINE, theme.text())
                        .faded(Pen.opacity(track.role()))
                        .naming(new Part.Run(track.label()), look));
        }
        return all;
    }

    /** What theory says, by its names; portraits have no series and call it what it is. */
    private static String theory(Chart chart) {
        List<String> names = chart.observable().series().stream()
                .filter(Series::hasTheory)
                .map(Series::theory)
                .distinct()
                .toList();
        return names.isEmpty() ? "theory" : String.join(", ", names);
    }
}
