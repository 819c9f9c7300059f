package org.separatrix.viz;

import java.util.Optional;
import org.separatrix.lab.Snapshot;
import org.separatrix.run.Progress;
import org.separatrix.run.Recording;

/**
 * A run as a chart sees it.
 *
 * @param recording its history, which may still grow
 * @param newest its present, where that is newer than the recording's last detailed snapshot
 * @param label its name in the legend, "" for none
 * @param role how it is drawn
 */
public record Track(Recording recording, Optional<Snapshot> newest, String label, Role role) {
    /** What a run is to the one that is looked at. */
    public enum Role {
        /** The run that is looked at. */
        MAIN,
        /** The run before the last restart. */
        GHOST,
        /** A run kept for comparison. */
        PINNED
    }

    /** The run that is looked at, from its recording alone. */
    public static Track main(Recording recording) {
        return new Track(recording, Optional.empty(), "", Role.MAIN);
    }

    /** The run that is looked at, up to its present. */
    public static Track main(Progress progress) {
        return new Track(progress.recording(), progress.newest(), "", Role.MAIN);
    }

    /** The run before the last restart. */
    public static Track ghost(Recording recording, String label) {
        return new Track(recording, Optional.empty(), label, Role.GHOST);
    }

    /** A run kept for comparison. */
    public static Track pinned(Recording recording, String label) {
        return new Track(recording, Optional.empty(), label, Role.PINNED);
    }

    /**
     * The snapshot to show at a time: the latest detailed one not after it.
     *
     * @param time NaN for the present
     */
    public Optional<Snapshot> at(double time) {
        if (!Double.isNaN(time)) return recording.at(time);
        return newest.or(() -> recording.details().isEmpty() ? Optional.empty() : Optional.of(recording.last()));
    }
}
