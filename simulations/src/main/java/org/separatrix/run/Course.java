package org.separatrix.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.separatrix.lab.Change;
import org.separatrix.lab.Data;
import org.separatrix.lab.Event;
import org.separatrix.lab.Experiment;
import org.separatrix.lab.InvalidData;
import org.separatrix.lab.InvalidSetting;
import org.separatrix.lab.Laboratory;
import org.separatrix.lab.Landscape;
import org.separatrix.lab.Recipe;
import org.separatrix.lab.Settings;
import org.separatrix.lab.Snapshot;
import org.separatrix.lab.SnapshotBuilder;
import org.separatrix.lab.Status;

/**
 * The way of one experiment through time, step by step. Its methods are called on one thread at a time; what other
 * threads may read of it is volatile.
 *
 * <p>At each step: advance, record what the schedule asks for, rest where a stop is reached, then turn what the recipe
 * turns there. What is changed by hand comes after all that, so that the recipe can repeat it.
 */
final class Course implements Lane.Work {
    private final Laboratory laboratory;
    private final Recipe recipe;
    private final Settings start;
    private final Data data;
    private final Mailbox mailbox;
    private final Pace pace = new Pace();

    private volatile List<Change> changes;
    private volatile Settings settings;
    private volatile Throwable failure;

    private Recording recording;
    private Experiment experiment;
    private Run.State withoutExperiment = Run.State.OPENING;
    private Status status = Status.RUNNING;
    private long step;
    private double time;
    private Snapshot newest;
    private int turned;

    private boolean playing;
    private long goal;
    private Stop until = Stop.NEVER;
    private Stop stop = Stop.NEVER;
    private boolean stopped;
    private String message = "";

    private long heard;

    Course(Laboratory laboratory, Recipe recipe, Settings start, Data data) {
        this.laboratory = laboratory;
        this.recipe = recipe;
        this.start = start;
        this.data = data;
        changes = recipe.changes();
        settings = start;
        recording = new Recording(laboratory, start);
        mailbox = new Mailbox(progress());
    }

    Mailbox mailbox() {
        return mailbox;
    }

    List<Change> changes() {
        return changes;
    }

    Settings settings() {
        return settings;
    }

    Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    double speed() {
        return pace.speed();
    }

    void hear() {
        heard++;
    }

    boolean isOpen() {
        return experiment != null;
    }

    void begin() {
        experiment = laboratory.open(settings, data, recipe.compute());
        step = 0;
        goal = 0;
        turned = 0;
        stop = until;
        look();
        goOn();
        record();
        turnAsPlanned();
    }

    void beginAnew() {
        if (withoutExperiment == Run.State.CLOSED) return;
        leave();
        changes = recipe.changes();
        settings = start;
        failure = null;
        newest = null;
        playing = false;
        recording = new Recording(laboratory, start);
        begin();
    }

    void close() {
        leave();
        halt();
        withoutExperiment = Run.State.CLOSED;
    }

    void play() {
        playing = true;
        goOn();
        restWhereStopped();
    }

    void halt() {
        playing = false;
        goal = step;
    }

    void forward(long target) {
        goal = target;
        goOn();
    }

    void stepBy(long count) {
        playing = false;
        forward(step + count);
    }

    void pace(double stepsPerSecond) {
        pace.set(stepsPerSecond);
        startClocks();
    }

    void until(Stop condition) {
        until = condition;
        stop = condition;
    }

    void change(String key, String text) {
        Settings next;
        try {
            next = settings.with(key, text);
        } catch (InvalidSetting e) {
            // Another change came in between, and the two do not go together.
            message = e.getMessage();
            return;
        }
        turn(next);
        var log = new ArrayList<>(changes);
        // A slider dragged at rest leaves only where it ended.
        if (log.removeIf(old -> old.step() == step && old.key().equals(key))) turned--;
        log.add(turned++, new Change(step, key, text));
        changes = List.copyOf(log);
    }

    List<Landscape> landscapes() {
        return isOpen() ? experiment.landscapes() : List.of();
    }

    @Override
    public boolean proceed() {
        if (Thread.interrupted()) halt();
        if (!going()) {
            pace.rest();
            if (isOpen()) observeNewest();
            mailbox.post(progress());
            return false;
        }
        if (step < goal || pace.turnHasCome()) advance();
        return true;
    }

    @Override
    public void fail(Throwable thrown) {
        failure = thrown;
        message = reason(thrown);
        pace.rest();
        withoutExperiment = Run.State.FAILED;
        halt();
        try {
            leave();
        } catch (Throwable another) {
            thrown.addSuppressed(another);
        }
        mailbox.post(progress());
    }

    private String reason(Throwable thrown) {
        String circumstances = switch (thrown) {
            case InvalidSetting _, InvalidData _ -> "";
            case OutOfMemoryError _ -> "memory ran out at step " + step + ": ";
            default -> "the experiment failed at step " + step + ": ";
        };
        return circumstances + (thrown.getMessage() == null ? thrown.getClass().getSimpleName() : thrown.getMessage());
    }

    private void leave() {
        Experiment left = experiment;
        experiment = null;
        if (left != null) left.close();
    }

    private boolean going() {
        return isOpen() && (playing || step < goal) && !status.over();
    }

    private void goOn() {
        stopped = false;
        message = "";
        startClocks();
    }

    private void startClocks() {
        pace.start(step);
        mailbox.rush();
    }

    private void advance() {
        experiment.advance();
        step++;
        look();
        record();
        restWhereStopped();
        turnAsPlanned();
        if (going() && mailbox.due()) tell();
    }

    private void look() {
        time = experiment.time();
        status = experiment.status();
    }

    private void record() {
        Schedule.Density wanted = status.over() ? Schedule.Density.DETAILED : recording.wanted(step);
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
        return out.build(step, time, status);
    }

    private void restWhereStopped() {
        List<Event> events = recording.events();
        if (!stop.reached(step, time, events)) return;
        if (!recording.detailedAt(step)) record(true);
        stopped = true;
        message = "stopped at " + stop.met(step, time, events).words();
        stop = stop.rest(step, time, events);
        halt();
    }

    private void turnAsPlanned() {
        List<Change> log = changes;
        while (turned < log.size() && log.get(turned).step() <= step) {
            Change change = log.get(turned++);
            turn(settings.with(change.key(), change.value()));
        }
    }

    private void turn(Settings next) {
        experiment.change(next);
        settings = next;
        newest = null;
        look();
    }

    private void tell() {
        long now = System.nanoTime();
        pace.measure(step, now);
        if (mailbox.affordsObserving()) {
            observeNewest();
            mailbox.observed(System.nanoTime() - now);
        }
        mailbox.post(progress());
    }

    private void observeNewest() {
        if (newest == null || newest.step() != step) newest = observe(true);
    }

    private Progress progress() {
        return new Progress(
                state(),
                step,
                time,
                pace.rate(),
                stopped,
                sentence(),
                settings,
                Optional.ofNullable(newest),
                recording,
                heard);
    }

    private Run.State state() {
        if (!isOpen()) return withoutExperiment;
        if (going()) return Run.State.RUNNING;
        return status.over() ? Run.State.OVER : Run.State.PAUSED;
    }

    private String sentence() {
        if (!message.isEmpty() || !isOpen()) return message;
        return switch (status) {
            case Status.Converged(String why) -> why;
            case Status.Diverged(String why) -> why;
            case Status.Running _ -> going() ? experiment.background() : "";
            case Status.Finished _ -> "";
        };
    }
}
