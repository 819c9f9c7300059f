package org.separatrix.app.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
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

    /** What the columns before it leave to a column that wants it, with its gap: room for a number. */
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
        int[] wanted = IntStream.range(0, columns)
                .map(i -> (i == 0 ? indent : GAP) + longest(rows, i))
                .toArray();
        var layout = new Column[columns];
        int left = WIDTH;
        for (int i = 0; i < columns; i++) {
            int others = Arrays.stream(wanted, i + 1, columns)
                    .map(width -> Math.min(width, LEAST))
                    .sum();
            int width = i == columns - 1 ? left : Math.min(wanted[i], left - others);
            layout[i] = new Column(width, i == 0 ? indent : GAP, Column.Overflow.WRAP);
            left -= width;
        }
        var table = TextTable.forColumns(colours, layout);
        table.indentWrappedLines = 0;
        for (List<String> row : rows) {
            List<List<String>> cells = IntStream.range(0, columns)
                    .mapToObj(i -> lines(row.get(i), layout[i].width - layout[i].indent))
                    .toList();
            int height = cells.stream().mapToInt(List::size).max().orElse(0);
            for (int line = 0; line < height; line++) table.addRowValues(across(cells, line));
        }
        return table;
    }

    private static int longest(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    /** What stands on one line of a row. */
    private Ansi.Text[] across(List<List<String>> cells, int line) {
        return cells.stream()
                .map(cell -> colours.apply(line < cell.size() ? cell.get(line) : "", List.of()))
                .toArray(Ansi.Text[]::new);
    }

    /**
     * Words on lines of a width. The table would wrap them too, but begins the columns behind a cell where that ends.
     */
    private static List<String> lines(String words, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : words.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
