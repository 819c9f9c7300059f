package org.separatrix.labs.grokking.theory;

import org.separatrix.compute.Matrix;

/**
 * The function a.x + x&#7488; S x / 2.
 *
 * @param linear a, D numbers
 * @param quadratic S, symmetric, D x D
 */
public record QuadraticForm(double[] linear, Matrix quadratic) {
    /** The sum of two forms. */
    public QuadraticForm plus(QuadraticForm other) {
        double[] sum = linear.clone();
        for (int i = 0; i < sum.length; i++) sum[i] += other.linear[i];
        return new QuadraticForm(sum, quadratic.plus(other.quadratic));
    }

    /** The values at the columns of X. */
    public double[] at(Matrix inputs) {
        Matrix image = quadratic.times(inputs);
        double[] values = new double[inputs.columns()];
        for (int d = 0; d < inputs.rows(); d++)
            for (int mu = 0; mu < values.length; mu++)
                values[mu] += (linear[d] + image.get(d, mu) / 2) * inputs.get(d, mu);
        return values;
    }

    /** The mean square over all inputs x ~ N(0, I/D). */
    public PopulationLoss population() {
        double d = linear.length;
        double trace = quadratic.trace();
        double power = 0;
        for (double a : linear) power += a * a;
        return new PopulationLoss(trace * trace / (4 * d * d), quadratic.inner(quadratic) / (2 * d * d), power / d);
    }

    /** The mean over all inputs x ~ N(0, I/D) of the product with another form. */
    public double populationProduct(QuadraticForm other) {
        double d = linear.length;
        double product = 0;
        for (int i = 0; i < linear.length; i++) product += linear[i] * other.linear[i];
        return product / d
                + (quadratic.trace() * other.quadratic.trace() + 2 * quadratic.inner(other.quadratic)) / (4 * d * d);
    }
}
