package org.separatrix.labs.boltzmann;

import java.util.Arrays;
import org.separatrix.compute.Crew;
import org.separatrix.compute.Workers;

/**
 * The moments of a set of velocities and their standard errors. Sums are taken in blocks and added in the blocks'
 * order, so the number of threads does not change a bit. Errors are those of the jackknife over the blocks: what a
 * quantity would be without one of them, for each of them.
 */
final class Statistics {
    /** The second moments in the order 11, 12, 22, 33, then the means of v1&#8308;, v2&#8308; and |v|&#8308;. */
    static final int MEANS = 7;

    private static final int BLOCK = 512;

    /** Fewer blocks tell no error. */
    private static final int FEWEST = 8;

    private final Velocities v;
    private final Crew crew;
    private final double[] sums;
    private final double[] total = new double[MEANS];
    private final Workers.Task add = this::add;

    /** A quantity that follows from the means of powers of the velocities. */
    @FunctionalInterface
    interface Quantity {
        double of(double[] means);
    }

    Statistics(Velocities v, Crew crew) {
        this.v = v;
        this.crew = crew;
        sums = new double[Math.ceilDiv(v.count(), BLOCK) * MEANS];
    }

    /** Takes the sums of the present velocities. */
    void measure() {
        crew.run(add);
        Arrays.fill(total, 0);
        for (int i = 0; i < sums.length; i++) total[i % MEANS] += sums[i];
    }

    private void add(int part, int parts) {
        int n = v.count();
        int to = Workers.bound(part + 1, parts, n, BLOCK);
        for (int from = Workers.bound(part, parts, n, BLOCK); from < to; from += BLOCK)
            addBlock(from, Math.min(from + BLOCK, to), from / BLOCK * MEANS);
    }

    private void addBlock(int from, int to, int place) {
        double p11 = 0;
        double p12 = 0;
        double p22 = 0;
        double p33 = 0;
        double q11 = 0;
        double q22 = 0;
        double fourth = 0;
        for (int i = from; i < to; i++) {
            double xx = v.x()[i] * v.x()[i];
            double yy = v.y()[i] * v.y()[i];
            double zz = v.z()[i] * v.z()[i];
            double energy = xx + yy + zz;
            p11 += xx;
            p12 += v.x()[i] * v.y()[i];
            p22 += yy;
            p33 += zz;
            q11 += xx * xx;
            q22 += yy * yy;
            fourth += energy * energy;
        }
        sums[place] = p11;
        sums[place + 1] = p12;
        sums[place + 2] = p22;
        sums[place + 3] = p33;
        sums[place + 4] = q11;
        sums[place + 5] = q22;
        sums[place + 6] = fourth;
    }

    /** The second moments in the order 11, 12, 22, 33. */
    double[] stress() {
        return Arrays.copyOf(means(), 4);
    }

    private double[] means() {
        double[] means = total.clone();
        for (int i = 0; i < MEANS; i++) means[i] /= v.count();
        return means;
    }

    double[] values(Quantity... quantities) {
        double[] means = means();
        return Arrays.stream(quantities)
                .mapToDouble(quantity -> quantity.of(means))
                .toArray();
    }

    /** The standard errors of quantities; NaN where there are too few particles to tell. */
    double[] errors(Quantity... quantities) {
        int blocks = sums.length / MEANS;
        double[] sum = new double[quantities.length];
        double[] squares = new double[quantities.length];
        double[] all = values(quantities);
        double[] means = new double[MEANS];
        for (int block = 0; block < blocks; block++) {
            int rest = v.count() - Math.min(BLOCK, v.count() - block * BLOCK);
            for (int i = 0; i < MEANS; i++) means[i] = (total[i] - sums[block * MEANS + i]) / rest;
            for (int k = 0; k < quantities.length; k++) {
                double without = quantities[k].of(means) - all[k];
                sum[k] += without;
                squares[k] += without * without;
            }
        }
        double[] errors = new double[quantities.length];
        for (int k = 0; k < errors.length; k++)
            errors[k] = blocks < FEWEST
                    ? Double.NaN
                    : Math.sqrt((blocks - 1.0) / blocks * Math.max(0, squares[k] - sum[k] * sum[k] / blocks));
        return errors;
    }
}
