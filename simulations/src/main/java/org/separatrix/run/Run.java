package org.separatrix.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.separatrix.lab.Change;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Data;
import org.separatrix.lab.Experiment;
import org.separatrix.lab.InvalidData;
import org.separatrix.lab.InvalidSetting;
import org.separatrix.lab.Laboratory;
import org.separatrix.lab.Landscape;
import org.separatrix.lab.Parameter;
import org.separatrix.lab.Recipe;
import org.separatrix.lab.Settings;
import org.separatrix.lab.Snapshot;
import org.separatrix.lab.SnapshotBuilder;
import org.separatrix.lab.Status;

/**
 * An experiment on its way through time. Whatever is asked of it, from any thread, is done between two steps on one
 * thread of an injected executor; a run at rest holds no thread. On an executor that runs its tasks in place, {@link
 * #play} returns when the run has come to rest.
 *
 * <p>The same recipe gives the same bits, whatever the speed and whoever watches: what a watcher is shown is observed
 * besides what is recorded. An experiment that fails ends its own run, with the state {@link State#FAILED} and a
 * sentence.
 */
public final class Run implements AutoCloseable {
    /** What a run does. */
    public enum State {
        /** The experiment is being set up. */
        OPENING,
        /** It rests, and can be played on. */
        PAUSED,
        /** It takes steps. */
        RUNNING,
        /** It rests because the experiment has converged, diverged or finished. */
        OVER,
        /** It rests because the experiment threw an exception; {@link Run#reset} may open it again. */
        FAILED,
        /** The experiment is gone. */
        CLOSED
    }

    private static final double SECOND = 1e9;
    private static final long LARGEST_LAG = 100_000_000;

    private final Laboratory laboratory;
    private final Data data;
    private final Recipe opened;
    private final Settings start;
    private final Executor executor;
    private final Queue<Runnable> commands = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean busy = new AtomicBoolean();

    private volatile Thread worker;
    private volatile List<Change> changes;
    private volatile Settings settings;
    private volatile Progress progress;
    private volatile boolean watched;
    private volatile double speed = Double.POSITIVE_INFINITY;
    private volatile Throwable failure;
    private volatile Runnable listener;

    // The rest belongs to whichever thread works.
    private final Pulse pulse = new Pulse();
    private Recording recording;
    private Experiment experiment;
    private State atRest = State.OPENING;
    private String message = "";
    private Snapshot newest;
    private long step;
    private int applied;
    private double rate;
    private boolean playing;
    private boolean stopped;
    private long goal;
    private Stop until = Stop.NEVER;
    private Stop stop = Stop.NEVER;
    private long due;
    private long ratedAt;
    private long ratedStep;

    private Run(Laboratory laboratory, Recipe recipe, Settings start, Data data, Executor executor) {
        this.laboratory = laboratory;
        this.data = data;
        this.opened = recipe;
        this.start = start;
        this.executor = executor;
        changes = recipe.changes();
        settings = start;
        recording = new Recording(laboratory, start);
        progress = new Progress(State.OPENING, 0, 0, 0, false, "", start, Optional.empty(), recording);
    }

    /**
     * A run at rest at its first moment. The experiment is set up on the executor.
     *
     * @throws InvalidData where the data contradict the settings or each other
     */
    public static Run open(Laboratory laboratory, Settings settings, Data data, Compute compute, Executor executor) {
        Settings fitted = laboratory.fit(settings, data);
        return open(laboratory, Recipe.of(laboratory, fitted, compute, data), fitted, data, executor);
    }

    /**
     * The run that a recipe names, at rest at its first moment; the recipe's changes come at their steps.
     *
     * @param data the arrays whose hash the recipe holds
     * @throws InvalidSetting where the recipe names no laboratory, or settings or changes that cannot be
     * @throws InvalidData where the data are not those of the recipe
     */
    public static Run open(Recipe recipe, Data data, Executor executor) {
        Laboratory laboratory = Laboratory.find(recipe.laboratory());
        if (!recipe.dataHash().equals(data.hash()))
            throw new InvalidData(
                    recipe.dataHash().isEmpty()
                            ? "the recipe was made without given arrays, but some are given"
                            : "the recipe was made with other arrays than those given: expected the hash "
                                    + recipe.dataHash());
        Settings fitted = laboratory.fit(recipe.settings(laboratory), data);
        Settings turned = fitted;
        for (Change change : recipe.changes())
            turned = live(turned, change.key()).with(change.key(), change.value());
        return open(laboratory, recipe, fitted, data, executor);
    }

    private static Run open(Laboratory laboratory, Recipe recipe, Settings start, Data data, Executor executor) {
        var run = new Run(laboratory, recipe, start, data, executor);
        run.send(run::begin);
        return run;
    }

    /** The laboratory. */
    public Laboratory laboratory() {
        return laboratory;
    }

    /** The arrays given in place of random draws. */
    public Data data() {
        return data;
    }

    /** The settings in effect: those at the start, with all changes so far. */
    public Settings settings() {
        return settings;
    }

