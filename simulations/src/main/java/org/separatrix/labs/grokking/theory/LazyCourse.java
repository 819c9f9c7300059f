package org.separatrix.labs.grokking.theory;

import org.separatrix.compute.LinearAlgebra;
import org.separatrix.compute.Matrix;

/**
 * Gradient descent of the network linearised around its start, in closed form: the kernel stays what it was, and every
 * eigenvector of it forgets its error at a rate of its own. Used by one thread at a time, for the sake of its scratch.
 *
 * <p>The population loss is a quadratic form in the eigenvectors' coefficients, so one moment costs P&sup2;
 * multiplications.
 */
public final class LazyCourse {
    private final double[] eigenvalues;
    private final double[] errors;
    private final double[] rates;
    private final Matrix products;
    private final double[] slope;
    private final double offset;
    private final double regressionLoss;
    private final double[] coefficients;

    /**
     * @param start the kernel at the start
     * @param eta0 the step of gradient-flow time
     */
    public LazyCourse(TangentKernel start, double eta0) {
        Problem problem = start.problem();
        int p = problem.samples();
        LinearAlgebra.Eigen eigen = LinearAlgebra.symmetricEigen(start.gram());
        Matrix u = eigen.vectors();
        eigenvalues = eigen.values();
        products = u.transposedTimes(start.populationGram().times(u));
        QuadraticForm teacher = problem.negativeTeacher();
        QuadraticForm form = problem.centred() ? teacher : teacher.plus(problem.output(start.moments()));
        errors = rotated(u, form.at(problem.inputs()));
        slope = rotated(u, start.populationProducts(form));
        offset = form.population().total();
        rates = new double[p];
        for (int j = 0; j < p; j++) rates[j] = 2 * eta0 * eigenvalues[j] / p;
        coefficients = new double[p];
        regressionLoss = regressionLoss(u, problem.targets(), rotated(u, start.populationProducts(teacher)), teacher);
    }

    private static double[] rotated(Matrix u, double[] values) {
        return u.transposedTimes(Matrix.of(values.length, 1, values)).values();
    }

    private double regressionLoss(Matrix u, double[] targets, double[] teacherSlope, QuadraticForm teacher) {
        if (eigenvalues[0] < 1e-12 * eigenvalues[eigenvalues.length - 1]) return Double.NaN;
        double[] y = rotated(u, targets);
        for (int j = 0; j < y.length; j++) coefficients[j] = y[j] / eigenvalues[j];
        return loss(teacher.population().total(), teacherSlope);
    }

    private double loss(double offset, double[] slope) {
        double sum = offset;
        double[] h = products.values();
        int p = coefficients.length;
        for (int j = 0; j < p; j++) {
            // Below the diagonal twice, since H is symmetric; in two chains that do not wait for each other.
            double even = 0;
            double odd = 0;
            int k = 0;
            for (; k + 1 < j; k += 2) {
                even += h[j * p + k] * coefficients[k];
                odd += h[j * p + k + 1] * coefficients[k + 1];
            }
            if (k < j) even += h[j * p + k] * coefficients[k];
            sum += coefficients[j] * (2 * (slope[j] + even + odd) + h[j * p + j] * coefficients[j]);
        }
        return sum;
    }

    /** The largest eigenvalue of the kernel at the start, without the factor alpha&sup2;/N. */
    public double largestEigenvalue() {
        return eigenvalues[eigenvalues.length - 1];
    }

    /** The population loss of ridgeless kernel regression; NaN where the kernel is singular. */
    public double regressionLoss() {
        return regressionLoss;
    }

    /** The training loss after some steps. */
    public double train(long steps) {
        double sum = 0;
        for (int j = 0; j < rates.length; j++) {
            double error = (1 - forgotten(rates[j], steps)) * errors[j];
            if (rates[j] < 0.5) error = Math.exp(steps * Math.log1p(-rates[j])) * errors[j];
            sum += error * error;
        }
        return sum / rates.length;
    }

    /** The population loss after some steps. */
    public double test(long steps) {
        for (int j = 0; j < rates.length; j++)
            // Without its kernel an eigenvector is never learned: the limit of the quotient is finite.
            coefficients[j] = rates[j] == 0 ? 0 : -forgotten(rates[j], steps) / eigenvalues[j] * errors[j];
        return loss(offset, slope);
    }

    /** 1 - (1 - x)^t, to full relative precision for small x. */
    private static double forgotten(double x, long steps) {
        return x < 0.5 ? -Math.expm1(steps * Math.log1p(-x)) : 1 - Math.pow(1 - x, steps);
    }
}
