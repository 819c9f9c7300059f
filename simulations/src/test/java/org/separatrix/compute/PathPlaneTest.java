package org.separatrix.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PathPlaneTest {
    private static final int SIZE = 7;

    /** A path in the plane of two fixed directions, at (t, t squared). */
    private static List<double[]> parabola() {
        var states = new ArrayList<double[]>();
        for (int k = 0; k <= 10; k++) {
            double t = k / 10.0;
            double[] state = new double[SIZE];
            for (int i = 0; i < SIZE; i++) state[i] = 3 + t * Math.sin(i) + t * t * Math.cos(2 * i);
            states.add(state);
        }
        return states;
    }

    private static double inner(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) sum += x[i] * y[i];
        return sum;
    }

    private static void assertHolds(PathPlane plane, List<double[]> states) {
        double square = inner(plane.along(), plane.along());
        assertThat(inner(plane.along(), plane.across())).isCloseTo(0, within(1e-9 * square));
        assertThat(inner(plane.across(), plane.across())).isCloseTo(square, within(1e-9 * square));
        for (int k = 0; k < states.size(); k++) {
            for (int i = 0; i < SIZE; i++)
                assertThat(plane.origin()[i] + plane.x()[k] * plane.along()[i] + plane.y()[k] * plane.across()[i])
                        .isCloseTo(states.get(k)[i], within(1e-9));
        }
    }

    @Test
    void thePlaneThroughTheEndsHoldsAPlanePath() {
        PathPlane plane = PathPlane.throughEnds(parabola()).orElseThrow();

        assertHolds(plane, parabola());
        assertThat(plane.x()[0]).isZero();
        assertThat(plane.x()[10]).isCloseTo(1, within(1e-12));
        assertThat(plane.y()[10]).isCloseTo(0, within(1e-12));
    }

    @Test
    void thePrincipalPlaneHoldsAPlanePathAndHasThePresentAtItsOrigin() {
        PathPlane plane = PathPlane.principal(parabola()).orElseThrow();

        assertHolds(plane, parabola());
        assertThat(plane.x()[10]).isZero();
        assertThat(plane.y()[10]).isZero();
    }

    @Test
    void aStraightPathAndAStandingOneMakeNoPlane() {
        double[] from = new double[SIZE];
        double[] half = new double[SIZE];
        double[] to = new double[SIZE];
        for (int i = 0; i < SIZE; i++) {
            half[i] = i;
            to[i] = 2 * i;
        }

        assertThat(PathPlane.throughEnds(List.of(from, half, to))).isEmpty();
        assertThat(PathPlane.principal(List.of(from, half, to))).isEmpty();
        assertThat(PathPlane.throughEnds(List.of(to, to))).isEmpty();
        assertThat(PathPlane.principal(List.of(to, to))).isEmpty();
        assertThat(PathPlane.principal(List.of(to))).isEmpty();
    }
}
