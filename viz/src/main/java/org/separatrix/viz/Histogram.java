package org.separatrix.viz;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
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
        boolean few = sorted.length - inside <= few(sorted.length);
        return inside > 0 && few && sorted[sorted.length - 1] > 2 * sorted[inside - 1]
                ? sorted[inside - 1]
                : Double.POSITIVE_INFINITY;
    }

    /**
     * The values that have separated from a bulk whose density is known: a few beyond its edge, the least of them more
     * than twice as large as what is next below. None without a density.
     *
     * @param set the values, in any order
     * @param density of the bulk, or null
     */
    static double[] detached(double[] set, Line density) {
        if (density == null || set.length == 0) return new double[0];
        double edge = Arrays.stream(density.x()).max().orElseThrow();
        double[] sorted = set.clone();
        Arrays.sort(sorted);
        int first = sorted.length;
        for (int i = sorted.length - 1; i > 0 && sorted.length - i <= few(sorted.length) && sorted[i] > edge; i--)
            if (sorted[i] > 2 * sorted[i - 1]) first = i;
        return Arrays.copyOfRange(sorted, first, sorted.length);
    }

    private static int few(int values) {
        return Math.max(2, values / 20);
    }

    /**
     * How high a plot has to be to show a density: all of it, or, where it is singular at an edge, three times the height
     * that half of its mass keeps below.
     *
     * @param x abscissae, ascending
     * @param mass per unit of x
     * @param heights the density as it is drawn
     */
    static double height(double[] x, double[] mass, double[] heights) {
        int[] byHeight = IntStream.range(0, x.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> heights[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] weights = new double[x.length];
        for (int i = 0; i < x.length; i++)
            weights[i] = mass[i] * (x[Math.min(i + 1, x.length - 1)] - x[Math.max(i - 1, 0)]);
        double half = Arrays.stream(weights).sum() / 2;
        double below = 0;
        int at = -1;
        while (below < half && at + 1 < byHeight.length) below += weights[byHeight[++at]];
        double median = heights[byHeight[Math.max(at, 0)]];
        return Math.min(heights[byHeight[byHeight.length - 1]], 3 * median);
    }
}
