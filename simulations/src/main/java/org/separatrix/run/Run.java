package org.separatrix.run;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.separatrix.lab.Change;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Data;
import org.separatrix.lab.InvalidData;
import org.separatrix.lab.InvalidSetting;
import org.separatrix.lab.Laboratory;
import org.separatrix.lab.Landscape;
import org.separatrix.lab.Parameter;
import org.separatrix.lab.Recipe;
import org.separatrix.lab.Settings;

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

    private final Laboratory laboratory;
    private final Recipe opened;
    private final Data data;
    private final Executor executor;
    private final AtomicLong asked = new AtomicLong();
    private final Course course;
    private final Lane lane;

    private Run(Laboratory laboratory, Recipe recipe, Settings start, Data data, Executor executor) {
        this.laboratory = laboratory;
        this.data = data;
        this.executor = executor;
        opened = recipe;
        course = new Course(laboratory, recipe, start, data);
        lane = new Lane(executor, course);
        lane.send(course::begin);
    }

    /**
     * A run at rest at its first moment. The experiment is set up on the executor.
     *
     * @throws InvalidData where the data contradict the settings or each other
     */
    public static Run open(Laboratory laboratory, Settings settings, Data data, Compute compute, Executor executor) {
        Settings fitted = laboratory.fit(settings, data);
        return new Run(laboratory, Recipe.of(laboratory, fitted, compute, data), fitted, data, executor);
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
        List<Change> changes = recipe.changes().stream()
                .sorted(Comparator.comparingLong(Change::step))
                .toList();
        var ordered = new Recipe(recipe.laboratory(), recipe.settings(), changes, recipe.compute(), recipe.dataHash());
        Settings turned = fitted;
        for (Change change : changes) {
            requireLive(turned, change.key());
            turned = turned.with(change.key(), change.value());
        }
        return new Run(laboratory, ordered, fitted, data, executor);
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
        return course.settings();
    }

    /** The recipe of this very run, with what has been changed so far. */
    public Recipe recipe() {
        return new Recipe(
                opened.laboratory(), opened.settings(), course.changes(), opened.compute(), opened.dataHash());
    }

    /** The history since the last reset. */
    public Recording recording() {
        return course.mailbox().newest().recording();
    }

    /**
     * How the run stands, as last told by it. To ask is to watch: a run that plays tells anew within a thirtieth of a
     * second or so, and only where somebody has asked.
     */
    public Progress progress() {
        return course.mailbox().read();
    }

    /** How many things have been asked of this run; a {@link Progress} tells how many of them it takes into account. */
    public long asked() {
        return asked.get();
    }

    /** What the experiment threw, if the run has failed. */
    public Optional<Throwable> failure() {
        return course.failure();
    }

    /** Has a short task done on the run's thread whenever {@link #progress} has changed; replaces the one before. */
    public void listen(Runnable task) {
        course.mailbox().listen(task);
    }

    /** Takes steps until told otherwise, until the stop condition, or until the experiment is over. */
    public void play() {
        whereOpen(course::play);
    }

    /** Comes to rest after the step in hand. */
    public void pause() {
        whereOpen(course::halt);
    }

    /** Takes so many steps as fast as it goes, then rests. */
    public void step(long count) {
        whereOpen(() -> course.stepBy(count));
    }

    /** Goes as fast as it goes to a step that lies ahead, then rests, or plays on if it plays. */
    public void forward(long target) {
        whereOpen(() -> course.forward(target));
    }

    /** Begins anew as it was opened: same seed, same run. What was changed by hand since is forgotten. */
    public void reset() {
        ask(course::beginAnew);
    }

    /**
     * Sets the pace of {@link #play}.
     *
     * @param stepsPerSecond positive; infinity is as fast as it goes
     */
    public void speed(double stepsPerSecond) {
        if (!(stepsPerSecond > 0))
            throw new IllegalArgumentException("the speed must be positive, in steps per second: " + stepsPerSecond);
        ask(() -> course.pace(stepsPerSecond));
    }

    /** The pace of {@link #play}, in steps per second; infinity is as fast as it goes. */
    public double speed() {
        return course.speed();
    }

    /** Sets when to come to rest by itself; replaces the condition before. */
    public void until(Stop condition) {
        ask(() -> course.until(condition));
    }

    /**
     * Turns a live parameter between two steps; the recipe remembers after which.
     *
     * @throws InvalidSetting where there is no such live parameter, or it cannot have this value
     */
    public void change(String key, String text) {
        requirePossible(key, text);
        whereOpen(() -> course.change(key, text));
    }

    /**
     * The recipe that goes the way of this run up to a step and turns a live parameter there.
     *
     * @throws InvalidSetting as for {@link #change}
     */
    public Recipe branch(long step, String key, String text) {
        requirePossible(key, text);
        return recipe().branch(new Change(step, key, text));
    }

    /** Another run, which goes the way of this one as fast as it goes up to a step, and rests there. */
    public Run branch(long step) {
        List<Change> before = course.changes().stream()
                .filter(change -> change.step() <= step)
                .toList();
        var way = new Recipe(opened.laboratory(), opened.settings(), before, opened.compute(), opened.dataHash());
        var run = new Run(laboratory, way, recording().settings(), data, executor);
        run.forward(step);
        return run;
    }

    /** The landscapes around the state between two steps; none where the experiment is not open. */
    public CompletableFuture<List<Landscape>> landscapes() {
        var answer = new CompletableFuture<List<Landscape>>();
        lane.send(() -> {
            try {
                answer.complete(course.landscapes());
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
        ask(course::close);
    }

    private void requirePossible(String key, String text) {
        requireLive(settings(), key);
        settings().with(key, text);
    }

    private static void requireLive(Settings settings, String key) {
        Parameter<?> parameter = settings.find(key);
        if (!parameter.live())
            throw new InvalidSetting(
                    key + ": " + parameter.label() + " cannot change while a run goes on; it needs a new run");
    }

    private void whereOpen(Runnable command) {
        ask(() -> {
            if (course.isOpen()) command.run();
        });
    }

    private void ask(Runnable command) {
        asked.incrementAndGet();
        lane.send(() -> {
            course.hear();
            command.run();
        });
    }
}
