package org.separatrix.viz;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.separatrix.lab.Observable;
import org.separatrix.lab.Scale;
import org.separatrix.run.Recording;

class LookTest {
    private static final Recording RUN = Gallery.recorded(1, 200);
    private static final Recording OTHER = Gallery.recorded(1.5, 200);
    private static final Look LOOK = Look.of(Theme.LIGHT);
    private static final Part TRAIN = new Part.Of("train");
    private static final Part TEST = new Part.Of("test");
    private static final List<Part> PARTS = List.of(TRAIN, TEST, Part.THEORY);

    private static BufferedImage drawn(Chart chart) {
        var image = new BufferedImage(480, 320, BufferedImage.TYPE_INT_RGB);
        var g = image.createGraphics();
        g.setColor(Theme.LIGHT.background().awt());
        g.fillRect(0, 0, 480, 320);
        chart.draw(g, 480, 320);
        return image;
    }

    private static Layout layout(Chart chart) {
        return chart.draw(new BufferedImage(480, 320, BufferedImage.TYPE_INT_RGB).createGraphics(), 480, 320)
                .orElseThrow();
    }

    private static Chart chart(Observable<?> observable) {
        return Chart.of(observable, LOOK).with(List.of(Track.main(RUN)));
    }

    @Test
    void aPartIsHiddenAndShownAgain() {
        Look hidden = LOOK.toggled(TRAIN, PARTS);

        assertThat(hidden.shows(TRAIN)).isFalse();
        assertThat(hidden.shows(TEST)).isTrue();
        assertThat(hidden.toggled(TRAIN, PARTS)).isEqualTo(LOOK);
    }

    @Test
    void hidingTheLastSeriesShowsAll() {
        assertThat(LOOK.toggled(TRAIN, PARTS).toggled(TEST, PARTS)).isEqualTo(LOOK);
    }

    @Test
    void anIsolatedPartIsAloneAmongItsKindUntilItIsIsolatedAgain() {
        Look alone = LOOK.isolated(TEST, PARTS);

        assertThat(alone.hidden()).containsExactly(TRAIN);
        assertThat(alone.isolated(TEST, PARTS)).isEqualTo(LOOK);
        assertThat(alone.isolated(TRAIN, PARTS).hidden()).containsExactly(TEST);
    }

    @Test
    void whatIsHiddenIsNeitherDrawnNorReadNorTold() {
        Chart alone = chart(Gallery.LOSS).with(LOOK.isolated(TEST, PARTS).toggled(Part.THEORY, PARTS));

        assertThat(Ink.count(drawn(alone), Theme.LIGHT.series().get(0))).isZero();
        assertThat(Ink.count(drawn(alone), Theme.LIGHT.series().get(1))).isPositive();
        List<Reading> readings =
                alone.read(layout(alone).plane(), 20, 1).orElseThrow().readings();
        assertThat(readings).extracting(Reading::label).containsExactly("time τ", "test");
        assertThat(readings.getLast().theory()).isEmpty();
        assertThat(alone.summary()).contains("test").doesNotContain("train");
    }

    @Test
    void theLegendGoesOnNamingWhatIsHidden() {
        Chart all = chart(Gallery.LOSS);
        Chart alone = all.with(LOOK.isolated(TEST, PARTS));

        assertThat(layout(alone).parts()).isEqualTo(layout(all).parts());
        assertThat(layout(alone).legend())
                .filteredOn(spot -> !spot.shown())
                .extracting(Spot::part)
                .containsExactly(TRAIN);
    }

    @Test
    void anotherRunIsHiddenByItsName() {
        List<Track> both = List.of(Track.main(RUN), Track.ghost(OTHER, "rate = 1.5"));
        Part ghost = new Part.Run("rate = 1.5");
        Chart chart = chart(Gallery.LOSS).with(both);

        assertThat(layout(chart).parts()).contains(ghost);
        Chart without = chart.with(LOOK.toggled(ghost, layout(chart).parts()));
        assertThat(without.fromBelow()).extracting(Track::role).containsExactly(Track.Role.MAIN);
    }

