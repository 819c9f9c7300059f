package org.separatrix.lab;

import java.util.List;
import java.util.OptionalDouble;

/** A run as a metric sees it: what was recorded, from the start to now. */
public interface Trajectory {
    /** The settings of the run at its start. */
    Settings settings();

    /** The recorded times, ascending. */
    double[] times();

    /** The recorded values of one series, one a recorded time. */
    double[] simulated(String curves, String series);

    /** The theory of one series at the recorded times. */
    double[] theory(String curves, String series);

    /** The last detailed snapshot. */
    Snapshot last();

    /** The events so far. */
    default List<Event> events() {
        return last().events();
    }

    /** When something first happened; empty where it has not. */
    default OptionalDouble timeOf(String event) {
        return events().stream()
                .filter(each -> each.key().equals(event))
                .mapToDouble(Event::time)
                .findFirst();
    }
}
