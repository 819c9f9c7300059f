package org.separatrix.lab;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The states of an experiment at evenly spaced steps, for landscapes along its way. They have room that is allocated
 * once: when it is full, every second one goes.
 */
public final class Waypoints {
    private final Consumer<double[]> present;
    private final double[][] states;
    private int length;
    private long stride = 1;

    /**
     * Waypoints of which the first is the present state.
     *
     * @param room how many there are at the most, an even number
     * @param size the numbers of a state
     * @param present writes down the present state
     */
    public Waypoints(int room, int size, Consumer<double[]> present) {
        this.present = present;
        states = new double[room][size];
        look(0);
    }

    /** Keeps the present state, where its step is one of those to be kept; allocates nothing. */
    public void look(long step) {
        if (step % stride != 0) return;
        if (length == states.length) {
            thin();
            if (step % stride != 0) return;
        }
        present.accept(states[length++]);
    }

    private void thin() {
        stride *= 2;
        length /= 2;
        for (int k = 0; k < length; k++) {
            double[] swapped = states[k];
            states[k] = states[2 * k];
            states[2 * k] = swapped;
        }
    }

    /** The states that are kept and the present one, oldest first, as copies. */
    public List<double[]> states() {
        double[] now = new double[states[0].length];
        present.accept(now);
        return Stream.concat(Arrays.stream(states, 0, length).map(double[]::clone), Stream.of(now))
                .toList();
    }
}