    @Test
    void aLineOfAPortraitIsHiddenByItsName() {
        Chart chart = chart(Gallery.PLANE);
        Part separatrix = new Part.Of("separatrix");
        assertThat(chart.parts()).containsKeys(separatrix, new Part.Of("simulation"), Part.THEORY);

        Chart without =
                chart.with(LOOK.toggled(separatrix, List.copyOf(chart.parts().keySet())));

        assertThat(layout(without).legend())
                .filteredOn(spot -> !spot.shown())
                .extracting(Spot::part)
                .containsExactly(separatrix);
        assertThat(differing(drawn(without), drawn(chart))).isGreaterThan(200);
    }

    @Test
    void seriesTooManyForALegendCanBeHiddenAllTheSame() {
        Chart chart = chart(Gallery.MODES);
        List<Part> all = List.copyOf(chart.parts().keySet());

        Chart alone = chart.with(LOOK.isolated(all.getFirst(), all));

        assertThat(layout(chart).parts()).doesNotContainAnyElementsOf(all.subList(0, 12));
        assertThat(alone.shown().series()).hasSize(1);
        assertThat(differing(drawn(alone), drawn(chart))).isGreaterThan(200);
    }

    static List<Observable<?>> withSeries() {
        return Gallery.ALL.stream()
                .filter(observable -> observable.series().size() > 1)
                .filter(observable -> !Palette.of(Theme.LIGHT, observable).ordered())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("withSeries")
    void everyKindOfChartDrawsItsFirstSeriesAlone(Observable<?> observable) {
        Chart chart = chart(observable);
        Part first = new Part.Of(observable.series().getFirst().key());

        Chart alone = chart.with(LOOK.isolated(first, layout(chart).parts()));

        assertThat(layout(alone).legend())
                .filteredOn(Spot::shown)
                .extracting(Spot::part)
                .contains(first);
        assertThat(Ink.touchesRim(drawn(alone), Theme.LIGHT.background())).isFalse();
    }

    @Test
    void lockedColoursStandForTheSameNumbersWhateverTheValues() {
        Chart locked = chart(Gallery.SIGNED).with(LOOK.withRange(Optional.of(new Range(-2, 5))));

        assertThat(layout(locked).colours()).contains(new Span(-2, 5, Scale.LINEAR));
        assertThat(layout(locked.at(RUN.times()[10])).colours()).contains(new Span(-2, 5, Scale.LINEAR));
        assertThat(locked.look().withValue(Scale.LOG).range()).isEmpty();
    }

    @Test
    void contoursAreDrawnWhereTheyAreAskedFor() {
        Chart plain = chart(Gallery.SIGNED);

        assertThat(drawn(plain.with(LOOK.withContours(true))).getRGB(0, 0))
                .isEqualTo(drawn(plain).getRGB(0, 0));
        assertThat(differing(drawn(plain.with(LOOK.withContours(true))), drawn(plain)))
                .isGreaterThan(50);
    }

    @Test
    void aDivergingMapVanishesIntoTheGroundOfItsTheme() {
        assertThat(ColourMap.VIK.on(Theme.DARK)).isEqualTo(ColourMap.BERLIN);
        assertThat(ColourMap.BERLIN.on(Theme.LIGHT)).isEqualTo(ColourMap.VIK);
        assertThat(ColourMap.CIVIDIS.on(Theme.DARK)).isEqualTo(ColourMap.CIVIDIS);
    }

    @Test
    void aGridThatReachesZeroHasNoLogarithmicAxis() {
        assertThat(FieldChart.spacing(new double[] {0, 1}, Scale.LOG)).isEqualTo(Scale.LINEAR);
        assertThat(FieldChart.spacing(new double[] {1, 2}, Scale.LOG)).isEqualTo(Scale.LOG);
        assertThat(layout(chart(Gallery.PLANE)).x()).isEqualTo(Freedom.ZOOM);
    }

    private static int differing(BufferedImage one, BufferedImage other) {
        int count = 0;
        for (int x = 0; x < one.getWidth(); x++)
            for (int y = 0; y < one.getHeight(); y++) if (one.getRGB(x, y) != other.getRGB(x, y)) count++;
        return count;
    }
}
