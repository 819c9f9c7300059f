package org.separatrix.labs.grokking.theory;

import java.util.List;
import org.separatrix.compute.Matrix;
import org.separatrix.compute.PathPlane;

/**
 * The states of a run, oldest first. A state Z is a D x r matrix with Z_k Z_l&#7488; the mean outer product of the weights
 * at two times and Z o the mean weight at one: the weights themselves over the root of N, or the root of their moments
 * that follows the same map as they, transposed.
 *
 * @param states all states
 * @param ones o
 */
public record Trajectory(List<Matrix> states, double[] ones) {
    /** The states as points of one space. */
    public List<double[]> points() {
        return states.stream().map(Matrix::values).toList();
    }

    /** The moments that the origin and the two directions of a plane among the points have with each other. */
    public QuarticPlane.Directions directions(PathPlane plane) {
        Matrix[] all = {matrix(plane.origin()), matrix(plane.along()), matrix(plane.across())};
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

    private Matrix matrix(double[] point) {
        Matrix any = states.getFirst();
        return Matrix.of(any.rows(), any.columns(), point);
    }
}
