package org.separatrix.labs.deeplinear.theory;

import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.util.CombinatoricsUtils;

/**
 * The law of the squared singular values of a product of square Gaussian matrices with entries of variance
 * {@code 1/width}, for large width; with a gain {@code g} in every factor the values are {@code g^(2 depth)} times as
 * large.
 *
 * <p>An angle {@code phi} in (0, pi/(depth + 1)) runs along the law, from the upper edge to zero. The density diverges at
 * zero like {@code x^(-depth/(depth+1))}: draw it in the singular value or in {@code ln x}.
 *
 * <p>Source: Haagerup and Moeller (2013); the distribution function follows from integrating the resolvent.
 *
 * @param depth how many factors, at least one; one gives the Marchenko-Pastur law of a square matrix
 */
public record FussCatalan(int depth) {
    private static final int MOST_EVALUATIONS = 200;

    public FussCatalan {
        if (depth < 1) throw new IllegalArgumentException("depth=" + depth + ": must be at least 1");
    }

    /** The largest value of the support, which begins at zero. */
    public double edge() {
        return (depth + 1) * Math.pow((depth + 1.0) / depth, depth);
    }

    /** The k-th moment of the squared singular values, a Fuss-Catalan number. */
    public double moment(int k) {
        return CombinatoricsUtils.binomialCoefficientDouble(depth * k + k, k) / (depth * k + 1);
    }

    /** The largest angle, at which the squared singular value is zero. */
    public double lastAngle() {
        return Math.PI / (depth + 1);
    }

    /** The squared singular value at an angle. */
    public double valueAt(double angle) {
        double next = Math.sin((depth + 1) * angle);
        return next / Math.sin(angle) * Math.pow(next / Math.sin(depth * angle), depth);
    }

    /** The density of the squared singular value at an angle. */
    public double densityAt(double angle) {
        double sine = Math.sin(angle);
        double here = Math.sin(depth * angle);
        return sine * sine / (Math.PI * here) * Math.pow(here / Math.sin((depth + 1) * angle), depth);
    }

    /** The probability of a squared singular value below the one at an angle. */
    public double probabilityAt(double angle) {
        double next = (depth + 1) * angle;
        double above = next - depth * Math.sin(angle) * Math.sin(next) / Math.sin(depth * angle);
        return 1 - above / Math.PI;
    }

    /** The angle of a squared singular value inside the support. */
    public double angle(double value) {
        double last = lastAngle();
        double low = 1e-9 * last;
        double high = last * (1 - 1e-15);
        if (value >= valueAt(low)) return low;
        if (value <= valueAt(high)) return high;
        return new BracketingNthOrderBrentSolver(1e-16, 1e-16, 5)
                .solve(MOST_EVALUATIONS, phi -> Math.log(valueAt(phi) / value), low, high);
    }

    /** The density of the squared singular value; zero outside the support. */
    public double density(double value) {
        return value > 0 && value < edge() ? densityAt(angle(value)) : 0;
    }

    /** The probability of a smaller squared singular value. */
    public double probability(double value) {
        if (value <= 0) return 0;
        return value < edge() ? probabilityAt(angle(value)) : 1;
    }

    /** The density of the singular value itself. */
    public double singularValueDensity(double value) {
        return 2 * value * density(value * value);
    }

    /** The mean of a function of the squared singular value, by the midpoints of equal steps of the angle. */
    public double mean(DoubleUnaryOperator function, int nodes) {
        double step = lastAngle() / nodes;
        double sum = 0;
        double above = 1;
        for (int j = 0; j < nodes; j++) {
            double below = j == nodes - 1 ? 0 : probabilityAt((j + 1) * step);
            sum += (above - below) * function.applyAsDouble(valueAt((j + .5) * step));
            above = below;
        }
        return sum;
    }
}
