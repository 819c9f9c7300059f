package org.separatrix.viz;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.separatrix.lab.Scale;

class FilmTest {
    private static final Span SPAN = new Span(0, 1, Scale.LINEAR);
    private static final Plane PLANE = new Plane(1, 1, 4, 20, SPAN, SPAN);

    private interface Painting {
        void on(Film film);
    }

    private static BufferedImage shown(Color ground, Painting painting) {
        var image = new BufferedImage(6, 22, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D g = image.createGraphics();
        g.setColor(ground);
        g.fillRect(0, 0, 6, 22);
        var film = new Film(g, PLANE, 1);
        painting.on(film);
        film.show(g);
        g.dispose();
        return image;
    }

    @Property
    void aPixelHasTheShareThatIsCovered(
            @ForAll @DoubleRange(min = -5, max = 30) double from,
            @ForAll @DoubleRange(min = 0, max = 30) double length,
            @ForAll @DoubleRange(min = 0.1, max = 1) double share) {
        BufferedImage image = shown(Color.WHITE, film -> {
            film.cover(from, from + length, share);
            film.paint(3, Color.BLACK);
        });

        for (int row = 0; row < 22; row++) {
            double covered = share * Math.max(0, Math.min(row + 1, from + length) - Math.max(row, from));
            assertThat((image.getRGB(3, row) & 255) / 255.0).isBetween(1 - covered - 0.01, 1 - covered + 0.01);
        }
    }

    @Property
    void thinStretchesSideBySideAddUp(@ForAll @IntRange(min = 1, max = 200) int stretches) {
        BufferedImage image = shown(Color.WHITE, film -> {
            for (int i = 0; i < stretches; i++) film.cover(2, 8, 1.0 / stretches);
            film.paint(1, Color.RED);
        });

        assertThat(new Color(image.getRGB(1, 5))).isEqualTo(Color.RED);
    }

    @Property
    void coloursAreMixedAsJava2dMixesThem(
            @ForAll @Size(3) List<@IntRange(max = 255) Integer> below,
            @ForAll @Size(4) List<@IntRange(max = 255) Integer> above) {
        var ground = new Color(below.get(0), below.get(1), below.get(2));
        var colour = new Color(above.get(0), above.get(1), above.get(2), above.get(3));
        var general = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D g = general.createGraphics();
        g.setColor(ground);
        g.fillRect(0, 0, 1, 1);
        g.setColor(colour);
        g.fillRect(0, 0, 1, 1);
        g.dispose();

        var mixed = new Color(shown(ground, film -> {
                    film.cover(4, 5, 1);
                    film.paint(2, ground);
                    film.cover(4, 5, 1);
                    film.paint(2, colour);
                })
                .getRGB(2, 4));

        var expected = new Color(general.getRGB(0, 0));
        assertThat(mixed.getRed()).isBetween(expected.getRed() - 1, expected.getRed() + 1);
        assertThat(mixed.getGreen()).isBetween(expected.getGreen() - 1, expected.getGreen() + 1);
        assertThat(mixed.getBlue()).isBetween(expected.getBlue() - 1, expected.getBlue() + 1);
    }

    @Test
    void whatIsOutsideIsCutOff() {
        BufferedImage image = shown(Color.WHITE, film -> {
            film.cover(-100, -50, 1);
            film.cover(60, 90, 1);
            film.paint(2, Color.BLACK);
        });

        assertThat(Ink.count(image, Colour.of("#FFFFFF"))).isEqualTo(6 * 22);
    }
}
