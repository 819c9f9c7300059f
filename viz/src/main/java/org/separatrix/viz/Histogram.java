package org.separatrix.viz;

import java.util.List;
import org.separatrix.lab.Line;
import org.separatrix.lab.Scale;

/**
 * A histogram of unit mass in bins of equal width on the axis: a density per unit on a linear one, per decade on a
 * logarithmic one.
 *
 * @param span the axis
 * @param density one number a bin; what lies outside the axis counts in the mass but in no bin
 */
record Histogram(Span span, double[] density) {
    /** The last bin takes what rounding has put just beyond the axis. */
    static final double BRIM = 1.01;

    private static final int FEWEST = 10;
    private static final int MOST = 80;

    /** The histogram of a set. */
    static Histogram of(double[] set, Span span, int bins) {
        double[] density = new double[bins];
        double length = span.scale() == Scale.LOG ? Math.log10(span.max() / span.min()) : span.max() - span.min();
        for (double value : set) {
            double share = span.share(value);
            if (share > 1 - BRIM && share < BRIM)
                density[(int) Math.clamp(Math.floor(share * bins), 0, bins - 1)] += bins / (length * set.length);
        }
        return new Histogram(span, density);
    }

    /** The lower edge of a bin; that of the bin after the last is the end of the axis. */
    double edge(int bin) {
        return span.at((double) bin / density.length);
    }

    /** How many bins suit so many values: twice their root, between ten and eighty. */
    static int bins(long values) {
        return Math.clamp(Math.round(2 * Math.sqrt(values)), FEWEST, MOST);
    }

    /**
     * The largest value of the bulk: a few values far above all others, or far above where a density ends, would squeeze
     * the rest into a corner.
     *
     * @param sorted the values, ascending
     */
    static double bulk(double[] sorted, List<Line> densities, Scale scale) {
        if (scale == Scale.LOG || sorted.length == 0) return Double.POSITIVE_INFINITY;
        double low = sorted[sorted.length / 4];
        double high = sorted[sorted.length * 3 / 4];
        double fence = high + 5 * (high - low);
        for (Line density : densities) for (double x : density.x()) fence = Math.max(fence, x);
        int inside = sorted.length;
        while (inside > 0 && sorted[inside - 1] > fence) inside--;
        boolean few = sorted.length - inside <= Math.max(2, sorted.length / 20);
        return inside > 0 && few && sorted[sorted.length - 1] > 2 * sorted[inside - 1]
                ? sorted[inside - 1]
                : Double.POSITIVE_INFINITY;
    }
}
