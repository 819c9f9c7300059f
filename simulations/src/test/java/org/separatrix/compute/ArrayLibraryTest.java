package org.separatrix.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The array library runs over the OpenBLAS that this project pins, and agrees with the direct calls. */
class ArrayLibraryTest {
    @Test
    void productsAgreeWithTheDirectCalls() {
        Matrix a = RandomMatrices.gaussian(120, 70, 1, RandomStream.of(1, "array library", 0));
        Matrix b = RandomMatrices.gaussian(70, 90, 1, RandomStream.of(1, "array library", 1));
        Matrix expected = a.times(b);
        INDArray product = array(a).mmul(array(b));
        for (int i = 0; i < expected.rows(); i++) {
            for (int j = 0; j < expected.columns(); j++)
                assertThat(product.getDouble(i, j)).isCloseTo(expected.get(i, j), within(1e-12 * 70));
        }
    }

    private static INDArray array(Matrix matrix) {
        return Nd4j.create(matrix.values(), new long[] {matrix.rows(), matrix.columns()}, 'c');
    }
}