    /** The recipe of this very run, with what has been changed so far. */
    public Recipe recipe() {
        return new Recipe(opened.laboratory(), opened.settings(), changes, opened.compute(), opened.dataHash());
    }

    /** The history since the last reset. */
    public Recording recording() {
        return progress.recording();
    }

    /**
     * How the run stands, as last told by it. To ask is to watch: a run that plays tells anew within a thirtieth of a
     * second or so, and only where somebody has asked.
     */
    public Progress progress() {
        watched = true;
        return progress;
    }

    /** What the experiment threw, if the run has failed. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    /** Has a short task done on the run's thread whenever {@link #progress} has changed; replaces the one before. */
    public void listen(Runnable task) {
        listener = task;
    }

    /** Takes steps until told otherwise, until the stop condition, or until the experiment is over. */
    public void play() {
        ask(() -> {
            playing = true;
            goOn();
            restWhereDue();
        });
    }

    /** Comes to rest after the step in hand. */
    public void pause() {
        ask(this::halt);
    }

    /** Takes so many steps as fast as it goes, then rests. */
    public void step(long count) {
        ask(() -> {
            playing = false;
            goal = step + count;
            goOn();
        });
    }

    /** Goes as fast as it goes to a step that lies ahead, then rests, or plays on if it plays. */
    public void forward(long target) {
        ask(() -> {
            goal = target;
            goOn();
        });
    }

    /** Begins anew as it was opened: same seed, same run. What was changed by hand since is forgotten. */
    public void reset() {
        send(() -> {
            if (atRest == State.CLOSED) return;
            closeExperiment();
            halt();
            changes = opened.changes();
            settings = start;
            failure = null;
            newest = null;
            recording = new Recording(laboratory, start);
            begin();
        });
    }

    /**
     * Sets the pace of {@link #play}.
     *
     * @param stepsPerSecond positive; infinity is as fast as it goes
     */
    public void speed(double stepsPerSecond) {
        if (!(stepsPerSecond > 0))
            throw new IllegalArgumentException("the speed must be positive, in steps per second: " + stepsPerSecond);
        speed = stepsPerSecond;
        send(this::startClocks);
    }

    /** The pace of {@link #play}, in steps per second; infinity is as fast as it goes. */
    public double speed() {
        return speed;
    }

    /** Sets when to come to rest by itself; replaces the condition before. */
    public void until(Stop condition) {
        send(() -> {
            until = condition;
            stop = condition;
        });
    }

    /**
     * Turns a live parameter between two steps; the recipe remembers after which.
     *
     * @throws InvalidSetting where there is no such live parameter, or it cannot have this value
     */
    public void change(String key, String text) {
        live(settings, key).with(key, text);
        ask(() -> {
            Settings turned;
            try {
                turned = settings.with(key, text);
            } catch (InvalidSetting e) {
                // Another change came in between, and the two do not go together.
                message = e.getMessage();
                return;
            }
            turn(turned);
            var log = new ArrayList<>(changes);
            // A slider dragged at rest leaves only where it ended.
            if (log.removeIf(old -> old.step() == step && old.key().equals(key))) applied = countUntil(step, log);
            log.add(applied++, new Change(step, key, text));
            changes = List.copyOf(log);
        });
    }

    /**
     * The recipe that goes the way of this run up to a step and turns a live parameter there.
     *
     * @throws InvalidSetting as for {@link #change}
     */
    public Recipe branch(long step, String key, String text) {
        live(settings, key).with(key, text);
        return recipe().branch(new Change(step, key, text));
    }

    /** A landscape around the state between two steps, if the experiment is open and has one. */
    public CompletableFuture<Optional<Landscape>> landscape() {
        var answer = new CompletableFuture<Optional<Landscape>>();
        send(() -> {
            try {
                answer.complete(experiment == null ? Optional.empty() : experiment.landscape());
            } catch (Throwable e) {
                answer.completeExceptionally(e);
                throw e;
            }
        });
        return answer;
    }

    /** Ends the run after the step in hand and gives back what it holds; the recording stays readable. */
    @Override
    public void close() {
        send(() -> {
            closeExperiment();
            halt();
            atRest = State.CLOSED;
        });
    }

    private static Settings live(Settings settings, String key) {
        Parameter<?> parameter = settings.find(key);
        if (!parameter.live())
            throw new InvalidSetting(
                    key + ": " + parameter.label() + " cannot change while a run goes on; it needs a new run");
        return settings;
    }

    private void ask(Runnable command) {
        send(() -> {
            if (experiment != null) command.run();
        });
    }

    private void send(Runnable command) {
        commands.add(command);
        if (busy.compareAndSet(false, true)) {
            try {
                executor.execute(this::work);
            } catch (RuntimeException e) {
                busy.set(false);
                throw e;
            }
        } else LockSupport.unpark(worker);
    }

    private void work() {
        do {
            worker = Thread.currentThread();
            try {
                act();
            } catch (Throwable e) {
                fail(e);
            }
            worker = null;
            busy.set(false);
        } while (!commands.isEmpty() && busy.compareAndSet(false, true));
    }

