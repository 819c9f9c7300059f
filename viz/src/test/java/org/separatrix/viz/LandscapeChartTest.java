package org.separatrix.viz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.separatrix.lab.Axis;
import org.separatrix.lab.Box;
import org.separatrix.lab.Landscape;
import org.separatrix.lab.Line;
import org.separatrix.lab.Mark;
import org.separatrix.lab.Scale;
import org.separatrix.lab.Series;

class LandscapeChartTest {
    private static final Landscape BOWL = landscape(
            List.of(new Landscape.Surface(Series.of("train", "Training loss", 0), (x, y) -> 0.05 + x * x + y * y)));
    private static final Landscape PAIR = landscape(List.of(
            BOWL.surfaces().getFirst(),
            new Landscape.Surface(Series.of("test", "Test loss", 1), (x, y) -> 1 + x * x + y * y)));

    private static Landscape landscape(List<Landscape.Surface> surfaces) {
        return new Landscape(
                "plane",
                "Plane of the path",
                Axis.linear("first weight"),
                Axis.linear("second weight"),
                Axis.linear("loss"),
                new Box(-1, 1, -1, 1),
                surfaces,
                List.of(new Line("path", Line.Role.ORBIT, new double[] {-0.8, 0}, new double[] {0.6, 0})),
                List.of(new Mark("now", Mark.Role.NOW, 0, 0)));
    }

    private static LandscapeChart chart(Landscape landscape, Theme theme) {
        Look look = Look.of(theme).withContours(true).withRelief(true);
        return new LandscapeChart(landscape, landscape.onGrid(61, 61), look);
    }

    private static BufferedImage image(LandscapeChart chart) {
        return new Figure(chart, chart.look().theme().background(), 480, 360).image(1);
    }

