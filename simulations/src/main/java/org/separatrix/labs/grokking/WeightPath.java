package org.separatrix.labs.grokking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.separatrix.compute.Matrix;
import org.separatrix.lab.Waypoints;
import org.separatrix.labs.grokking.theory.Trajectory;

/** The way of all weights of a run: of every neuron, or of a root of their moments. */
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
        int d = task.problem().dimension();
        Matrix state = Matrix.of(height(), d, descent.state().clone());
        return descent instanceof DirectDescent ? state : neurons().times(state);
    }

    /** The rows of a state. */
    private int height() {
        return descent.state().length / task.problem().dimension();
    }

    /** What takes the root of the moments to the neurons, at the start and ever after. */
    private Matrix neurons() {
        int n = task.weights().rows();
        int d = task.problem().dimension();
        Matrix mean =
                Matrix.of(n, 1, ones(n, 1)).times(Matrix.of(1, d, task.start().mean()));
        Matrix axes = task.start().root().block(0, height() - 1, 0, d);
        double[] inverse = new double[axes.rows()];
        for (int i = 0; i < inverse.length; i++)
            inverse[i] = 1 / Arrays.stream(axes.row(i)).map(x -> x * x).sum();
        return task.weights()
                .minus(mean)
                .timesTransposed(axes)
                .scaleColumns(inverse)
                .beside(Matrix.of(n, 1, ones(n, 1)));
    }

    /** The states so far and the present one, in coordinates of which {@link Trajectory} speaks. */
    Trajectory trajectory() {
        int d = task.problem().dimension();
        int height = height();
        boolean direct = descent instanceof DirectDescent;
        double scale = direct ? 1 / Math.sqrt(height) : 1;
        List<Matrix> states = new ArrayList<>();
        for (double[] state : path.states())
            states.add(Matrix.of(height, d, state).transpose().scaled(scale));
        double[] ones = ones(height, scale);
        // The mean is the last row of a root.
        if (!direct) Arrays.fill(ones, 0, height - 1, 0);
        return new Trajectory(states, ones);
    }

    private static double[] ones(int count, double value) {
        double[] ones = new double[count];
        Arrays.fill(ones, value);
        return ones;
    }
}
