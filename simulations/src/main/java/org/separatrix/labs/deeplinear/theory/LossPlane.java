package org.separatrix.labs.deeplinear.theory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.separatrix.compute.LinearAlgebra;
import org.separatrix.compute.Matrix;

/**
 * The loss of a deep linear network on a plane through its weights, W_l + a A_l + b B_l in every layer: the end-to-end map
 * is a polynomial of the degree of the depth in a and b, with matrices for coefficients, and so the loss is exactly one
 * of twice that degree. Any part of the plane costs the same.
 *
 * <p>The loss is counted from its minimum: half the squared norm of (S_yx - W S_xx) S_xx^(-1/2).
 */
public final class LossPlane {
    private final int degree;

    /** The inner products of the residual's coefficients, which are ordered by the powers of a, then of b. */
    private final double[][] products;

    private LossPlane(int degree, double[][] products) {
        this.degree = degree;
        this.products = products;
    }

    /**
     * The loss on a plane.
     *
     * @param weights the layers at the origin, first layer first
     * @param along the layers of the first direction
     * @param across the layers of the second
     * @param syx the moment between inputs and outputs
     * @param sxx the second moment of the inputs
     */
    public static LossPlane of(List<Matrix> weights, List<Matrix> along, List<Matrix> across, Matrix syx, Matrix sxx) {
        int depth = weights.size();
        LinearAlgebra.Eigen inputs = LinearAlgebra.symmetricEigen(sxx);
        Matrix root = power(inputs, 0.5);
        Matrix inverse = power(inputs, -0.5);
        Matrix[][] map = {{weights.getFirst(), across.getFirst()}, {along.getFirst()}};
        for (int l = 1; l < depth; l++) map = times(weights.get(l), along.get(l), across.get(l), map);
        var residual = new ArrayList<Matrix>();
        for (int i = 0; i <= depth; i++)
            for (int j = 0; i + j <= depth; j++) {
                Matrix term = map[i][j].times(root).scaled(-1);
                residual.add(i + j == 0 ? term.plus(syx.times(inverse)) : term);
            }
        double[][] products = new double[residual.size()][residual.size()];
        for (int k = 0; k < products.length; k++)
            for (int l = 0; l <= k; l++) {
                products[k][l] = residual.get(k).inner(residual.get(l));
                products[l][k] = products[k][l];
            }
        return new LossPlane(depth, products);
    }

    private static Matrix power(LinearAlgebra.Eigen eigen, double exponent) {
        double[] powers = Arrays.stream(eigen.values())
                .map(value -> Math.pow(value, exponent))
                .toArray();
        return eigen.vectors().scaleColumns(powers).timesTransposed(eigen.vectors());
    }

    /** The product of one more layer with a polynomial whose coefficient of a^i b^j is at [i][j]. */
    private static Matrix[][] times(Matrix w, Matrix a, Matrix b, Matrix[][] map) {
        int degree = map.length;
        var product = new Matrix[degree + 1][];
        for (int i = 0; i <= degree; i++) {
            product[i] = new Matrix[degree + 1 - i];
            for (int j = 0; i + j <= degree; j++) {
                Matrix sum = null;
                if (i + j < degree) sum = w.times(map[i][j]);
                if (i > 0) sum = plus(sum, a.times(map[i - 1][j]));
                if (j > 0) sum = plus(sum, b.times(map[i][j - 1]));
                product[i][j] = sum;
            }
        }
        return product;
    }

    private static Matrix plus(Matrix sum, Matrix term) {
        return sum == null ? term : sum.plus(term);
    }

    /** The loss above its minimum at a point of the plane. */
    public double at(double a, double b) {
        double[] powers = new double[products.length];
        int k = 0;
        double first = 1;
        for (int i = 0; i <= degree; i++) {
            double power = first;
            for (int j = 0; i + j <= degree; j++) {
                powers[k++] = power;
                power *= b;
            }
            first *= a;
        }
        double sum = 0;
        for (int i = 0; i < powers.length; i++) {
            double row = 0;
            for (int j = 0; j < powers.length; j++) row += products[i][j] * powers[j];
            sum += powers[i] * row;
        }
        // Where the loss vanishes, rounding may leave less than nothing.
        return Math.max(0, sum / 2);
    }
}
