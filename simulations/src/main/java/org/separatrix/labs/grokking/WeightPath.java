package org.separatrix.labs.grokking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.separatrix.compute.Matrix;
import org.separatrix.lab.Waypoints;
import org.separatrix.labs.grokking.theory.Trajectory;
import org.separatrix.labs.grokking.theory.WidthFreeHessian;

/** The way of all weights of a run: of every neuron, or of the map that all of them follow. */
final class WeightPath {
    private static final int ROOM = 48;

    private final QuadraticTask task;
    private final Descent descent;
    private final Waypoints path;

    WeightPath(QuadraticTask task, Descent descent) {
        this.task = task;
        this.descent = descent;
        path = new Waypoints(ROOM, descent.state().length, this::copyState);
    }

    /** Keeps the present weights, where their step is one of those to be kept. */
    void look(long step) {
        path.look(step);
    }

    private void copyState(double[] to) {
        System.arraycopy(descent.state(), 0, to, 0, to.length);
    }

    /** All weights now, one neuron a row. */
    Matrix weights() {
        int n = task.weights().rows();
        int d = task.problem().dimension();
        double[] state = descent.state().clone();
        if (descent instanceof DirectDescent) return Matrix.of(n, d, state);
        return task.weights().beside(Matrix.of(n, 1, ones(n, 1))).times(Matrix.of(d + 1, d, state));
    }

    /** The states so far and the present one, in coordinates of which {@link Trajectory} speaks. */
    Trajectory trajectory() {
        int d = task.problem().dimension();
        List<Matrix> states = new ArrayList<>();
        if (descent instanceof DirectDescent) {
            int n = task.weights().rows();
            double scale = 1 / Math.sqrt(n);
            for (double[] weights : path.states())
                states.add(Matrix.of(n, d, weights).transpose().scaled(scale));
            return new Trajectory(states, ones(n, scale));
        }
        Matrix root = WidthFreeHessian.root(task.start());
        Matrix turned = root.transpose();
        for (double[] map : path.states()) states.add(Matrix.of(d + 1, d, map).transposedTimes(turned));
        return new Trajectory(states, root.column(d));
    }

    private static double[] ones(int count, double value) {
        double[] ones = new double[count];
        Arrays.fill(ones, value);
        return ones;
    }
}
