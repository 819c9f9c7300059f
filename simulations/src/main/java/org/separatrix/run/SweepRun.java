package org.separatrix.run;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;

/**
 * A sweep under way: workers on an injected executor take tasks, judge them and bring the outcomes back. All methods may
 * be called on any thread; none of them waits for a step but {@link #await}.
 */
public final class SweepRun implements AutoCloseable {
    private static final double SECOND = 1e9;

    /** How it stands. */
    public enum State {
        /** Workers judge. */
        RUNNING,
        /** Workers wait between two steps. */
        PAUSED,
        /** Everything is judged. */
        DONE,
        /** It was called off; what was judged by then stays. */
        CANCELLED,
        /** A worker threw an exception. */
        FAILED
    }

    /**
     * How far it has come.
     *
     * @param state how it stands
     * @param done how many runs are judged
     * @param total how many there are, as far as is known
     * @param rate runs judged a second, 0 before it is known
     * @param left the seconds left at that rate; NaN before it is known
     */
    public record Progress(State state, int done, int total, double rate, double left) {}

    private final Sweep sweep;
    private final BiConsumer<SweepTask, Outcome> listener;
    private final int before;
    private volatile State state = State.RUNNING;
    private Throwable failure;
    private int working;
    private long begun = System.nanoTime();
    private long spent;

    /**
     * Begins at once. On an executor that works in place, it is over when the constructor returns.
     *
     * @param workers how many tasks are in work at a time
     * @param listener told of each outcome, one at a time, on the worker's thread; what it throws ends the sweep
     */
    public SweepRun(Sweep sweep, Executor executor, int workers, BiConsumer<SweepTask, Outcome> listener) {
        if (workers < 1) throw new IllegalArgumentException("no work is done by " + workers + " workers");
        this.sweep = sweep;
        this.listener = listener;
        before = sweep.finished();
        working = workers;
        for (int i = 0; i < workers; i++) executor.execute(this::work);
    }

    private void work() {
        try {
            for (var task = take(); task.isPresent(); task = take())
                bring(task.get(), task.get().judge(this::interrupted));
        } catch (Throwable e) {
            fail(e);
        } finally {
            leave();
        }
    }

    private synchronized Optional<SweepTask> take() throws InterruptedException {
        while (!over()) {
            Optional<SweepTask> task = state == State.PAUSED ? Optional.empty() : sweep.next();
            if (task.isPresent()) return task;
            if (sweep.done()) turn(State.DONE);
            else wait();
        }
        return Optional.empty();
    }

    private synchronized void bring(SweepTask task, Optional<Outcome> outcome) {
        if (outcome.isEmpty() || over()) sweep.giveBack(task);
        else {
            sweep.take(task, outcome.get());
            listener.accept(task, outcome.get());
        }
        notifyAll();
    }

    /** Asked between two steps; while the sweep is paused, the worker waits in here. */
    private boolean interrupted() {
        return state != State.RUNNING && waitWhilePaused();
    }

    private synchronized boolean waitWhilePaused() {
        try {
            while (state == State.PAUSED) wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            cancel();
        }
        return over();
    }

    private boolean over() {
        return state != State.RUNNING && state != State.PAUSED;
    }

    private synchronized void fail(Throwable thrown) {
        if (thrown instanceof InterruptedException) Thread.currentThread().interrupt();
        if (over()) return;
        failure = thrown;
        turn(State.FAILED);
    }

    private synchronized void leave() {
        working--;
        notifyAll();
    }

    private void turn(State next) {
        if (state == State.RUNNING) spent += System.nanoTime() - begun;
        if (next == State.RUNNING) begun = System.nanoTime();
        state = next;
        notifyAll();
    }

    /** Lets the workers wait between two steps. */
    public synchronized void pause() {
        if (state == State.RUNNING) turn(State.PAUSED);
    }

    /** Goes on after a pause. */
    public synchronized void resume() {
        if (state == State.PAUSED) turn(State.RUNNING);
    }

    /**
     * Calls it off: workers stop after the step in hand, and what they were at is given back. Nobody is told of an outcome
     * any more, so that there is no need to wait for them.
     */
    public synchronized void cancel() {
        if (!over()) turn(State.CANCELLED);
    }

    /** How it stands. */
    public State state() {
        return state;
    }

    /** What ended it, if it has failed. */
    public synchronized Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    /** How far it has come. */
    public synchronized Progress progress() {
        long nanos = spent + (state == State.RUNNING ? System.nanoTime() - begun : 0);
        int judged = sweep.finished() - before;
        double rate = judged == 0 ? 0 : judged * SECOND / Math.max(1, nanos);
        double left = judged == 0 ? Double.NaN : (sweep.known() - sweep.finished()) / rate;
        return new Progress(state, sweep.finished(), sweep.known(), rate, left);
    }

    /** What has been found so far. */
    public synchronized SweepMap map() {
        return sweep.map();
    }

    /** Whether it is over and every worker has stopped, so that the sweep may be taken up by another. */
    public synchronized boolean left() {
        return over() && working == 0;
    }

    /**
     * Waits until it is over and every worker has stopped.
     *
     * @param millis how long at most
     * @return whether it is
     */
    public synchronized boolean await(long millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        while (!left()) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) return false;
            wait(left);
        }
        return true;
    }

    @Override
    public void close() {
        cancel();
    }
}
