package org.separatrix.labs.deeplinear.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.separatrix.compute.LinearAlgebra;
import org.separatrix.compute.Matrix;
import org.separatrix.compute.RandomMatrices;
import org.separatrix.compute.RandomStream;

class LossPlaneTest {
    private static final int[] WIDTHS = {4, 6, 5, 3};

    private static Matrix drawn(int rows, int columns, int number) {
        return RandomMatrices.gaussian(rows, columns, 0.7, RandomStream.of(5, "matrices", number));
    }

    private static List<Matrix> layers(int number) {
        var layers = new ArrayList<Matrix>();
        for (int l = 1; l < WIDTHS.length; l++) layers.add(drawn(WIDTHS[l], WIDTHS[l - 1], 10 * number + l));
        return layers;
    }

    private static Matrix map(List<Matrix> w, List<Matrix> a, List<Matrix> b, double x, double y) {
        Matrix map = Matrix.identity(WIDTHS[0]);
        for (int l = 0; l < w.size(); l++)
            map = w.get(l).plus(a.get(l).scaled(x)).plus(b.get(l).scaled(y)).times(map);
        return map;
    }

    /** Half the squared norm of (S_yx - W S_xx) S_xx^(-1/2), by the trace. */
    private static double loss(Matrix map, Matrix syx, Matrix sxx) {
        Matrix residual = syx.minus(map.times(sxx));
        LinearAlgebra.Eigen eigen = LinearAlgebra.symmetricEigen(sxx);
        Matrix rotated = residual.times(eigen.vectors());
        double sum = 0;
        for (int i = 0; i < rotated.rows(); i++)
            for (int j = 0; j < rotated.columns(); j++)
                sum += rotated.get(i, j) * rotated.get(i, j) / eigen.values()[j];
        return sum / 2;
    }

    @Test
    void itIsTheLossAtEveryPoint() {
        Matrix root = drawn(4, 4, 1);
        Matrix sxx = root.timesTransposed(root).plus(Matrix.identity(4));
        Matrix syx = drawn(3, 4, 2);
        List<Matrix> w = layers(3);
        List<Matrix> a = layers(4);
        List<Matrix> b = layers(5);
        LossPlane plane = LossPlane.of(w, a, b, syx, sxx);

        for (double[] at : new double[][] {{0, 0}, {1, 0}, {0, 1}, {-0.7, 1.3}, {2, -2}}) {
            double expected = loss(map(w, a, b, at[0], at[1]), syx, sxx);
            assertThat(plane.at(at[0], at[1])).isCloseTo(expected, within(1e-11 * Math.max(1, expected)));
        }
    }

    @Test
    void itVanishesWhereTheMapIsLearned() {
        List<Matrix> w = layers(3);
        Matrix syx = map(w, w, w, 0, 0);

        LossPlane plane = LossPlane.of(w, layers(4), layers(5), syx, Matrix.identity(4));

        assertThat(plane.at(0, 0)).isNotNegative().isLessThan(1e-12);
        assertThat(plane.at(0.1, 0)).isGreaterThan(1e-3);
    }
}