    private void act() {
        boolean resting = false;
        while (!resting || !commands.isEmpty()) {
            for (Runnable command = commands.poll(); command != null; command = commands.poll()) command.run();
            if (Thread.interrupted()) halt();
            resting = !going();
            if (resting) show();
            else if (turnHasCome()) advance();
        }
    }

    private boolean going() {
        return experiment != null
                && (playing || step < goal)
                && !experiment.status().over();
    }

    private boolean turnHasCome() {
        double pace = speed;
        if (step < goal || pace == Double.POSITIVE_INFINITY) return true;
        long now = System.nanoTime();
        if (due - now > 0) {
            LockSupport.parkNanos(this, due - now);
            return false;
        }
        due = Math.max(due + (long) (SECOND / pace), now - LARGEST_LAG);
        return true;
    }

    private void goOn() {
        stopped = false;
        message = "";
        startClocks();
    }

    private void startClocks() {
        due = System.nanoTime();
        ratedAt = due;
        ratedStep = step;
        pulse.rush();
    }

    private void begin() {
        step = 0;
        goal = 0;
        applied = 0;
        stop = until;
        goOn();
        experiment = laboratory.open(settings, data, opened.compute());
        atRest = State.PAUSED;
        record();
        turnAsPlanned();
    }

    private void advance() {
        experiment.advance();
        step++;
        record();
        restWhereDue();
        turnAsPlanned();
        if ((watched || listener != null) && going() && pulse.due()) showWhilePlaying();
    }

    private void record() {
        Schedule.Density wanted = experiment.status().over() ? Schedule.Density.DETAILED : recording.wanted(step);
        if (wanted != Schedule.Density.NOTHING) record(wanted == Schedule.Density.DETAILED);
    }

    private void record(boolean detailed) {
        Snapshot seen = observe(detailed);
        recording.append(seen, detailed);
        if (detailed) newest = seen;
    }

    private Snapshot observe(boolean detailed) {
        var out = new SnapshotBuilder(detailed);
        experiment.observe(out);
        return out.build(step, experiment.time(), experiment.status());
    }

    private void restWhereDue() {
        double time = experiment.time();
        if (!stop.reached(step, time, recording.events())) return;
        if (!recording.detailedAt(step)) record(true);
        stopped = true;
        message = "stopped at " + stop.words();
        stop = stop.rest(step, time, recording.events());
        halt();
    }

    private void turnAsPlanned() {
        List<Change> planned = changes;
        while (applied < planned.size() && planned.get(applied).step() <= step) {
            Change change = planned.get(applied++);
            turn(settings.with(change.key(), change.value()));
        }
    }

    private void turn(Settings turned) {
        experiment.change(turned);
        settings = turned;
        newest = null;
    }

    private static int countUntil(long step, List<Change> log) {
        return (int) log.stream().filter(change -> change.step() <= step).count();
    }

    private void halt() {
        playing = false;
        goal = step;
    }

    private void showWhilePlaying() {
        long before = System.nanoTime();
        long elapsed = before - ratedAt;
        rate = (step - ratedStep) * SECOND / Math.max(1, elapsed);
        ratedAt = before;
        ratedStep = step;
        if (pulse.affords()) observeNewest();
        post();
        pulse.spent(System.nanoTime() - before);
    }

    private void show() {
        rate = 0;
        if (experiment != null) observeNewest();
        post();
    }

    private void observeNewest() {
        if (newest == null || newest.step() != step) newest = observe(true);
    }

    private void post() {
        watched = false;
        progress = new Progress(
                state(),
                step,
                newest == null ? 0 : newest.time(),
                rate,
                stopped,
                sentence(),
                settings,
                Optional.ofNullable(newest),
                recording);
        Runnable told = listener;
        if (told == null) return;
        try {
            told.run();
        } catch (Throwable e) {
            listener = null;
            throw e;
        }
    }

    private State state() {
        if (experiment == null) return atRest;
        if (going()) return State.RUNNING;
        return experiment.status().over() ? State.OVER : State.PAUSED;
    }

    private String sentence() {
        if (!message.isEmpty() || experiment == null) return message;
        return switch (experiment.status()) {
            case Status.Converged(String why) -> why;
            case Status.Diverged(String why) -> why;
            case Status.Running _, Status.Finished _ -> "";
        };
    }

    private void fail(Throwable e) {
        failure = e;
        atRest = State.FAILED;
        halt();
        message = reason(e);
        try {
            closeExperiment();
        } catch (Throwable next) {
            e.addSuppressed(next);
        }
        rate = 0;
        post();
    }

    private String reason(Throwable e) {
        String words = switch (e) {
            case InvalidSetting _, InvalidData _ -> "";
            case OutOfMemoryError _ -> "memory ran out at step " + step + ": ";
            default -> "the experiment failed at step " + step + ": ";
        };
        return words + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
    }

    private void closeExperiment() {
        Experiment open = experiment;
        experiment = null;
        if (open != null) open.close();
    }
}
