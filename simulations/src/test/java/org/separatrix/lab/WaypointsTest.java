package org.separatrix.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
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

    private static List<double[]> way(int steps, DoubleFunction<double[]> path) {
        int[] now = {0};
        var waypoints = new Waypoints(48, 2, to -> System.arraycopy(path.apply(now[0]), 0, to, 0, 2));
        for (now[0] = 1; now[0] <= steps; now[0]++) waypoints.look(now[0]);
        List<double[]> states = waypoints.states();
        // The present state lies wherever the way has come to.
        return states.subList(0, states.size() - 1);
    }

    private static double[] distances(List<double[]> states) {
        return IntStream.range(1, states.size())
                .mapToDouble(k ->
                        Math.hypot(states.get(k)[0] - states.get(k - 1)[0], states.get(k)[1] - states.get(k - 1)[1]))
                .toArray();
    }

    @Test
    void aWayThatSlowsDownIsSeenEvenly() {
        List<double[]> states = way(100_000, step -> {
            double angle = 3 * (1 - Math.exp(-step / 300));
            return new double[] {Math.cos(angle), Math.sin(angle)};
        });

        assertThat(states).hasSizeBetween(20, 48);
        assertThat(states.getFirst()).containsExactly(1, 0);
        double[] distances = distances(states);
        assertThat(Arrays.stream(distances).max().orElseThrow())
                .isLessThan(2 * Arrays.stream(distances).min().orElseThrow());
    }

    @Test
    void aJumpAfterALongPlateauIsSeenEvenly() {
        List<double[]> states =
                way(100_000, step -> new double[] {Math.tanh((step - 60_000) / 4_000), step / 1_000_000});

        assertThat(states).hasSizeBetween(20, 48);
        assertThat(Arrays.stream(distances(states)).max().orElseThrow()).isLessThan(0.15);
    }

    @Test
    void aWayThatRestsIsOneState() {
        assertThat(way(1_000, _ -> new double[] {1, 2})).containsExactly(new double[] {1, 2});
    }

    @Test
    void aStateThatHasOverflownIsLeftOut() {
        List<double[]> states = way(
                200, step -> step < 100 ? new double[] {step, 0} : new double[] {Double.NaN, Double.POSITIVE_INFINITY});

        assertThat(states).isNotEmpty().allSatisfy(state -> assertThat(state[0]).isLessThan(100));
    }
}
