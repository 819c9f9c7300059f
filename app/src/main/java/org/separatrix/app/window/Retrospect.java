package org.separatrix.app.window;

import java.util.Optional;
import org.separatrix.run.Progress;
import org.separatrix.run.Recording;
import org.separatrix.run.Run;

/**
 * The run in the state that is looked at. For the present that is the run itself; for a moment of the past it is another
 * one, which has gone the same way as far as that: what a recording does not keep is had again by going there.
 */
final class Retrospect implements AutoCloseable {
    /** How long a moment is looked at before the way there is begun, in nanoseconds: a hand on its way is not followed. */
    private static final long REST = 200_000_000;

    private Run present;
    private long step = -1;
    private long since;
    private Optional<Run> past = Optional.empty();

    /** Looks at a time of a run, {@link Moment#PRESENT} for the newest; to be called once a frame. */
    void look(Run run, Recording recording, double time) {
        long wanted = Double.isNaN(time) ? -1 : recording.step(recording.indexAt(time));
        if (run != present || wanted != step) {
            close();
            present = run;
            step = wanted;
            since = System.nanoTime();
        }
        if (step >= 0 && past.isEmpty() && System.nanoTime() - since > REST) past = Optional.of(run.branch(step));
    }

    /** The run; empty while it is on its way. */
    Optional<Run> run() {
        return step < 0 ? Optional.of(present) : past.filter(this::arrived);
    }

    private boolean arrived(Run run) {
        Progress progress = run.progress();
        return progress.step() >= step || progress.state() == Run.State.FAILED;
    }

    /** Ends the run that has gone to the past, if any. */
    @Override
    public void close() {
        past.ifPresent(Run::close);
        past = Optional.empty();
    }
}
