package org.separatrix.labs.grokking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import org.separatrix.io.DataFile;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Curves;
import org.separatrix.lab.Data;
import org.separatrix.lab.Event;
import org.separatrix.lab.Experiment;
import org.separatrix.lab.Observable;
import org.separatrix.lab.Settings;
import org.separatrix.lab.Snapshot;
import org.separatrix.lab.SnapshotBuilder;

/** A run whose snapshots at some steps are kept, and the tables it is held against. */
record Recorded(Map<String, List<String>> names, TreeMap<Long, Snapshot> snapshots) {
    static final GrokkingLaboratory LABORATORY = new GrokkingLaboratory();

    /** A reference case as a user gives it. */
    static Recorded ofCase(String name, Map<String, String> more, long steps, LongPredicate wanted) {
        DataFile file = DataFile.read(folder(name), LABORATORY);
        Settings settings = LABORATORY.standard().withTexts(file.settings()).withTexts(more);
        return of(LABORATORY.fit(settings, file.data()), file.data(), steps, wanted);
    }

    /** A preset, of which the start and the end are kept. */
    static Recorded ofPreset(String key, long steps) {
        return of(LABORATORY.settings(LABORATORY.preset(key)), Data.NONE, steps, step -> step == 0);
    }

    static Recorded of(Settings settings, Data data, long steps, LongPredicate wanted) {
        Map<String, List<String>> names = new HashMap<>();
        for (Observable<?> observable : LABORATORY.observables(settings))
            if (observable instanceof Curves curves)
                names.put(
                        curves.key(),
                        curves.series().stream().map(series -> series.key()).toList());
        var recorded = new Recorded(names, new TreeMap<>());
        try (Experiment experiment = LABORATORY.open(settings, data, Compute.AUTO)) {
            for (long step = 0; step <= steps; step++) {
                if (wanted.test(step) || step == steps) {
                    var out = new SnapshotBuilder(true);
                    experiment.observe(out);
                    recorded.snapshots.put(step, out.build(step, experiment.time(), experiment.status()));
                }
                if (step < steps) {
                    assertThat(experiment.status().over()).isFalse();
                    experiment.advance();
                }
            }
        }
        return recorded;
    }

    Snapshot last() {
        return snapshots.lastEntry().getValue();
    }

    double event(String key) {
        return last().events().stream()
                .filter(event -> event.key().equals(key))
                .mapToDouble(Event::time)
                .findFirst()
                .orElse(Double.NaN);
    }

    boolean has(String series) {
        return names.values().stream().anyMatch(list -> list.contains(series));
    }

    double at(long step, String series) {
        return value(step, series, false);
    }

    double theory(long step, String series) {
        return value(step, series, true);
    }

    private double value(long step, String series, boolean theory) {
        Snapshot snapshot = snapshots.get(step);
        for (Observable<?> observable : snapshot.observables()) {
            if (!(observable instanceof Curves curves)) continue;
            int index = names.get(curves.key()).indexOf(series);
            if (index < 0) continue;
            Curves.Values values = snapshot.get(curves).orElseThrow();
            return theory ? values.theory()[index] : values.simulated()[index];
        }
        throw new IllegalArgumentException("no series " + series);
    }

    /** A table whose columns have names. */
    record Table(List<String> names, List<double[]> rows) {
        static Table read(String folder, String file) {
            try {
                List<String> lines = Files.readAllLines(folder(folder).resolve(file));
                return new Table(
                        List.of(lines.getFirst().split(",")),
                        lines.stream()
                                .skip(1)
                                .map(line -> Arrays.stream(line.split(","))
                                        .mapToDouble(Double::parseDouble)
                                        .toArray())
                                .toList());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        boolean hasStep(long step) {
            return rows.stream().anyMatch(row -> row[0] == step);
        }
    }

    static Path folder(String name) {
        return Path.of("src/test/resources/grokking").resolve(name);
    }
}
