package org.separatrix.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.separatrix.lab.Curves;
import org.separatrix.lab.Event;
import org.separatrix.lab.Laboratory;
import org.separatrix.lab.Observable;
import org.separatrix.lab.Series;
import org.separatrix.lab.Settings;
import org.separatrix.lab.Snapshot;
import org.separatrix.lab.Trajectory;

/**
 * The bounded history of one run. Curves are kept as rows of numbers, a row a recorded step, on a {@link Schedule} that
 * grows with the logarithm of time; every observable is kept as a snapshot at fewer steps, and at fewer still where a
 * cap on memory would be passed. The first and the last moment always stay.
 *
 * <p>Written by the run alone. Any thread reads it at any time without a lock: each method sees one consistent moment,
 * and rows are only ever added.
 */
public final class Recording implements Trajectory {
    private static final long CAP = 256L << 20;

    /** What a column of numbers holds. Standard errors have their column from the first row on that has one. */
    private enum Kind {
        SIMULATED,
        THEORY,
        SPREAD
    }

    private record Column(String curves, String series, Kind kind) {}

    /** The rows so far. Arrays are longer than the size; what lies beyond it is not yet published. */
    private record Rows(int size, long[] steps, double[] times, double[][] columns, List<Event> events) {
        Rows roomy() {
            if (size < steps.length) return this;
            double[][] longer = new double[columns.length][];
            Arrays.setAll(longer, i -> columns[i] == null ? null : Arrays.copyOf(columns[i], 2 * size));
            return new Rows(size, Arrays.copyOf(steps, 2 * size), Arrays.copyOf(times, 2 * size), longer, events);
        }

        /** The same with one column more, silent so far. Whoever reads the rows before sees nothing of it. */
        Rows with(int column) {
            double[][] more = columns.clone();
            more[column] = new double[steps.length];
            Arrays.fill(more[column], Double.NaN);
            return new Rows(size, steps, times, more, events);
        }
    }

    private final Laboratory laboratory;
    private final Settings settings;
    private final List<Observable<?>> observables;
    private final List<Curves> curves;
    private final Map<Column, Integer> index = new LinkedHashMap<>();
    private final long cap;

    private volatile Schedule schedule = Schedule.STANDARD;
    private volatile long bytes;
    private volatile List<Snapshot> details = List.of();
    private volatile Rows rows;

    Recording(Laboratory laboratory, Settings settings) {
        this(laboratory, settings, CAP);
    }

    /** @param cap the memory for detailed snapshots, in bytes */
    Recording(Laboratory laboratory, Settings settings, long cap) {
        this.laboratory = laboratory;
        this.settings = settings;
        this.cap = cap;
        observables = List.copyOf(laboratory.observables(settings));
        curves = observables.stream()
                .filter(Curves.class::isInstance)
                .map(Curves.class::cast)
                .toList();
        for (Curves chart : curves) {
            for (Series series : chart.series()) {
                index.put(new Column(chart.key(), series.key(), Kind.SIMULATED), index.size());
                if (series.hasTheory()) index.put(new Column(chart.key(), series.key(), Kind.THEORY), index.size());
                index.put(new Column(chart.key(), series.key(), Kind.SPREAD), index.size());
            }
        }
        int room = 256;
        double[][] columns = new double[index.size()][];
        index.forEach((column, i) -> columns[i] = column.kind() == Kind.SPREAD ? null : new double[room]);
        rows = new Rows(0, new long[room], new double[room], columns, List.of());
    }

    /** The laboratory of the run. */
    public Laboratory laboratory() {
        return laboratory;
    }

    @Override
    public Settings settings() {
        return settings;
    }

    /** What is recorded, as the laboratory declares it for these settings. */
    public List<Observable<?>> observables() {
        return observables;
    }

    /** The observables whose values at every recorded step are kept as numbers. */
    public List<Curves> curves() {
        return curves;
    }

    /** The number of rows. It grows with each moment recorded, so it also tells cheaply whether there is news. */
    public int size() {
        return rows.size;
    }

    /** The step of a row. */
    public long step(int row) {
        return rows.steps[row];
    }

    /** The time of a row. */
    public double time(int row) {
        return rows.times[row];
    }

    /** The recorded steps, ascending. */
    public long[] steps() {
        Rows seen = rows;
        return Arrays.copyOf(seen.steps, seen.size);
    }

    @Override
    public double[] times() {
        return times(0);
    }

    /** The recorded times from a row on. */
    public double[] times(int from) {
        Rows seen = rows;
        return tail(seen.times, from, seen.size);
    }

    @Override
    public double[] simulated(String curves, String series) {
        return simulated(curves, series, 0);
    }

    /** The recorded values of one series from a row on. */
    public double[] simulated(String curves, String series, int from) {
        return column(new Column(curves, series, Kind.SIMULATED), from)
                .orElseThrow(() -> new IllegalArgumentException("no curve is called " + curves + "/" + series));
    }

    @Override
    public double[] theory(String curves, String series) {
        return theory(curves, series, 0);
    }

    /** The theory of one series from a row on; NaN for a series without theory. */
    public double[] theory(String curves, String series, int from) {
        return column(new Column(curves, series, Kind.THEORY), from).orElseGet(() -> silent(from));
    }

    /** The standard errors of one series from a row on; NaN where there are none. */
    public double[] spread(String curves, String series, int from) {
        return column(new Column(curves, series, Kind.SPREAD), from).orElseGet(() -> silent(from));
    }

    /** Whether it holds a series. */
    public boolean has(String curves, String series) {
        return index.containsKey(new Column(curves, series, Kind.SIMULATED));
    }

    /** Whether any value of a series has a standard error. */
    public boolean hasSpread(String curves, String series) {
        Integer column = index.get(new Column(curves, series, Kind.SPREAD));
        return column != null && rows.columns[column] != null;
    }

