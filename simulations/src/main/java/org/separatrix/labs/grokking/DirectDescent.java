package org.separatrix.labs.grokking;

import org.separatrix.compute.Crew;
import org.separatrix.compute.Kernels;
import org.separatrix.compute.Matrix;
import org.separatrix.labs.grokking.theory.Moments;
import org.separatrix.labs.grokking.theory.Problem;

/** Gradient descent of all weights, neuron by neuron. */
final class DirectDescent implements Descent {
    private final TwoLayerNetwork network;
    private final int n;
    private final int d;
    private final Kernels kernels;
    private final double[] mean;
    private final double[] second;

    /** @param eta0 the step of gradient-flow time */
    DirectDescent(QuadraticTask task, double eta0, Crew crew) {
        Problem problem = task.problem();
        n = task.weights().rows();
        d = problem.dimension();
        kernels = crew.kernels(0);
        double[] ones = new double[n];
        java.util.Arrays.fill(ones, 1);
        var design = new TwoLayerNetwork.Design(Activation.QUADRATIC, problem.eps(), problem.alpha(), eta0, 0, false);
        network = new TwoLayerNetwork(design, problem.inputs(), task.trainedTargets(), task.weights(), ones, crew);
        mean = new double[d];
        second = new double[d * d];
        measure();
    }

    @Override
    public void advance() {
        network.advance();
        measure();
    }

    private void measure() {
        double[] w = network.liveWeights();
        kernels.gemm(Kernels.Form.ATB, d, d, n, 1.0 / n, w, w, 0, second);
        java.util.Arrays.fill(mean, 0);
        for (int i = 0; i < n; i++) for (int j = 0; j < d; j++) mean[j] += w[i * d + j];
        kernels.scale(0, d, 1.0 / n, mean);
    }

    @Override
    public double trainLoss() {
        return network.trainLoss();
    }

    @Override
    public Moments moments() {
        return new Moments(mean.clone(), Matrix.of(d, d, second.clone()));
    }

    @Override
    public double[] mean() {
        return mean;
    }

    @Override
    public double[] second() {
        return second;
    }

    /** The weights now, one neuron a row, not to be changed. */
    @Override
    public double[] state() {
        return network.liveWeights();
    }
}
