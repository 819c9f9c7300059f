package org.separatrix.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RandomMatricesTest {
    @ParameterizedTest
    @CsvSource({"0,0", "1,1", "5,5", "7,3", "3,7", "4,0", "64,64"})
    void theShorterSideIsOrthonormal(int rows, int columns) {
        Matrix q = RandomMatrices.semiOrthogonal(rows, columns, stream(1));
        assertThat(q.rows()).isEqualTo(rows);
        assertThat(q.columns()).isEqualTo(columns);
        Matrix gram = rows < columns ? q.timesTransposed(q) : q.transposedTimes(q);
        assertThat(gram.minus(Matrix.identity(Math.min(rows, columns))).frobenius())
                .isLessThan(1e-13);
    }

    @Test
    void gaussianEntriesAreTheStreamsOwnScaled() {
        double[] z = new double[6];
        stream(1).fillGaussian(z);
        assertThat(RandomMatrices.gaussian(2, 3, .5, stream(1)))
                .isEqualTo(Matrix.of(2, 3, z).scaled(.5));
    }

    /**
     * The trace of a Haar orthogonal matrix has mean 0, variance 1 and fourth moment 3 (Diaconis and Shahshahani 1994);
     * without the sign fix its mean is far from 0.
     */
    @Test
    void haarMatricesHaveTheKnownTraces() {
        RandomStream stream = stream(2);
        int samples = 20_000;
        double first = 0;
        double second = 0;
        double fourth = 0;
        int positive = 0;
        for (int i = 0; i < samples; i++) {
            Matrix q = RandomMatrices.haar(4, stream);
            double t = q.trace();
            first += t;
            second += t * t;
            fourth += t * t * t * t;
            if (determinant(q) > 0) positive++;
        }
        assertThat(first / samples).isCloseTo(0, within(5 / Math.sqrt(samples)));
        assertThat(second / samples).isCloseTo(1, within(5 * Math.sqrt(2. / samples)));
        assertThat(fourth / samples).isCloseTo(3, within(5 * Math.sqrt(96. / samples)));
        assertThat((double) positive / samples).isCloseTo(.5, within(2.5 / Math.sqrt(samples)));
    }

    private static double determinant(Matrix q) {
        double sum = 0;
        for (int j = 0; j < q.rows(); j++) {
            double cofactor = q.rows() == 1 ? 1 : determinant(minor(q, j));
            sum += (j % 2 == 0 ? 1 : -1) * q.get(0, j) * cofactor;
        }
        return sum;
    }

    private static Matrix minor(Matrix q, int column) {
        int n = q.rows() - 1;
        double[] values = new double[n * n];
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++) values[i * n + j] = q.get(i + 1, j < column ? j : j + 1);
        return Matrix.of(n, n, values);
    }

    private static RandomStream stream(long seed) {
        return RandomStream.of(seed, "test", 0);
    }
}
