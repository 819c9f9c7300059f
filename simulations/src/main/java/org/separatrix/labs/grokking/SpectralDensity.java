package org.separatrix.labs.grokking;

import java.util.Arrays;
import org.separatrix.lab.Line;

/** The density that a quadrature rule stands for: a Gaussian at each node, of unit mass together. */
final class SpectralDensity {
    private static final int POINTS = 400;

    /** The width of the Gaussians, relative to the range of the spectrum. */
    private static final double WIDTH = 0.0075;

    private SpectralDensity() {}

    static Line line(double[] nodes, double[] weights, String label) {
        double low = Arrays.stream(nodes).min().orElse(0);
        double high = Arrays.stream(nodes).max().orElse(0);
        double range = Math.max(high - low, 1e-300);
        double width = WIDTH * range;
        double[] x = new double[POINTS];
        double[] y = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            x[i] = low - 0.03 * range + 1.06 * range * i / (POINTS - 1);
            for (int k = 0; k < nodes.length; k++) {
                double distance = (x[i] - nodes[k]) / width;
                y[i] += weights[k] * Math.exp(-distance * distance / 2) / (width * Math.sqrt(2 * Math.PI));
            }
        }
        return new Line(label, Line.Role.THEORY, x, y);
    }
}