    private double[] silent(int from) {
        double[] silent = times(from);
        Arrays.fill(silent, Double.NaN);
        return silent;
    }

    /** The recorded value of one series in a row. */
    public double simulatedAt(String curves, String series, int row) {
        return rows.columns[index.get(new Column(curves, series, Kind.SIMULATED))][row];
    }

    /** The theory of one series in a row; NaN for a series without theory. */
    public double theoryAt(String curves, String series, int row) {
        Integer column = index.get(new Column(curves, series, Kind.THEORY));
        return column == null ? Double.NaN : rows.columns[column][row];
    }

    private Optional<double[]> column(Column column, int from) {
        Rows seen = rows;
        return Optional.ofNullable(index.get(column))
                .map(i -> seen.columns[i])
                .map(values -> tail(values, from, seen.size));
    }

    private static double[] tail(double[] values, int from, int size) {
        return Arrays.copyOfRange(values, Math.min(from, size), size);
    }

    /** The index of the latest row not after a time; -1 where none is so early. */
    public int indexAt(double time) {
        Rows seen = rows;
        int found = Arrays.binarySearch(seen.times, 0, seen.size, time);
        return found >= 0 ? found : -found - 2;
    }

    /** The detailed snapshots, oldest first. */
    public List<Snapshot> details() {
        return details;
    }

    /** The latest detailed snapshot not after a time. */
    public Optional<Snapshot> at(double time) {
        List<Snapshot> seen = details;
        int low = 0;
        int high = seen.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (seen.get(middle).time() <= time) low = middle + 1;
            else high = middle;
        }
        return low == 0 ? Optional.empty() : Optional.of(seen.get(low - 1));
    }

    /**
     * {@inheritDoc}
     *
     * @throws java.util.NoSuchElementException before the first moment is recorded
     */
    @Override
    public Snapshot last() {
        return details.getLast();
    }

    @Override
    public List<Event> events() {
        return rows.events;
    }

    /** The memory held, in bytes, about. */
    public long bytes() {
        Rows seen = rows;
        long columns =
                Arrays.stream(seen.columns).filter(java.util.Objects::nonNull).count();
        return bytes + 8L * seen.steps.length * (2 + columns);
    }

    /** What was thinned, in words for a user: how many of the steps taken were recorded, and in how much detail. */
    public String thinning() {
        Rows seen = rows;
        long taken = seen.size == 0 ? 0 : seen.steps[seen.size - 1] + 1;
        return "curves at " + seen.size + " of " + taken + " steps, everything else at " + details.size() + " ("
                + schedule.details() + " an octave)";
    }

    /** How much of a step is wanted. */
    Schedule.Density wanted(long step) {
        return schedule.at(step);
    }

    /** Whether the newest detailed snapshot is of a step. */
    boolean detailedAt(long step) {
        return !details.isEmpty() && details.getLast().step() == step;
    }

    /** Adds a moment: as a row, unless its row is there already, and in detail where asked. */
    void append(Snapshot snapshot, boolean detailed) {
        if (detailed) keep(snapshot);
        Rows seen = rows;
        if (seen.size > 0 && seen.steps[seen.size - 1] == snapshot.step()) return;
        Rows roomy = seen.roomy();
        roomy.steps[seen.size] = snapshot.step();
        roomy.times[seen.size] = snapshot.time();
        for (Curves chart : curves) roomy = write(roomy, snapshot, chart);
        rows = new Rows(seen.size + 1, roomy.steps, roomy.times, roomy.columns, snapshot.events());
    }

    private Rows write(Rows rows, Snapshot snapshot, Curves chart) {
        Optional<Curves.Values> values = snapshot.get(chart);
        int row = rows.size;
        Rows written = rows;
        int count = chart.series().size();
        if (values.isPresent() && values.get().simulated().length != count)
            throw new IllegalStateException(chart.key() + " has " + count + " series, but "
                    + values.get().simulated().length + " values were observed");
        for (int i = 0; i < count; i++) {
            String series = chart.series().get(i).key();
            written.columns[index.get(new Column(chart.key(), series, Kind.SIMULATED))][row] =
                    values.isPresent() ? values.get().simulated()[i] : Double.NaN;
            Integer theory = index.get(new Column(chart.key(), series, Kind.THEORY));
            if (theory != null)
                written.columns[theory][row] = values.isPresent() ? values.get().theory()[i] : Double.NaN;
            int spread = index.get(new Column(chart.key(), series, Kind.SPREAD));
            double error = values.isPresent() ? values.get().spread()[i] : Double.NaN;
            if (written.columns[spread] == null && !Double.isNaN(error)) written = written.with(spread);
            if (written.columns[spread] != null) written.columns[spread][row] = error;
        }
        return written;
    }

    private void keep(Snapshot snapshot) {
        var kept = new ArrayList<>(details);
        // What the schedule does not ask for, such as the moment of a stop, stays only as long as it is the last.
        if (!kept.isEmpty() && !isDetailed(schedule, kept.getLast())) bytes -= Footprint.of(kept.removeLast());
        kept.add(snapshot);
        bytes += Footprint.of(snapshot);
        while (bytes > cap && schedule.details() > 1) {
            Schedule coarser = schedule.coarser();
            kept.removeIf(old -> old != snapshot && !isDetailed(coarser, old));
            bytes = kept.stream().mapToLong(Footprint::of).sum();
            schedule = coarser;
        }
        details = Collections.unmodifiableList(kept);
    }

    private static boolean isDetailed(Schedule schedule, Snapshot snapshot) {
        return schedule.at(snapshot.step()) == Schedule.Density.DETAILED;
    }
}
