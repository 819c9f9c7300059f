package org.separatrix.viz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.separatrix.lab.Field;
import org.separatrix.lab.Scale;

class GroundTest {
    private static final Span AXIS = new Span(0, 2, Scale.LINEAR);
    private static final Span HEIGHTS = new Span(0, 4, Scale.LINEAR);
    private static final Plane PLANE =
            new Plane(0, 0, 300, 200, new Span(0, 1, Scale.LINEAR), new Span(0, 1, Scale.LINEAR));
    private static final Space SPACE = new Space(AXIS, AXIS, HEIGHTS, 1, Viewpoint.START, PLANE);

    private static Ground ground(double... values) {
        return new Ground(new Field.Values(new double[] {0, 1, 2}, new double[] {0, 2}, values), SPACE);
    }

    @Test
    void betweenGridPointsTheHeightIsBilinear() {
        Space.Point seen = ground(0, 2, 4, 0, 2, 4).at(0.5, 1.5);

        Space.Point there = SPACE.at(0.5, 1.5, 1);
        assertThat(seen.x()).isCloseTo(there.x(), within(1e-9));
        assertThat(seen.y()).isCloseTo(there.y(), within(1e-9));
    }

    @Test
    void besideTheSurfaceInAHoleOfItAndAboveTheBoxThereIsNoPlace() {
        assertThat(ground(0, 1, 2, 0, 1, 2).at(2.1, 1).exists()).isFalse();
        assertThat(ground(0, 1, Double.NaN, 0, 1, 2).at(1.5, 1).exists()).isFalse();
        assertThat(ground(8, 8, 8, 8, 8, 8).at(1, 1).exists()).isFalse();
    }

    @Test
    void aStraightPathBendsWithTheSurface() {
        var points = ground(0, 4, 0, 0, 4, 0).along(new double[] {0, 2}, new double[] {1, 1});

        assertThat(points).hasSizeGreaterThanOrEqualTo(3);
        assertThat(points)
                .anySatisfy(point ->
                        assertThat(point.x()).isCloseTo(SPACE.at(1, 1, 4).x(), within(1e-9)));
    }
}
