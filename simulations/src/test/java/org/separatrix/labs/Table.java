package org.separatrix.labs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Numbers to hold a run against: a table whose columns have names. */
public record Table(List<String> names, List<double[]> rows) {
    /** Reads values separated by commas; the first line names them. */
    public static Table read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            return new Table(
                    List.of(lines.getFirst().split(",")),
                    lines.stream().skip(1).map(Table::numbers).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double[] numbers(String line) {
        return Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray();
    }

    /** Whether a row is of a step; the first column counts them. */
    public boolean hasStep(long step) {
        return rows.stream().anyMatch(row -> row[0] == step);
    }
}
