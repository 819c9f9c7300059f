package org.separatrix.viz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.separatrix.lab.Cloud;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Curves;
import org.separatrix.lab.Data;
import org.separatrix.lab.Facts;
import org.separatrix.lab.Observable;
import org.separatrix.lab.Scale;
import org.separatrix.lab.Series;
import org.separatrix.run.Recording;
import org.separatrix.run.Run;

class ChartTest {
    private static final Recording RUN = Gallery.recorded(1, 400);
    private static final Recording OTHER = Gallery.recorded(5, 300);

    private static Chart chart(Observable<?> observable, Theme theme) {
        return Chart.of(observable, Look.of(theme)).with(List.of(Track.main(RUN)));
    }

    private record Drawn(BufferedImage image, Plane plane) {
        static Drawn of(Chart chart, double scale) {
            return of(chart, 480, 320, scale);
        }

        static Drawn of(Chart chart, int width, int height, double scale) {
            var image = new BufferedImage((int) (width * scale), (int) (height * scale), BufferedImage.TYPE_INT_RGB);
            Graphics2D g = image.createGraphics();
            g.setColor(chart.look().theme().background().awt());
            g.fillRect(0, 0, image.getWidth(), image.getHeight());
            g.scale(scale, scale);
            Plane plane = chart.draw(g, width, height).map(Layout::plane).orElse(null);
            g.dispose();
            return new Drawn(image, plane);
        }

        int[] pixels() {
            return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        }
    }

    static Stream<Arguments> everyKindThemeAndSize() {
        return Gallery.ALL.stream()
                .flatMap(observable -> Stream.of(Theme.values())
                        .flatMap(theme -> Stream.of(new int[] {320, 220}, new int[] {480, 320}, new int[] {1600, 1000})
                                .map(size -> Arguments.of(observable.key(), observable, theme, size))));
    }

    @ParameterizedTest(name = "{0} {2} {3}")
    @MethodSource("everyKindThemeAndSize")
    void everyKindIsDrawnWithoutBeingCutOff(String key, Observable<?> observable, Theme theme, int[] size) {
        Chart chart = chart(observable, theme)
                .with(List.of(Track.main(RUN), Track.ghost(OTHER, "rate 5"), Track.pinned(OTHER, "pinned")));

        var image = Figure.of(chart).sized(size[0], size[1]).image(1);

        assertThat(Ink.share(image, theme.background())).isBetween(0.002, 0.9);
        assertThat(Ink.touchesRim(image, theme.background())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"320, 220", "1200, 300", "300, 900"})
    void aUnitOfAnIsometricCloudHasAsManyPixelsAcrossAsAlong(int width, int height) {
        Cloud free = Gallery.CLOUD;
        var isometric = new Cloud(free.key(), free.title(), free.axes(), free.series(), Set.of(), true);

        Plane plane = Drawn.of(chart(isometric, Theme.LIGHT), width, height, 1).plane();
        Plane filled = Drawn.of(chart(free, Theme.LIGHT), width, height, 1).plane();

        // Planes lie on whole pixels, and show two units or more.
        var wholePixels = within(1.0);
        assertThat(unitAcross(plane)).isCloseTo(unitAlong(plane), wholePixels);
        assertThat(unitAcross(filled)).isNotCloseTo(unitAlong(filled), within(10.0));
        assertThat(plane.x()).isEqualTo(filled.x());
        assertThat(plane.y()).isEqualTo(filled.y());
        assertThat(unitAcross(plane)).isCloseTo(Math.min(unitAcross(filled), unitAlong(filled)), wholePixels);
    }

    @Test
    void ofTrailsThatLieOnEachOtherEachIsSeen() {
        Theme theme = Theme.LIGHT;
        BufferedImage image = Drawn.of(chart(Gallery.RINGS, theme), 4).image;
        BufferedImage plot = image.getSubimage(0, 4 * 50, image.getWidth(), image.getHeight() - 4 * 50);
        Palette palette = Palette.of(theme, Gallery.RINGS);

        long below = Ink.count(plot, palette.colour(0));
        long above = Ink.count(plot, palette.colour(1));
        long apart = Ink.count(plot, palette.colour(2));

        assertThat(below / (double) above).isBetween(0.8, 1.25);
        assertThat(apart / (double) (below + above)).isBetween(1.6, 2.4);
    }

    private static double unitAcross(Plane plane) {
        return plane.pixelX(1) - plane.pixelX(0);
    }

