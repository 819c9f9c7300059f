package org.separatrix.labs.deeplinear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.separatrix.lab.Compute;
import org.separatrix.labs.Recorded;
import org.separatrix.labs.Table;
import org.separatrix.labs.Trials;

/** Whole experiments on the reference cases: the simulation against iterated descent, its theory against exact flow. */
class ReferenceCaseTest {
    private static final double FLOW = 1e-8;
    private static final double DESCENT = 1e-9;

    private static final Path CASES = Path.of("src/test/resources/deeplinear");
    private static final Trials TRIALS = new Trials(new DeepLinearLaboratory(), Compute.AUTO);

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
        Table flow = table("lambda-rect", "flow.csv");
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
        Table flow = table("deep3", "flow.csv");
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
        for (double[] row : table("student", "gd.csv").rows()) {
            long step = (long) row[0];
            assertThat(run.at(step, "train")).isCloseTo(row[2], within(DESCENT));
            assertThat(run.at(step, "test")).isCloseTo(row[3], within(FLOW));
            assertThat(run.theory(step, "test_given_X")).isCloseTo(row[4], within(FLOW));
        }
    }

    @Test
    void theFlowOfTheStudentEndsWhereTheReferenceDoes() {
        Recorded run = record("student", 199, Map.of("method", "flow"));
        double[] last = table("student", "flow.csv").rows().getLast();
        assertThat(run.time(199)).isCloseTo(last[0], within(1e-9));
        assertThat(run.at(199, "train")).isCloseTo(last[1], within(DESCENT));
        assertThat(run.at(199, "test")).isCloseTo(last[2], within(FLOW));
        assertThat(run.theory(199, "test_given_X")).isCloseTo(last[3], within(FLOW));
        assertThat(run.theory(199, "train")).isCloseTo(last[4], within(1e-6));
        assertThat(run.theory(199, "test")).isCloseTo(last[5], within(1e-6));
        Table flow = table("student", "flow.csv");
        for (int k = 1; k < flow.rows().size(); k++) {
            // Every second look falls on a row of the reference.
            assertThat(run.at(2L * k - 1, "test")).isCloseTo(flow.rows().get(k)[2], within(FLOW));
        }
    }

    private static void follows(String name, long steps, Map<String, String> settings) {
        Recorded run = record(name, steps, settings);
        Table descent = table(name, "gd.csv");
        for (double[] row : descent.rows()) {
            long step = (long) row[0];
            for (int column = 2; column < row.length; column++) {
                String series = descent.names().get(column);
                assertThat(run.at(step, series)).as(series + " after " + step).isCloseTo(row[column], within(DESCENT));
            }
        }
        Table flow = table(name, "flow.csv");
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

    private static Recorded record(String name, long steps, Map<String, String> more) {
        return TRIALS.recordCase(CASES.resolve(name), more, steps, step -> true);
    }

    private static Table table(String name, String file) {
        return Table.read(CASES.resolve(name).resolve(file));
    }
}
