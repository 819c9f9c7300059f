package org.separatrix.lab;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The only writer of snapshots. An experiment puts the values of its observables here; arrays are handed over, the
 * experiment keeps none of them. Curves are asked for at every recorded time, the rest only where {@link #detailed}, and
 * events wherever {@link #asksFor}.
 */
public final class SnapshotBuilder {
    private final boolean detailed;
    private final boolean curves;
    private final Predicate<String> asked;
    private final Map<String, Snapshot.Observed<?>> values = new LinkedHashMap<>();
    private final List<Event> events = new ArrayList<>();

    /** A builder that asks for everything, or for curves and events alone. */
    public SnapshotBuilder(boolean detailed) {
        this(detailed, true, _ -> true);
    }

    private SnapshotBuilder(boolean detailed, boolean curves, Predicate<String> asked) {
        this.detailed = detailed;
        this.curves = curves;
        this.asked = asked;
    }

    /** A builder that asks for nothing but events of some keys; what is put besides is kept, too. */
    public static SnapshotBuilder ofEvents(Predicate<String> keys) {
        return new SnapshotBuilder(false, false, keys);
    }

    /** Whether events of a key are wanted; an experiment for which they cost much need not put them where they are not. */
    public boolean asksFor(String event) {
        return asked.test(event);
    }

    /** Whether curves are wanted; an experiment for which they cost much need not put them where they are not. */
    public boolean curves() {
        return curves;
    }

    /** Whether spectra, fields, portraits and the like are wanted too. */
    public boolean detailed() {
        return detailed;
    }

    /** Adds the values of an observable. */
    public <V> void put(Observable<V> observable, V value) {
        // By key, since an observable that holds a function equals only itself.
        if (values.put(observable.key(), new Snapshot.Observed<>(observable, value)) != null)
            throw new IllegalArgumentException("observed twice: " + observable.key());
    }

    /** Adds an event of the past; every event is reported again at each observation. */
    public void event(Event event) {
        events.add(event);
    }

    /** The finished snapshot. */
    public Snapshot build(long step, double time, Status status) {
        return new Snapshot(
                step, time, status, Collections.unmodifiableMap(new LinkedHashMap<>(values)), List.copyOf(events));
    }
}
