package org.separatrix.viz;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrailTest {
    private static final Zoom NEAR = Zoom.of(new Range(1, 2), new Range(3, 4));
    private static final Zoom NEARER = Zoom.of(new Range(1.4, 1.6), new Range(3, 4));

    @Test
    void goingBackAndForthFindsWhatWasLookedAt() {
        Trail trail = Trail.START.to(NEAR).to(NEARER);

        assertThat(trail.back().now()).isEqualTo(NEAR);
        assertThat(trail.back().back().now()).isEqualTo(Zoom.ALL);
        assertThat(trail.back().forward()).isEqualTo(trail);
    }

    @Test
    void atEitherEndItStays() {
        assertThat(Trail.START.back()).isSameAs(Trail.START);
        assertThat(Trail.START.to(NEAR).forward().now()).isEqualTo(NEAR);
    }

    @Test
    void theMomentsOfOneGestureAreOneThingToGoBackFrom() {
        Trail trail = Trail.START.to(NEAR).amend(NEARER);

        assertThat(trail.back().now()).isEqualTo(Zoom.ALL);
        assertThat(trail.back().forward().now()).isEqualTo(NEARER);
    }

    @Test
    void somethingNewForgetsWhatGoingBackHasLeft() {
        Trail trail = Trail.START.to(NEAR).back().to(NEARER);

        assertThat(trail.future()).isEmpty();
        assertThat(trail.to(NEARER)).isSameAs(trail);
    }
}
