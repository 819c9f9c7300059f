package org.separatrix.viz;

import java.util.Arrays;
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
    private static final int FEWEST = 10;
    private static final int MOST = 80;

    /** The histogram of a set. */
    static Histogram of(double[] set, Span span, int bins) {
        double[] density = new double[bins];
        double length = span.scale() == Scale.LOG ? Math.log10(span.max() / span.min()) : span.max() - span.min();
        for (double value : set) {
            if (span.contains(value))
                density[Math.min(bins - 1, (int) (span.share(value) * bins))] += bins / (length * set.length);
        }
        return new Histogram(span, density);
    }

    /** The lower edge of a bin; that of the bin after the last is the end of the axis. */
    double edge(int bin) {
        return span.at((double) bin / density.length);
    }

    /**
     * How many bins suit a set (Freedman and Diaconis, 1981), between ten and eighty.
     *
     * @param sorted the set, ascending
     */
    static int bins(double[] sorted, Span span) {
        double[] shares =
                Arrays.stream(sorted).filter(span::contains).map(span::share).toArray();
        if (shares.length == 0) return FEWEST;
        double spread = shares[shares.length * 3 / 4] - shares[shares.length / 4];
        double width = 2 * spread / Math.cbrt(shares.length);
        return (int) Math.clamp(1 / width, FEWEST, MOST);
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
