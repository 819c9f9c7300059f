package org.separatrix.io;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.separatrix.lab.Array;

/** A matrix as numbers with commas between, a line a row, without a header. */
final class CsvMatrix {
    private CsvMatrix() {}

    /**
     * The matrix in a file; NaN and infinities are taken as they are.
     *
     * @throws FileProblem where the file cannot be read, is ragged, or holds something other than numbers
     */
    static Array read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (MalformedInputException e) {
            throw FileProblem.in(file, "is no text file");
        } catch (IOException e) {
            throw FileProblem.reading(file, e);
        }
        var rows = new ArrayList<double[]>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) continue;
            double[] row = row(file, i + 1, lines.get(i).split(",", -1));
            if (!rows.isEmpty() && rows.getFirst().length != row.length)
                throw FileProblem.in(
                        file,
                        "line " + (i + 1) + " has " + row.length + " numbers, the first has " + rows.getFirst().length);
            rows.add(row);
        }
        if (rows.isEmpty()) throw FileProblem.in(file, "holds no numbers");
        int columns = rows.getFirst().length;
        double[] values = new double[rows.size() * columns];
        for (int i = 0; i < rows.size(); i++) System.arraycopy(rows.get(i), 0, values, i * columns, columns);
        return Array.matrix(rows.size(), columns, values);
    }

    private static double[] row(Path file, int line, String[] cells) {
        double[] row = new double[cells.length];
        for (int j = 0; j < cells.length; j++) {
            String cell = cells[j].strip();
            try {
                row[j] = number(cell);
            } catch (NumberFormatException e) {
                throw FileProblem.in(
                        file, "line " + line + " holds \"" + cell + "\", expected numbers alone, without a header");
            }
        }
        return row;
    }

    private static double number(String text) {
        return switch (text.toLowerCase(java.util.Locale.ROOT)) {
            case "nan", "-nan" -> Double.NaN;
            case "inf", "+inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }
}
