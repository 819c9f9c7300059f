package org.separatrix.viz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.separatrix.lab.Bars;
import org.separatrix.lab.Cloud;
import org.separatrix.lab.Curves;
import org.separatrix.lab.Event;
import org.separatrix.lab.Facts;
import org.separatrix.lab.Field;
import org.separatrix.lab.Landscape;
import org.separatrix.lab.Mark;
import org.separatrix.lab.Observable;
import org.separatrix.lab.Portrait;
import org.separatrix.lab.Series;
import org.separatrix.lab.Spectrum;
import org.separatrix.run.Recording;

/** What a chart shows, in a sentence or two: for those who cannot see it, and for the clipboard. */
public final class Summary {
    private static final int DIGITS = 3;
    private static final int NAMED = 6;
    private static final Map<Mark.Role, String> WORDS = Map.of(
            Mark.Role.NOW, "now",
            Mark.Role.START, "start",
            Mark.Role.SADDLE, "saddle",
            Mark.Role.STABLE, "stable point");

    private Summary() {}

    /** The sentences about a run up to its present. */
    public static String of(Observable<?> observable, Track track) {
        String body = switch (observable) {
            case Curves curves -> curves(curves, track.recording());
            case Spectrum spectrum -> words(spectrum, track, Summary::spectrum);
            case Bars bars -> words(bars, track, Summary::bars);
            case Field field -> words(field, track, Summary::field);
            case Cloud cloud -> words(cloud, track, Summary::cloud);
            case Portrait portrait -> words(portrait, track, Summary::portrait);
            case Facts facts -> words(facts, track, (_, values) -> facts(values));
        };
        return observable.title() + ": " + (body.isEmpty() ? "no data yet" : body) + ".";
    }

    /** The sentences about a landscape. */
    static String of(Landscape landscape, List<Field.Values> grids) {
        return landscape.title() + ": " + landscape.value().label() + " over "
                + landscape.x().label() + " and " + landscape.y().label() + ", "
                + IntStream.range(0, grids.size())
                        .mapToObj(s -> (grids.size() == 1
                                        ? ""
                                        : landscape.surfaces().get(s).series().label() + " ")
                                + range(grids.get(s).value()))
                        .collect(Collectors.joining(", "))
                + places(landscape.marks()) + ".";
    }

    private static String places(List<Mark> marks) {
        return marks.stream()
                .map(mark ->
                        "; " + (mark.label().isEmpty() ? WORDS.get(mark.role()) : mark.label()) + " at " + place(mark))
                .collect(Collectors.joining());
    }

    private interface Words<O, V> {
        String of(O observable, V values);
    }

    private static <V, O extends Observable<V>> String words(O observable, Track track, Words<O, V> words) {
        return track.at(Double.NaN)
                .flatMap(snapshot -> snapshot.get(observable))
                .map(values -> words.of(observable, values))
                .orElse("");
    }

    private static String number(double value) {
        return Notation.value(value, DIGITS);
    }

    private static String curves(Curves curves, Recording recording) {
        double[] times = recording.times();
        if (times.length == 0) return "";
        var parts = new ArrayList<String>();
        for (Series series :
                curves.series().subList(0, Math.min(NAMED, curves.series().size()))) {
            double[] values = recording.simulated(curves.key(), series.key());
            parts.add(series.label() + " " + trend(times, Arrays.copyOf(values, times.length)));
        }
        if (curves.series().size() > NAMED) parts.add("and " + (curves.series().size() - NAMED) + " more series");
        String span = " (" + curves.time().label() + " from " + number(times[0]) + " to "
                + number(times[times.length - 1]) + ")";
        String events = recording.events().stream()
                .map((Event event) -> event.label() + " at " + number(event.time()))
                .collect(Collectors.joining(", "));
        return String.join(", ", parts) + span + (events.isEmpty() ? "" : ". Events: " + events);
    }

    /** How a curve goes, by its ends and by an extreme between them that lies well beyond both. */
    private static String trend(double[] times, double[] values) {
        int[] known = IntStream.range(0, values.length)
                .filter(i -> Double.isFinite(values[i]))
                .toArray();
        if (known.length == 0) return "has no values";
        double first = values[known[0]];
        double last = values[known[known.length - 1]];
        int low = known[0];
        int high = known[0];
        for (int i : known) {
            if (values[i] < values[low]) low = i;
            if (values[i] > values[high]) high = i;
        }
        double range = values[high] - values[low];
        if (range <= 1e-3 * Math.max(Math.abs(values[low]), Math.abs(values[high]))) return "stays at " + number(last);
        if (values[high] - Math.max(first, last) > range / 5)
            return "rises from " + number(first) + " to " + number(values[high]) + " at " + number(times[high])
                    + " and falls to " + number(last);
        if (Math.min(first, last) - values[low] > range / 5)
            return "falls from " + number(first) + " to " + number(values[low]) + " at " + number(times[low])
                    + " and rises to " + number(last);
        return (last < first ? "falls" : "rises") + " from " + number(first) + " to " + number(last);
    }

    private static String range(double[] values) {
        var extent = new Extent();
        extent.include(values);
        return extent.empty() ? "no values" : number(extent.min()) + " to " + number(extent.max());
    }

    private static String spectrum(Spectrum spectrum, Spectrum.Values values) {
        return IntStream.range(0, spectrum.series().size())
                .mapToObj(i -> spectrum.series().get(i).label() + " has "
                        + values.simulated().get(i).length + " values, "
                        + range(values.simulated().get(i)))
                .collect(Collectors.joining("; "));
    }

    private static String bars(Bars bars, Bars.Values values) {
        return IntStream.range(0, bars.series().size())
                .mapToObj(s -> bars.series().get(s).label() + " "
                        + IntStream.range(0, bars.categories().size())
                                .mapToObj(i -> number(values.simulated()[s][i]) + " at "
                                        + bars.categories().get(i))
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
    }

    private static String field(Field field, Field.Values values) {
        return field.value().label() + " on a grid of " + values.y().length + " x " + values.x().length + ", "
                + range(values.value());
    }

    private static String cloud(Cloud cloud, Cloud.Values values) {
        return IntStream.range(0, cloud.series().size())
                .mapToObj(i -> values.points().get(i).length / cloud.axes().size() + " points of "
                        + cloud.series().get(i).label())
                .collect(Collectors.joining(", "));
    }

    private static String portrait(Portrait portrait, Portrait.Values values) {
        Optional<Mark> now = values.marks().stream()
                .filter(mark -> mark.role() == Mark.Role.NOW)
                .findFirst();
        List<String> places = values.marks().stream()
                .filter(mark -> mark.role() == Mark.Role.SADDLE || mark.role() == Mark.Role.STABLE)
                .map(mark -> WORDS.get(mark.role()) + " at " + place(mark))
                .toList();
        return now.map(mark -> "now at " + place(mark))
                        .orElse("the flow of " + portrait.x().label() + " and "
                                + portrait.y().label())
                + (places.isEmpty() ? "" : "; " + String.join(", ", places));
    }

    private static String place(Mark mark) {
        return "(" + number(mark.x()) + ", " + number(mark.y()) + ")";
    }

    private static String facts(Facts.Values values) {
        return values.facts().stream()
                .map(fact -> fact.label() + " " + (fact.words().isEmpty() ? number(fact.value()) : fact.words()))
                .collect(Collectors.joining("; "));
    }
}
