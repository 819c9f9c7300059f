package org.separatrix.labs;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import org.separatrix.io.DataFile;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Curves;
import org.separatrix.lab.Data;
import org.separatrix.lab.Experiment;
import org.separatrix.lab.Laboratory;
import org.separatrix.lab.Observable;
import org.separatrix.lab.Series;
import org.separatrix.lab.Settings;
import org.separatrix.lab.Snapshot;

/**
 * Whole experiments of a laboratory.
 *
 * @param compute where their arithmetic is done
 */
public record Trials(Laboratory laboratory, Compute compute) {
    /** The standard settings but for some: keys and values in turn. */
    public Settings with(String... pairs) {
        return with(laboratory.standard(), pairs);
    }

    /** Settings but for some: keys and values in turn. */
    public static Settings with(Settings settings, String... pairs) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) texts.put(pairs[i], pairs[i + 1]);
        return settings.withTexts(texts);
    }

    /** The settings of a preset. */
    public Settings preset(String key) {
        return laboratory.settings(laboratory.preset(key));
    }

    public Experiment open(Settings settings) {
        return laboratory.open(settings, Data.NONE, compute);
    }

    /** Goes on until a time, or until the experiment is over. */
    public static void until(Experiment experiment, double time) {
        while (experiment.time() < time * (1 - 1e-9) && !experiment.status().over()) experiment.advance();
    }

    /** What is seen at a time. */
    public Snapshot after(Settings settings, double time) {
        try (Experiment experiment = open(settings)) {
            until(experiment, time);
            return Observed.observe(experiment);
        }
    }

    /** What is seen of a preset when it has shown what there is to see. */
    public Snapshot shown(String preset) {
        return after(preset(preset), laboratory.preset(preset).until());
    }

    /** A reference case as a user gives it, recorded as any other run. */
    public Recorded recordCase(Path folder, Map<String, String> more, long steps, LongPredicate wanted) {
        DataFile file = DataFile.read(folder, laboratory);
        Settings settings = laboratory.standard().withTexts(file.settings()).withTexts(more);
        return record(laboratory.fit(settings, file.data()), file.data(), steps, wanted);
    }

    /**
     * A run of which the curves are kept at the steps that are wanted, and everything at the last. It must not be over
     * before.
     */
    public Recorded record(Settings settings, Data data, long steps, LongPredicate wanted) {
        Map<String, List<String>> names = new HashMap<>();
        for (Observable<?> observable : laboratory.observables(settings))
            if (observable instanceof Curves curves)
                names.put(
                        curves.key(), curves.series().stream().map(Series::key).toList());
        var snapshots = new TreeMap<Long, Snapshot>();
        try (Experiment experiment = laboratory.open(settings, data, compute)) {
            for (long step = 0; step <= steps; step++) {
                if (wanted.test(step) || step == steps)
                    snapshots.put(step, Observed.observe(experiment, step == steps));
                if (step == steps) break;
                if (experiment.status().over())
                    throw new IllegalStateException("over after " + step + " steps: " + experiment.status());
                experiment.advance();
            }
        }
        return new Recorded(names, snapshots);
    }
}
