package org.separatrix.labs.deeplinear.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.separatrix.compute.LinearAlgebra;
import org.separatrix.compute.Matrix;
import org.separatrix.compute.RandomMatrices;
import org.separatrix.compute.RandomStream;

class NeuralTangentKernelTest {
    private final NeuralTangentKernel first = kernel(0);
    private final NeuralTangentKernel second = kernel(1);

    private static NeuralTangentKernel kernel(int index) {
        RandomStream stream = RandomStream.of(5, "kernel", index);
        return StackedFactor.of(RandomMatrices.gaussian(4, 3, 1, stream), RandomMatrices.gaussian(5, 4, 1, stream))
                .kernel();
    }

    /** The kernel formed entry by entry, of (inputs outputs) x (inputs outputs). */
    private static Matrix formed(NeuralTangentKernel kernel) {
        Matrix a = kernel.inputGram();
        Matrix b = kernel.outputGram();
        int n = a.rows() * b.rows();
        double[] values = new double[n * n];
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++) {
                int ai = i / b.rows();
                int aj = j / b.rows();
                int bi = i % b.rows();
                int bj = j % b.rows();
                values[i * n + j] = (bi == bj ? a.get(ai, aj) : 0) + (ai == aj ? b.get(bi, bj) : 0);
            }
        return Matrix.of(n, n, values);
    }

    @Test
    void hasTheInnerProductsOfTheFormedKernels() {
        Matrix k = formed(first);
        Matrix l = formed(second);
        assertThat(first.inner(second)).isCloseTo(k.inner(l), within(1e-11));
        double cosine = k.inner(l) / (k.frobenius() * l.frobenius());
        assertThat(first.distance(second)).isCloseTo(1 - cosine, within(1e-14));
        assertThat(second.relativeChange(first)).isCloseTo(l.minus(k).frobenius() / k.frobenius(), within(1e-13));
    }

    @Test
    void hasTheEigenvaluesOfTheFormedKernel() {
        assertThat(first.eigenvalues())
                .containsExactly(LinearAlgebra.symmetricEigenvalues(formed(first)), within(1e-12));
    }

    @Test
    void doesNotTurnWhenItGrows() {
        NeuralTangentKernel grown = new NeuralTangentKernel(
                first.inputGram().scaled(3), first.outputGram().scaled(3));
        assertThat(first.distance(grown)).isCloseTo(0, within(1e-30));
        assertThat(grown.relativeChange(first)).isCloseTo(2, within(1e-14));
    }
}
