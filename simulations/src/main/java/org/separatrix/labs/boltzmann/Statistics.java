package org.separatrix.labs.boltzmann;

import java.util.Arrays;
import org.separatrix.compute.Crew;
import org.separatrix.compute.Workers;

/**
 * What a set of velocities says of its law: moments with their standard errors, quantiles, and the tail. Sums are taken
 * in blocks and added in the blocks' order, so the number of threads does not change a bit.
 */
final class Statistics {
    private static final int BLOCK = 4096;

    /** v1&sup2;, v1 v2, v2&sup2;, v3&sup2;, then their squares, then |v|&#8308;. */
    private static final int SUMS = 9;

    /** Leading bits of a number that tell quantiles apart: the exponent and 7 of the mantissa. */
    private static final int DROPPED = 45;

    private static final int BINS = 1 << (63 - DROPPED);

    private final Velocities v;
    private final Crew crew;
    private final double[] sums;
    private final double[] total = new double[SUMS];
    private final int[][] bins;
    private final Workers.Task add = this::add;
    private final Workers.Task count = this::count;
    private Quantity quantity;

    /** A positive quantity of one particle. */
    enum Quantity {
        SPEED,
        ALONG,
        ACROSS
    }

    Statistics(Velocities v, Crew crew) {
        this.v = v;
        this.crew = crew;
        sums = new double[Math.ceilDiv(v.count(), BLOCK) * SUMS];
        bins = new int[crew.each().size()][BINS];
    }

    /** Takes the sums of the present velocities. */
    void measure() {
        crew.run(add);
        Arrays.fill(total, 0);
        for (int i = 0; i < sums.length; i++) total[i % SUMS] += sums[i];
    }

    private void add(int part, int parts) {
        int n = v.count();
        int to = Workers.bound(part + 1, parts, n, BLOCK);
        for (int from = Workers.bound(part, parts, n, BLOCK); from < to; from += BLOCK)
            addBlock(from, Math.min(from + BLOCK, to), from / BLOCK * SUMS);
    }

    private void addBlock(int from, int to, int place) {
        double p11 = 0;
        double p12 = 0;
        double p22 = 0;
        double p33 = 0;
        double q11 = 0;
        double q12 = 0;
        double q22 = 0;
        double q33 = 0;
        double fourth = 0;
        for (int i = from; i < to; i++) {
            double xx = v.x()[i] * v.x()[i];
            double xy = v.x()[i] * v.y()[i];
            double yy = v.y()[i] * v.y()[i];
            double zz = v.z()[i] * v.z()[i];
            p11 += xx;
            p12 += xy;
            p22 += yy;
            p33 += zz;
            q11 += xx * xx;
            q12 += xy * xy;
            q22 += yy * yy;
            q33 += zz * zz;
            double energy = xx + yy + zz;
            fourth += energy * energy;
        }
        double[] block = {p11, p12, p22, p33, q11, q12, q22, q33, fourth};
        System.arraycopy(block, 0, sums, place, block.length);
    }

    /** The second moments in the order 11, 12, 22, 33. */
    double[] stress() {
        double[] p = new double[4];
        for (int i = 0; i < 4; i++) p[i] = total[i] / v.count();
        return p;
    }

    /** Their standard errors, which have a meaning where the fourth moments are finite. */
    double[] errors() {
        int n = v.count();
        double[] errors = new double[4];
        for (int i = 0; i < 4; i++) {
            double mean = total[i] / n;
            errors[i] = Math.sqrt(Math.max(0, total[4 + i] / n - mean * mean) / n);
        }
        return errors;
    }

    /** The standard error of tr P / 3. */
    double temperatureError() {
        int n = v.count();
        double mean = (total[0] + total[2] + total[3]) / n;
        return Math.sqrt(Math.max(0, total[8] / n - mean * mean) / n) / 3;
    }

    /** The share of the particles that are slower than a bound. */
    double slowerThan(double bound) {
        long slower = 0;
        for (int i = 0; i < v.count(); i++) if (TaggedEvents.length(v.x()[i], v.y()[i], v.z()[i]) < bound) slower++;
        return (double) slower / v.count();
    }

    /** The kurtosis of v1, of v2, and that of |v|, each one for a Maxwellian. */
    double[] kurtosis() {
        double n = v.count();
        double pressure = (total[0] + total[2] + total[3]) / n / 3;
        return new double[] {
            total[4] / n / (3 * square(total[0] / n)),
            total[6] / n / (3 * square(total[2] / n)),
            total[8] / n / (15 * pressure * pressure)
        };
    }

    private static double square(double x) {
        return x * x;
    }

    /** The values below which given shares of the particles lie, to about a thousandth. */
    double[] quantiles(Quantity of, double... shares) {
        quantity = of;
        crew.run(count);
        int[] all = bins[0];
        for (int part = 1; part < bins.length; part++) for (int i = 0; i < BINS; i++) all[i] += bins[part][i];
        double[] quantiles = new double[shares.length];
        for (int k = 0; k < shares.length; k++) quantiles[k] = quantile(all, shares[k] * v.count());
        return quantiles;
    }

    private static double quantile(int[] counts, double rank) {
        double below = 0;
        int i = 0;
        while (i < BINS - 1 && below + counts[i] < rank) below += counts[i++];
        double from = Double.longBitsToDouble((long) i << DROPPED);
        double to = Double.longBitsToDouble((long) (i + 1) << DROPPED);
        return counts[i] == 0 ? from : from + (to - from) * (rank - below) / counts[i];
    }

    private void count(int part, int parts) {
        int n = v.count();
        int[] counts = bins[part];
        Arrays.fill(counts, 0);
        int to = Workers.bound(part + 1, parts, n, BLOCK);
        for (int i = Workers.bound(part, parts, n, BLOCK); i < to; i++) counts[bin(value(i))]++;
    }

    private static int bin(double value) {
        return (int) (Double.doubleToRawLongBits(value) >>> DROPPED);
    }

    private double value(int i) {
        return switch (quantity) {
            case SPEED -> TaggedEvents.length(v.x()[i], v.y()[i], v.z()[i]);
            case ALONG -> Math.abs(v.x()[i]);
            case ACROSS -> Math.abs(v.y()[i]);
        };
    }

    /** The largest speeds, descending, at least {@code least} of them where there are so many. */
    double[] fastest(int least) {
        int n = v.count();
        int wanted = Math.min(least, n);
        double[] bound = quantiles(Quantity.SPEED, 1 - (double) wanted / n);
        double threshold = Double.longBitsToDouble((long) bin(bound[0]) << DROPPED);
        double[] found = new double[n];
        int count = 0;
        for (int i = 0; i < n; i++) {
            double speed = value(i);
            if (speed >= threshold) found[count++] = -speed;
        }
        double[] sorted = Arrays.copyOf(found, count);
        Arrays.sort(sorted);
        for (int i = 0; i < count; i++) sorted[i] = -sorted[i];
        return sorted;
    }

    /** Hill's estimate of the tail index from the k + 1 largest of descending values; NaN where there are fewer. */
    static double hill(double[] descending, int k) {
        if (k < 1 || k >= descending.length) return Double.NaN;
        double sum = 0;
        for (int i = 0; i < k; i++) sum += Math.log(descending[i] / descending[k]);
        return k / sum;
    }
}
