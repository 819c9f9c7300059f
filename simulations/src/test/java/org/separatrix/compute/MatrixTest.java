package org.separatrix.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class MatrixTest {
    private static final Matrix A = Matrix.ofRows(new double[] {1, 2, 3}, new double[] {4, 5, 6});

    @Test
    void isReadRowAfterRow() {
        assertThat(A.values()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(A.get(1, 0)).isEqualTo(4);
        assertThat(A.row(1)).containsExactly(4, 5, 6);
        assertThat(A.column(2)).containsExactly(3, 6);
        assertThat(A.block(0, 2, 1, 2)).isEqualTo(Matrix.ofRows(new double[] {2, 3}, new double[] {5, 6}));
        assertThat(A.block(0, 2, 0, 1).beside(A.block(0, 2, 1, 2))).isEqualTo(A);
        assertThat(A)
                .isEqualTo(Matrix.of(2, 3, new double[] {1, 2, 3, 4, 5, 6}))
                .isNotEqualTo(A.transpose());
    }

    @Test
    void multipliesAsByHand() {
        Matrix b = Matrix.ofRows(new double[] {1, 0}, new double[] {2, -1}, new double[] {0, 3});
        Matrix product = Matrix.ofRows(new double[] {5, 7}, new double[] {14, 13});
        assertThat(A.times(b)).isEqualTo(product);
        assertThat(A.timesTransposed(b.transpose())).isEqualTo(product);
        assertThat(A.transpose().transposedTimes(b)).isEqualTo(product);
        assertThat(A.transposedTimes(product).rows()).isEqualTo(3);
        assertThat(A.times(Matrix.identity(3))).isEqualTo(A);
    }

    @Test
    void anEmptySumIsZero() {
        assertThat(Matrix.zero(2, 0).times(Matrix.zero(0, 3))).isEqualTo(Matrix.zero(2, 3));
        assertThat(Matrix.zero(0, 2).times(Matrix.zero(2, 3))).isEqualTo(Matrix.zero(0, 3));
        assertThat(Matrix.zero(0, 0).frobenius()).isZero();
        assertThat(Matrix.ofRows()).isEqualTo(Matrix.zero(0, 0));
    }

    @Test
    void addsScalesAndMeasures() {
        assertThat(A.plus(A)).isEqualTo(A.scaled(2));
        assertThat(A.minus(A)).isEqualTo(Matrix.zero(2, 3));
        assertThat(A.scaleRows(2, -1)).isEqualTo(Matrix.diagonal(2, -1).times(A));
        assertThat(A.scaleColumns(2, 0, -1)).isEqualTo(A.times(Matrix.diagonal(2, 0, -1)));
        assertThat(A.trace()).isEqualTo(6);
        assertThat(A.inner(A)).isEqualTo(91);
        assertThat(A.frobenius()).isEqualTo(Math.sqrt(91));
        assertThat(A.transpose().transpose()).isEqualTo(A);
        assertThat(Matrix.diagonal(2, 3, new double[] {7}))
                .isEqualTo(Matrix.ofRows(new double[] {7, 0, 0}, new double[] {0, 0, 0}));
    }

    @Test
    void shapesThatDoNotFitAreNamed() {
        assertThatIllegalArgumentException().isThrownBy(() -> A.times(A)).withMessageContaining("2 x 3 and 2 x 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> A.plus(A.transpose()))
                .withMessageContaining("3 x 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> A.scaleRows(1, 2, 3))
                .withMessageContaining("3 factors");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> A.beside(A.transpose()))
                .withMessageContaining("2 x 3 and 3 x 2");
        assertThatIllegalArgumentException().isThrownBy(() -> Matrix.of(2, 2, new double[3]));
        assertThatIllegalArgumentException().isThrownBy(() -> Matrix.of(-1, -2, new double[2]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Matrix.ofRows(new double[2], new double[3]))
                .withMessageContaining("row 1");
        assertThatIllegalArgumentException().isThrownBy(() -> Matrix.diagonal(1, 2, new double[2]));
    }
}
