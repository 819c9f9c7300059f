package org.separatrix.viz;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;
import org.separatrix.lab.Curves;
import org.separatrix.lab.Scale;
import org.separatrix.lab.Series;
import org.separatrix.run.Recording;

/**
 * The thinned curves of one chart, kept from one drawing to the next so that each drawing reads only the rows that are
 * new. What it returns depends on the recordings alone, not on what was asked before. One thread at a time.
 */
final class Sampler {
    /** Half the height of a band, in standard errors: with this many, nineteen of twenty lie within. */
    static final int ERRORS = 2;

    /**
     * A quantity against time: one series, or the sum of several.
     *
     * @param curves the observable
     * @param from the first series of the sum
     * @param to the last one
     * @param kind which of its values
     */
    record Source(Curves curves, int from, int to, Kind kind) {
        /** Which values of a series. */
        enum Kind {
            SIMULATED,
            THEORY,
            /** The lower edge of the band of errors. */
            LOW,
            /** The upper edge of the band of errors. */
            HIGH
        }

        boolean theory() {
            return kind == Kind.THEORY;
        }

        private boolean edge() {
            return kind == Kind.LOW || kind == Kind.HIGH;
        }

        private double[] rows(Recording recording, int first) {
            double[] sum = rows(recording, curves.series().get(from), first);
            for (Series series : curves.series().subList(from + 1, to + 1)) {
                double[] values = rows(recording, series, first);
                for (int i = 0; i < sum.length; i++) sum[i] += values[i];
            }
            return sum;
        }

        private double[] rows(Recording recording, Series series, int first) {
            return switch (kind) {
                case SIMULATED -> simulated(recording, series, first);
                case THEORY -> recording.theory(curves.key(), series.key(), first);
                case LOW -> edge(recording, series, first, -ERRORS);
                case HIGH -> edge(recording, series, first, ERRORS);
            };
        }

        /** The run before a restart may have had fewer series than the one after it. */
        private double[] simulated(Recording recording, Series series, int first) {
            if (recording.has(curves.key(), series.key()))
                return recording.simulated(curves.key(), series.key(), first);
            double[] none = recording.times(first);
            Arrays.fill(none, Double.NaN);
            return none;
        }

        private double[] edge(Recording recording, Series series, int first, double errors) {
            double[] spread = recording.spread(curves.key(), series.key(), first);
            double[] values = simulated(recording, series, first);
            // The run may have gone on between the two readings.
            double[] edge = Arrays.copyOf(values, Math.min(values.length, spread.length));
            for (int i = 0; i < edge.length; i++) edge[i] += errors * spread[i];
            return edge;
        }
    }

    private record View(Span x, int width, Scale y) {}

    private static final class Sample {
        private final Extent extent = new Extent();
        private int ranged;
        private View view;
        private Columns columns;
        private int drawn;
    }

    /** What is known of one recording. */
    private static final class Samples {
        private final Map<Source, Sample> bySource = new HashMap<>();
        private final Extent times = new Extent();
        private int timed;
    }

    private final Map<Recording, Samples> samples = new WeakHashMap<>();

    private Samples samples(Recording recording) {
        return samples.computeIfAbsent(recording, _ -> new Samples());
    }

    private Sample sample(Recording recording, Source source) {
        return samples(recording).bySource.computeIfAbsent(source, _ -> new Sample());
    }

    /** The range of the recorded times. */
    Extent times(Recording recording) {
        Samples known = samples(recording);
        double[] news = recording.times(known.timed);
        known.times.include(news);
        known.timed += news.length;
        return known.times;
    }

    /** The range of a quantity over all rows. */
    Extent extent(Recording recording, Source source) {
        Sample sample = sample(recording, source);
        double[] news = source.rows(recording, sample.ranged);
        sample.extent.follow(news);
        sample.ranged += news.length;
        return sample.extent;
    }

    /**
     * A quantity thinned to columns of pixels.
     *
     * @param y the spacing of the ordinates: what a logarithmic axis cannot show leaves a gap
     */
    Columns columns(Recording recording, Source source, Span x, int width, Scale y) {
        Sample sample = sample(recording, source);
        View view = new View(x, width, y);
        if (!view.equals(sample.view)) {
            sample.view = view;
            sample.columns = new Columns(x, width);
            sample.drawn = 0;
        }
        double[] times = recording.times(sample.drawn);
        double[] values = source.rows(recording, sample.drawn);
        int news = Math.min(times.length, values.length);
        for (int i = 0; i < news; i++)
            sample.columns.add(times[i], y == Scale.LOG && values[i] <= 0 ? lost(source) : values[i]);
        sample.drawn += news;
        return sample.columns;
    }

    /** What stands for a value that a logarithmic axis cannot show: of a band the very bottom, of a curve a gap. */
    private static double lost(Source source) {
        return source.edge() ? Double.MIN_NORMAL : Double.NaN;
    }
}
