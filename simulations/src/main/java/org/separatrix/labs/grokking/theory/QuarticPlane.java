package org.separatrix.labs.grokking.theory;

import java.util.List;
import org.separatrix.compute.Matrix;

/**
 * The losses on a plane W + a V1 + b V2 through the weights: exact polynomials of the fourth degree, since the error is
 * linear in m = (1, a, b, a&sup2;, a b, b&sup2;). Any part of the plane costs the same.
 *
 * @param train the training loss is m&#7488; train m, 6 x 6
 * @param test the population loss is m&#7488; test m, 6 x 6
 */
public record QuarticPlane(Matrix train, Matrix test) {
    /** The moments that the weights W and the directions V1, V2 have with each other, means over the neurons. */
    public interface Directions {
        /** The mean over the neurons of W (k = 0), V1 or V2. */
        double[] mean(int k);

        /** The symmetric part of the mean outer product of two of them, D x D. */
        Matrix product(int k, int l);
    }

    /** Directions that are given neuron by neuron, each N x D. */
    public static Directions neurons(Matrix w, Matrix v1, Matrix v2) {
        List<Matrix> all = List.of(w, v1, v2);
        return new Directions() {
            @Override
            public double[] mean(int k) {
                return Moments.of(all.get(k)).mean();
            }

            @Override
            public Matrix product(int k, int l) {
                Matrix product = all.get(k).transposedTimes(all.get(l));
                return product.plus(product.transpose()).scaled(0.5 / w.rows());
            }
        };
    }

    /** The losses of a network whose start, for centring, had the given moments. */
    public static QuarticPlane of(Problem problem, Moments start, Directions directions) {
        double[] none = new double[problem.dimension()];
        QuadraticForm[] errors = {
            problem.error(new Moments(directions.mean(0), directions.product(0, 0)), start),
            problem.output(
                    new Moments(directions.mean(1), directions.product(0, 1).scaled(2))),
            problem.output(
                    new Moments(directions.mean(2), directions.product(0, 2).scaled(2))),
            problem.output(new Moments(none, directions.product(1, 1))),
            problem.output(new Moments(none, directions.product(1, 2).scaled(2))),
            problem.output(new Moments(none, directions.product(2, 2)))
        };
        double[][] values = new double[6][];
        double[][] test = new double[6][6];
        for (int k = 0; k < 6; k++) {
            values[k] = errors[k].at(problem.inputs());
            for (int l = 0; l <= k; l++) {
                test[k][l] = errors[k].populationProduct(errors[l]);
                test[l][k] = test[k][l];
            }
        }
        Matrix samples = Matrix.ofRows(values);
        return new QuarticPlane(samples.timesTransposed(samples).scaled(1.0 / problem.samples()), Matrix.ofRows(test));
    }

    /** The training loss at a point. */
    public double trainAt(double a, double b) {
        return at(train, a, b);
    }

    /** The population loss at a point. */
    public double testAt(double a, double b) {
        return at(test, a, b);
    }

    private static double at(Matrix form, double a, double b) {
        double[] m = {1, a, b, a * a, a * b, b * b};
        double sum = 0;
        for (int k = 0; k < 6; k++) for (int l = 0; l < 6; l++) sum += m[k] * form.get(k, l) * m[l];
        return sum;
    }
}
