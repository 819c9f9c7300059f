package org.separatrix.viz;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.separatrix.lab.Mark;
import org.separatrix.lab.Scale;

class MarksLayerTest {
    @Test
    void aLongNameStaysInANarrowPlane() {
        var image = new BufferedImage(300, 100, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        Pen.prepare(g);
        var span = new Span(0, 1, Scale.LINEAR);

        new MarksLayer(List.of(new Mark("equilibrium 2, a saddle", Mark.Role.SADDLE, 0.5, 0.5)), 0, Theme.LIGHT)
                .paint(g, new Plane(50, 0, 150, 100, span, span));
        g.dispose();

        assertThat(IntStream.range(0, 300).filter(x -> inked(image, x)).boxed())
                .isNotEmpty()
                .allSatisfy(x -> assertThat(x).isBetween(45, 205));
    }

    private static boolean inked(BufferedImage image, int x) {
        return IntStream.range(0, 100).anyMatch(y -> (image.getRGB(x, y) & 0xFFFFFF) != 0);
    }
}
