package org.separatrix.app.window;

import org.separatrix.run.Progress;
import org.separatrix.run.Recording;

/** The moment of a run that is looked at: its present, whatever that is, or one that is recorded. */
final class Moment {
    /** The present, as a time. */
    static final double PRESENT = Double.NaN;

    private double time = PRESENT;

    /** The time looked at, {@link #PRESENT} for the newest. */
    double time() {
        return time;
    }

    /** Whether it is the present. */
    boolean isPresent() {
        return Double.isNaN(time);
    }

    /** Looks at the present from now on. */
    void toPresent() {
        time = PRESENT;
    }

    /** Looks at the recorded moment at a time. */
    void at(Recording recording, double when) {
        look(recording, recording.indexAt(when));
    }

    /** Looks one recorded moment later. */
    void later(Recording recording) {
        look(recording, recording.indexAt(time) + 1);
    }

    /** Looks one recorded moment earlier. */
    void earlier(Progress progress) {
        look(progress.recording(), row(progress) - 1);
    }

    /** The row of the run's recording that holds it; -1 where nothing is recorded yet. */
    int row(Progress progress) {
        return progress.recording().indexAt(isPresent() ? progress.time() : time);
    }

    private void look(Recording recording, int row) {
        int last = recording.size() - 1;
        time = row < last ? recording.time(Math.max(0, row)) : PRESENT;
    }
}
