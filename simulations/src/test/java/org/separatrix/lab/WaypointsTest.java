package org.separatrix.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WaypointsTest {
    private static final int ROOM = 8;

    /** An experiment whose state is its step. */
    private static final class Walk {
        final Waypoints waypoints = new Waypoints(ROOM, 1, to -> to[0] = this.step);
        int step;

        void go(int steps) {
            for (int i = 0; i < steps; i++) waypoints.look(++step);
        }

        List<Double> states() {
            return waypoints.states().stream().map(state -> state[0]).toList();
        }
    }

    @Property
    void theyAreEvenlySpacedFromTheStartAndEndWithThePresent(@ForAll @IntRange(max = 500) int steps) {
        var walk = new Walk();
        walk.go(steps);

        List<Double> states = walk.states();
        assertThat(states).hasSizeLessThanOrEqualTo(ROOM + 1);
        assertThat(states.getFirst()).isZero();
        assertThat(states.getLast()).isEqualTo(steps);
        double stride = states.size() > 2 ? states.get(1) : Math.max(1, steps);
        for (int k = 0; k < states.size() - 1; k++) assertThat(states.get(k)).isEqualTo(k * stride);
        assertThat(steps - states.get(states.size() - 2)).isLessThan(stride + 1);
        assertThat(stride).isLessThanOrEqualTo(Math.max(1, 2.0 * steps / ROOM));
    }

    @Test
    void whatIsGivenAwayDoesNotChange() {
        var walk = new Walk();
        walk.go(3);
        List<double[]> before = walk.waypoints.states();

        walk.go(100);

        assertThat(before).extracting(state -> state[0]).containsExactly(0.0, 1.0, 2.0, 3.0, 3.0);
    }
}
