package org.separatrix.labs.grokking.theory;

import org.separatrix.compute.Matrix;

/**
 * A network f(x) = (alpha/N) sum_i phi(w_i.x) with phi(h) = h + (eps/2) h&sup2; and its teacher y = (beta.x)&sup2;/2.
 *
 * @param inputs the training inputs, one a column, D x P
 * @param teacher beta, D numbers
 * @param alpha the output scale: large is lazy
 * @param eps the curvature of the activation
 * @param centred whether the network's initial output is taken away from it
 */
public record Problem(Matrix inputs, double[] teacher, double alpha, double eps, boolean centred) {
    /** D. */
    public int dimension() {
        return inputs.rows();
    }

    /** P. */
    public int samples() {
        return inputs.columns();
    }

    /** The teacher's answers on the training inputs. */
    public double[] targets() {
        double[] y = new double[samples()];
        for (int d = 0; d < teacher.length; d++)
            for (int mu = 0; mu < y.length; mu++) y[mu] += teacher[d] * inputs.get(d, mu);
        for (int mu = 0; mu < y.length; mu++) y[mu] *= y[mu] / 2;
        return y;
    }

    /** The squared norm of the teacher. */
    public double teacherPower() {
        double power = 0;
        for (double b : teacher) power += b * b;
        return power;
    }

    /** The population loss of a network that always answers zero. */
    public double nullLoss() {
        double power = teacherPower() / dimension();
        return 0.75 * power * power;
    }

    /** The training loss of a network that always answers zero. */
    public double nullTrainLoss() {
        return meanSquare(targets());
    }

    /** The mean of the squares. */
    public static double meanSquare(double[] values) {
        double sum = 0;
        for (double value : values) sum += value * value;
        return sum / values.length;
    }

    /** The network's function, without what centring takes away. */
    public QuadraticForm output(Moments now) {
        double[] a = now.mean().clone();
        for (int i = 0; i < a.length; i++) a[i] *= alpha;
        return new QuadraticForm(a, now.second().scaled(alpha * eps));
    }

    /** The network's error f - y. */
    public QuadraticForm error(Moments now, Moments start) {
        QuadraticForm output = output(now);
        QuadraticForm error = output.plus(negativeTeacher());
        if (!centred) return error;
        QuadraticForm initial = output(start);
        double[] a = initial.linear().clone();
        for (int i = 0; i < a.length; i++) a[i] = -a[i];
        return error.plus(new QuadraticForm(a, initial.quadratic().scaled(-1)));
    }

    /**
     * The population loss at moments given as a mean (D) and a second moment (D x D), as of {@link #error} but without its
     * matrices.
     */
    public PopulationLoss population(double[] mean, double[] second, Moments start) {
        int d = dimension();
        double[] firstMean = start.mean();
        double[] firstSecond = start.second().values();
        double k = centred ? 1 : 0;
        double size = alpha * eps;
        double trace = 0;
        double square = 0;
        double power = 0;
        for (int i = 0; i < d; i++) {
            double row = 0;
            for (int j = 0; j < i; j++) {
                double s = size * (second[i * d + j] - k * firstSecond[i * d + j]) - teacher[i] * teacher[j];
                row += s * s;
            }
            double s = size * (second[i * d + i] - k * firstSecond[i * d + i]) - teacher[i] * teacher[i];
            trace += s;
            square += 2 * row + s * s;
            double a = alpha * (mean[i] - k * firstMean[i]);
            power += a * a;
        }
        return new PopulationLoss(trace * trace / (4.0 * d * d), square / (2.0 * d * d), power / d);
    }

    /** The function -y. */
    QuadraticForm negativeTeacher() {
        Matrix beta = Matrix.of(teacher.length, 1, teacher.clone());
        return new QuadraticForm(
                new double[teacher.length], beta.timesTransposed(beta).scaled(-1));
    }
}
