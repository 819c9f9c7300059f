package org.separatrix.labs.grokking;

import org.separatrix.compute.DoubleStrips;
import org.separatrix.compute.Kernels;
import org.separatrix.labs.grokking.theory.Problem;

/** The training inputs in double precision. */
final class DoubleSamples implements Samples {
    private final int d;
    private final double eps;
    private final DoubleStrips columns;
    private final DoubleStrips rows;
    private final double[] lower;
    private final double[] first;
    private final double[] second;
    private double[] linear;
    private double[] weights;

    DoubleSamples(Problem problem) {
        d = problem.dimension();
        eps = problem.eps();
        columns = DoubleStrips.of(problem.inputs());
        rows = DoubleStrips.of(problem.inputs().transpose());
        lower = new double[d * d];
        first = new double[d];
        second = new double[d * d];
    }

    @Override
    public void form(double[] mean, double[] second) {
        linear = mean;
        for (int i = 0; i < d; i++) {
            int row = i * d;
            for (int j = row; j < row + i; j++) lower[j] = eps * second[j];
            lower[row + i] = eps / 2 * second[row + i];
        }
    }

    @Override
    public void values(Kernels kernels, int from, int to, double[] values) {
        kernels.quadraticForms(columns, from, to, linear, lower, values);
    }

    @Override
    public void weigh(double[] weights) {
        this.weights = weights;
    }

    @Override
    public void moments(Kernels kernels, int from, int to) {
        kernels.moments(rows, from, to, weights, first, second);
    }

    @Override
    public double[] first() {
        return first;
    }

    @Override
    public double[] second() {
        return second;
    }
}
