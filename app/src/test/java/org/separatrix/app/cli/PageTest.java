package org.separatrix.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;

class PageTest {
    @ParameterizedTest
    @CsvSource({"1, 1, 1", "30, 1, 1", "1, 30, 0", "1, 1, 30", "30, 30, 30", "12, 18, 5", "0, 40, 40", "60, 0, 1"})
    void howeverLongTheCellsNoLineIsTooWideAndNoWordIsLost(int first, int second, int third) {
        List<String> words = IntStream.range(0, first + second + third)
                .mapToObj(i -> "word" + i)
                .toList();
        List<String> row = List.of(
                String.join(" ", words.subList(0, first)),
                String.join(" ", words.subList(first, first + second)),
                String.join(" ", words.subList(first + second, words.size())));
        String printed = printed(List.of(row, List.of("x", "y", "")));

        assertThat(printed.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        assertThat(printed.split("\\s+")).containsAll(words);
    }

    @Test
    void whatHasRoomStandsOnOneLine() {
        assertThat(printed(List.of(List.of("key", "0.5", "label"), List.of("longer key", "1", "another label"))))
                .isEqualToNormalizingNewlines("  key         0.5  label\n  longer key  1    another label\n");
    }

    @Test
    void aCellThatWrapsLeavesItsNeighboursBesideIt() {
        String sentence = "a sentence ".repeat(9).strip();
        List<String> lines = printed(List.of(List.of("key", sentence, "label"), List.of("other key", "1", "another")))
                .lines()
                .toList();

        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).startsWith("  key        a sentence").endsWith("  label");
        assertThat(lines.get(1)).startsWith("             ").endsWith("sentence");
        assertThat(lines.get(2)).startsWith("  other key  1 ");
        assertThat(lines.get(2).indexOf("another")).isEqualTo(lines.get(0).indexOf("label"));
    }

    private static String printed(List<List<String>> rows) {
        var text = new StringWriter();
        var out = new PrintWriter(text);
        new Page(out, Help.defaultColorScheme(Ansi.OFF)).rows(rows);
        out.flush();
        return text.toString();
    }
}
