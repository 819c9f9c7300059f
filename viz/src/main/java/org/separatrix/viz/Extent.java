package org.separatrix.viz;

import org.separatrix.lab.Scale;

/**
 * The range of the numbers seen so far, and the axes that show it. NaN, infinities, and numbers so large or so small that
 * a round number beyond them could not be written are passed over.
 */
final class Extent {
    private static final double LARGEST = 1e300;

    /** A logarithmic axis shows no more than this below its top: beyond it is rounding error. */
    private static final double DEPTH = 1e-16;

    /** A logarithmic axis shows no more than this above where its curves begin: beyond it a run has diverged. */
    private static final double HEIGHT = 1e8;

    private static final double OVERSHOOT = 0.005;
    private static final double[] FINE = {
        1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.8, 2, 2.2, 2.5, 2.8, 3, 3.2, 3.5, 4, 4.5, 5, 5.5, 6, 7, 8, 9, 10
    };
    private static final double[] COARSE = {1, 2, 5, 10};
    private static final double[] DECADES = {1, 10};

    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private double leastPositive = Double.POSITIVE_INFINITY;
    /** The first positive value of a curve, the largest of several; negative before there is one. */
    private double start = -1;

    void include(double value) {
        if (!(Math.abs(value) <= LARGEST)) return;
        min = Math.min(min, value);
        max = Math.max(max, value);
        if (value > 1 / LARGEST) leastPositive = Math.min(leastPositive, value);
    }

    void include(double[] values) {
        for (double value : values) include(value);
    }

    /** Includes what comes next of a curve. */
    void follow(double[] values) {
        for (int i = 0; i < values.length && start < 0; i++)
            if (values[i] > 1 / LARGEST && values[i] <= LARGEST) start = values[i];
        include(values);
    }

    void include(Extent other) {
        start = Math.max(start, other.start);
        include(other.min);
        include(other.max);
        include(other.leastPositive);
    }

    boolean empty() {
        return min > max;
    }

    double min() {
        return min;
    }

    double max() {
        return max;
    }

    /** An axis of time: it starts where the data start, and its end grows in round steps so that it seldom moves. */
    Span time(Scale scale) {
        if (scale == Scale.LOG) {
            if (leastPositive > max) return new Span(1, 10, Scale.LOG);
            return new Span(leastPositive, Math.max(up(max, COARSE), leastPositive * 2), Scale.LOG);
        }
        if (empty() || min == max) return new Span(empty() ? 0 : min, (empty() ? 0 : min) + 1, Scale.LINEAR);
        double first = min >= 0 && min < max / 10 ? 0 : min;
        return new Span(first, first + up(max - first, FINE), Scale.LINEAR);
    }

    /** An axis of values: round ends that grow in steps, with zero among them where it is near. */
    Span values(Scale scale) {
        return scale == Scale.LOG ? logarithmic() : linear();
    }

    private Span linear() {
        if (empty()) return new Span(0, 1, Scale.LINEAR);
        double low = min >= 0 && min <= max / 2 ? 0 : min;
        double high = max <= 0 && max >= min / 2 ? 0 : max;
        // A range of rounding errors is a constant.
        if (high - low <= 1e-9 * Math.max(Math.abs(low), Math.abs(high))) {
            double margin = low == 0 ? 1 : Math.abs(low) / 10;
            low -= margin;
            high += margin;
        }
        double step = Ticks.step(high - low, 5) / 2;
        return new Span(Math.floor(low / step + 0.01) * step, Math.ceil(high / step - 0.01) * step, Scale.LINEAR);
    }

    private Span logarithmic() {
        if (leastPositive > max) return new Span(0.1, 1, Scale.LOG);
        double high = start > 0 ? Math.min(max, start * HEIGHT) : max;
        double low = Math.max(leastPositive, high * DEPTH);
        double top = up(high, COARSE);
        double bottom = down(low, top > 1e3 * low ? DECADES : COARSE);
        return new Span(Math.min(bottom, top / 2), top, Scale.LOG);
    }

    /** The next round number above, a little overshoot allowed. */
    private static double up(double value, double[] rounds) {
        double unit = Math.pow(10, Math.floor(Math.log10(value)));
        for (double round : rounds) {
            if (round * unit * (1 + OVERSHOOT) >= value) return round * unit;
        }
        return 10 * unit;
    }

    private static double down(double value, double[] rounds) {
        double unit = Math.pow(10, Math.floor(Math.log10(value)));
        double best = unit;
        for (double round : rounds) {
            if (round * unit <= value * (1 + OVERSHOOT)) best = round * unit;
        }
        return best;
    }
}
