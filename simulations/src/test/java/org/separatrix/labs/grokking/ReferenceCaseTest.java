package org.separatrix.labs.grokking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.separatrix.labs.Recorded;
import org.separatrix.labs.Table;

/** Whole experiments on the reference cases, given as a user gives them. */
class ReferenceCaseTest {
    private static final double EXACT = 1e-8;
    private static final double LAZY = 1e-6;
    private static final double FLOOR = 1e-12;

    @ParameterizedTest
    @CsvSource({
        "case_uncentred,direct", "case_uncentred,reduced",
        "case_centred_narrow,direct", "case_centred_narrow,reduced",
        "case_wide_reduced,direct", "case_wide_reduced,reduced"
    })
    void theQuadraticTeacherFollowsItsReferenceInEveryColumn(String name, String mode) {
        Table table = Runs.table(name, "trajectory.csv");
        long steps = (long) table.rows().getLast()[0];
        Recorded run = Runs.ofCase(name, Map.of("mode", mode), steps, table::hasStep);
        for (double[] row : table.rows()) {
            long step = (long) row[0];
            for (int column = 1; column < row.length; column++) {
                String series = table.names().get(column);
                boolean lazy = series.startsWith("lazy_");
                double value = lazy ? run.theory(step, series.substring(5)) : run.at(step, series);
                assertThat(value)
                        .as(series + " after " + step)
                        .isCloseTo(row[column], within(FLOOR + (lazy ? LAZY : EXACT) * Math.abs(row[column])));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "case_uncentred,1.0143953138968864",
        "case_centred_narrow,0.24210550178177562",
        "case_wide_reduced,0.8926726188064258"
    })
    void kernelRegressionIsThatOfTheReference(String name, double loss) {
        Recorded run = Runs.ofCase(name, Map.of(), 0, step -> true);
        assertThat(run.at(0, "kernel_regression")).isCloseTo(loss, within(LAZY * loss));
    }

    @Test
    void singlePrecisionFollowsTheReferenceToAThousandth() {
        Table table = Runs.table("case_uncentred", "trajectory.csv");
        Recorded run =
                Runs.ofCase("case_uncentred", Map.of("mode", "reduced", "precision", "single"), 5000, table::hasStep);
        for (double[] row : table.rows())
            for (String series : List.of("train", "test", "topM", "overlap")) {
                double expected = row[table.names().indexOf(series)];
                assertThat(run.at((long) row[0], series))
                        .as(series + " after " + row[0])
                        .isCloseTo(expected, within(1e-3 * expected));
            }
    }

    @ParameterizedTest
    @CsvSource({"erf", "relu", "tanh"})
    void theStudentFollowsItsReference(String activation) {
        follows("student_small", "trajectory_" + activation + ".csv", Map.of("act", activation));
    }

    @ParameterizedTest
    @CsvSource({
        "quad_mse_adamw,quad,mse,0.3,0.01,1e-8,off,adamw",
        "relu_ce_adamw,relu,ce,1,0.01,1e-8,off,adamw",
        "quad_stable_adam,quad,stable,0,0.01,1e-30,off,adamw",
        "relu_ce_perp_adam,relu,ce,0,0.01,1e-8,on,adamw",
        "quad_mse_gd,quad,mse,0.01,0.05,1e-8,off,gd"
    })
    void modularAdditionFollowsItsReference(
            String name,
            String unit,
            String loss,
            String decay,
            String rate,
            String floor,
            String orthogonal,
            String optimiser) {
        var settings = new HashMap<String, String>();
        settings.put("unit", unit);
        settings.put("loss", loss);
        settings.put("wd", decay);
        settings.put("lr", rate);
        settings.put("adam_eps", floor);
        settings.put("perp", orthogonal);
        settings.put("opt", optimiser);
        follows("modadd_small", name + ".csv", settings);
    }

    private static void follows(String folder, String file, Map<String, String> settings) {
        Table table = Runs.table(folder, file);
        long steps = (long) table.rows().getLast()[0];
        Recorded run = Runs.ofCase(folder, settings, steps, table::hasStep);
        for (double[] row : table.rows())
            for (int column = 1; column < row.length; column++) {
                String series = table.names().get(column);
                assertThat(run.at((long) row[0], series))
                        .as(series + " after " + (long) row[0])
                        .isCloseTo(row[column], within(FLOOR + 1e-7 * Math.abs(row[column])));
            }
    }
}
