package org.separatrix.run;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.separatrix.lab.Evidence;
import org.separatrix.lab.Experiment;
import org.separatrix.lab.InvalidData;
import org.separatrix.lab.InvalidSetting;
import org.separatrix.lab.Judgement;
import org.separatrix.lab.Settings;
import org.separatrix.lab.SnapshotBuilder;
import org.separatrix.lab.Status;

/** One run played for the sake of one number: no more of it is observed than the metric reads. */
final class Trial {
    /** Where only events count, looks are so seldom that they cost little, and soon enough after an event. */
    private static final Schedule LOOKS = new Schedule(16, 1);

    private final SweepTask task;
    private final Experiment experiment;
    private final Recording recording;
    private long step;

    private Trial(SweepTask task, Experiment experiment, Settings settings) {
        this.task = task;
        this.experiment = experiment;
        recording = new Recording(task.laboratory(), settings);
    }

    static Optional<Outcome> of(SweepTask task, BooleanSupplier interrupted) {
        try {
            Settings settings = task.laboratory().fit(task.recipe().settings(task.laboratory()), task.data());
            try (Experiment experiment =
                    task.laboratory().open(settings, task.data(), task.recipe().compute())) {
                return new Trial(task, experiment, settings).play(interrupted);
            }
        } catch (InvalidSetting | InvalidData e) {
            return Optional.of(Outcome.none("impossible settings: " + e.getMessage()));
        } catch (RuntimeException e) {
            return Optional.of(Outcome.none("failed: " + (e.getMessage() == null ? e.toString() : e.getMessage())));
        }
    }

    private Optional<Outcome> play(BooleanSupplier interrupted) {
        while (goesOn()) {
            if (interrupted.getAsBoolean()) return Optional.empty();
            experiment.advance();
            step++;
        }
        record(true);
        return Optional.of(new Outcome(judgement(), step, experiment.time()));
    }

    private boolean goesOn() {
        if (experiment.status().over()) return false;
        look();
        return !task.stop().reached(step, experiment.time(), recording.events()) && !settled();
    }

    private void look() {
        Schedule schedule = switch (task.metric().evidence()) {
            case Evidence.Course _ -> Schedule.STANDARD;
            case Evidence.Events _ -> LOOKS;
            case Evidence.End _ -> null;
        };
        if (schedule != null && schedule.at(step) != Schedule.Density.NOTHING) record(false);
    }

    private void record(boolean last) {
        SnapshotBuilder out = switch (task.metric().evidence()) {
            case Evidence.Events events ->
                SnapshotBuilder.ofEvents(key -> events.reads(key) || task.stop().waitsFor(key));
            case Evidence.End(boolean detailed) -> new SnapshotBuilder(detailed);
            case Evidence.Course _ -> new SnapshotBuilder(last);
        };
        experiment.observe(out);
        recording.append(out.build(step, experiment.time(), experiment.status()), last);
    }

    private boolean settled() {
        return task.metric().evidence() instanceof Evidence.Events events && events.settledBy(recording.events());
    }

    private Judgement judgement() {
        if (experiment.status() instanceof Status.Diverged(String why))
            return new Judgement.Missing("diverged: " + why);
        return switch (task.metric().judge().apply(recording)) {
            case Judgement.Value(double value)
            when !Double.isFinite(value) -> new Judgement.Missing("no finite number: " + value);
            case Judgement judgement -> judgement;
        };
    }
}
