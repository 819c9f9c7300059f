package org.separatrix.labs.deeplinear.theory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.separatrix.compute.LinearAlgebra;
import org.separatrix.compute.Matrix;

/** The loss of whole weights, the plain way: what closed forms are held against. */
record LossFunction(Matrix syx, Matrix sxx) {
    static Matrix map(List<Matrix> weights) {
        Matrix map = weights.getFirst();
        for (Matrix w : weights.subList(1, weights.size())) map = w.times(map);
        return map;
    }

    /** Half the squared norm of the residual, whitened. */
    double excess(Matrix map) {
        Matrix residual = syx.minus(map.times(sxx));
        Matrix white = LinearAlgebra.solveLower(LinearAlgebra.cholesky(sxx), residual.transpose());
        return white.inner(white) / 2;
    }

    /** Minus the gradient, layer by layer. */
    List<Matrix> descent(List<Matrix> weights) {
        int depth = weights.size();
        List<Matrix> before = new ArrayList<>(List.of(Matrix.identity(sxx.rows())));
        for (Matrix w : weights) before.add(w.times(before.getLast()));
        Matrix error = syx.minus(before.getLast().times(sxx));
        List<Matrix> descent = new ArrayList<>();
        for (int l = depth - 1; l >= 0; l--) {
            descent.addFirst(error.timesTransposed(before.get(l)));
            error = weights.get(l).transposedTimes(error);
        }
        return descent;
    }

    List<Matrix> descend(List<Matrix> weights, double eta) {
        return moved(weights, descent(weights), eta);
    }

    /** The gradient flow over a time, by one step of the classical Runge-Kutta method. */
    List<Matrix> flow(List<Matrix> weights, double step) {
        List<Matrix> first = descent(weights);
        List<Matrix> second = descent(moved(weights, first, step / 2));
        List<Matrix> third = descent(moved(weights, second, step / 2));
        List<Matrix> fourth = descent(moved(weights, third, step));
        List<Matrix> mean = moved(moved(moved(first, second, 2), third, 2), fourth, 1);
        return moved(weights, mean, step / 6);
    }

    private static List<Matrix> moved(List<Matrix> weights, List<Matrix> direction, double by) {
        List<Matrix> moved = new ArrayList<>();
        for (int l = 0; l < weights.size(); l++)
            moved.add(weights.get(l).plus(direction.get(l).scaled(by)));
        return moved;
    }

    /** The eigenvalues, ascending, of the Hessian by central differences of the gradient. */
    double[] curvature(List<Matrix> weights) {
        double h = 1e-5;
        double[] point = flat(weights);
        int n = point.length;
        double[] hessian = new double[n * n];
        for (int i = 0; i < n; i++) {
            double[] up = flat(descent(moved(weights, i, h)));
            double[] down = flat(descent(moved(weights, i, -h)));
            for (int j = 0; j < n; j++) hessian[i * n + j] = (down[j] - up[j]) / (2 * h);
        }
        return LinearAlgebra.symmetricEigenvalues(Matrix.of(n, n, hessian));
    }

    private static List<Matrix> moved(List<Matrix> weights, int index, double by) {
        List<Matrix> moved = new ArrayList<>();
        int first = 0;
        for (Matrix w : weights) {
            double[] values = w.values().clone();
            if (index >= first && index < first + values.length) values[index - first] += by;
            first += values.length;
            moved.add(Matrix.of(w.rows(), w.columns(), values));
        }
        return moved;
    }

    private static double[] flat(List<Matrix> matrices) {
        return matrices.stream().flatMapToDouble(m -> Arrays.stream(m.values())).toArray();
    }
}
