package org.separatrix.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files that runs on the reference cases of grokking leave behind, against the tables of the cases. */
class GrokkingCasesTest {
    private static final Path CASES = Path.of("../simulations/src/test/resources/grokking");
    private static final double FLOOR = 1e-12;

    @TempDir
    private Path folder;

    /** A table with a header, its rows by their first column. */
    private record Table(List<String> names, Map<Long, double[]> rows) {
        static Table read(Path file) throws IOException {
            List<String> lines = Files.readAllLines(file);
            var rows = new HashMap<Long, double[]>();
            for (String line : lines.subList(1, lines.size())) {
                double[] row = Arrays.stream(line.split(",", -1))
                        .mapToDouble(cell -> cell.isEmpty() ? Double.NaN : Double.parseDouble(cell))
                        .toArray();
                rows.put((long) row[0], row);
            }
            return new Table(List.of(lines.getFirst().split(",")), rows);
        }

        double at(long step, String name) {
            return rows.get(step)[names.indexOf(name)];
        }
    }

    @ParameterizedTest
    @CsvSource({
        "case_uncentred,trajectory,",
        "case_centred_narrow,trajectory,",
        "case_wide_reduced,trajectory,",
        "student_small,trajectory_erf,act=erf",
        "student_small,trajectory_relu,act=relu",
        "student_small,trajectory_tanh,act=tanh",
        "modadd_small,quad_mse_adamw,unit=quad loss=mse wd=0.3 lr=0.01",
        "modadd_small,relu_ce_adamw,unit=relu loss=ce wd=1 lr=0.01",
        "modadd_small,quad_stable_adam,unit=quad loss=stable wd=0 lr=0.01 adam_eps=1e-30",
        "modadd_small,relu_ce_perp_adam,unit=relu loss=ce wd=0 lr=0.01 perp=on",
        "modadd_small,quad_mse_gd,unit=quad loss=mse wd=0.01 lr=0.05 opt=gd"
    })
    void theCurvesOnDiskAreThoseOfTheCase(String name, String table, String settings) throws IOException {
        Table expected = Table.read(CASES.resolve(name).resolve(table + ".csv"));
        long steps = expected.rows().keySet().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElseThrow();
        var line = new ArrayList<>(
                List.of("run", "grokking", "--data", CASES.resolve(name).toString()));
        if (settings != null) for (String one : settings.split(" ")) line.addAll(List.of("--set", one));
        line.addAll(List.of(
                "--steps",
                Long.toString(steps),
                "--format",
                "csv",
                "--out",
                folder.resolve("o").toString()));

        Session session = Session.of(line.toArray(String[]::new));

        assertThat(session.err()).isEmpty();
        Table curves = Table.read(folder.resolve("o/curves.csv"));
        // Beyond 4096 steps not every one is recorded.
        List<Long> compared = expected.rows().keySet().stream()
                .filter(curves.rows()::containsKey)
                .toList();
        assertThat(compared)
                .containsAll(expected.rows().keySet().stream()
                        .filter(step -> step <= 4096)
                        .toList());
        assertThat(compared).contains(steps);
        for (long step : compared)
            for (String column : expected.names().subList(1, expected.names().size())) {
                boolean lazy = column.startsWith("lazy_");
                double value = expected.at(step, column);
                assertThat(curves.at(step, lazy ? column.substring(5) + "_theory" : column))
                        .as("%s after %d", column, step)
                        .isCloseTo(
                                value,
                                within(FLOOR
                                        + (lazy ? 1e-6 : name.startsWith("case_") ? 1e-8 : 1e-7) * Math.abs(value)));
            }
    }
}
