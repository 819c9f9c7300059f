package org.separatrix.app.window;

import java.util.concurrent.Executor;
import org.separatrix.lab.PhaseDiagram;
import org.separatrix.run.Sweep;
import org.separatrix.run.SweepMap;
import org.separatrix.run.SweepPlan;
import org.separatrix.run.SweepRun;

/** A sweep on the workbench, which can be paused, called off and taken up again. Lives on the JavaFX thread. */
final class Study implements AutoCloseable {
    private final PhaseDiagram diagram;
    private final Sweep sweep;
    private final Executor threads;
    private final int workers;
    private SweepRun run;
    private boolean wanted;

    /**
     * Begins a sweep.
     *
     * @param diagram the declared diagram that it comes from
     * @param workers how many runs are in work at a time
     */
    Study(PhaseDiagram diagram, SweepPlan plan, Executor threads, int workers) {
        this.diagram = diagram;
        this.threads = threads;
        this.workers = workers;
        sweep = new Sweep(plan);
        begin();
    }

    private void begin() {
        run = new SweepRun(sweep, threads, workers, (_, _) -> {});
    }

    /** The declared diagram that it comes from. */
    PhaseDiagram diagram() {
        return diagram;
    }

    /** What it is to find out. */
    SweepPlan plan() {
        return sweep.plan();
    }

    /** How far it has come. */
    SweepRun.Progress progress() {
        return run.progress();
    }

    /** What it has found so far. */
    SweepMap map() {
        return run.map();
    }

    /** Whether it goes on by itself. */
    boolean going() {
        return wanted || run.state() == SweepRun.State.RUNNING;
    }

    /** Pauses it where it goes on, and goes on where it rests. */
    void toggle() {
        switch (run.state()) {
            case RUNNING -> run.pause();
            case PAUSED -> run.resume();
            case CANCELLED, FAILED -> wanted = !wanted;
            case DONE -> {}
        }
    }

    /** Goes on, also after it was called off. */
    void goOn() {
        if (!going()) toggle();
    }

    /** Calls it off; what was found stays. */
    void cancel() {
        wanted = false;
        run.cancel();
    }

    /** Takes it up again as soon as the workers that were called off have left; to be called once a frame. */
    void pulse() {
        if (!wanted || !run.left()) return;
        wanted = false;
        begin();
    }

    @Override
    public void close() {
        cancel();
    }
}
