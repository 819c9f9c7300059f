package org.separatrix.labs.deeplinear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.separatrix.io.DataFile;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Curves;
import org.separatrix.lab.Experiment;
import org.separatrix.lab.Observable;
import org.separatrix.lab.Settings;
import org.separatrix.lab.Snapshot;
import org.separatrix.lab.SnapshotBuilder;

/** Whole experiments on the reference cases: the simulation against iterated descent, its theory against exact flow. */
class ReferenceCaseTest {
    private static final double FLOW = 1e-8;
    private static final double DESCENT = 1e-9;

    private final DeepLinearLaboratory laboratory = new DeepLinearLaboratory();

    @Test
    void theFamilyTreeFollowsItsReference() {
        follows("hierarchy", 1600, Map.of());
    }

    @Test
    void theImbalancedRectangleFollowsItsReference() {
        follows("lambda-rect", 2000, Map.of());
    }

    @Test
    void theFlowOfTheImbalancedRectangleIsThatOfTheReference() {
        Recorded run = record("lambda-rect", 240, Map.of("method", "flow", "eta", "0.25"));
        Table flow = Table.read("lambda-rect", "flow.csv");
        for (int k = 0; k < flow.rows().size(); k++) {
            double[] row = flow.rows().get(k);
            assertThat(run.at(k, "excess_loss")).isCloseTo(row[1], within(1e-5));
            assertThat(run.theory(k, "excess_loss")).isCloseTo(row[1], within(FLOW));
            assertThat(run.theory(k, "kernel_distance")).isCloseTo(row[2], within(FLOW));
        }
    }

    @Test
    void threeAlignedLayersFollowTheirReference() {
        follows("deep3", 1500, Map.of());
    }

    @Test
    void theFlowOfThreeAlignedLayersIsThatOfTheReference() {
        double worst = 0;
        Table flow = Table.read("deep3", "flow.csv");
        Recorded run = record("deep3", 2000, Map.of("method", "flow"));
        for (double[] row : flow.rows()) {
            long step = Math.round(row[0] / 0.01);
            worst = Math.max(worst, Math.abs(run.at(step, "excess_loss") - row[1]));
        }
        assertThat(worst).isLessThan(1e-7);
    }

    @Test
    void theStudentFollowsItsReference() {
        Recorded run = record("student", 4000, Map.of());
        for (double[] row : Table.read("student", "gd.csv").rows()) {
            long step = (long) row[0];
            assertThat(run.at(step, "train")).isCloseTo(row[2], within(DESCENT));
            assertThat(run.at(step, "test")).isCloseTo(row[3], within(FLOW));
            assertThat(run.theory(step, "test_given_X")).isCloseTo(row[4], within(FLOW));
        }
    }

    @Test
    void theFlowOfTheStudentEndsWhereTheReferenceDoes() {
        Recorded run = record("student", 199, Map.of("method", "flow"));
        double[] last = Table.read("student", "flow.csv").rows().getLast();
        assertThat(run.time(199)).isCloseTo(last[0], within(1e-9));
        assertThat(run.at(199, "train")).isCloseTo(last[1], within(DESCENT));
        assertThat(run.at(199, "test")).isCloseTo(last[2], within(FLOW));
        assertThat(run.theory(199, "test_given_X")).isCloseTo(last[3], within(FLOW));
        assertThat(run.theory(199, "train")).isCloseTo(last[4], within(1e-6));
        assertThat(run.theory(199, "test")).isCloseTo(last[5], within(1e-6));
        Table flow = Table.read("student", "flow.csv");
        for (int k = 1; k < flow.rows().size(); k++) {
            // Every second look falls on a row of the reference.
            assertThat(run.at(2L * k - 1, "test")).isCloseTo(flow.rows().get(k)[2], within(FLOW));
        }
    }

    private void follows(String name, long steps, Map<String, String> settings) {
        Recorded run = record(name, steps, settings);
        Table descent = Table.read(name, "gd.csv");
        for (double[] row : descent.rows()) {
            long step = (long) row[0];
            for (int column = 2; column < row.length; column++) {
                String series = descent.names().get(column);
                assertThat(run.at(step, series)).as(series + " after " + step).isCloseTo(row[column], within(DESCENT));
            }
        }
        Table flow = Table.read(name, "flow.csv");
        double eta = run.time(1);
        int compared = 0;
        for (double[] row : flow.rows()) {
            long step = Math.round(row[0] / eta);
            boolean between = Math.abs(step * eta - row[0]) > 1e-9;
            if (step > steps || between) continue;
            compared++;
            for (int column = 1; column < row.length; column++) {
                String series = flow.names().get(column);
                if (!run.has(series)) continue;
                assertThat(run.theory(step, series))
                        .as(series + " at " + row[0])
                        .isCloseTo(row[column], within(FLOW));
            }
        }
        assertThat(compared).isGreaterThan(50);
    }

    private Recorded record(String name, long steps, Map<String, String> more) {
        DataFile file = DataFile.read(folder(name), laboratory);
        Settings settings = laboratory.standard().withTexts(file.settings()).withTexts(more);
        settings = laboratory.fit(settings, file.data());
        Map<String, List<String>> names = new HashMap<>();
        for (Observable<?> observable : laboratory.observables(settings)) {
            if (observable instanceof Curves curves)
                names.put(
                        curves.key(),
                        curves.series().stream().map(series -> series.key()).toList());
        }
        var recorded = new Recorded(names, new TreeMap<>());
        try (Experiment experiment = laboratory.open(settings, file.data(), Compute.AUTO)) {
            for (long step = 0; step <= steps; step++) {
                var out = new SnapshotBuilder(false);
                experiment.observe(out);
                recorded.snapshots.put(step, out.build(step, experiment.time(), experiment.status()));
                if (step < steps) experiment.advance();
            }
        }
        return recorded;
    }

    private record Recorded(Map<String, List<String>> names, TreeMap<Long, Snapshot> snapshots) {
        double time(long step) {
            return snapshots.get(step).time();
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
    }

    private record Table(List<String> names, List<double[]> rows) {
        static Table read(String folder, String file) {
            try {
                List<String> lines = Files.readAllLines(folder(folder).resolve(file));
                return new Table(
                        List.of(lines.getFirst().split(",")),
                        lines.stream().skip(1).map(Table::numbers).toList());
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        private static double[] numbers(String line) {
            return java.util.Arrays.stream(line.split(","))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        }
    }

    private static Path folder(String name) {
        return Path.of("src/test/resources/deeplinear").resolve(name);
    }
}
