package org.separatrix.labs.grokking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.separatrix.labs.Observed.event;
import static org.separatrix.labs.Observed.observe;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Data;
import org.separatrix.lab.Experiment;
import org.separatrix.lab.Settings;
import org.separatrix.lab.Snapshot;

/** Cells of the phase diagrams, over seeds: D = 24, N = 5 D, a teacher of norm D, the safe step. */
class PhaseDiagramTest {
    private static final int SEEDS = 16;
    private static final int DIMENSION = 24;

    private final GrokkingLaboratory laboratory = new GrokkingLaboratory();

    /** The times of fitting and understanding, seed by seed; NaN where it did not happen. */
    private record Cell(double[] fitted, double[] grokked) {
        double delay() {
            double sum = 0;
            for (int k = 0; k < fitted.length; k++) sum += Math.log10(grokked[k] / fitted[k]) / fitted.length;
            return sum;
        }

        static double median(double[] values) {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            return (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
        }
    }

    private Cell cell(double alpha, double eps, double delta) {
        double[] fitted = new double[SEEDS];
        double[] grokked = new double[SEEDS];
        for (int seed = 0; seed < SEEDS; seed++) {
            Settings settings = laboratory
                    .standard()
                    .withTexts(Map.of(
                            "d", Integer.toString(DIMENSION),
                            "samples", Long.toString(Math.round(delta * DIMENSION)),
                            "width", Integer.toString(5 * DIMENSION),
                            "alpha", Double.toString(alpha),
                            "eps", Double.toString(eps),
                            "step_size", "safe",
                            "seed", Integer.toString(seed)));
            Snapshot last = run(settings);
            fitted[seed] = event(last, "fitted");
            grokked[seed] = event(last, "grokked");
        }
        return new Cell(fitted, grokked);
    }

    /** Until both losses have fallen, or 4000 steps. */
    private Snapshot run(Settings settings) {
        try (Experiment experiment = laboratory.open(settings, Data.NONE, Compute.AUTO)) {
            Snapshot snapshot = null;
            for (int step = 1; step <= 4000; step++) {
                experiment.advance();
                if (step % 20 > 0) continue;
                snapshot = observe(experiment, false);
                if (!Double.isNaN(event(snapshot, "fitted")) && !Double.isNaN(event(snapshot, "grokked"))) break;
            }
            return snapshot;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1,    0.25, 5.5, .66, 112, 568",
        "0.25, 0.25, 5.5, .55,  37, 148",
        "4,    0.25, 5.5, .79, 404, 2656",
        "1,    0.05, 5.5, .52, 657, 2412",
        "1,    1,    5.5, .78,  25, 164",
        "1,    0.25, 12,  .22, 124, 199"
    })
    void cellsHaveTheirDelaysAndTimes(
            double alpha, double eps, double delta, double delay, double fitted, double grokked) {
        Cell cell = cell(alpha, eps, delta);
        assertThat(cell.delay()).isCloseTo(delay, within(.12));
        assertThat(Math.log10(Cell.median(cell.fitted()))).isCloseTo(Math.log10(fitted), within(.2));
        assertThat(Math.log10(Cell.median(cell.grokked()))).isCloseTo(Math.log10(grokked), within(.2));
    }

    @Test
    void theDelayGrowsWithLazinessAndCurvatureAndShrinksWithData() {
        double middle = cell(1, .25, 5.5).delay();
        assertThat(middle)
                .isGreaterThan(cell(.25, .25, 5.5).delay())
                .isLessThan(cell(4, .25, 5.5).delay());
        assertThat(middle)
                .isGreaterThan(cell(1, .05, 5.5).delay())
                .isLessThan(cell(1, 1, 5.5).delay());
        double more = cell(1, .25, 8).delay();
        assertThat(middle).isGreaterThan(more);
        assertThat(more).isGreaterThan(cell(1, .25, 12).delay());
    }

    @Test
    @Tag("long")
    void twoSamplesADimensionAreNeverUnderstood() {
        assertThat(cell(1, .25, 2).grokked()).containsOnly(Double.NaN);
    }
}
