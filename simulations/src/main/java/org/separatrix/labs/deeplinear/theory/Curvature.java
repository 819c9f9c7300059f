package org.separatrix.labs.deeplinear.theory;

import java.util.Arrays;

/**
 * The spectra of the loss's Hessian at its critical points, in closed form.
 *
 * <p>Gradient descent converges near a minimum if its rate is below two over the largest eigenvalue, the sharpness.
 */
public final class Curvature {
    private Curvature() {}

    /** Both eigenvalues, ascending, of the Hessian of {@code (s - a b)^2 / 2} at any point. */
    public static double[] scalar(double a, double b, double target) {
        double mean = (a * a + b * b) / 2;
        double radius = Math.hypot((b * b - a * a) / 2, 2 * a * b - target);
        return new double[] {mean - radius, mean + radius};
    }

    /**
     * All {@code hidden (inputs + outputs)} eigenvalues, ascending, at the critical point of a two-layer network on
     * whitened inputs whose balanced, aligned weights have learned some modes and nothing else.
     *
     * @param s the strengths of all {@code min(inputs, outputs)} modes
     * @param learned which modes are learned, no more than there are hidden units
     */
    public static double[] twoLayer(double[] s, boolean[] learned, int inputs, int hidden, int outputs) {
        int modes = Math.min(inputs, outputs);
        int spare = hidden - count(learned);
        if (s.length != modes || learned.length != modes || spare < 0)
            throw new IllegalArgumentException(s.length + " strengths and " + count(learned) + " learned of "
                    + learned.length + " modes do not fit a network of " + inputs + "-" + hidden + "-" + outputs);
        double[] eigenvalues = new double[hidden * (inputs + outputs)];
        int n = 0;
        for (int i = 0; i < modes; i++) {
            for (int j = 0; j < modes; j++) {
                if (learned[i]) eigenvalues[n++] = s[i] + s[j];
                if (learned[i] && !learned[j]) eigenvalues[n++] = s[i] - s[j];
            }
            for (int j = 0; j < (learned[i] ? inputs + outputs - 2 * modes : 0); j++) eigenvalues[n++] = s[i];
            for (int j = 0; j < (learned[i] ? 0 : spare); j++) {
                eigenvalues[n++] = s[i];
                eigenvalues[n++] = -s[i];
            }
        }
        Arrays.sort(eigenvalues);
        return eigenvalues;
    }

    private static int count(boolean[] flags) {
        int count = 0;
        for (boolean flag : flags) if (flag) count++;
        return count;
    }

    /**
     * The sharpness of a minimum that a two-layer network with imbalance lambda reaches on whitened inputs; the balanced
     * one is the flattest.
     *
     * @param largest the largest singular value of the target
     */
    public static double sharpness(double lambda, double largest) {
        return Math.hypot(lambda, 2 * largest);
    }

    /**
     * The {@code outputs x inputs} eigenvalues, ascending, that may differ from zero at a balanced minimum of a network
     * of any depth whose modes are independent.
     *
     * @param depth the number of weight matrices
     * @param strengths the strengths {@code u_k >= 0} of the modes at the minimum
     * @param kappa the inputs' variances, first along the modes, then in the directions that carry none
     * @param outputs how many outputs there are
     */
    public static double[] deep(int depth, double[] strengths, double[] kappa, int outputs) {
        int inputs = kappa.length;
        double[] u = Arrays.copyOf(strengths, Math.max(inputs, outputs));
        double[] eigenvalues = new double[outputs * inputs];
        for (int j = 0; j < outputs; j++)
            for (int i = 0; i < inputs; i++) {
                double sum = 0;
                for (int l = 1; l <= depth; l++)
                    sum += Math.pow(u[j], 2.0 * (depth - l) / depth) * Math.pow(u[i], 2.0 * (l - 1) / depth);
                eigenvalues[j * inputs + i] = kappa[i] * sum;
            }
        Arrays.sort(eigenvalues);
        return eigenvalues;
    }
}
