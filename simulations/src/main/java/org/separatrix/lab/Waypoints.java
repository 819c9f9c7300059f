package org.separatrix.lab;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * States of an experiment that lie about evenly along its way, however its pace changes, for landscapes. They have room
 * that is allocated once. States are looked at more and more seldom, in proportion to the steps done; one is kept where it
 * lies far enough from the one kept before. When the room is full, that distance grows, and states that lie closer go.
 */
public final class Waypoints {
    /** How many states at least are looked at while the number of steps doubles; a way turns less often than that. */
    private static final int LOOKS = 512;

    private final Consumer<double[]> present;
    private final int room;

    /** Those kept, and behind them one to write the present state to. */
    private final double[][] states;

    private int length;
    private double spacing;
    private long next;

    /**
     * Waypoints of which the first is the present state.
     *
     * @param room how many there are at the most, an even number
     * @param size the numbers of a state
     * @param present writes down the present state
     */
    public Waypoints(int room, int size, Consumer<double[]> present) {
        this.present = present;
        this.room = room;
        states = new double[room + 1][size];
        look(0);
    }

    /** Looks at the present state, which is that after so many steps; allocates nothing. */
    public void look(long step) {
        if (step < next) return;
        next = step + 1 + step / LOOKS;
        double[] state = states[length];
        present.accept(state);
        if (length > 0 && !far(states[length - 1], state)) return;
        if (length == room) {
            thin();
            if (!far(states[length - 1], state)) return;
            states[room] = states[length];
            states[length] = state;
        }
        length++;
    }

    /** What rests stays where it is, and a state that has overflown is nowhere. */
    private boolean far(double[] from, double[] to) {
        double distance = distance(from, to);
        return distance >= spacing && distance > 0 && distance < Double.POSITIVE_INFINITY;
    }

    /** At twice the mean distance, half of the room is enough. */
    private void thin() {
        double total = 0;
        for (int k = 1; k < length; k++) total += distance(states[k - 1], states[k]);
        spacing = 2 * total / (length - 1);
        int left = 1;
        for (int k = 1; k < length; k++) {
            if (!far(states[left - 1], states[k])) continue;
            double[] swapped = states[left];
            states[left++] = states[k];
            states[k] = swapped;
        }
        length = left;
    }

    private static double distance(double[] from, double[] to) {
        double sum = 0;
        for (int i = 0; i < from.length; i++) sum += (to[i] - from[i]) * (to[i] - from[i]);
        return Math.sqrt(sum);
    }

    /** The states that are kept and the present one, oldest first, as copies. */
    public List<double[]> states() {
        double[] now = new double[states[0].length];
        present.accept(now);
        return Stream.concat(Arrays.stream(states, 0, length).map(double[]::clone), Stream.of(now))
                .toList();
    }
}
