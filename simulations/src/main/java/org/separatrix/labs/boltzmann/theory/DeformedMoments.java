package org.separatrix.labs.boltzmann.theory;

import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;

/**
 * The second moments under any homogeneous deformation, for a collision rate that does not depend on the relative
 * speed: dP/dt = -(L P + P L&#7488;) + nu n(t) (-c P + beta tr P I + s theta I), by classical Runge-Kutta steps.
 */
public final class DeformedMoments {
    private final DoubleFunction<double[]> gradient;
    private final DoubleUnaryOperator rate;
    private final double decay;
    private final double spreading;
    private final double source;

    /**
     * @param gradient L at a time, 3 x 3, row after row
     * @param rate nu times the density at a time
     * @param decay c
     * @param spreading beta
     * @param source s theta
     */
    public DeformedMoments(
            DoubleFunction<double[]> gradient,
            DoubleUnaryOperator rate,
            double decay,
            double spreading,
            double source) {
        this.gradient = gradient;
        this.rate = rate;
        this.decay = decay;
        this.spreading = spreading;
        this.source = source;
    }

    private double[] derivative(double time, double[] p) {
        double[] l = gradient.apply(time);
        double nu = rate.applyAsDouble(time);
        double trace = p[0] + p[4] + p[8];
        double[] d = new double[9];
        for (int i = 0; i < 3; i++)
            for (int j = 0; j < 3; j++) {
                double sum = -nu * decay * p[3 * i + j];
                if (i == j) sum += nu * (spreading * trace + source);
                for (int k = 0; k < 3; k++) sum -= l[3 * i + k] * p[3 * k + j] + p[3 * i + k] * l[3 * j + k];
                d[3 * i + j] = sum;
            }
        return d;
    }

    /** The moments, 3 x 3, at {@code to}, from those at {@code from}. */
    public double[] after(double[] start, double from, double to, double longest) {
        int steps = Math.max(1, (int) Math.ceil((to - from) / longest));
        double h = (to - from) / steps;
        double[] p = start.clone();
        for (int step = 0; step < steps; step++) {
            double t = from + step * h;
            double[] a = derivative(t, p);
            double[] b = derivative(t + h / 2, moved(p, a, h / 2));
            double[] c = derivative(t + h / 2, moved(p, b, h / 2));
            double[] d = derivative(t + h, moved(p, c, h));
            for (int i = 0; i < 9; i++) p[i] += h / 6 * (a[i] + 2 * b[i] + 2 * c[i] + d[i]);
        }
        return p;
    }

    private static double[] moved(double[] p, double[] slope, double h) {
        double[] q = p.clone();
        for (int i = 0; i < 9; i++) q[i] += h * slope[i];
        return q;
    }
}
