package org.separatrix.labs.grokking.theory;

import org.separatrix.compute.Matrix;

/**
 * The tangent kernel at some weights, without the factor alpha&sup2;/N:
 * K(x, x') = x.x' [1 + eps wbar.(x + x') + eps&sup2; x&#7488; M x'].
 *
 * @param problem the network and its training inputs
 * @param moments those of the weights
 */
public record TangentKernel(Problem problem, Moments moments) {
    /** The kernel between all pairs of training inputs, P x P. */
    public Matrix gram() {
        return gram(problem.inputs().transposedTimes(problem.inputs()));
    }

    /** The same, where the products X&#7488;X of the inputs are known already. */
    public Matrix gram(Matrix inputProducts) {
        Matrix x = problem.inputs();
        double eps = problem.eps();
        int p = x.columns();
        double[] v = projections();
        double[] products = inputProducts.values();
        double[] second = x.transposedTimes(moments.second().times(x)).values();
        double[] gram = new double[p * p];
        for (int mu = 0; mu < p; mu++)
            for (int nu = 0; nu <= mu; nu++) {
                int at = mu * p + nu;
                gram[at] = products[at] * (1 + eps * (v[mu] + v[nu]) + eps * eps * second[at]);
                gram[nu * p + mu] = gram[at];
            }
        return Matrix.of(p, p, gram);
    }

    /** The kernel that gradient descent ends with: every neuron is aligned with the teacher. */
    public static Matrix learnedGram(Problem problem) {
        Matrix x = problem.inputs();
        int p = x.columns();
        double[] z = new double[p];
        for (int d = 0; d < x.rows(); d++) for (int mu = 0; mu < p; mu++) z[mu] += problem.teacher()[d] * x.get(d, mu);
        double[] gram = x.transposedTimes(x).values();
        double ratio = problem.eps() / problem.alpha();
        for (int mu = 0; mu < p; mu++) for (int nu = 0; nu < p; nu++) gram[mu * p + nu] *= 1 + ratio * z[mu] * z[nu];
        return Matrix.of(p, p, gram);
    }

    /** The largest eigenvalue of a kernel between samples. */
    public static double largest(Matrix gram) {
        return Lanczos.largest(x -> product(gram, x), gram.rows(), 1e-10);
    }

    /** A symmetric matrix times a vector: its rows, added up. */
    private static double[] product(Matrix symmetric, double[] x) {
        double[] values = symmetric.values();
        int p = x.length;
        double[] sum = new double[p];
        for (int i = 0; i < p; i++) {
            int row = i * p;
            double factor = x[i];
            for (int j = 0; j < p; j++) sum[j] += factor * values[row + j];
        }
        return sum;
    }

    /** wbar.x for every training input. */
    private double[] projections() {
        Matrix x = problem.inputs();
        double[] v = new double[x.columns()];
        for (int d = 0; d < x.rows(); d++)
            for (int mu = 0; mu < v.length; mu++) v[mu] += moments.mean()[d] * x.get(d, mu);
        return v;
    }

    /** The function sum_mu q_mu K(x, x_mu). */
    public QuadraticForm combination(double[] q) {
        Matrix x = problem.inputs();
        double eps = problem.eps();
        double[] v = projections();
        double[] weighted = new double[q.length];
        for (int mu = 0; mu < q.length; mu++) weighted[mu] = q[mu] * (1 + eps * v[mu]);
        Matrix g = x.times(Matrix.of(q.length, 1, weighted));
        Matrix p = x.times(Matrix.of(q.length, 1, q.clone()));
        Matrix b = x.scaleColumns(q).timesTransposed(x);
        Matrix cross = moments.column().timesTransposed(p);
        Matrix product = b.times(moments.second());
        return new QuadraticForm(
                g.values().clone(),
                cross.plus(cross.transpose())
                        .scaled(eps)
                        .plus(product.plus(product.transpose()).scaled(eps * eps)));
    }

    /**
     * The means over all inputs x ~ N(0, I/D) of K(x, x_mu) K(x, x_nu), P x P. With p_mu = eps wbar + eps&sup2; M x_mu
     * the quadratic part of K(x, x_mu) is x_mu p_mu&#7488; + p_mu x_mu&#7488;, so all of it comes from products of
     * inputs.
     */
    Matrix populationGram() {
        Matrix x = problem.inputs();
        double eps = problem.eps();
        int p = x.columns();
        double d = x.rows();
        double[] v = projections();
        double[] rows = moments.second().times(x).scaled(eps * eps).values();
        for (int i = 0; i < x.rows(); i++) for (int mu = 0; mu < p; mu++) rows[i * p + mu] += eps * moments.mean()[i];
        Matrix slopes = Matrix.of(x.rows(), p, rows);
        double[] xx = x.transposedTimes(x).values();
        double[] xp = x.transposedTimes(slopes).values();
        double[] pp = slopes.transposedTimes(slopes).values();
        double[] gram = new double[p * p];
        for (int mu = 0; mu < p; mu++)
            for (int nu = 0; nu < p; nu++) {
                int at = mu * p + nu;
                gram[at] = (1 + eps * v[mu]) * (1 + eps * v[nu]) * xx[at] / d
                        + (xp[mu * p + mu] * xp[nu * p + nu] + xx[at] * pp[at] + xp[at] * xp[nu * p + mu]) / (d * d);
            }
        return Matrix.of(p, p, gram);
    }

    /** The means over all inputs of K(x, x_mu) times a form, P numbers. */
    double[] populationProducts(QuadraticForm form) {
        Matrix x = problem.inputs();
        double eps = problem.eps();
        int p = x.columns();
        double d = x.rows();
        double[] v = projections();
        double[] rows = moments.second().times(x).scaled(eps * eps).values();
        for (int i = 0; i < x.rows(); i++) for (int mu = 0; mu < p; mu++) rows[i * p + mu] += eps * moments.mean()[i];
        Matrix image = form.quadratic().times(x);
        double trace = form.quadratic().trace();
        double[] products = new double[p];
        for (int i = 0; i < x.rows(); i++)
            for (int mu = 0; mu < p; mu++)
                products[mu] += (1 + eps * v[mu]) * form.linear()[i] * x.get(i, mu) / d
                        + (trace * x.get(i, mu) + 2 * image.get(i, mu)) * rows[i * p + mu] / (2 * d * d);
        return products;
    }
}
