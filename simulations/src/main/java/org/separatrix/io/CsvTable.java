package org.separatrix.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A table with a header, written as comma-separated values (RFC 4180, but with Unix lines). */
final class CsvTable {
    private final List<List<?>> rows = new ArrayList<>();

    CsvTable(List<String> header) {
        rows.add(List.copyOf(header));
    }

    /** Adds a row of numbers and texts; a number is written with the fewest digits that give it back. */
    void add(Object... cells) {
        rows.add(List.of(cells));
    }

    /** Adds a row of numbers and texts. */
    void add(List<?> cells) {
        rows.add(List.copyOf(cells));
    }

    /** Writes the table; errors as for {@link WholeFile}. */
    void write(Path file) {
        WholeFile.write(file, text());
    }

    /** The table as text. */
    String text() {
        var text = new StringBuilder();
        for (List<?> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                if (i > 0) text.append(',');
                text.append(quoted(row.get(i).toString()));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String quoted(String cell) {
        if (cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')) return cell;
        return '"' + cell.replace("\"", "\"\"") + '"';
    }
}
