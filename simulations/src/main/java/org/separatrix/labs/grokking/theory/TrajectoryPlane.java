package org.separatrix.labs.grokking.theory;

import java.util.List;
import org.separatrix.compute.LinearAlgebra;
import org.separatrix.compute.Matrix;

/**
 * The plane through the first and the present state of a run and along what varies most across them. A state Z is a D x
 * r matrix with Z_k Z_l&#7488; the mean outer product of the weights at two times and Z o the mean weight at one: the
 * weights themselves over the root of N, or the accumulated map times a root of the first moments.
 *
 * <p>Source of the choice of the plane: Li, Xu, Taylor, Studer, Goldstein, Visualizing the Loss Landscape of Neural Nets
 * (2018).
 *
 * @param origin the present state
 * @param along from the first state to the present one
 * @param across the leading principal direction of the rest, orthogonal to along and as long
 * @param ones o
 * @param x where the states lie: 0 at the first, 1 at the present one
 * @param y the same, across
 */
public record TrajectoryPlane(Matrix origin, Matrix along, Matrix across, double[] ones, double[] x, double[] y) {
    /** The plane of some states, oldest first; null where the run has not moved yet. */
    public static TrajectoryPlane of(List<Matrix> states, double[] ones) {
        Matrix first = states.getFirst();
        Matrix origin = states.getLast();
        Matrix along = origin.minus(first);
        double length = along.inner(along);
        if (!(length > 0)) return null;
        int count = states.size();
        double[] x = new double[count];
        Matrix[] rest = new Matrix[count];
        for (int k = 0; k < count; k++) {
            Matrix from = states.get(k).minus(first);
            x[k] = from.inner(along) / length;
            rest[k] = from.minus(along.scaled(x[k]));
        }
        Matrix across = leading(rest, along);
        double[] y = new double[count];
        for (int k = 0; k < count; k++) y[k] = rest[k].inner(across) / length;
        return new TrajectoryPlane(origin, along, across, ones, x, y);
    }

    private static Matrix leading(Matrix[] rest, Matrix along) {
        int count = rest.length;
        double[][] products = new double[count][count];
        for (int k = 0; k < count; k++)
            for (int l = 0; l <= k; l++) {
                products[k][l] = rest[k].inner(rest[l]);
                products[l][k] = products[k][l];
            }
        double length = along.inner(along);
        LinearAlgebra.Eigen eigen = LinearAlgebra.symmetricEigen(Matrix.ofRows(products));
        Matrix across = Matrix.zero(along.rows(), along.columns());
        if (eigen.values()[count - 1] > 1e-20 * length)
            for (int k = 0; k < count; k++)
                across = across.plus(rest[k].scaled(eigen.vectors().get(k, count - 1)));
        else across = anyAcross(along);
        across = across.scaled(Math.sqrt(length / across.inner(across)));
        // The principal direction has no sign of its own: the path bends upwards.
        double sum = 0;
        for (Matrix one : rest) sum += one.inner(across);
        return sum < 0 ? across.scaled(-1) : across;
    }

    /** Some direction orthogonal to along, for a path that is a straight line. */
    private static Matrix anyAcross(Matrix along) {
        double[] values = new double[along.values().length];
        for (int i = 0; i < values.length; i++) values[i] = Math.sin(1 + 2.0 * i * i);
        Matrix any = Matrix.of(along.rows(), along.columns(), values);
        return any.minus(along.scaled(any.inner(along) / along.inner(along)));
    }

    /** The moments of the present state and the two directions; the plane's origin is the first state. */
    public QuarticPlane.Directions directions() {
        Matrix[] all = {origin.minus(along), along, across};
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
