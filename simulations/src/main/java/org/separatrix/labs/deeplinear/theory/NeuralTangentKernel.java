package org.separatrix.labs.deeplinear.theory;

import java.util.Arrays;
import org.separatrix.compute.LinearAlgebra;
import org.separatrix.compute.Matrix;

/**
 * The neural tangent kernel of a two-layer linear network on whitened inputs, {@code A (x) I + I (x) B}, by its two
 * factors; the kernel itself is never formed.
 *
 * @param inputGram {@code A = W_1^T W_1}, inputs x inputs
 * @param outputGram {@code B = W_2 W_2^T}, outputs x outputs
 */
public record NeuralTangentKernel(Matrix inputGram, Matrix outputGram) {
    /** The Frobenius inner product of two kernels. */
    public double inner(NeuralTangentKernel other) {
        return outputGram.rows() * inputGram.inner(other.inputGram)
                + inputGram.trace() * other.outputGram.trace()
                + other.inputGram.trace() * outputGram.trace()
                + inputGram.rows() * outputGram.inner(other.outputGram);
    }

    /** The Frobenius norm. */
    public double norm() {
        return Math.sqrt(inner(this));
    }

    /** How far the direction has turned: one minus the cosine of the angle to the other kernel. */
    public double distance(NeuralTangentKernel other) {
        // As half the squared distance of the unit kernels: a small turn keeps its digits.
        double gap = scaled(1 / norm()).minus(other.scaled(1 / other.norm())).norm();
        return gap * gap / 2;
    }

    /** The distance to the kernel at the start, {@code |K - K_0| / |K_0|}. */
    public double relativeChange(NeuralTangentKernel start) {
        return minus(start).norm() / start.norm();
    }

    /** All inputs x outputs eigenvalues, ascending: the sums of one eigenvalue of each factor. */
    public double[] eigenvalues() {
        double[] alphas = LinearAlgebra.symmetricEigenvalues(inputGram);
        double[] betas = LinearAlgebra.symmetricEigenvalues(outputGram);
        return Arrays.stream(alphas)
                .flatMap(alpha -> Arrays.stream(betas).map(beta -> alpha + beta))
                .sorted()
                .toArray();
    }

    private NeuralTangentKernel scaled(double factor) {
        return new NeuralTangentKernel(inputGram.scaled(factor), outputGram.scaled(factor));
    }

    private NeuralTangentKernel minus(NeuralTangentKernel other) {
        return new NeuralTangentKernel(inputGram.minus(other.inputGram), outputGram.minus(other.outputGram));
    }
}
