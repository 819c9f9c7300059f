package org.separatrix.app.window;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.separatrix.lab.Axis;
import org.separatrix.lab.Change;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Curves;
import org.separatrix.lab.Event;
import org.separatrix.lab.Laboratory;
import org.separatrix.lab.Observable;
import org.separatrix.lab.Preset;
import org.separatrix.lab.Settings;
import org.separatrix.lab.Snapshot;
import org.separatrix.run.Progress;
import org.separatrix.run.Recording;
import org.separatrix.run.Run;
import org.separatrix.run.Stop;
import org.separatrix.viz.Track;

/**
 * What lies on the workbench: the open laboratory with its preset and settings, its run, the ghost of the run before,
 * and the moment that is looked at. Everything the window shows comes from here, and everything its user asks for goes
 * here. Lives on the JavaFX thread; the work of the runs is done on threads of its own.
 */
final class Bench implements SettingsRequest, AutoCloseable {
    /** How long a preset takes to show what there is to see, in seconds. */
    private static final double SHOW = 12;

    /** A notch of the speed, as a share of its scale. */
    private static final double NOTCH = 0.05;

    private final Runs runs;
    private final BooleanSupplier still;
    private final ReadOnlyObjectWrapper<Preset> preset = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Settings> settings = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final Comparison comparison = new Comparison();
    private final Moment moment = new Moment();

    private Laboratory laboratory;
    private Playback playback;
    private Progress progress;
    private double speed = 1;
    private boolean pacing;
    private Optional<Settings> wanted = Optional.empty();
    private boolean adjusting;
    private boolean ghostStays;
    private AutoPause autoPause = new AutoPause.AtEnd();
    private String heard = "";

    /** An empty bench. */
    Bench(Runs runs) {
        this(runs, () -> false);
    }

    /** @param still whether nothing moves until the user has it play, as reduced motion asks for */
    Bench(Runs runs, BooleanSupplier still) {
        this.runs = runs;
        this.still = still;
    }

    /** Where the arithmetic is done. */
    Compute compute() {
        return runs.compute();
    }

    /** The open laboratory. */
    Laboratory laboratory() {
        return laboratory;
    }

    /** The preset that the settings come from. */
    ReadOnlyObjectProperty<Preset> preset() {
        return preset.getReadOnlyProperty();
    }

    /** The settings asked for. */
    ReadOnlyObjectProperty<Settings> settings() {
        return settings.getReadOnlyProperty();
    }

    /** The last thing that happened, in one sentence. */
    ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    /** The run. */
    Run run() {
        return playback.run();
    }

    /** How the run that is shown stands, as of the last {@link #pulse}. */
    Progress progress() {
        return progress;
    }

    /** The run, after a restart the ghost of the one before, and the pinned runs that are shown. */
    List<Track> tracks() {
        return comparison.tracks(progress);
    }

    /** The runs that stand beside the one that is shown. */
    Comparison comparison() {
        return comparison;
    }

    /** Keeps the run that is shown, as it is and will be until it is replaced, for comparison with others. */
    void pin() {
        Settings kept = progress.settings();
        String difference =
                Difference.between(laboratory.settings(preset.get()), kept).words(kept);
        String label = difference.isEmpty() ? preset.get().name() : difference;
        boolean added = comparison.pin(progress.recording(), label);
        say(
                added
                        ? "pinned " + label + ": it stays on the charts until it is let go"
                        : "this run is pinned already: change a parameter to compare");
    }

    /** What can be seen of the run that is shown, the most telling first. */
    List<Observable<?>> observables() {
        return progress.recording().observables();
    }

    /** The axis of time of the run that is shown. */
    Axis timeAxis() {
        return progress.recording().curves().stream()
                .findFirst()
                .map(Curves::time)
                .orElse(Axis.linear("time"));
    }

    /** The time looked at, {@link Moment#PRESENT} for the newest. */
    double cursor() {
        return moment.time();
    }

    /** The snapshot looked at. */
    Optional<Snapshot> looked() {
        return Track.main(progress).at(moment.time());
    }

    /** Whether the run is still being set up. */
    boolean opening() {
        return playback.progress().state() == Run.State.OPENING;
    }

    /** Whether the run goes on by itself. */
    boolean playing() {
        return playback.playing();
    }

    /** Whether the run moves: it goes on by itself, or comes as far as the one it replaces. */
    boolean moving() {
        return playback.moving();
    }

    /** Steps per second; infinite is as fast as it goes. */
    double speed() {
        return speed;
    }

    /** Opens a laboratory with its first preset. */
    void open(Laboratory chosen) {
        open(chosen, chosen.presets().getFirst());
    }

    /** Opens a laboratory with one of its presets, and takes its first step. */
    void open(Laboratory chosen, Preset first) {
        // Runs of another laboratory have no place in its charts.
        if (chosen != laboratory) comparison.unpinAll();
        laboratory = chosen;
        autoPause = new AutoPause.AtEnd();
        preset.set(first);
        comparison.dropGhost();
        wanted = Optional.empty();
        settings.set(chosen.settings(first));
        begin(runs.open(chosen, settings.get()), 0);
        progress = playback.progress();
        playback.until(stop(0, List.of()));
        pacing = true;
        playback.step();
        say(first.line());
    }

    private void begin(Run run, long goal) {
        if (playback != null) playback.close();
        moment.toPresent();
        playback = new Playback(run, goal);
        playback.speed(speed);
    }

