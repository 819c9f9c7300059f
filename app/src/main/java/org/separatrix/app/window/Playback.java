package org.separatrix.app.window;

import org.separatrix.run.Progress;
import org.separatrix.run.Run;
import org.separatrix.run.Stop;

/**
 * One run as the run bar drives it. What is asked of a run is done a moment later on its own thread; here it counts as
 * done at once, until the run tells otherwise.
 */
final class Playback implements AutoCloseable {
    /** How long a run is waited for until it has come as far as the run it replaces, in nanoseconds. */
    private static final long PATIENCE = 250_000_000;

    private final Run run;
    private long goal;
    private final long began = System.nanoTime();
    private Progress told;
    private boolean playing;

    /**
     * Takes over a run at its first moment.
     *
     * @param goal the step up to which it goes as fast as it goes
     */
    Playback(Run run, long goal) {
        this.run = run;
        this.goal = goal;
        told = run.progress();
        run.forward(goal);
    }

    /** The run. */
    Run run() {
        return run;
    }

    /** How it stands, as of the last {@link #pulse}. */
    Progress progress() {
        return told;
    }

    /** Whether it goes on by itself. */
    boolean playing() {
        return playing;
    }

    /** Whether it moves at all: it goes on by itself, or is on its way to the goal. */
    boolean moving() {
        return playing || told.step() < goal && !rests();
    }

    /** Whether it has come to its end. */
    boolean over() {
        return told.state() == Run.State.OVER || told.state() == Run.State.FAILED;
    }

    /** Whether it can stand beside the run it replaces: it has come as far, or it never will, or it takes its time. */
    boolean presentable() {
        if (told.newest().isEmpty()) return told.state() == Run.State.FAILED;
        return told.step() >= goal || rests() || System.nanoTime() - began > PATIENCE;
    }

    private boolean rests() {
        boolean resting = switch (told.state()) {
            case OPENING, RUNNING -> false;
            case PAUSED, OVER, FAILED, CLOSED -> true;
        };
        return resting && told.heard() == run.asked();
    }

    /** Takes up what the run has told. */
    void pulse() {
        told = run.progress();
        if (rests()) playing = false;
    }

    /** Sets the pace, in steps per second. */
    void speed(double stepsPerSecond) {
        run.speed(stepsPerSecond);
    }

    /** Sets when to rest by itself. */
    void until(Stop stop) {
        run.until(stop);
    }

    /** Goes on. */
    void play() {
        run.play();
        playing = true;
    }

    /** Comes to rest, wherever it was to go. */
    void pause() {
        run.pause();
        playing = false;
        goal = 0;
    }

    /** Takes one step and rests. */
    void step() {
        run.step(1);
        playing = false;
    }

    /** Begins anew, and plays on if it plays. */
    void reset() {
        run.reset();
        if (playing) run.play();
    }

    @Override
    public void close() {
        run.close();
    }
}
