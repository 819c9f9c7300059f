package org.separatrix.labs.grokking;

import org.separatrix.labs.grokking.theory.Moments;
import org.separatrix.labs.grokking.theory.Problem;
import org.separatrix.labs.grokking.theory.QuadraticForm;

/** The forces of infinitely many samples: the means over all inputs x ~ N(0, I/D). */
final class PopulationForces implements Forces {
    private final int d;
    private final double alpha;
    private final double size;
    private final double[] linear;
    private final double[] quadratic;
    private final double[] pull;
    private final double[] matrix;
    private double loss;

    /** @param start the moments at the start, for centring */
    PopulationForces(Problem problem, Moments start) {
        d = problem.dimension();
        alpha = problem.alpha();
        size = problem.alpha() * problem.eps();
        QuadraticForm error =
                problem.error(new Moments(new double[d], start.second().scaled(0)), start);
        linear = error.linear();
        quadratic = error.quadratic().values();
        pull = new double[d];
        matrix = new double[d * d];
    }

    @Override
    public void evaluate(double[] mean, double[] second) {
        double trace = 0;
        double square = 0;
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                int k = i * d + j;
                double s = size * second[k] + quadratic[k];
                square += j < i ? 2 * s * s : s * s;
                matrix[k] = 2 * s / ((double) d * d);
                if (j == i) trace += s;
            }
        }
        double power = 0;
        for (int i = 0; i < d; i++) {
            matrix[i * d + i] += trace / ((double) d * d);
            double a = alpha * mean[i] + linear[i];
            pull[i] = 2 * a / d;
            power += a * a;
        }
        loss = trace * trace / (4.0 * d * d) + square / (2.0 * d * d) + power / d;
    }

    @Override
    public double loss() {
        return loss;
    }

    @Override
    public double[] pull() {
        return pull;
    }

    @Override
    public double[] matrix() {
        return matrix;
    }
}
