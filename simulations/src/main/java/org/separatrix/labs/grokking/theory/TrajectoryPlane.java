package org.separatrix.labs.grokking.theory;

import java.util.List;
import java.util.Optional;
import org.separatrix.compute.LinearAlgebra;
import org.separatrix.compute.Matrix;

/**
 * A plane that holds, or nearly holds, the states of a run.
 *
 * <p>Source of the choice of planes: Li, Xu, Taylor, Studer, Goldstein, Visualizing the Loss Landscape of Neural Nets
 * (2018).
 *
 * @param origin the state at (0, 0)
 * @param first the direction of x
 * @param second the direction of y, orthogonal to it
 * @param ones o of the states
 * @param x where the states lie
 * @param y the same
 */
public record TrajectoryPlane(Matrix origin, Matrix first, Matrix second, double[] ones, double[] x, double[] y) {
    /**
     * The states of a run, oldest first. A state Z is a D x r matrix with Z_k Z_l&#7488; the mean outer product of the
     * weights at two times and Z o the mean weight at one: the weights themselves over the root of N, or the accumulated
     * map times a root of the first moments.
     *
     * @param ones o
     */
    public record States(List<Matrix> all, double[] ones) {}

    /** What varies less than this, relative to the whole in squares, is rounding. */
    private static final double STRAIGHT = 1e-20;

    /**
     * The plane through the first state, at 0, and the last one, at 1, and along what varies most across them, as long;
     * empty where the run has not moved yet.
     */
    public static Optional<TrajectoryPlane> throughStartAndPresent(States states) {
        Matrix start = states.all().getFirst();
        Matrix along = states.all().getLast().minus(start);
        double length = along.inner(along);
        if (!(length > 0)) return Optional.empty();
        Matrix[] rest = from(states, start);
        double[] x = coordinates(rest, along);
        for (int k = 0; k < x.length; k++) rest[k] = rest[k].minus(along.scaled(x[k]));
        Matrix across = leading(rest, along, length);
        return Optional.of(new TrajectoryPlane(start, along, across, states.ones(), x, coordinates(rest, across)));
    }

    /**
     * The plane of the two leading principal directions of what separates the states from the last one, at (0, 0). The
     * directions are orthonormal times the distance from the first state to the last; empty where the run has not moved
     * yet.
     */
    public static Optional<TrajectoryPlane> ofPrincipalDirections(States states) {
        Matrix present = states.all().getLast();
        Matrix back = states.all().getFirst().minus(present);
        double length = back.inner(back);
        if (!(length > 0)) return Optional.empty();
        Matrix[] rest = from(states, present);
        Matrix first = leading(rest, back, length);
        double[] x = coordinates(rest, first);
        for (int k = 0; k < x.length; k++) rest[k] = rest[k].minus(first.scaled(x[k]));
        Matrix second = leading(rest, first, length);
        return Optional.of(new TrajectoryPlane(present, first, second, states.ones(), x, coordinates(rest, second)));
    }

    private static Matrix[] from(States states, Matrix origin) {
        return states.all().stream().map(state -> state.minus(origin)).toArray(Matrix[]::new);
    }

    private static double[] coordinates(Matrix[] states, Matrix direction) {
        double length = direction.inner(direction);
        double[] values = new double[states.length];
        for (int k = 0; k < values.length; k++) values[k] = states[k].inner(direction) / length;
        return values;
    }

    /** The leading principal direction, scaled to a squared length; where nothing varies, some direction across another. */
    private static Matrix leading(Matrix[] rest, Matrix other, double length) {
        int count = rest.length;
        double[][] products = new double[count][count];
        for (int k = 0; k < count; k++)
            for (int l = 0; l <= k; l++) {
                products[k][l] = rest[k].inner(rest[l]);
                products[l][k] = products[k][l];
            }
        LinearAlgebra.Eigen eigen = LinearAlgebra.symmetricEigen(Matrix.ofRows(products));
        Matrix leading = Matrix.zero(other.rows(), other.columns());
        if (eigen.values()[count - 1] > STRAIGHT * length)
            for (int k = 0; k < count; k++)
                leading = leading.plus(rest[k].scaled(eigen.vectors().get(k, count - 1)));
        else leading = anyAcross(other);
        leading = leading.scaled(Math.sqrt(length / leading.inner(leading)));
        // A principal direction has no sign of its own: the path goes up.
        double sum = 0;
        for (Matrix one : rest) sum += one.inner(leading);
        return sum < 0 ? leading.scaled(-1) : leading;
    }

    private static Matrix anyAcross(Matrix other) {
        double[] values = new double[other.values().length];
        for (int i = 0; i < values.length; i++) values[i] = Math.sin(1 + 2.0 * i * i);
        Matrix any = Matrix.of(other.rows(), other.columns(), values);
        return any.minus(other.scaled(any.inner(other) / other.inner(other)));
    }

    /** The moments of the origin and the two directions. */
    public QuarticPlane.Directions directions() {
        Matrix[] all = {origin, first, second};
        return new QuarticPlane.Directions() {
            @Override
            public double[] mean(int k) {
                return all[k].times(Matrix.of(ones.length, 1, ones)).values();
            }

            @Override
            public Matrix product(int k, int l) {
                Matrix product = all[k].timesTransposed(all[l]);
                return product.plus(product.transpose()).scaled(0.5);
            }
        };
    }
}
