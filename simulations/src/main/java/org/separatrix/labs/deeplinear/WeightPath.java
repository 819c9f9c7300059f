package org.separatrix.labs.deeplinear;

import java.util.ArrayList;
import java.util.List;

/** The weights of a network at evenly spaced steps, in room that was allocated once: when it is full, every second goes. */
final class WeightPath {
    private static final int ROOM = 64;

    private final LinearNetwork network;
    private final double[][] states;
    private int length;
    private long stride = 1;
    private long steps;

    /** A path that begins with the present weights. */
    WeightPath(LinearNetwork network) {
        this.network = network;
        states = new double[ROOM][network.size()];
        keep();
    }

    /** Looks on after a step, and keeps the weights where the step is one of those to be kept. */
    void look() {
        steps++;
        if (steps % stride != 0) return;
        if (length == ROOM) {
            stride *= 2;
            length /= 2;
            for (int k = 0; k < length; k++) {
                double[] swapped = states[k];
                states[k] = states[2 * k];
                states[2 * k] = swapped;
            }
            if (steps % stride != 0) return;
        }
        keep();
    }

    private void keep() {
        network.copyWeights(states[length++]);
    }

    /** The weights so far and the present ones, all layers in one array each, oldest first, as copies. */
    List<double[]> states() {
        var all = new ArrayList<double[]>();
        for (int k = 0; k < length; k++) all.add(states[k].clone());
        all.add(network.weights());
        return all;
    }
}
