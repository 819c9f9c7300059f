package org.separatrix.labs.deeplinear;

import java.util.Arrays;
import java.util.List;
import org.separatrix.compute.LinearAlgebra;
import org.separatrix.compute.Matrix;
import org.separatrix.lab.Spectrum;
import org.separatrix.labs.deeplinear.theory.BalancedMatrixSolution;
import org.separatrix.labs.deeplinear.theory.NeuralTangentKernel;
import org.separatrix.labs.deeplinear.theory.StackedFactor;
import org.separatrix.labs.deeplinear.theory.Target;

/** Two layers on whitened inputs: the Riccati solution for all balanced weights. */
final class ExactPair implements Exact {
    private final BalancedMatrixSolution solution;
    private final Target target;
    private final Matrix syx;
    private final StackedFactor start;
    private final NeuralTangentKernel startKernel;
    private final double stride;

    // The solution is carried along a fixed grid of times, so that no answer depends on what was asked before.
    private StackedFactor anchor;
    private long anchorIndex;

    ExactPair(NetworkTask task, List<Matrix> weights, double lambda) {
        solution = new BalancedMatrixSolution(task.syx(), lambda);
        target = task.target();
        syx = task.syx();
        start = StackedFactor.of(weights.get(0), weights.get(1));
        startKernel = start.kernel();
        double fastest = Arrays.stream(solution.rates()).map(Math::abs).max().orElse(0);
        stride = 2 / Math.max(fastest, 1e-3);
        anchor = start;
    }

    @Override
    public State at(double time) {
        long index = (long) Math.floor(time / stride);
        if (index < anchorIndex) {
            anchor = start;
            anchorIndex = 0;
        }
        for (; anchorIndex < index; anchorIndex++) anchor = solution.after(anchor, stride);
        StackedFactor now = solution.after(anchor, time - index * stride);
        Matrix map = now.map();
        double residual = syx.minus(map).frobenius();
        return new State(
                residual * residual / 2,
                target.strengths(map),
                startKernel.distance(now.kernel()),
                List.of(now.firstLayer(), now.secondLayer()),
                LinearAlgebra.singularValues(map));
    }

    /** The tangent kernel's eigenvalues at a time, descending. */
    double[] kernelEigenvalues(double time) {
        at(time);
        return Spectrum.descending(
                solution.after(anchor, time - anchorIndex * stride).kernel().eigenvalues());
    }

    /** How far the tangent kernel ends from its start. */
    double finalKernelDistance() {
        return startKernel.distance(solution.limit(start.hidden()).kernel());
    }

    /** Whether the flow ends at the minimum: every growing direction is present at the start. */
    boolean reachesMinimum() {
        return solution.overlap(start) > 1e-8;
    }

    /** Whether the signs of the determinants keep every balanced start from the minimum. */
    boolean obstructed() {
        return solution.obstructed(start);
    }
}