    @Override
    public void settings(Settings next, boolean held) {
        adjusting = held;
        Difference turned = Difference.between(settings.get(), next);
        settings.set(next);
        if (!turned.isNone()) {
            if (wanted.isEmpty() && turned.isLive()) turn(turned);
            else wanted = Optional.of(next);
        }
        restartWhereDue();
        if (wanted.isEmpty()) ghostStays = adjusting;
    }

    private void turn(Difference live) {
        live.parameters()
                .forEach(parameter ->
                        playback.run().change(parameter.key(), settings.get().text(parameter)));
        say(live.words(settings.get()));
    }

    private void restartWhereDue() {
        if (wanted.isEmpty() || !playback.presentable()) return;
        Settings next = wanted.get();
        wanted = Optional.empty();
        Recording before = progress.recording();
        Difference turned = Difference.between(before.settings(), next);
        // The ghost of a drag is the run before it, not each one on the way.
        if (!ghostStays) comparison.keepGhost(before, turned.words(before.settings()));
        ghostStays = adjusting;
        boolean playing = playback.playing();
        long reached = playback.progress().step();
        begin(runs.open(laboratory, next), reached);
        playback.until(stop(progress.time(), List.of()));
        if (playing) playback.play();
        say("restarted with " + turned.words(next));
    }

    private Stop stop(double reached, List<Event> events) {
        return autoPause.stop(preset.get().until(), reached, events);
    }

    /** When the run pauses by itself. */
    AutoPause autoPause() {
        return autoPause;
    }

    /** Chooses when the run pauses by itself, this one and those after it. */
    void pauseAt(AutoPause choice) {
        autoPause = choice;
        awaitPause();
        say(choice.words().toLowerCase(Locale.ROOT));
    }

    private void awaitPause() {
        playback.until(stop(progress.time(), progress.recording().events()));
    }

    /** The events of the run and of its ghost that have a name. */
    List<AutoPause.AtEvent> knownEvents() {
        return tracks().stream()
                .flatMap(track -> track.recording().events().stream())
                .filter(event -> !event.label().isBlank())
                .map(event -> new AutoPause.AtEvent(event.key(), event.label()))
                .distinct()
                .toList();
    }

    /** Takes up what the run has told; to be called once a frame. */
    void pulse() {
        playback.pulse();
        Progress told = playback.progress();
        if (playback.presentable()) progress = told;
        restartWhereDue();
        if (!told.message().equals(heard) && !told.message().isEmpty()) say(told.message());
        heard = told.message();
    }

    /**
     * Plays a run that has been opened, at a pace that shows its preset in a while, unless its user was quicker. To be
     * called once the run is seen: until then whoever draws it has the cores.
     */
    void start() {
        if (!pacing || progress.step() == 0) return;
        double until = preset.get().until();
        double steps =
                laboratory.steps(progress.settings(), until).orElseGet(() -> until / progress.time() * progress.step());
        speed(Math.max(1, steps / SHOW));
    }

    /** Sets the pace, in steps per second; infinity is as fast as it goes. */
    void speed(double stepsPerSecond) {
        speed = stepsPerSecond;
        playback.speed(speed);
        if (pacing && !still.getAsBoolean()) playback.play();
        pacing = false;
    }

    /** Makes the pace faster by so many notches, or slower. */
    void faster(int notches) {
        speed(SpeedScale.speed(Math.clamp(SpeedScale.place(speed) + notches * NOTCH, 0, 1)));
    }

    /** Plays where it rests, from the beginning where it is over, and rests where it moves. */
    void toggle() {
        pacing = false;
        moment.toPresent();
        if (playback.moving()) {
            playback.pause();
        } else {
            if (playback.over()) reset();
            else awaitPause();
            playback.play();
        }
    }

    /** Looks one recorded moment later or, at the present, takes one step. */
    void forward() {
        pacing = false;
        if (moment.isPresent()) playback.step();
        else moment.later(progress.recording());
    }

    /** Rests, and looks one recorded moment earlier. */
    void back() {
        pacing = false;
        if (playback.moving()) playback.pause();
        moment.earlier(progress);
    }

    /** Looks at the recorded moment at a time; the run may go on. */
    void scrub(double time) {
        moment.at(progress.recording(), time);
    }

    /** Begins anew as the run was opened: what was turned since is forgotten. */
    void reset() {
        moment.toPresent();
        wanted = Optional.empty();
        playback.reset();
        playback.until(stop(0, List.of()));
        settings.set(playback.progress().recording().settings());
        say("at the beginning, with seed " + settings.get().seed());
    }

    /** Leaves the run as a ghost, and goes on from the moment looked at with a run that has come the same way. */
    void branch() {
        pacing = false;
        Recording recording = progress.recording();
        int row = moment.row(progress);
        if (row < 0) return;
        comparison.keepGhost(recording, "before the branch");
        begin(playback.run().branch(recording.step(row)), recording.step(row));
        playback.until(stop(recording.time(row), recording.events()));
        Settings there = recording.settings();
        for (Change change : playback.run().recipe().changes()) there = there.with(change.key(), change.value());
        settings.set(there);
        say("branched at " + Readout.number(recording.time(row)) + ": turn a live parameter and play");
    }

    /** Tells the user something. */
    void say(String sentence) {
        message.set(sentence);
    }

    /** Ends the run and its threads. */
    @Override
    public void close() {
        if (playback != null) playback.close();
        runs.close();
    }
}
