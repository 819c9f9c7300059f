package org.separatrix.labs.grokking;

import java.util.ArrayList;
import java.util.List;
import org.separatrix.compute.Matrix;

/** States of a run at evenly spaced steps, in room that was allocated once: when it is full, every second one goes. */
final class Path {
    private static final int ROOM = 32;

    private final double[][] states;
    private int length;
    private long stride = 1;

    Path(int size) {
        states = new double[ROOM][size];
    }

    /** Keeps a state, where its step is one of those to be kept. */
    void look(long step, double[] state) {
        if (step % stride != 0) return;
        if (length == ROOM) {
            stride *= 2;
            length /= 2;
            for (int k = 0; k < length; k++) {
                double[] swapped = states[k];
                states[k] = states[2 * k];
                states[2 * k] = swapped;
            }
            if (step % stride != 0) return;
        }
        System.arraycopy(state, 0, states[length++], 0, state.length);
    }

    /** The states, oldest first, as copies. */
    List<Matrix> states(int rows, int columns) {
        List<Matrix> all = new ArrayList<>();
        for (int k = 0; k < length; k++) all.add(Matrix.of(rows, columns, states[k].clone()));
        return all;
    }
}
