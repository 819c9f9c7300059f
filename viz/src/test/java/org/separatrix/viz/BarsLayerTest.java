package org.separatrix.viz;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.separatrix.lab.Axis;
import org.separatrix.lab.Bars;
import org.separatrix.lab.Scale;
import org.separatrix.lab.Series;

class BarsLayerTest {
    private static final int WIDTH = 200;
    private static final int HEIGHT = 100;
    private static final Theme THEME = Theme.LIGHT;

    private static BufferedImage drawn(double[] bars, double[] theory, Track.Role role) {
        List<String> names =
                IntStream.range(0, bars.length).mapToObj(Integer::toString).toList();
        var subject = new Bars(
                "bars", "Bars", Axis.linear("i"), names, Axis.linear("y"), List.of(Series.of("one", "one", 0)));
        var values = new Bars.Values(new double[][] {bars}, new double[][] {theory});
        var plane = new Plane(
                0, 0, WIDTH, HEIGHT, new Span(-0.5, bars.length - 0.5, Scale.LINEAR), new Span(0, 1, Scale.LINEAR));
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(THEME.background().awt());
        g.fillRect(0, 0, WIDTH, HEIGHT);
        new BarsLayer(subject, values, role, Palette.of(THEME, subject)).paint(g, plane);
        g.dispose();
        return image;
    }

    private static double[] silent(int count) {
        double[] none = new double[count];
        Arrays.fill(none, Double.NaN);
        return none;
    }

    private static Colour area() {
        return Palette.of(THEME, 1).area(0);
    }

    @Test
    void aBarFillsItsShareOfItsPlace() {
        BufferedImage image = drawn(new double[] {0.5, Double.NaN, 1, 0}, silent(4), Track.Role.MAIN);

        // 37 of 50 pixels wide but for the gap of one.
        assertThat(Ink.count(image, area(), 0, 50)).isEqualTo(35 * 50);
        assertThat(Ink.count(image, area(), 50, 100)).isZero();
        assertThat(Ink.count(image, area(), 100, 150)).isEqualTo(35 * 100);
        assertThat(Ink.count(image, area(), 150, 200)).isZero();
    }

    @Test
    void aPixelOfThousandsOfBarsHasTheShareThatTheyFill() {
        double[] bars =
                IntStream.range(0, 8000).mapToDouble(i -> i % 4 == 0 ? 1 : 0.5).toArray();

        BufferedImage image = drawn(bars, silent(8000), Track.Role.MAIN);

        assertThat(Ink.count(image, area())).isEqualTo(WIDTH * HEIGHT / 2);
        assertThat(Ink.count(image, THEME.background().towards(area(), 0.25))).isEqualTo(WIDTH * HEIGHT / 2);
    }

    @Test
    void aTheoryOverThousandsOfBarsIsOneDashedLine() {
        double[] level = new double[8000];
        Arrays.fill(level, 0.5);

        BufferedImage image = drawn(silent(8000), level, Track.Role.MAIN);

        long columns = IntStream.range(0, WIDTH)
                .filter(x -> IntStream.range(0, HEIGHT)
                        .anyMatch(y -> new Colour(image.getRGB(x, y)).contrast(THEME.background()) > 2))
                .count();
        assertThat(columns).isBetween(WIDTH / 2L, WIDTH * 2L / 3);
    }

    @Test
    void anotherRunIsAnOutline() {
        BufferedImage image = drawn(new double[] {0.5, 1}, silent(2), Track.Role.GHOST);

        assertThat(Ink.share(image, THEME.background())).isBetween(0.01, 0.06);
    }
}
