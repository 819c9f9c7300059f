package org.separatrix.run;

import java.util.ArrayList;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.separatrix.lab.Field;
import org.separatrix.lab.Recipe;

/**
 * What a sweep has found so far, on its finest grid. Immutable. Until a point is known, and where nothing differs so that
 * it is never asked for, the nearest coarser point stands for it.
 */
public final class SweepMap {
    private final SweepPlan plan;
    private final Lattice lattice;
    private final Outcome[] outcomes;

    SweepMap(SweepPlan plan, Lattice lattice, Outcome[] outcomes) {
        this.plan = plan;
        this.lattice = lattice;
        this.outcomes = outcomes;
    }

    /** What the sweep is to find out. */
    public SweepPlan plan() {
        return plan;
    }

    /** The values along the horizontal axis, ascending. */
    public double[] x() {
        return lattice.x().clone();
    }

    /** The values along the vertical axis, ascending. */
    public double[] y() {
        return lattice.y().clone();
    }

    /** What came of a point itself; empty where nothing is known of it. */
    public Optional<SweepCell> at(int column, int row) {
        var runs = new ArrayList<Outcome>();
        int first = lattice.node(column, row) * plan.replicates();
        for (int r = 0; r < plan.replicates(); r++) if (outcomes[first + r] != null) runs.add(outcomes[first + r]);
        return runs.isEmpty() ? Optional.empty() : Optional.of(new SweepCell(column, row, runs));
    }

    /** What one run of a point came to; empty where it is not known. */
    public Optional<Outcome> at(int column, int row, int replicate) {
        return Optional.ofNullable(outcomes[lattice.node(column, row) * plan.replicates() + replicate]);
    }

    /** What is known at a point, of itself or of the nearest coarser one. */
    public Optional<SweepCell> near(int column, int row) {
        return near(column, row, 1);
    }

    /** The nearest point of which so many runs are known. */
    private Optional<SweepCell> near(int column, int row, int runs) {
        return lattice.finestFirst().stream()
                .map(stride -> lattice.nearest(stride, column, row))
                .flatMap(place -> at(place[0], place[1]).stream())
                .filter(cell -> cell.runs().size() >= runs)
                .findFirst();
    }

    /** The means, where they are known or stood for. */
    public Field.Values means() {
        return grid(1, SweepCell::mean);
    }

    /** The standard errors of the means, where they are known or stood for. */
    public Field.Values errors() {
        return grid(2, SweepCell::error);
    }

    /** The means on the finest level that is known in full, which make smoother lines; empty before there is one. */
    public Optional<Field.Values> levelMeans() {
        return level(SweepCell::mean);
    }

    /** The standard errors of the means on the finest level that is known in full; empty before there is one. */
    public Optional<Field.Values> levelErrors() {
        return level(SweepCell::error);
    }

    private Optional<Field.Values> level(ToDoubleFunction<SweepCell> number) {
        return lattice.levels().subList(0, lattice.full()).reversed().stream()
                .flatMap(stride -> level(stride, number).stream())
                .findFirst();
    }

    private Optional<Field.Values> level(Lattice.Stride stride, ToDoubleFunction<SweepCell> number) {
        int columns = Math.ceilDiv(lattice.columns(), stride.x());
        int rows = Math.ceilDiv(lattice.rows(), stride.y());
        double[] x = new double[columns];
        double[] y = new double[rows];
        double[] values = new double[columns * rows];
        for (int row = 0; row < rows; row++) {
            y[row] = lattice.y()[row * stride.y()];
            for (int column = 0; column < columns; column++) {
                x[column] = lattice.x()[column * stride.x()];
                Optional<SweepCell> cell = at(column * stride.x(), row * stride.y());
                if (cell.isEmpty()) return Optional.empty();
                values[row * columns + column] = number.applyAsDouble(cell.get());
            }
        }
        return Optional.of(new Field.Values(x, y, values));
    }

    private Field.Values grid(int runs, ToDoubleFunction<SweepCell> number) {
        double[] values = new double[lattice.columns() * lattice.rows()];
        for (int row = 0; row < lattice.rows(); row++) {
            for (int column = 0; column < lattice.columns(); column++)
                values[lattice.node(column, row)] =
                        near(column, row, runs).map(number::applyAsDouble).orElse(Double.NaN);
        }
        return new Field.Values(x(), y(), values);
    }

    /** The recipe of one run. */
    public Recipe recipe(int column, int row, int replicate) {
        return plan.recipe(lattice.x()[column], lattice.y()[row], replicate);
    }
}
