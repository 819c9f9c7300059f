package org.separatrix.viz;

import java.util.ArrayList;
import java.util.List;
import org.separatrix.lab.Scale;

/** Where an axis is labelled, and how. */
@FunctionalInterface
interface Ticks {
    /** One labelled place. */
    record Tick(double value, String label) {}

    /** At most so many places of a span, fewer where round numbers demand it. */
    List<Tick> on(Span span, int most);

    /** Round numbers on a linear span, powers of ten on a logarithmic one. */
    static List<Tick> standard(Span span, int most) {
        return span.scale() == Scale.LINEAR ? linear(span, most) : logarithmic(span, most);
    }

    /** The smallest round step, 1, 2 or 5 times a power of ten, that fits at most so many times in a length. */
    static double step(double length, int most) {
        double unit = Math.pow(10, Math.floor(Math.log10(length / most)));
        for (double round : new double[] {1, 2, 5}) {
            if (length / (round * unit) <= most * (1 + 1e-9)) return round * unit;
        }
        return 10 * unit;
    }

    /** Where lines of equal height are drawn: on a logarithmic span, inside decades too where there is room. */
    static List<Tick> levels(Span span, int most) {
        if (span.scale() == Scale.LINEAR) return linear(span, most);
        List<Tick> finer = within(span);
        return finer.size() <= most ? finer : logarithmic(span, most);
    }

    private static List<Tick> linear(Span span, int most) {
        double length = span.max() - span.min();
        double finest = step(length, most);
        double step = inside(span, finest) <= most ? finest : step(length, most - 1);
        double largest = Math.max(Math.abs(span.min()), Math.abs(span.max()));
        int magnitude = (int) Math.floor(Math.log10(largest) + 1e-9);
        boolean scientific = magnitude >= 5 || magnitude < -3;
        double unit = scientific ? Math.pow(10, magnitude) : 1;
        int decimals = decimals(step / unit);
        var ticks = new ArrayList<Tick>();
        long first = (long) Math.ceil(span.min() / step - 1e-6);
        for (long i = first; i * step <= span.max() + 1e-6 * step; i++) {
            double value = i * step;
            String number = Notation.fixed(value / unit, decimals);
            ticks.add(new Tick(value, i == 0 ? "0" : scientific ? number + "·" + Notation.power(magnitude) : number));
        }
        return ticks;
    }

    private static double inside(Span span, double step) {
        return Math.floor(span.max() / step + 1e-6) - Math.ceil(span.min() / step - 1e-6) + 1;
    }

    private static int decimals(double step) {
        int decimals = 0;
        while (decimals < 9
                && Math.abs(step - Math.rint(step * Math.pow(10, decimals)) / Math.pow(10, decimals)) > 1e-6 * step)
            decimals++;
        return decimals;
    }

    private static List<Tick> logarithmic(Span span, int most) {
        int low = (int) Math.ceil(Math.log10(span.min()) - 1e-9);
        int high = (int) Math.floor(Math.log10(span.max()) + 1e-9);
        if (high - low < 2) {
            List<Tick> finer = within(span);
            if (finer.size() <= Math.max(most, 3) || high < low) return finer.size() >= 2 ? finer : linear(span, most);
        }
        int stride = (int) Math.ceil((high - low + 1.0) / most);
        var ticks = new ArrayList<Tick>();
        for (int k = Math.ceilDiv(low, stride) * stride; k <= high; k += stride)
            ticks.add(new Tick(Math.pow(10, k), Notation.power(k)));
        return ticks;
    }

    /** Labels inside a decade or two: 1, 2 and 5 times a power of ten. */
    private static List<Tick> within(Span span) {
        var ticks = new ArrayList<Tick>();
        for (int k = (int) Math.floor(Math.log10(span.min())); Math.pow(10, k) <= span.max(); k++) {
            for (int digit : new int[] {1, 2, 5}) {
                double value = digit * Math.pow(10, k);
                if (value >= span.min() * (1 - 1e-9) && value <= span.max() * (1 + 1e-9))
                    ticks.add(new Tick(value, Notation.value(value, 3)));
            }
        }
        return ticks;
    }
}
