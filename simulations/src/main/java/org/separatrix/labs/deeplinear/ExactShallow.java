package org.separatrix.labs.deeplinear;

import java.util.Arrays;
import java.util.List;
import org.separatrix.compute.LinearAlgebra;
import org.separatrix.compute.Matrix;

/** A single layer: every principal direction of the inputs decays to its target at its own rate. */
final class ExactShallow implements Exact {
    private final NetworkTask task;
    private final double[] rates;
    private final Matrix frame;
    private final Matrix minimum;
    private final Matrix offset;

    ExactShallow(NetworkTask task, Matrix weights) {
        this.task = task;
        LinearAlgebra.Eigen eigen = LinearAlgebra.symmetricEigen(task.sxx());
        rates = eigen.values();
        frame = eigen.vectors();
        double[] inverse = Arrays.stream(rates).map(rate -> 1 / rate).toArray();
        minimum = task.syx().times(frame).scaleColumns(inverse);
        offset = weights.times(frame).minus(minimum);
    }

    @Override
    public State at(double time) {
        double[] decay =
                Arrays.stream(rates).map(rate -> Math.exp(-rate * time)).toArray();
        double[] root = Arrays.stream(rates).map(Math::sqrt).toArray();
        Matrix left = offset.scaleColumns(decay);
        Matrix map = minimum.plus(left).timesTransposed(frame);
        double residual = left.scaleColumns(root).frobenius();
        double[] singular = LinearAlgebra.singularValues(map);
        return new State(
                residual * residual / 2, task.target().strengths(map), Double.NaN, List.of(singular), singular);
    }
}
