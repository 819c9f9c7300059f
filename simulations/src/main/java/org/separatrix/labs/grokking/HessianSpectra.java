package org.separatrix.labs.grokking;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.separatrix.compute.RandomStream;
import org.separatrix.lab.Line;
import org.separatrix.lab.Spectrum;
import org.separatrix.labs.grokking.theory.Lanczos;
import org.separatrix.labs.grokking.theory.WidthFreeHessian;

/**
 * The spectrum of N times the Hessian of the training loss.
 *
 * @param exact its eigenvalues, each once, descending: all where they are few, else the bulk and the largest
 * @param density the stochastic Lanczos estimate over the directions of the width-free operator
 * @param largest the largest eigenvalue
 */
record HessianSpectra(double[] exact, Line density, double largest) {
    /** The number of directions up to which all eigenvalues are taken from the dense matrix. */
    static final int DENSE = 300;

    private static final int PROBES = 5;
    private static final int LANCZOS_STEPS = 40;

    /** The spectrum, with probes that are drawn for a run and a step. */
    static HessianSpectra of(WidthFreeHessian hessian, long seed, long step) {
        var random = RandomStream.of(seed, "Hessian probes", step);
        double[] nodes = new double[PROBES * LANCZOS_STEPS];
        double[] weights = new double[nodes.length];
        int count = 0;
        double largest = Double.NEGATIVE_INFINITY;
        for (int probe = 0; probe < PROBES; probe++) {
            Lanczos.Quadrature rule = Lanczos.quadrature(hessian::times, hessian.size(), LANCZOS_STEPS, random);
            for (int i = 0; i < rule.nodes().length; i++) {
                nodes[count] = rule.nodes()[i];
                weights[count++] = rule.weights()[i] / PROBES;
            }
            largest = Math.max(largest, rule.nodes()[rule.nodes().length - 1]);
        }
        double[] operator = hessian.size() <= DENSE ? hessian.operatorEigenvalues() : new double[] {largest};
        double[] exact = DoubleStream.concat(Arrays.stream(operator), Arrays.stream(hessian.bulk()))
                .toArray();
        Line density =
                SpectralDensity.line(Arrays.copyOf(nodes, count), Arrays.copyOf(weights, count), "stochastic Lanczos");
        return new HessianSpectra(Spectrum.descending(exact), density, largest);
    }
}
