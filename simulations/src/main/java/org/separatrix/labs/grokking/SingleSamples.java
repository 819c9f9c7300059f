package org.separatrix.labs.grokking;

import org.separatrix.compute.FloatStrips;
import org.separatrix.compute.Kernels;
import org.separatrix.labs.grokking.theory.Problem;

/** The training inputs in single precision, twice as fast. */
final class SingleSamples implements Samples {
    private final int d;
    private final int p;
    private final double eps;
    private final FloatStrips columns;
    private final FloatStrips rows;
    private final float[] linear;
    private final float[] lower;
    private final float[] narrowValues;
    private final float[] narrowWeights;
    private final float[] narrowFirst;
    private final float[] narrowSecond;
    private final double[] first;
    private final double[] second;

    SingleSamples(Problem problem) {
        d = problem.dimension();
        p = problem.samples();
        eps = problem.eps();
        columns = FloatStrips.of(problem.inputs());
        rows = FloatStrips.of(problem.inputs().transpose());
        linear = new float[d];
        lower = new float[d * d];
        narrowValues = new float[p];
        narrowWeights = new float[p];
        narrowFirst = new float[d];
        narrowSecond = new float[d * d];
        first = new double[d];
        second = new double[d * d];
    }

    @Override
    public void form(double[] mean, double[] second) {
        for (int i = 0; i < d; i++) {
            linear[i] = (float) mean[i];
            int row = i * d;
            for (int j = row; j < row + i; j++) lower[j] = (float) (eps * second[j]);
            lower[row + i] = (float) (eps / 2 * second[row + i]);
        }
    }

    @Override
    public void values(Kernels kernels, int from, int to, double[] values) {
        kernels.quadraticForms(columns, from, to, linear, lower, narrowValues);
        for (int mu = from; mu < to; mu++) values[mu] = narrowValues[mu];
    }

    @Override
    public void weigh(double[] weights) {
        for (int mu = 0; mu < p; mu++) narrowWeights[mu] = (float) weights[mu];
    }

    @Override
    public void moments(Kernels kernels, int from, int to) {
        kernels.moments(rows, from, to, narrowWeights, narrowFirst, narrowSecond);
        for (int i = from; i < to; i++) first[i] = narrowFirst[i];
        for (int k = from * d; k < to * d; k++) second[k] = narrowSecond[k];
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
