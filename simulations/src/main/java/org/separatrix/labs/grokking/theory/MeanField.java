package org.separatrix.labs.grokking.theory;

import org.hipparchus.special.Erf;
import org.separatrix.compute.RandomStream;

/**
 * The dynamical mean field of gradient descent for D, P &rarr; infinity at fixed P/D, with |beta|&sup2; = D: exact in
 * that limit but for a Monte Carlo average over samples, each with its own z = beta.x and its own path of the mean field.
 * Read-outs are fixed and the activation is quadratic, so everything is Gaussian over the neurons.
 *
 * <p>It advances step by step, and step t costs t&sup2; multiplications a sample; so it ends at a horizon.
 */
public final class MeanField {
    private static final double NOISELESS = 1e-14;

    private final int n;
    private final int size;
    private final double delta;
    private final double alpha;
    private final double eps;
    private final double g;
    private final double gb;
    private final double q0;
    private final boolean centred;
    private final double[] z2;
    private final double[] noise;
    private final double[] base;
    private final double[][] h;
    private final double[][] e;
    private final double[][] propagator;
    private final double[][] fieldSlope;
    private final double[][] errorSlope;
    private final double[][] cholesky;
    private final Order bulk;
    private final Order teacher;
    private final Order mean;
    private int steps = -1;
    private double train;
    private double test;

    /** The correlations and responses of one kind of direction; matrices are (step x step). */
    private static final class Order {
        final double start;
        final double[][] correlation;
        final double[][] response;
        final double[][] memory;
        final double[][] noise;
        final double[] decay;

        Order(int size, double start) {
            this.start = start;
            correlation = new double[size + 1][size + 1];
            response = new double[size + 1][size + 1];
            memory = new double[size][size];
            noise = new double[size][size];
            decay = new double[size + 1];
            decay[0] = 1;
            correlation[0][0] = start;
        }

        /** Carries responses and correlations from step t to step t + 1. */
        void advance(int t, double weight) {
            for (int s = 0; s < t; s++) {
                double sum = response[t][s];
                for (int k = s + 1; k <= t; k++) sum += memory[t][k] * response[k][s];
                response[t + 1][s] = sum;
            }
            response[t + 1][t] = 1;
            double sum = decay[t];
            for (int k = 0; k <= t; k++) sum += memory[t][k] * decay[k];
            decay[t + 1] = sum;
            double[] row = new double[t + 1];
            for (int k = 0; k <= t; k++)
                for (int s = 0; s <= t; s++) row[s] += weight * response[t + 1][k] * noise[k][s];
            for (int j = 0; j <= t + 1; j++) {
                double value = start * decay[t + 1] * decay[j];
                for (int k = 0; k < j; k++) value += response[j][k] * row[k];
                correlation[t + 1][j] = value;
                correlation[j][t + 1] = value;
            }
        }
    }

    /**
     * What the mean field depends on.
     *
     * @param delta P/D
     * @param gamma 2 eta0/P
     * @param alpha the output scale
     * @param eps the curvature of the activation
     * @param seed beta&#7488; M beta/D&sup2; at the start: 1/D
     * @param meanVariance the variance of the mean weight at the start: 1/N
     * @param centred whether the network's initial output is taken away from it
     */
    public record Setting(
            double delta, double gamma, double alpha, double eps, double seed, double meanVariance, boolean centred) {}

    /**
     * The mean field at the first moment.
     *
     * @param samples of the Monte Carlo average, even
     * @param horizon the last step
     */
    public MeanField(Setting setting, int samples, int horizon) {
        n = samples;
        size = horizon + 1;
        delta = setting.delta();
        alpha = setting.alpha();
        eps = setting.eps();
        centred = setting.centred();
        g = setting.gamma() * eps / alpha;
        gb = setting.gamma() / alpha;
        q0 = setting.seed();
        z2 = squares(n);
        noise = new double[n * size];
        RandomStream random = RandomStream.of(0, "mean field", 0);
        for (int i = 0; i < n / 2 * size; i++) {
            noise[i] = random.nextGaussian();
            // Antithetic paths halve the error of the averages.
            noise[n / 2 * size + i] = -noise[i];
        }
        base = new double[n];
        h = new double[n][size];
        e = new double[n][size];
        propagator = new double[n][size * size];
        fieldSlope = new double[n][size * size];
        errorSlope = new double[n][size * size];
        cholesky = new double[size][size];
        bulk = new Order(size, 1);
        teacher = new Order(size, q0);
        mean = new Order(size, setting.meanVariance());
        advance();
    }

    /** The squares of stratified normal numbers of variance one, in random order. */
    private static double[] squares(int n) {
        double[] values = new double[n];
        double power = 0;
        for (int i = 0; i < n; i++) {
            double root = Erf.erfInv(2 * (i + 0.5) / n - 1);
            values[i] = 2 * root * root;
            power += values[i] / n;
        }
        double[] shuffled = new double[n];
        int[] order = RandomStream.of(0, "mean field order", 0).permutation(n);
        for (int i = 0; i < n; i++) shuffled[i] = values[order[i]] / power;
        return shuffled;
    }

    /** One step; beyond the horizon the mean field is silent. */
    public void advance() {
        int t = ++steps;
        if (t >= size) return;
        extendCholesky(t);
        double trainSum = 0;
        double[] hc = new double[t + 1];
        double[] hq = new double[t + 1];
        for (int i = 0; i < n; i++) {
            sample(i, t, hc, hq);
            trainSum += e[i][t] * e[i][t] / n;
        }
        train = trainSum;
        test = population(t);
        for (int s = 0; s < t; s++) {
            bulk.noise[s][t] = bulk.noise[t][s];
            teacher.noise[s][t] = teacher.noise[t][s];
            mean.noise[s][t] = mean.noise[t][s];
        }
        bulk.advance(t, 1);
        teacher.advance(t, q0);
        mean.advance(t, 1);
    }

