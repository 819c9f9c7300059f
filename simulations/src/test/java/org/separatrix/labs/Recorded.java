package org.separatrix.labs;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.separatrix.lab.Curves;
import org.separatrix.lab.Observable;
import org.separatrix.lab.Snapshot;

/**
 * A run whose snapshots at some steps are kept.
 *
 * @param names the keys of the series of every chart of curves
 */
public record Recorded(Map<String, List<String>> names, TreeMap<Long, Snapshot> snapshots) {
    public Snapshot last() {
        return snapshots.lastEntry().getValue();
    }

    public double time(long step) {
        return snapshots.get(step).time();
    }

    /** The time of an event; NaN where it has not happened. */
    public double event(String key) {
        return Observed.event(last(), key);
    }

    public boolean has(String series) {
        return names.values().stream().anyMatch(list -> list.contains(series));
    }

    public double at(long step, String series) {
        return value(step, series, false);
    }

    public double theory(long step, String series) {
        return value(step, series, true);
    }

    private double value(long step, String series, boolean theory) {
        Snapshot snapshot = snapshots.get(step);
        for (Observable<?> observable : snapshot.observables()) {
            if (!(observable instanceof Curves curves)) continue;
            int index = names.get(curves.key()).indexOf(series);
            if (index < 0) continue;
            Curves.Values values = snapshot.get(curves).orElseThrow();
            return theory ? values.theory()[index] : values.simulated()[index];
        }
        throw new IllegalArgumentException("no series " + series);
    }
}
