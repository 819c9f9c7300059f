package org.separatrix.lab;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The values of the observables at one time: immutable, safe to hand between threads. The arrays inside belong to it;
 * nobody writes to them.
 */
public final class Snapshot {
    private final long step;
    private final double time;
    private final Status status;
    private final Map<String, Observed<?>> values;
    private final List<Event> events;

    Snapshot(long step, double time, Status status, Map<String, Observed<?>> values, List<Event> events) {
        this.step = step;
        this.time = time;
        this.status = status;
        this.values = values;
        this.events = events;
    }

    /** The number of steps taken. */
    public long step() {
        return step;
    }

    /** The experiment's time. */
    public double time() {
        return time;
    }

    /** How the experiment stands. */
    public Status status() {
        return status;
    }

    /** The events up to now, in the order of their report. */
    public List<Event> events() {
        return events;
    }

    /** What was observed, in the order of observation. */
    public List<Observable<?>> observables() {
        return values.values().stream().<Observable<?>>map(Observed::observable).toList();
    }

    /** The values of an observable, if it was observed. */
    @SuppressWarnings("unchecked")
    public <V> Optional<V> get(Observable<V> observable) {
        Observed<?> observed = values.get(observable.key());
        return observed == null ? Optional.empty() : Optional.of((V) observed.value());
    }

    record Observed<V>(Observable<V> observable, V value) {}
}