    private static double unitAlong(Plane plane) {
        return plane.pixelY(0) - plane.pixelY(1);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsUncertainHasABandOfItsHue(Theme theme) {
        Colour band =
                theme.background().towards(Palette.of(theme, Gallery.OVERLAP).colour(5), 0.22);

        assertThat(Ink.count(Drawn.of(chart(Gallery.OVERLAP, theme), 1).image, band))
                .isGreaterThan(200);
        assertThat(Ink.count(Drawn.of(chart(Gallery.LOSS, theme), 1).image, band))
                .isLessThan(100);
    }

    @ParameterizedTest
    @EnumSource
    void simulationIsSolidAndTheoryDashedInTheSameHue(Theme theme) {
        Palette palette = Palette.of(theme, Gallery.LOSS);
        Drawn drawn = Drawn.of(chart(Gallery.LOSS, theme), 4);
        int from = (int) (4 * drawn.plane.pixelX(500));
        int to = (int) (4 * drawn.plane.pixelX(2500));

        assertThat(inked(drawn.image, palette.colour(1), from, to)).isEqualTo(1);
        assertThat(inked(drawn.image, palette.theory(1), from, to)).isBetween(0.3, 0.8);
        assertThat(hue(palette.theory(1))).isBetween(hue(palette.colour(1)) - 0.02, hue(palette.colour(1)) + 0.02);
    }

    /** The share of columns in which a colour is seen. */
    private static double inked(BufferedImage image, Colour colour, int from, int to) {
        return IntStream.range(from, to)
                        .filter(x -> Ink.count(image, colour, x, x + 1) > 0)
                        .count()
                / (double) (to - from);
    }

    private static double hue(Colour colour) {
        return Color.RGBtoHSB(colour.red(), colour.green(), colour.blue(), null)[0];
    }

    @Test
    void aGhostIsFadedBelowTheRun() {
        Theme theme = Theme.LIGHT;
        Colour faded = theme.background().towards(theme.series().getFirst(), 0.28);
        Chart alone = chart(Gallery.LOSS, theme);

        Chart both = alone.with(List.of(Track.main(RUN), Track.ghost(OTHER, "rate 5")));

        assertThat(Ink.count(Drawn.of(both, 2).image, faded))
                .isGreaterThan(5 * Ink.count(Drawn.of(alone, 2).image, faded));
    }

    @Test
    void aSeriesThatTheRunBeforeDidNotHaveIsDrawnOfTheNextAlone() {
        var series = new ArrayList<>(Gallery.LOSS.series());
        series.add(Series.of("newcomer", "newcomer", 5));
        var more = new Curves("loss", "Loss", Gallery.LOSS.time(), Gallery.LOSS.value(), series, Gallery.LOSS.style());

        Drawn drawn = Drawn.of(chart(more, Theme.LIGHT), 2);

        assertThat(drawn.plane).isEqualTo(Drawn.of(chart(Gallery.LOSS, Theme.LIGHT), 2).plane);
        assertThat(Ink.count(drawn.image, Theme.LIGHT.series().getFirst())).isPositive();
    }

    @Test
    void nothingIsDrawnBeyondTheCursor() {
        Colour hue = Theme.LIGHT.series().get(1);
        Chart chart = chart(Gallery.LOSS, Theme.LIGHT);
        Drawn whole = Drawn.of(chart, 1);
        Drawn part = Drawn.of(chart.at(100), 1);
        int cursor = (int) part.plane.pixelX(100) + 3;

        assertThat(part.plane).isEqualTo(whole.plane);
        assertThat(belowHeading(whole.image, hue, cursor)).isGreaterThan(50);
        assertThat(belowHeading(part.image, hue, cursor)).isZero();
    }

    private static long belowHeading(BufferedImage image, Colour colour, int fromColumn) {
        var plot = image.getSubimage(0, 30, image.getWidth(), image.getHeight() - 30);
        return Ink.count(plot, colour, fromColumn, plot.getWidth());
    }

    @Test
    void anEventIsADottedVertical() {
        Theme theme = Theme.LIGHT;
        Drawn drawn = Drawn.of(chart(Gallery.LOSS, theme), 4);
        Colour dots = theme.background().towards(theme.muted(), 0.8);
        int x = (int) (4 * drawn.plane.pixelX(900));

        long inked = Ink.count(drawn.image, dots, x, x + 1);

        assertThat(inked / (4 * drawn.plane.height())).isBetween(0.2, 0.5);
        assertThat(Ink.count(drawn.image, dots, x + 20, x + 21)).isLessThan(inked / 10);
    }

    @Test
    void whatIsAddedIsDrawnAsIfItHadAlwaysBeenThere() {
        try (Run run = Run.open(new Gallery(), new Gallery().standard(), Data.NONE, Compute.AUTO, Runnable::run)) {
            Chart kept = Chart.of(Gallery.LOSS, Look.of(Theme.LIGHT)).with(List.of(Track.main(run.recording())));
            for (int i = 0; i < 5; i++) {
                run.step(1 + 40 * i);
                Drawn.of(kept, 1);
            }

            Chart fresh = Chart.of(Gallery.LOSS, Look.of(Theme.LIGHT)).with(List.of(Track.main(run.recording())));

            assertThat(Drawn.of(kept, 1).pixels()).isEqualTo(Drawn.of(fresh, 1).pixels());
        }
    }

    @Test
    void theVersionTellsWhetherThereIsNews() {
        try (Run run = Run.open(new Gallery(), new Gallery().standard(), Data.NONE, Compute.AUTO, Runnable::run)) {
            Chart chart = Chart.of(Gallery.LOSS, Look.of(Theme.LIGHT)).with(List.of(Track.main(run.recording())));
            Object before = chart.version();

            assertThat(chart.at(Double.NaN).version()).isEqualTo(before);
            assertThat(chart.at(1).version()).isNotEqualTo(before);
            assertThat(chart.with(Look.of(Theme.DARK)).version()).isNotEqualTo(before);
            run.step(1);
            assertThat(chart.version()).isNotEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aChartWithoutDataHasWordsAndNoNumbers(Theme theme) {
        for (Observable<?> observable : Gallery.ALL) {
            if (observable instanceof Facts) continue;
            Drawn drawn = Drawn.of(Chart.of(observable, Look.of(theme)), 1);

            assertThat(Ink.count(drawn.image, theme.muted())).isPositive();
            assertThat(Ink.touchesRim(drawn.image, theme.background())).isFalse();
        }
    }

    @Test
    void theLookOverridesWhatIsDeclared() {
        Look look = Look.of(Theme.LIGHT).withX(Scale.LINEAR).withY(Scale.LINEAR);

        Plane plane = Drawn.of(chart(Gallery.LOSS, Theme.LIGHT).with(look), 1).plane;

        assertThat(plane.x().scale()).isEqualTo(Scale.LINEAR);
        assertThat(plane.y().min()).isZero();
    }

    @Test
    void aZoomShowsItsPartOfThePlane() {
        Look look = Look.of(Theme.LIGHT).withZoom(Zoom.of(new Range(10, 100), new Range(0.1, 1)));
        Look impossible = Look.of(Theme.LIGHT).withZoom(Zoom.of(new Range(-1, 100), new Range(-1, 1)));

        assertThat(Drawn.of(chart(Gallery.LOSS, Theme.LIGHT).with(look), 1)
                        .plane
                        .x())
                .isEqualTo(new Span(10, 100, Scale.LOG));
        assertThat(Drawn.of(chart(Gallery.LOSS, Theme.LIGHT).with(impossible), 1).plane)
                .isEqualTo(Drawn.of(chart(Gallery.LOSS, Theme.LIGHT), 1).plane);
    }

    @Test
    void aStackIsAsHighAsItsPartsTogetherAndShownUpToALittleAboveItsTheory() {
        Drawn drawn = Drawn.of(chart(Gallery.STACK, Theme.LIGHT), 1);
        Palette palette = Palette.of(Theme.LIGHT, Gallery.STACK);
        int x = (int) drawn.plane.pixelX(0);

        assertThat(drawn.plane.y().max()).isBetween(4.0, 6.0);
        assertThat(Ink.count(drawn.image, palette.area(0), x, x + 1) / drawn.plane.height())
                .isCloseTo(1 / drawn.plane.y().max(), within(0.02));
        assertThat(Ink.count(drawn.image, palette.area(4), x, x + 1) / drawn.plane.height())
                .isCloseTo(1.5 / drawn.plane.y().max(), within(0.02));
    }

    @Test
    void basinsAreFaintlyTinted() {
        Drawn drawn = Drawn.of(chart(Gallery.PLANE, Theme.LIGHT), 1);
        double plot = drawn.plane.width() * drawn.plane.height();

        for (int family = 2; family < 4; family++) {
            Colour tint = Theme.LIGHT.background().towards(Theme.LIGHT.series().get(family), 0.16);
            assertThat(Ink.count(drawn.image, tint, 0, 480) / plot).isBetween(0.15, 0.75);
        }
    }

    @Test
    void aLightHasTheColourOfItsJudgement() {
        Drawn drawn = Drawn.of(chart(Gallery.FACTS, Theme.DARK), 2);

        for (Colour light : List.of(Theme.DARK.good(), Theme.DARK.warning(), Theme.DARK.bad()))
            assertThat(Ink.count(drawn.image, light)).isGreaterThan(100);
    }

    @Test
    void theSpectrumSaysWhatLiesBeyondIt() {
        Drawn drawn = Drawn.of(chart(Gallery.MANY, Theme.LIGHT), 1);

        assertThat(drawn.plane.x().max()).isLessThan(4);
    }

    @Test
    void theLegendNamesATheoryOnlyWhereItSaysSomething() {
        assertThat(legend(Gallery.LOSS)).contains(Part.THEORY);
        assertThat(legend(Gallery.UNBOUNDED)).doesNotContain(Part.THEORY);
    }

    private static List<Part> legend(Observable<?> observable) {
        Graphics2D g = new BufferedImage(480, 320, BufferedImage.TYPE_INT_RGB).createGraphics();
        try {
            return chart(observable, Theme.LIGHT).draw(g, 480, 320).orElseThrow().legend().stream()
                    .map(Spot::part)
                    .toList();
        } finally {
            g.dispose();
        }
    }

    @Test
    void aFigureIsAFileOfTwoPixelsForOne() throws java.io.IOException {
        byte[] png = Figure.of(chart(Gallery.LOSS, Theme.LIGHT)).png();

        var image = javax.imageio.ImageIO.read(new java.io.ByteArrayInputStream(png));

        assertThat(image.getWidth()).isEqualTo(1440);
        assertThat(image.getHeight()).isEqualTo(960);
        assertThat(Figure.of(chart(Gallery.LOSS, Theme.LIGHT)).png()).isEqualTo(png);
    }
}
