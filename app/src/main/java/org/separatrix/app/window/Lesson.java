package org.separatrix.app.window;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The notes of a laboratory, read from a small part of Markdown: headings, paragraphs, lists, formulas between lines of
 * {@code $$}; within a line *emphasis*, **strong**, `code` and $formula$.
 *
 * @param blocks from top to bottom
 */
record Lesson(List<Block> blocks) {
    /** A part of the page. */
    sealed interface Block {}

    /** A heading; level 1 is the title. */
    record Heading(int level, List<Span> text) implements Block {}

    /** Running text. */
    record Paragraph(List<Span> text) implements Block {}

    /** One point of a list. */
    record Item(String bullet, List<Span> text) implements Block {}

    /** A formula that stands alone, in LaTeX. */
    record Formula(String latex) implements Block {}

    /** A part of a line. */
    record Span(Face face, String text) {}

    /** How a part of a line looks. */
    enum Face {
        PLAIN,
        EMPHASIS,
        STRONG,
        CODE,
        FORMULA
    }

    private static final Pattern SPAN = Pattern.compile(
            "\\*\\*(?<STRONG>[^*]+)\\*\\*|\\*(?<EMPHASIS>[^*]+)\\*|`(?<CODE>[^`]+)`|\\$(?<FORMULA>[^$]+)\\$");
    private static final Pattern HEADING = Pattern.compile("(#{1,4}) +(.*)");
    private static final Pattern ITEM = Pattern.compile("(?:[-*]|(\\d+\\.)) +(.*)");
    private static final String FENCE = "$$";

    Lesson {
        blocks = List.copyOf(blocks);
    }

    /** The lesson that a Markdown text holds. */
    static Lesson parse(String markdown) {
        var reader = new Reader();
        markdown.lines().map(String::strip).forEach(reader::line);
        reader.flush();
        return new Lesson(reader.blocks);
    }

    /** The parts of a line. */
    static List<Span> spans(String line) {
        var spans = new ArrayList<Span>();
        Matcher matcher = SPAN.matcher(line);
        int end = 0;
        while (matcher.find()) {
            if (matcher.start() > end) spans.add(new Span(Face.PLAIN, line.substring(end, matcher.start())));
            for (Face face : Face.values()) {
                if (face != Face.PLAIN && matcher.group(face.name()) != null)
                    spans.add(new Span(face, matcher.group(face.name())));
            }
            end = matcher.end();
        }
        if (end < line.length()) spans.add(new Span(Face.PLAIN, line.substring(end)));
        return List.copyOf(spans);
    }

    private static final class Reader {
        private final List<Block> blocks = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private String bullet;
        private boolean inFormula;

        void line(String line) {
            if (line.startsWith(FENCE)) fence(line);
            else if (inFormula) text.append(line).append('\n');
            else if (line.isEmpty()) flush();
            else word(line);
        }

        private void fence(String line) {
            String rest = line.substring(FENCE.length());
            if (inFormula) {
                formula();
            } else if (rest.endsWith(FENCE)) {
                flush();
                blocks.add(new Formula(rest.substring(0, rest.length() - FENCE.length())));
            } else {
                flush();
                inFormula = true;
                text.append(rest);
            }
        }

        private void word(String line) {
            Matcher heading = HEADING.matcher(line);
            Matcher item = ITEM.matcher(line);
            if (heading.matches()) {
                flush();
                blocks.add(new Heading(heading.group(1).length(), spans(heading.group(2))));
            } else if (item.matches()) {
                flush();
                bullet = item.group(1) == null ? "•" : item.group(1);
                text.append(item.group(2));
            } else {
                if (!text.isEmpty()) text.append(' ');
                text.append(line);
            }
        }

        private void formula() {
            blocks.add(new Formula(text.toString().strip()));
            text.setLength(0);
            inFormula = false;
        }

        void flush() {
            if (inFormula) {
                formula();
            } else if (!text.isEmpty()) {
                List<Span> spans = spans(text.toString());
                blocks.add(bullet == null ? new Paragraph(spans) : new Item(bullet, spans));
                text.setLength(0);
            }
            bullet = null;
        }
    }
}