    private static boolean alike(BufferedImage one, BufferedImage other) {
        return java.util.Arrays.equals(
                one.getRGB(0, 0, 480, 360, null, 0, 480), other.getRGB(0, 0, 480, 360, null, 0, 480));
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void aSurfaceHasInkInTheMiddleAndNoneAtTheRim(Theme theme) {
        BufferedImage image = image(chart(BOWL, theme));

        assertThat(Ink.share(image.getSubimage(160, 160, 160, 80), theme.background()))
                .isGreaterThan(0.9);
        assertThat(Ink.touchesRim(image, theme.background())).isFalse();
    }

    @Test
    void turningNearingAndExaggeratingChangeThePictureAndComingBackRestoresIt() {
        LandscapeChart chart = chart(BOWL, Theme.LIGHT);
        BufferedImage start = image(chart);
        for (Viewpoint other : List.of(
                Viewpoint.START.turned(20, 0),
                Viewpoint.START.turned(0, 20),
                Viewpoint.START.nearer(1.5),
                Viewpoint.START.higher(1.5)))
            assertThat(alike(image(chart.with(chart.look().withViewpoint(other))), start))
                    .as("from " + other)
                    .isFalse();

        Viewpoint back = Viewpoint.START.turned(20, 5).turned(-20, -5);
        assertThat(alike(image(chart.with(chart.look().withViewpoint(back))), start))
                .isTrue();
    }

    @Test
    void aPictureInSpaceMayBeTurnedAndAMapMayNot() {
        LandscapeChart relief = chart(BOWL, Theme.LIGHT);
        LandscapeChart map = relief.with(relief.look().withRelief(false));
        var g = new BufferedImage(480, 360, BufferedImage.TYPE_INT_RGB).createGraphics();

        assertThat(relief.draw(g, 480, 360).orElseThrow().inSpace()).isTrue();
        assertThat(map.draw(g, 480, 360).orElseThrow().inSpace()).isFalse();
    }

    @Test
    void aPairOfSurfacesHasALegendThatHidesEach() {
        LandscapeChart pair = chart(PAIR, Theme.LIGHT);
        var g = new BufferedImage(480, 360, BufferedImage.TYPE_INT_RGB).createGraphics();
        List<Part> parts = pair.draw(g, 480, 360).orElseThrow().parts();

        assertThat(parts).containsExactly(new Part.Of("train"), new Part.Of("test"));
        LandscapeChart alone = pair.with(pair.look().toggled(parts.get(1), parts));
        assertThat(alike(image(alone), image(pair))).isFalse();
    }

    @Test
    void eachOfAPairKeepsItsHueAndTheLowerOneIsSeenThroughTheUpper() {
        Look above = Look.of(Theme.LIGHT).withRelief(true).withViewpoint(new Viewpoint(0, 90, 1, 1));
        LandscapeChart pair = chart(PAIR, Theme.LIGHT).with(above);
        LandscapeChart upper =
                chart(PAIR.only(PAIR.surfaces().get(1)), Theme.LIGHT).with(above);

        int mixed = image(pair).getRGB(190, 190);

        assertThat(mixed >> 16 & 255).as("more red than blue, as vermilion is").isGreaterThan(mixed & 255);
        assertThat(mixed).isNotEqualTo(image(upper).getRGB(190, 190));
    }

    @Test
    void heightsMayBeLogarithmic() {
        LandscapeChart chart = chart(BOWL, Theme.LIGHT);

        assertThat(alike(image(chart.with(chart.look().withValue(Scale.LOG))), image(chart)))
                .isFalse();
    }

    @Test
    void aLandscapeWithoutAnyHeightIsDrawnWithoutASurface() {
        Landscape nothing =
                landscape(List.of(new Landscape.Surface(Series.of("train", "Training loss", 0), (_, _) -> Double.NaN)));

        assertThat(Ink.share(image(chart(nothing, Theme.LIGHT)), Theme.LIGHT.background()))
                .isBetween(0.01, 0.9);
    }

    @Test
    void theSummaryTellsTheRangeOfEachSurface() {
        assertThat(chart(PAIR, Theme.LIGHT).summary())
                .isEqualTo("Plane of the path: loss over first weight and second weight, Training loss 0.05 to 2.05,"
                        + " Test loss 1 to 3; now at (0, 0).");
    }

    @Test
    void whatIsSeenOfASurfaceIsReadToItsLastDigit() {
        LandscapeChart chart = chart(BOWL, Theme.LIGHT);
        Plane plane = plane(chart);
        for (double x : new double[] {0.4, 0.5, 0.6}) {
            List<Reading> read = chart.read(plane, x, 0.5).orElseThrow().readings();
            double first = number(read.get(0));
            double second = number(read.get(1));
            assertThat(number(read.get(2))).isCloseTo(0.05 + first * first + second * second, within(1e-5));
        }
    }

    @Test
    void aReadingLiesOnThePictureWhereItIsAskedFor() {
        LandscapeChart chart = chart(PAIR, Theme.LIGHT);

        Probe probe = chart.read(plane(chart), 0.45, 0.7).orElseThrow();

        assertThat(probe.readings().stream().map(Reading::label))
                .containsExactly("first weight", "second weight", "Training loss", "Test loss");
        assertThat(probe.x()).isCloseTo(0.45, within(0.03));
        assertThat(probe.readings().subList(2, 4))
                .anySatisfy(reading -> assertThat(reading.ordinate()).isCloseTo(0.7, within(0.03)));
    }

    @Test
    void ofWhatASurfaceHidesOfItselfTheForemostPartIsRead() {
        LandscapeChart level = chart(BOWL, Theme.LIGHT)
                .with(Look.of(Theme.LIGHT).withRelief(true).withViewpoint(new Viewpoint(0, 2, 1, 1)));

        List<Reading> read = level.read(plane(level), 0.5, 0.4).orElseThrow().readings();

        assertThat(number(read.get(1))).isNegative();
    }

    @Test
    void besideASurfaceThereIsNothingToRead() {
        LandscapeChart chart = chart(BOWL, Theme.LIGHT);

        assertThat(chart.read(plane(chart), 0.01, 0.99)).isEmpty();
    }

    private static double number(Reading reading) {
        return Double.parseDouble(reading.value().replace('−', '-'));
    }

    private static Plane plane(LandscapeChart chart) {
        var g = new BufferedImage(480, 360, BufferedImage.TYPE_INT_RGB).createGraphics();
        return chart.draw(g, 480, 360).orElseThrow().plane();
    }

    @Test
    void anyFieldCanBeSeenAsASurface() {
        Chart flat =
                Chart.of(Gallery.POSITIVE, Look.of(Theme.LIGHT)).with(List.of(Track.main(Gallery.recorded(1, 50))));
        Chart relief = flat.with(flat.look().withRelief(true));
        var g = new BufferedImage(480, 360, BufferedImage.TYPE_INT_RGB).createGraphics();

        assertThat(relief.draw(g, 480, 360).orElseThrow().inSpace()).isTrue();
        assertThat(flat.draw(g, 480, 360).orElseThrow().inSpace()).isFalse();
        Plane plane = relief.draw(g, 480, 360).orElseThrow().plane();
        assertThat(relief.read(plane, 0.5, 0.5)).isPresent();
    }
}
