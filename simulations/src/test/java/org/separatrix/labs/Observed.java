package org.separatrix.labs;

import org.separatrix.lab.Bars;
import org.separatrix.lab.Curves;
import org.separatrix.lab.Event;
import org.separatrix.lab.Experiment;
import org.separatrix.lab.Facts;
import org.separatrix.lab.Observable;
import org.separatrix.lab.Snapshot;
import org.separatrix.lab.SnapshotBuilder;
import org.separatrix.lab.Spectrum;

/** What an experiment shows, by the keys of its observables. */
public final class Observed {
    private Observed() {}

    /** Everything an experiment shows now. */
    public static Snapshot observe(Experiment experiment) {
        return observe(experiment, true);
    }

    /** @param detailed whether more than the curves is wanted */
    public static Snapshot observe(Experiment experiment, boolean detailed) {
        var out = new SnapshotBuilder(detailed);
        experiment.observe(out);
        return out.build(0, experiment.time(), experiment.status());
    }

    /** What a snapshot holds of an observable. */
    public static <V> V seen(Snapshot snapshot, String key, Class<V> values) {
        for (Observable<?> observable : snapshot.observables())
            if (observable.key().equals(key))
                return values.cast(snapshot.get(observable).orElseThrow());
        throw new IllegalArgumentException("nothing is called " + key);
    }

    public static Curves.Values curves(Snapshot snapshot, String key) {
        return seen(snapshot, key, Curves.Values.class);
    }

    public static Bars.Values bars(Snapshot snapshot, String key) {
        return seen(snapshot, key, Bars.Values.class);
    }

    public static Spectrum.Values spectrum(Snapshot snapshot, String key) {
        return seen(snapshot, key, Spectrum.Values.class);
    }

    public static Facts.Fact fact(Snapshot snapshot, String key) {
        return seen(snapshot, "now", Facts.Values.class).facts().stream()
                .filter(fact -> fact.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** The time of an event; NaN where it has not happened. */
    public static double event(Snapshot snapshot, String key) {
        return snapshot.events().stream()
                .filter(event -> event.key().equals(key))
                .mapToDouble(Event::time)
                .findFirst()
                .orElse(Double.NaN);
    }
}
