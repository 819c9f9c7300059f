package org.separatrix.labs.boltzmann.theory;

import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * The closed equations of the second moments under shear, dP/dt = M P + s, for a collision rate that does not depend on
 * the relative speed. Moments are in the order 11, 12, 22, 33.
 */
public final class SecondMoments {
    private static final int SIZE = 4;

    private final RealMatrix affine;

    private SecondMoments(double[][] matrix, double source) {
        affine = MatrixUtils.createRealMatrix(SIZE + 1, SIZE + 1);
        affine.setSubMatrix(matrix, 0, 0);
        for (int i : new int[] {0, 2, 3}) affine.setEntry(i, SIZE, source);
    }

    /**
     * Of tagged particles in a bath.
     *
     * @param shear K
     * @param rate nu
     * @param theta the variance of a bath particle's velocity component
     */
    public static SecondMoments tagged(double shear, double rate, Scattering scattering, double theta) {
        return new SecondMoments(
                operator(shear, rate * scattering.decay(), rate * scattering.spreading()),
                rate * scattering.heating() * theta);
    }

    /** Of a gas that collides with itself; the stress relaxes at half the rate nu of a particle. */
    public static SecondMoments gas(double shear, double rate) {
        return new SecondMoments(operator(shear, rate / 2, rate / 6), 0);
    }

    private static double[][] operator(double shear, double decay, double spreading) {
        double[][] m = new double[SIZE][SIZE];
        for (int i = 0; i < SIZE; i++) m[i][i] = -decay;
        for (int i : new int[] {0, 2, 3}) for (int j : new int[] {0, 2, 3}) m[i][j] += spreading;
        m[0][1] -= 2 * shear;
        m[1][2] -= shear;
        return m;
    }

    /** The moments a while after they were {@code start}; infinite where they leave the numbers. */
    public double[] after(double[] start, double time) {
        RealMatrix flow = MatrixUtils.matrixExponential(affine.scalarMultiply(time));
        double[] p = new double[SIZE];
        for (int i = 0; i < SIZE; i++) {
            p[i] = flow.getEntry(i, SIZE);
            for (int j = 0; j < SIZE; j++) p[i] += flow.getEntry(i, j) * start[j];
        }
        return p;
    }

    /** The fixed point: the stationary moments of tagged particles below the energy threshold, and only there. */
    public double[] stationary() {
        RealMatrix matrix = affine.getSubMatrix(0, SIZE - 1, 0, SIZE - 1);
        return new LUDecomposition(matrix)
                .getSolver()
                .solve(affine.getColumnVector(SIZE).getSubVector(0, SIZE).mapMultiply(-1))
                .toArray();
    }
}
