package org.separatrix.app.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.IntStream;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.TextTable;

/** Text for people: headings, sentences and aligned columns, no wider than {@value #WIDTH} columns. */
final class Page {
    private static final int WIDTH = 100;
    private static final int INDENT = 2;
    private static final int GAP = 2;

    /** What the columns before it leave to a column, with its gap: room for a number. */
    private static final int LEAST = 22;

    private final PrintWriter out;
    private final Help.ColorScheme colours;

    /** A page on paper; headings are bold where the colour scheme knows how. */
    Page(PrintWriter out, Help.ColorScheme colours) {
        this.out = out;
        this.colours = colours;
    }

    /** A heading after an empty line. */
    void heading(String text) {
        out.println();
        out.println(bold(text));
    }

    /** The title of the page. */
    void title(String text) {
        out.println(bold(text));
    }

    private Ansi.Text bold(String text) {
        return colours.apply(text, List.of(Ansi.Style.bold));
    }

    /** A paragraph over the whole width. */
    void paragraph(String text) {
        out.print(wrapped(List.of(List.of(text)), 0));
    }

    /** A line as it is, however long: what a user may want to copy. */
    void verbatim(String text) {
        out.println(" ".repeat(INDENT) + text);
    }

    /** Rows of equally many cells in aligned columns; what has no room wraps. */
    void rows(List<List<String>> rows) {
        if (!rows.isEmpty()) out.print(wrapped(rows, INDENT));
    }

    private TextTable wrapped(List<List<String>> rows, int indent) {
        int columns = rows.getFirst().size();
        var layout = new Column[columns];
        int left = WIDTH;
        for (int i = 0; i < columns; i++) {
            int column = i;
            int before = i == 0 ? indent : GAP;
            int longest = rows.stream()
                    .mapToInt(row -> row.get(column).length())
                    .max()
                    .orElse(0);
            int room = left - (columns - 1 - i) * LEAST;
            int width = i == columns - 1 ? left : Math.min(before + longest, room);
            layout[i] = new Column(width, before, Column.Overflow.WRAP);
            left -= width;
        }
        var table = TextTable.forColumns(colours, layout);
        table.indentWrappedLines = 0;
        for (List<String> row : rows) {
            table.addRowValues(IntStream.range(0, columns)
                    .mapToObj(i -> colours.apply(row.get(i), List.of()))
                    .toArray(Ansi.Text[]::new));
        }
        return table;
    }
}
