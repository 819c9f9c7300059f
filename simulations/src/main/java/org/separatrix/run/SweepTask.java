package org.separatrix.run;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.separatrix.lab.Data;
import org.separatrix.lab.Laboratory;
import org.separatrix.lab.Metric;
import org.separatrix.lab.Recipe;

/**
 * One run of a sweep: what becomes of it is a pure function of recipe, metric and stop, so it may be judged anywhere.
 *
 * @param column where it lies along the horizontal axis
 * @param row where it lies along the vertical axis
 * @param replicate which of the seeds it has
 * @param laboratory of which laboratory
 * @param recipe which run
 * @param data the arrays given in place of random draws
 * @param metric what is judged
 * @param stop when it ends, if it does not end before
 */
public record SweepTask(
        int column, int row, int replicate, Laboratory laboratory, Recipe recipe, Data data, Metric metric, Stop stop) {
    /**
     * Plays the run and judges it, on the calling thread. What goes wrong with it is an outcome, too.
     *
     * @param interrupted asked before each step
     * @return empty where the run was interrupted
     */
    public Optional<Outcome> judge(BooleanSupplier interrupted) {
        return Trial.of(this, interrupted);
    }
}
