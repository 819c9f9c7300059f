package org.separatrix.viz;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.AffineTransform;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.separatrix.lab.Field;
import org.separatrix.lab.Scale;

class DepthImageTest {
    private static final Span SHARES = new Span(0, 1, Scale.LINEAR);
    private static final Plane PLANE = new Plane(0, 0, 100, 100, SHARES, SHARES);
    private static final Raster FRAME = new Raster(0, 0, 100, 100, new AffineTransform());
    private static final Colour LOW = new Colour(0x0000FF);
    private static final Colour HIGH = new Colour(0xFF0000);
    private static final Shades SHADES = new Shades(share -> share < 0.5 ? LOW : HIGH, List.of(0.5));

    private static Space seenFrom(double azimuth, double elevation) {
        return new Space(SHARES, SHARES, SHARES, 1, new Viewpoint(azimuth, elevation, 1, 1), PLANE);
    }

    private static DepthImage drawn(Space space, int points, DoubleBinaryOperator height) {
        var image = new DepthImage(FRAME);
        image.draw(new Mesh(grid(points, height), space), SHADES);
        return image;
    }

    private static Field.Values grid(int points, DoubleBinaryOperator height) {
        double[] at =
                IntStream.range(0, points).mapToDouble(i -> i / (points - 1.0)).toArray();
        double[] values = new double[points * points];
        for (int i = 0; i < points; i++)
            for (int j = 0; j < points; j++) values[i * points + j] = height.applyAsDouble(at[j], at[i]);
        return new Field.Values(at, at, values);
    }

    /** The pixel of a buffer where a place of the box is seen. */
    private static int pixel(DepthImage image, Space.Point at) {
        int column = (int) (at.x() * DepthImage.FINE);
        return (int) (at.y() * DepthImage.FINE) * image.width() + column;
    }

    private static boolean red(int argb) {
        return (argb >> 16 & 255) > (argb & 255);
    }

    private static long covered(DepthImage image) {
        return IntStream.range(0, image.width() * image.height())
                .filter(pixel -> image.colour(pixel) != 0)
                .count();
    }

    @Test
    void aRidgeHidesWhatLiesBehindIt() {
        Space side = seenFrom(0, 10);
        DepthImage image = drawn(side, 41, (x, y) -> Math.exp(-200 * (y - 0.4) * (y - 0.4)));

        Space.Point behind = side.ofShares(0.5, 0.7, 0);

        assertThat(image.shows(behind, 0.004)).isFalse();
        assertThat(image.shows(side.ofShares(0.5, 0.4, 1), 0.004)).isTrue();
        assertThat(image.nearness(pixel(image, behind))).isGreaterThan((float) behind.nearness());
    }

    @Test
    void theOrderInWhichCellsAreDrawnDoesNotShow() {
        DoubleBinaryOperator ridge = (x, y) -> Math.exp(-100 * (y - 0.3) * (y - 0.3)) * 0.9;
        DepthImage there = drawn(seenFrom(0, 20), 31, ridge);
        DepthImage back = drawn(seenFrom(180, 20), 31, (x, y) -> ridge.applyAsDouble(1 - x, 1 - y));

        long different = IntStream.range(0, there.width() * there.height())
                .filter(pixel -> Math.abs(there.nearness(pixel) - back.nearness(pixel)) > 1e-3)
                .count();

        assertThat(different).isLessThan(covered(there) / 200);
    }

    @Test
    void aSurfaceHasNoCracks() {
        Space above = seenFrom(20, 90);
        DepthImage image = drawn(above, 17, (x, y) -> 0.5 + 0.4 * Math.sin(9 * x) * Math.cos(7 * y));

        for (int i = 5; i <= 95; i++)
            for (int j = 5; j <= 95; j++) {
                int pixel = pixel(image, above.ofShares(j / 100.0, i / 100.0, 0.5));
                assertThat(image.colour(pixel)).isNotZero();
            }
    }

    @Test
    void whereAHeightIsNotFiniteThereIsAHole() {
        Space above = seenFrom(0, 90);
        for (double nothing : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            DepthImage image = drawn(above, 21, (x, y) -> Math.hypot(x - 0.5, y - 0.5) < 0.15 ? nothing : 0);

            assertThat(image.colour(pixel(image, above.ofShares(0.5, 0.5, 0)))).isZero();
            assertThat(image.colour(pixel(image, above.ofShares(0.1, 0.1, 0)))).isNotZero();
        }
    }

    @Test
    void whatIsHigherThanTheBoxIsCutOff() {
        Space side = seenFrom(0, 0);
        DepthImage image = drawn(side, 21, (x, y) -> 4 * x);

        int above = (int) (side.ofShares(0.5, 0, 1).y() * DepthImage.FINE) - 8;

        for (int pixel = 0; pixel < above * image.width(); pixel++)
            assertThat(image.colour(pixel)).isZero();
        assertThat(covered(image)).isPositive();
    }

    @Test
    void coloursAndLinesFollowTheHeight() {
        Space above = seenFrom(0, 90);
        DepthImage image = drawn(above, 21, (x, y) -> x);

        int low = pixel(image, above.ofShares(0.3, 0.5, 0.3));
        int high = pixel(image, above.ofShares(0.7, 0.5, 0.7));

        assertThat(red(image.colour(low))).isFalse();
        assertThat(red(image.colour(high))).isTrue();
        assertThat(IntStream.rangeClosed(low, high).filter(image::line).count()).isEqualTo(1);
    }
}