    private void extendCholesky(int t) {
        double[][] l = cholesky;
        for (int k = 0; k <= t; k++) {
            double value = mean.correlation[t][k];
            for (int j = 0; j < k; j++) value -= l[t][j] * l[k][j];
            if (k < t) l[t][k] = l[k][k] == 0 ? 0 : value / l[k][k];
            else l[t][t] = value > NOISELESS ? Math.sqrt(value) : 0;
        }
    }

    /** Row t of one sample, and its share of the averages. */
    private void sample(int i, int t, double[] hc, double[] hq) {
        double[] hi = h[i];
        double[] ei = e[i];
        double[] b = propagator[i];
        double field = 0;
        for (int k = 0; k <= t; k++) field += noise[i * size + k] * cholesky[t][k];
        for (int s = 0; s < t; s++) field -= gb * mean.response[t][s] * ei[s] * (1 + eps * hi[s]);
        hi[t] = field;
        int row = t * size;
        for (int s = 0; s < t; s++) {
            double factor = -g * bulk.response[t][s] * ei[s];
            for (int k = 0; k <= s; k++) b[row + k] += factor * b[s * size + k];
        }
        b[row + t] = 1;
        overlaps(b, t, bulk.correlation, hc);
        overlaps(b, t, teacher.correlation, hq);
        double total = hc[t] + z2[i] * hq[t];
        double output = alpha * (field + eps / 2 * (field * field + total));
        if (centred && t == 0) base[i] = output;
        ei[t] = output - base[i] - z2[i] / 2;
        slopes(i, t, hc, hq);
        average(i, t, hc, hq);
    }

    /** B(t,.) C B(s,.)^T for all s up to t. */
    private void overlaps(double[] b, int t, double[][] correlation, double[] out) {
        double[] image = new double[t + 1];
        for (int k = 0; k <= t; k++) {
            double factor = b[t * size + k];
            for (int l = 0; l <= t; l++) image[l] += factor * correlation[k][l];
        }
        for (int s = 0; s <= t; s++) {
            double sum = 0;
            for (int k = 0; k <= s; k++) sum += image[k] * b[s * size + k];
            out[s] = sum;
        }
    }

    /** The derivatives of field and error with respect to the noise of earlier steps. */
    private void slopes(int i, int t, double[] hc, double[] hq) {
        double[] hi = h[i];
        double[] ei = e[i];
        double[] b = propagator[i];
        double[] dh = fieldSlope[i];
        double[] de = errorSlope[i];
        int row = t * size;
        for (int s = 0; s < t; s++) {
            double factor = -gb * mean.response[t][s];
            double first = factor * (1 + eps * hi[s]);
            double second = factor * eps * ei[s];
            for (int k = 0; k <= s; k++) dh[row + k] += first * de[s * size + k] + second * dh[s * size + k];
        }
        dh[row + t] = 1;
        double slope = alpha * (1 + eps * hi[t]);
        for (int k = 0; k <= t; k++) de[row + k] = slope * dh[row + k];
        if (centred) de[row] -= alpha * (1 + eps * hi[0]);
        for (int s = 0; s < t; s++) {
            double response = 0;
            for (int k = s + 1; k <= t; k++) response += b[row + k] * bulk.response[k][s];
            double factor = alpha * eps * g * response * (hc[s] + z2[i] * hq[s]);
            for (int k = 0; k <= s; k++) de[row + k] -= factor * de[s * size + k];
        }
    }

    private void average(int i, int t, double[] hc, double[] hq) {
        double[] hi = h[i];
        double[] ei = e[i];
        int row = t * size;
        double share = delta / n;
        double error = ei[t];
        double slope = 1 + eps * hi[t];
        for (int s = 0; s <= t; s++) {
            double b = propagator[i][row + s];
            bulk.memory[t][s] -= share * g * error * b;
            teacher.memory[t][s] -= share * g * z2[i] * error * b;
            mean.memory[t][s] -= share * gb * (slope * errorSlope[i][row + s] + eps * error * fieldSlope[i][row + s]);
            double product = error * ei[s];
            bulk.noise[t][s] += share * g * g * product * (hc[s] + z2[i] * hq[s]);
            teacher.noise[t][s] += share * g * g * z2[i] * product * hc[s];
            mean.noise[t][s] += share * gb * gb * product * slope * (1 + eps * hi[s]);
        }
    }

    private double population(int t) {
        double size = alpha * eps;
        double c = bulk.correlation[t][t];
        double q = teacher.correlation[t][t];
        double m = mean.correlation[t][t];
        double square = m * m;
        double linear = m;
        if (centred) {
            double across = mean.correlation[t][0];
            double first = mean.start;
            c -= bulk.start;
            q -= teacher.start;
            square += first * first - 2 * across * across;
            linear += first - 2 * across;
            m -= first;
        }
        double trace = size * (c + m + q) - 1;
        return trace * trace / 4
                + ((size * q - 1) * (size * q - 1) + size * size * square) / 2
                + alpha * alpha * linear;
    }

    /** The training loss now; NaN beyond the horizon. */
    public double train() {
        return steps < size ? train : Double.NaN;
    }

    /** The population loss now; NaN beyond the horizon. */
    public double test() {
        return steps < size ? test : Double.NaN;
    }

    /** beta&#7488; M beta/D&sup2; now; NaN beyond the horizon. */
    public double teacherOverlap() {
        return steps < size ? teacher.correlation[steps][steps] : Double.NaN;
    }
}
