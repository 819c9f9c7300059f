package org.separatrix.labs.boltzmann;

import java.util.Arrays;
import org.separatrix.compute.Crew;
import org.separatrix.compute.Workers;

/**
 * How speeds and components are distributed: quantiles, which have a meaning whatever the tail, and the tail. Values are
 * counted by their leading bits, so quantiles are known to about a thousandth, and the number of threads does not
 * matter.
 */
final class Speeds {
    private static final int BLOCK = 4096;

    /** All of a number's bits but the leading ones that tell quantiles apart: the exponent and 7 of the mantissa. */
    private static final int DROPPED = 45;

    private final Velocities v;
    private final Crew crew;
    private final Tally[][] tallies;
    private final Workers.Task count = this::count;

    /** A positive quantity of one particle. */
    enum Quantity {
        SPEED,
        ALONG,
        ACROSS
    }

    Speeds(Velocities v, Crew crew) {
        this.v = v;
        this.crew = crew;
        tallies = new Tally[crew.each().size()][Quantity.values().length];
        for (Tally[] one : tallies) Arrays.setAll(one, i -> new Tally());
    }

    /** Counts the present velocities. */
    void measure() {
        crew.run(count);
        for (int part = 1; part < tallies.length; part++)
            for (Quantity of : Quantity.values()) tally(of).take(tallies[part][of.ordinal()]);
    }

    private Tally tally(Quantity of) {
        return tallies[0][of.ordinal()];
    }

    private void count(int part, int parts) {
        Tally[] own = tallies[part];
        for (Tally tally : own) tally.clear();
        Tally speed = own[Quantity.SPEED.ordinal()];
        Tally along = own[Quantity.ALONG.ordinal()];
        Tally across = own[Quantity.ACROSS.ordinal()];
        int n = v.count();
        int to = Workers.bound(part + 1, parts, n, BLOCK);
        for (int i = Workers.bound(part, parts, n, BLOCK); i < to; i++) {
            speed.add(speed(i));
            along.add(Math.abs(v.x()[i]));
            across.add(Math.abs(v.y()[i]));
        }
    }

    private double speed(int i) {
        return TaggedEvents.length(v.x()[i], v.y()[i], v.z()[i]);
    }

    private static int bin(double value) {
        return (int) (Double.doubleToRawLongBits(value) >>> DROPPED);
    }

    /** The values below which given shares of the particles lie. */
    double[] quantiles(Quantity of, double... shares) {
        Tally tally = tally(of);
        return Arrays.stream(shares)
                .map(share -> tally.quantile(share * v.count()))
                .toArray();
    }

    double median(Quantity of) {
        return tally(of).quantile(0.5 * v.count());
    }

    /** The share of the particles below a value. */
    double below(Quantity of, double bound) {
        return tally(of).below(bound) / v.count();
    }

    /** The largest speeds, descending, at least {@code least} of them where there are so many. */
    double[] fastest(int least) {
        Tally tally = tally(Quantity.SPEED);
        int count = 0;
        int lowest = tally.high + 1;
        while (lowest > tally.low && count < least) count += tally.counts[--lowest];
        double threshold = Tally.edge(lowest);
        double[] found = new double[count];
        int k = 0;
        for (int i = 0; i < v.count(); i++) {
            double speed = speed(i);
            if (speed >= threshold) found[k++] = speed;
        }
        Arrays.sort(found);
        for (int i = 0; i < count / 2; i++) {
            double held = found[i];
            found[i] = found[count - 1 - i];
            found[count - 1 - i] = held;
        }
        return found;
    }

    /** Hill's estimate of the tail index from the k + 1 largest of descending values; NaN where there are fewer. */
    static double hill(double[] descending, int k) {
        if (k < 1 || k >= descending.length) return Double.NaN;
        double sum = 0;
        for (int i = 0; i < k; i++) sum += Math.log(descending[i] / descending[k]);
        return k / sum;
    }

    /** How many values there are of each kind of leading bits. Only the bins between the least and the largest count. */
    private static final class Tally {
        final int[] counts = new int[1 << (63 - DROPPED)];
        int low = counts.length;
        int high = -1;

        void clear() {
            if (high >= low) Arrays.fill(counts, low, high + 1, 0);
            low = counts.length;
            high = -1;
        }

        void add(double value) {
            int bin = bin(value);
            counts[bin]++;
            low = Math.min(low, bin);
            high = Math.max(high, bin);
        }

        void take(Tally other) {
            for (int i = other.low; i <= other.high; i++) counts[i] += other.counts[i];
            low = Math.min(low, other.low);
            high = Math.max(high, other.high);
        }

        /** The least value of a bin. */
        static double edge(int bin) {
            return Double.longBitsToDouble((long) bin << DROPPED);
        }

        double quantile(double rank) {
            double below = 0;
            int i = low;
            while (i < high && below + counts[i] < rank) below += counts[i++];
            double from = edge(i);
            return from + (edge(i + 1) - from) * (rank - below) / counts[i];
        }

        double below(double bound) {
            int last = bin(bound);
            double count = 0;
            for (int i = low; i <= Math.min(last - 1, high); i++) count += counts[i];
            if (last > high) return count;
            double from = edge(last);
            return count + counts[last] * (bound - from) / (edge(last + 1) - from);
        }
    }
}
