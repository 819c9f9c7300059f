package org.separatrix.viz;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadingTest {
    private static final String TITLE = "Distance of the tangent kernel from its start";

    @ParameterizedTest
    @ValueSource(ints = {120, 160, 200, 250, 1000})
    void aLongTitleIsFoldedBetweenItsWordsAndToldWhole(int width) {
        List<String> lines = Pen.folded(TITLE, Pen.title(), width, 9);

        assertThat(String.join(" ", lines)).isEqualTo(TITLE);
        assertThat(lines)
                .allSatisfy(line -> assertThat(Pen.width(line, Pen.title())).isLessThanOrEqualTo(width));
    }

    @Test
    void whatHasNoRoomInTheLastLineIsLeftOutAndThatIsSeen() {
        assertThat(Pen.folded(TITLE, Pen.title(), 120, 2))
                .hasSize(2)
                .last()
                .asString()
                .endsWith("…");
        assertThat(Pen.folded("Eigenvalues", Pen.title(), 30, 2))
                .singleElement()
                .asString()
                .endsWith("…");
    }

    @Test
    void aFoldedTitleTakesARowMoreWhereItMay() {
        assertThat(height(200, 2)).isGreaterThan(height(1000, 2));
        assertThat(height(200, 1)).isEqualTo(height(1000, 1));
    }

    private static double height(double width, int lines) {
        var image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
        return new Heading(TITLE, "", List.of())
                .draw(image.createGraphics(), width, lines, 1, Theme.LIGHT)
                .height();
    }
}
