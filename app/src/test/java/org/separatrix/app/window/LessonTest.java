package org.separatrix.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.separatrix.app.window.Lesson.Face;
import org.separatrix.app.window.Lesson.Formula;
import org.separatrix.app.window.Lesson.Heading;
import org.separatrix.app.window.Lesson.Item;
import org.separatrix.app.window.Lesson.Paragraph;
import org.separatrix.app.window.Lesson.Span;

class LessonTest {
    @Test
    void readsHeadingsParagraphsListsAndFormulas() {
        Lesson lesson = Lesson.parse("""
                # Saddles

                Learning goes in *stages*,
                one **mode** after the other.
                - first
                1. second
                $$
                \\dot a = b
                $$
                $$E = 0$$
                """);

        assertThat(lesson.blocks())
                .containsExactly(
                        new Heading(1, List.of(new Span(Face.PLAIN, "Saddles"))),
                        new Paragraph(List.of(
                                new Span(Face.PLAIN, "Learning goes in "),
                                new Span(Face.EMPHASIS, "stages"),
                                new Span(Face.PLAIN, ", one "),
                                new Span(Face.STRONG, "mode"),
                                new Span(Face.PLAIN, " after the other."))),
                        new Item("•", List.of(new Span(Face.PLAIN, "first"))),
                        new Item("1.", List.of(new Span(Face.PLAIN, "second"))),
                        new Formula("\\dot a = b"),
                        new Formula("E = 0"));
    }

    @Test
    void readsFormulasAndCodeWithinALine() {
        assertThat(Lesson.spans("turn $\\eta$ or `eta`"))
                .containsExactly(
                        new Span(Face.PLAIN, "turn "),
                        new Span(Face.FORMULA, "\\eta"),
                        new Span(Face.PLAIN, " or "),
                        new Span(Face.CODE, "eta"));
    }

    @Test
    void aFormulaWithoutEndLosesNothing() {
        assertThat(Lesson.parse("$$\nx = y").blocks()).containsExactly(new Formula("x = y"));
    }
}
