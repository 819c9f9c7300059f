package org.separatrix.labs.deeplinear.theory;

import java.util.Arrays;
import org.separatrix.compute.LinearAlgebra;
import org.separatrix.compute.Matrix;

/**
 * How nearly a two-layer network is balanced: {@code C = W_2^T W_2 - W_1 W_1^T} against {@code lambda I}.
 *
 * @param lambda the mean eigenvalue of {@code C}
 * @param error the largest deviation of an eigenvalue of {@code C} from the mean, in units of the largest singular value
 *     of the target
 */
public record Imbalance(double lambda, double error) {
    /** How far the exact solution of a balanced network may be trusted for weights that are not quite balanced. */
    public enum Validity {
        /** Balanced to rounding. */
        EXACT,
        /** The solution overlays the simulation. */
        GOOD,
        /** The solution shows the shape of the curves. */
        INDICATIVE,
        /** The solution describes another network: do not draw it. */
        HIDDEN
    }

    /**
     * The imbalance of weights.
     *
     * @param w1 the first layer, hidden x inputs
     * @param w2 the second layer, outputs x hidden
     * @param largest the largest singular value of the target
     */
    public static Imbalance of(Matrix w1, Matrix w2, double largest) {
        double[] c = LinearAlgebra.symmetricEigenvalues(w2.transposedTimes(w2).minus(w1.timesTransposed(w1)));
        double mean = Arrays.stream(c).average().orElse(0);
        double deviation = Arrays.stream(c).map(x -> Math.abs(x - mean)).max().orElse(0);
        return new Imbalance(mean, deviation / largest);
    }

    /** The trust that the error deserves. */
    public Validity validity() {
        if (error < 1e-10) return Validity.EXACT;
        if (error < .05) return Validity.GOOD;
        return error < .3 ? Validity.INDICATIVE : Validity.HIDDEN;
    }
}
