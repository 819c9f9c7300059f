package org.separatrix.labs.grokking.theory;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.separatrix.compute.LinearAlgebra;
import org.separatrix.compute.Matrix;

/**
 * The Hessian of the training loss, of size N D x N D, whose spectrum is known without the neurons: multiplied by N it
 * consists of the eigenvalues of alpha eps A, each as often as there are neurons beyond {@link #rank}, and of those of
 * an operator on rank x D numbers.
 *
 * <p>The invariant directions are V = 1 p&#7488; + W Q, that is the weights with a one appended times a (D + 1) x D
 * matrix. With a root S&#7488;S of the extended moments, Z = S (Q; p&#7488;) are orthonormal coordinates, in which the
 * operator needs the root alone. So it serves infinite width, and widths below the dimension, too.
 *
 * @param problem the network and its training inputs
 * @param root S, rank x (D + 1)
 * @param force A = X diag(r) X&#7488;, D x D, where r = (2/P)(f - y)
 */
public record WidthFreeHessian(Problem problem, Matrix root, Matrix force) {
    /** The Hessian at some moments, where the errors are f - y at the training inputs. */
    public static WidthFreeHessian of(Problem problem, Moments moments, double[] errors) {
        Matrix x = problem.inputs();
        double[] r = Arrays.stream(errors).map(e -> 2 * e / errors.length).toArray();
        return new WidthFreeHessian(problem, moments.root(), x.scaleColumns(r).timesTransposed(x));
    }

    /** How many neurons' worth of directions the operator covers: D + 1, or the width where that is less. */
    public int rank() {
        return root.rows();
    }

    /** The number of the operator's eigenvalues. */
    public int size() {
        return rank() * problem.dimension();
    }

    /** The eigenvalues of N times the Hessian that neurons have which move against each other, ascending. */
    public double[] bulk() {
        return LinearAlgebra.symmetricEigenvalues(force.scaled(problem.alpha() * problem.eps()));
    }

    /** N times the Hessian times a direction in the coordinates Z, rank x D, row after row. */
    public double[] times(double[] z) {
        Matrix x = problem.inputs();
        int d = problem.dimension();
        double alpha = problem.alpha();
        double eps = problem.eps();
        Matrix direction = Matrix.of(rank(), d, z);
        Matrix moments = root.transposedTimes(direction);
        // df = alpha [c.x + eps x'Cx], where c is the last row and C the others.
        Matrix image = moments.block(0, d, 0, d).transpose().times(x);
        double[] q = new double[x.columns()];
        for (int i = 0; i < d; i++)
            for (int mu = 0; mu < q.length; mu++)
                q[mu] += (moments.get(d, i) + eps * image.get(i, mu)) * x.get(i, mu) * 2 * alpha / q.length;
        Matrix pull = x.scaleColumns(q).timesTransposed(x).scaled(eps);
        double[] push = Arrays.copyOf(pull.values(), (d + 1) * d);
        System.arraycopy(x.times(Matrix.of(q.length, 1, q)).values(), 0, push, d * d, d);
        return root.times(Matrix.of(d + 1, d, push))
                .plus(direction.times(force).scaled(eps))
                .scaled(alpha)
                .values();
    }

    /** The operator's eigenvalues, ascending, from its dense matrix: for small sizes. */
    public double[] operatorEigenvalues() {
        int n = size();
        double[] dense = new double[n * n];
        for (int j = 0; j < n; j++) {
            double[] unit = new double[n];
            unit[j] = 1;
            System.arraycopy(times(unit), 0, dense, j * n, n);
        }
        return LinearAlgebra.symmetricEigenvalues(Matrix.of(n, n, dense));
    }

    /** All eigenvalues of N times the Hessian of a network of given width, ascending: for small sizes. */
    public double[] eigenvalues(int width) {
        double[] bulk = bulk();
        return DoubleStream.concat(
                        Arrays.stream(operatorEigenvalues()),
                        java.util.stream.IntStream.range(0, Math.max(0, width - rank()))
                                .boxed()
                                .flatMapToDouble(i -> Arrays.stream(bulk)))
                .sorted()
                .toArray();
    }

    /** The largest eigenvalue of N times the Hessian. */
    public double largest() {
        return Lanczos.largest(this::times, size(), 1e-9);
    }
}
