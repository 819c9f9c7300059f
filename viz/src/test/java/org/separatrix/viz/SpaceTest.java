package org.separatrix.viz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.separatrix.lab.Scale;

class SpaceTest {
    private static final Span SHARES = new Span(0, 1, Scale.LINEAR);
    private static final Plane PLANE = new Plane(20, 10, 400, 300, SHARES, SHARES);

    private static Space seenFrom(double azimuth, double elevation) {
        return new Space(SHARES, SHARES, SHARES, 1, new Viewpoint(azimuth, elevation, 1, 1), PLANE);
    }

    @Test
    void theMiddleOfTheBoxIsInTheMiddleOfThePlane() {
        Space.Point middle = seenFrom(35, 30).ofShares(0.5, 0.5, 0.5);

        assertThat(middle.x()).isCloseTo(220, within(1e-9));
        assertThat(middle.y()).isCloseTo(160, within(1e-9));
    }

    @Test
    void fromStraightAboveTheFloorIsAMap() {
        Space above = seenFrom(0, 90);

        Space.Point right = above.ofShares(1, 0.5, 0.5);
        Space.Point away = above.ofShares(0.5, 1, 0.5);

        assertThat(right.y()).isCloseTo(160, within(1e-9));
        assertThat(away.x()).isCloseTo(220, within(1e-9));
        assertThat(right.x() - 220).isCloseTo(160 - away.y(), within(1e-9)).isPositive();
        assertThat(above.ofShares(0.5, 0.5, 1).nearness())
                .isGreaterThan(above.ofShares(0.5, 0.5, 0).nearness());
    }

    @Test
    void fromTheSideWhatIsHigherIsHigherAndWhatIsFarIsSmaller() {
        Space side = seenFrom(0, 0);

        double near = side.ofShares(1, 0, 0.5).x() - side.ofShares(0, 0, 0.5).x();
        double far = side.ofShares(1, 1, 0.5).x() - side.ofShares(0, 1, 0.5).x();

        assertThat(side.ofShares(0.5, 0.5, 1).y())
                .isLessThan(side.ofShares(0.5, 0.5, 0).y());
        // The eye is 4.5 edges from the middle, 4 from the near face and 5 from the far one.
        assertThat(near / far).isCloseTo(5.0 / 4, within(1e-12));
    }

    @Test
    void aQuarterTurnBringsOneAxisWhereTheOtherWas() {
        Space.Point before = seenFrom(0, 40).ofShares(0.9, 0.5, 0.2);
        Space.Point after = seenFrom(90, 40).ofShares(0.5, 0.9, 0.2);

        assertThat(after.x()).isCloseTo(before.x(), within(1e-9));
        assertThat(after.y()).isCloseTo(before.y(), within(1e-9));
    }

    @Property
    void noTurnTakesABoxOutOfThePlaneFarther(
            @ForAll @DoubleRange(min = -180, max = 180) double azimuth,
            @ForAll @DoubleRange(min = 0, max = 90) double elevation) {
        Space space = seenFrom(azimuth, elevation);
        for (int corner = 0; corner < 8; corner++) {
            Space.Point point = space.ofShares(corner & 1, corner >> 1 & 1, corner >> 2);
            assertThat(point.x()).isBetween(PLANE.left() - 20, PLANE.right() + 20);
            assertThat(point.y()).isBetween(PLANE.top() - 20, PLANE.bottom() + 20);
        }
    }

    @Property
    void theWallsStandBehindEverything(
            @ForAll @DoubleRange(min = -179, max = 179) double azimuth,
            @ForAll @DoubleRange(min = 0, max = 80) double elevation) {
        Space space = seenFrom(azimuth, elevation);
        double far = space.ofShares(space.farX(), space.farY(), 0).nearness();
        for (int corner = 0; corner < 4; corner++)
            assertThat(space.ofShares(corner & 1, corner >> 1, 0).nearness()).isGreaterThanOrEqualTo(far - 1e-12);
    }

    @Test
    void aViewpointStaysAboveTheFloorAndCountsItsTurnsRound() {
        Viewpoint low = Viewpoint.START.turned(0, -100);
        Viewpoint high = Viewpoint.START.turned(0, 100);

        assertThat(low.elevation()).isZero();
        assertThat(high.elevation()).isEqualTo(90);
        assertThat(Viewpoint.START.turned(180, 0).azimuth()).isEqualTo(-145);
        assertThat(Viewpoint.START.turned(720, 0)).isEqualTo(Viewpoint.START);
    }
}
