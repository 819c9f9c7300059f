package org.separatrix.labs.deeplinear.theory;

import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.separatrix.compute.Matrix;

/**
 * The independent modes of an aligned network, advanced in place: the strengths {@code a_l,k} of every layer in every
 * mode, with {@code da_l/dt = (prod_(m != l) a_m) (s - kappa prod_m a_m)} for each mode.
 *
 * <p>Gradient descent keeps the modes apart as exactly as the flow does. One thread at a time may use it.
 *
 * <p>Source: Saxe, McClelland and Ganguli (2013), section 1.
 */
public final class DiagonalModes {
    private static final double ABSOLUTE_TOLERANCE = 1e-14;
    private static final double RELATIVE_TOLERANCE = 1e-12;

    private final double[] targets;
    private final double[] variances;
    private final int depth;
    /** Mode after mode, and within a mode layer after layer. */
    private final double[] strengths;

    private final double[] rates;

    /**
     * Modes at their start.
     *
     * @param targets the strengths {@code s_k} in {@code Syx}, one a mode
     * @param variances the variances {@code kappa_k} of the inputs along the modes
     * @param strengths the strengths {@code a_l,k}, layers x modes
     */
    public DiagonalModes(double[] targets, double[] variances, Matrix strengths) {
        if (targets.length != strengths.columns() || variances.length != strengths.columns())
            throw new IllegalArgumentException(targets.length + " targets and " + variances.length
                    + " variances do not fit strengths of " + strengths.columns() + " modes");
        this.targets = targets.clone();
        this.variances = variances.clone();
        this.depth = strengths.rows();
        this.strengths = strengths.transpose().values();
        this.rates = new double[this.strengths.length];
    }

    public int modes() {
        return targets.length;
    }

    /** The strength of a mode in a layer, both counted from zero. */
    public double layer(int layer, int mode) {
        return strengths[mode * depth + layer];
    }

    /** The strength {@code u_k} of a mode in the product of all layers. */
    public double product(int mode) {
        double product = 1;
        for (int l = 0; l < depth; l++) product *= strengths[mode * depth + l];
        return product;
    }

    /** The excess loss {@code sum_k kappa_k (u_k - s_k/kappa_k)^2 / 2}. */
    public double excessLoss() {
        double sum = 0;
        for (int k = 0; k < modes(); k++) {
            double residual = targets[k] - variances[k] * product(k);
            sum += residual * residual / (2 * variances[k]);
        }
        return sum;
    }

    /** One step of gradient descent with rate {@code eta}; allocates nothing. */
    public void descend(double eta) {
        writeRates(strengths, rates);
        for (int i = 0; i < strengths.length; i++) strengths[i] += eta * rates[i];
    }

    /** The gradient flow over a time {@code >= 0}. */
    public void flow(double time) {
        if (!(time >= 0)) throw new IllegalArgumentException("t=" + time + ": must be >= 0");
        if (time == 0) return;
        OrdinaryDifferentialEquation equation = new OrdinaryDifferentialEquation() {
            @Override
            public int getDimension() {
                return strengths.length;
            }

            @Override
            public double[] computeDerivatives(double t, double[] y) {
                double[] slopes = new double[y.length];
                writeRates(y, slopes);
                return slopes;
            }
        };
        double[] end = new DormandPrince853Integrator(0, time, ABSOLUTE_TOLERANCE, RELATIVE_TOLERANCE)
                .integrate(equation, new ODEState(0, strengths), time)
                .getPrimaryState();
        System.arraycopy(end, 0, strengths, 0, end.length);
    }

    private void writeRates(double[] a, double[] out) {
        for (int k = 0; k < modes(); k++) {
            int first = k * depth;
            // out holds the product of the earlier layers, then of all others: no division, so a zero is allowed.
            double before = 1;
            for (int l = 0; l < depth; l++) {
                out[first + l] = before;
                before *= a[first + l];
            }
            double after = targets[k] - variances[k] * before;
            for (int l = depth - 1; l >= 0; l--) {
                out[first + l] *= after;
                after *= a[first + l];
            }
        }
    }
}
