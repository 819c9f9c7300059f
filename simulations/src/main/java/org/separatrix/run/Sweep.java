package org.separatrix.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The state of a sweep: it hands out tasks and takes their outcomes, in any order, and knows nothing of threads. Whoever
 * has the tasks done sees to it that one thread at a time is in here.
 *
 * <p>Tasks come from coarse to fine, and first where neighbours differ. The grid that was asked for is always done in
 * full; beyond it, a finer point is done only where the points around it differ by a tenth of the whole range, or some
 * have a number and others none. Since that is decided level by level, on complete levels, the same points are done
 * whatever the order of outcomes.
 */
public final class Sweep {
    private static final double NOTICEABLE = 0.1;

    private final SweepPlan plan;
    private final Lattice lattice;
    private final Outcome[] outcomes;
    private final BitSet chosen = new BitSet();
    private final Queue<SweepTask> queue = new ArrayDeque<>();
    private final Set<SweepTask> out = new HashSet<>();
    private int level;
    private int done;

    /** A sweep at its beginning. */
    public Sweep(SweepPlan plan) {
        this.plan = plan;
        lattice = Lattice.of(plan);
        outcomes = new Outcome[lattice.columns() * lattice.rows() * plan.replicates()];
        for (int base = 0; base < lattice.full(); base++) lattice.added(base).forEach(chosen::set);
    }

    /** What it is to find out. */
    public SweepPlan plan() {
        return plan;
    }

    /** The next task; empty where there is none until outcomes come in, or the sweep is {@linkplain #done() done}. */
    public Optional<SweepTask> next() {
        while (queue.isEmpty() && level < lattice.levels().size() && ready()) fill();
        SweepTask task = queue.poll();
        if (task != null) out.add(task);
        return Optional.ofNullable(task);
    }

    private boolean ready() {
        return level < lattice.full() || out.isEmpty();
    }

    private void fill() {
        List<Integer> nodes = lattice.added(level);
        if (level >= lattice.full()) {
            double range = range();
            nodes = nodes.stream()
                    .filter(node -> contrast(node) > NOTICEABLE * range)
                    .toList();
            nodes.forEach(chosen::set);
        } else if (level > 0) {
            nodes = nodes.stream()
                    .sorted(Comparator.comparingDouble(node -> -contrast(node)))
                    .toList();
        }
        var tasks = new ArrayList<SweepTask>();
        for (int node : nodes) {
            for (int r = 0; r < plan.replicates(); r++) {
                if (outcomes[node * plan.replicates() + r] == null) tasks.add(task(node, r));
            }
        }
        // One seed of every point comes first, so that the whole picture is there at once.
        if (level == 0) tasks.sort(Comparator.comparingInt(SweepTask::replicate));
        queue.addAll(tasks);
        level++;
    }

    /** The range of all numbers on the levels before. */
    private double range() {
        double[] means = IntStream.range(0, level)
                .mapToObj(lattice::added)
                .flatMap(List::stream)
                .filter(chosen::get)
                .mapToDouble(node -> shown(cell(node)))
                .filter(Double::isFinite)
                .toArray();
        return means.length == 0
                ? 0
                : Arrays.stream(means).max().getAsDouble()
                        - Arrays.stream(means).min().getAsDouble();
    }

    /** How much the points around one differ; infinite where some have a number and others none. */
    private double contrast(int node) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        int missing = 0;
        int[] around = lattice.around(node, level);
        for (int corner : around) {
            SweepCell cell = cell(corner);
            if (cell.runs().isEmpty()) continue;
            double value = shown(cell);
            if (Double.isNaN(value)) missing++;
            else {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        if (missing > 0 && low <= high) return Double.POSITIVE_INFINITY;
        return low <= high ? high - low : 0;
    }

    /** The number as the colours show it. */
    private double shown(SweepCell cell) {
        return switch (plan.metric().value().scale()) {
            case LINEAR -> cell.mean();
            case LOG -> cell.mean() > 0 ? Math.log(cell.mean()) : Double.NaN;
        };
    }

    private SweepCell cell(int node) {
        return new SweepCell(
                node % lattice.columns(),
                node / lattice.columns(),
                Arrays.stream(outcomes, node * plan.replicates(), (node + 1) * plan.replicates())
                        .filter(Objects::nonNull)
                        .toList());
    }

    private SweepTask task(int node, int replicate) {
        int column = node % lattice.columns();
        int row = node / lattice.columns();
        return new SweepTask(
                column,
                row,
                replicate,
                plan.laboratory(),
                plan.recipe(lattice.x()[column], lattice.y()[row], replicate),
                plan.data(),
                plan.metric(),
                plan.stop());
    }

    /** Takes the outcome of a task that was handed out. */
    public void take(SweepTask task, Outcome outcome) {
        out.remove(task);
        take(task.column(), task.row(), task.replicate(), outcome);
    }

    /** Takes an outcome that was found before. */
    public void take(int column, int row, int replicate, Outcome outcome) {
        int place = lattice.node(column, row) * plan.replicates() + replicate;
        if (outcomes[place] == null) done++;
        outcomes[place] = outcome;
    }

    /** Whether there is such a point, and such a seed. */
    public boolean has(int column, int row, int replicate) {
        return column >= 0
                && column < lattice.columns()
                && row >= 0
                && row < lattice.rows()
                && replicate >= 0
                && replicate < plan.replicates();
    }

    /** Takes back a task that was not done; it is handed out again. */
    public void giveBack(SweepTask task) {
        if (out.remove(task)) queue.add(task);
    }

    /** Whether everything has its outcome. */
    public boolean done() {
        return queue.isEmpty() && out.isEmpty() && level == lattice.levels().size();
    }

    /** How many runs have their outcome. */
    public int finished() {
        return done;
    }

    /** How many runs there are, as far as is known: finer points come on top. */
    public int known() {
        return Math.max(done, chosen.cardinality() * plan.replicates());
    }

    /** What has been found so far; the copy stays as it is. */
    public SweepMap map() {
        return new SweepMap(plan, lattice, outcomes.clone());
    }
}
