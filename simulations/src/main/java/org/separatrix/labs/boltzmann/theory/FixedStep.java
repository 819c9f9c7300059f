package org.separatrix.labs.boltzmann.theory;

import org.hipparchus.linear.EigenDecompositionNonSymmetric;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * The second moments under half a shear, collisions in a fixed step, and half a shear, for a rate nu that does not
 * depend on the relative speed: what the scheme makes of them, exactly. Moments are in the order 11, 12, 22, 33.
 */
public final class FixedStep {
    private final RealMatrix step;
    private final RealVector gain;
    private final double length;

    private FixedStep(RealMatrix step, RealVector gain, double length) {
        this.step = step;
        this.gain = gain;
        this.length = length;
    }

    /**
     * Of tagged particles.
     *
     * @param order 1: one collision with the exact probability; 2: one with x e^(-x/2) and one more with x/2, where x =
     *     nu dt
     */
    public static FixedStep tagged(
            double shear, double rate, Scattering scattering, double theta, double dt, int order) {
        double x = rate * dt;
        double hit = order == 1 ? -Math.expm1(-x) : Math.min(1, x) * Math.exp(-x / 2);
        double again = order == 1 ? 0 : Math.min(1, x / 2);
        RealMatrix one = MatrixUtils.createRealIdentityMatrix(4);
        RealMatrix collision = one.add(collisions(scattering.decay(), scattering.spreading()));
        double s = scattering.heating() * theta;
        RealVector source = MatrixUtils.createRealVector(new double[] {s, 0, s, s});
        RealMatrix twice = collision.multiply(collision);
        RealMatrix matrix = one.scalarMultiply(1 - hit)
                .add(collision.scalarMultiply(hit * (1 - again)))
                .add(twice.scalarMultiply(hit * again));
        RealVector gain =
                source.add(collision.operate(source).mapMultiply(again)).mapMultiply(hit);
        RealMatrix half = half(shear, dt);
        return new FixedStep(half.multiply(matrix).multiply(half), half.operate(gain), dt);
    }

    /** Of a gas whose disjoint pairs collide with the exact probability. */
    public static FixedStep gas(double shear, double rate, double dt) {
        RealMatrix collision = MatrixUtils.createRealIdentityMatrix(4)
                .add(collisions(0.5, 1.0 / 6).scalarMultiply(-Math.expm1(-rate * dt)));
        RealMatrix half = half(shear, dt);
        return new FixedStep(half.multiply(collision).multiply(half), MatrixUtils.createRealVector(new double[4]), dt);
    }

    private static RealMatrix collisions(double decay, double spreading) {
        RealMatrix m = MatrixUtils.createRealIdentityMatrix(4).scalarMultiply(-decay);
        for (int i : new int[] {0, 2, 3}) for (int j : new int[] {0, 2, 3}) m.addToEntry(i, j, spreading);
        return m;
    }

    private static RealMatrix half(double shear, double dt) {
        double a = -shear * dt / 2;
        return MatrixUtils.createRealMatrix(
                new double[][] {{1, 2 * a, a * a, 0}, {0, 1, a, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}});
    }

    /** The fixed point: the stationary moments where the growth rate is negative. */
    public double[] stationary() {
        return new LUDecomposition(MatrixUtils.createRealIdentityMatrix(4).subtract(step))
                .getSolver()
                .solve(gain)
                .toArray();
    }

    /** The growth rates of the scheme's eigenvectors: ln |eigenvalue| over the step, descending. */
    public double[] growthRates() {
        // The eigenvalues of the change, since those of the step crowd around one.
        RealMatrix change =
                step.subtract(MatrixUtils.createRealIdentityMatrix(4)).scalarMultiply(1 / length);
        double[] rates = java.util.Arrays.stream(new EigenDecompositionNonSymmetric(change).getEigenvalues())
                .mapToDouble(value -> -Math.log(value.multiply(length).add(1).norm()) / length)
                .sorted()
                .toArray();
        for (int i = 0; i < rates.length; i++) rates[i] = -rates[i];
        return rates;
    }

    /** The largest growth rate. */
    public double growth() {
        return growthRates()[0];
    }

    /** The stress over the pressure that a growing state tends to, by power iteration. */
    public double[] shape() {
        RealVector p = MatrixUtils.createRealVector(new double[] {1, 0, 1, 1});
        for (int i = 0; i < 100_000; i++) {
            RealVector next = step.operate(p);
            next.mapMultiplyToSelf(3 / (next.getEntry(0) + next.getEntry(2) + next.getEntry(3)));
            double moved = next.getDistance(p);
            p = next;
            if (moved < 1e-14) break;
        }
        return p.toArray();
    }

    /** The shear at which the scheme's energy begins to grow, in units of nu. */
    public static double energyThreshold(Scattering scattering, double dt, int order) {
        double exact = scattering.energyThreshold();
        return new org.hipparchus.analysis.solvers.BrentSolver(1e-12)
                .solve(200, shear -> tagged(shear, 1, scattering, 1, dt, order).growth(), exact / 2, exact * 2);
    }
}
