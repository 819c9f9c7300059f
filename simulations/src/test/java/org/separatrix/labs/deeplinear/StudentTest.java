package org.separatrix.labs.deeplinear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.separatrix.labs.Observed.curves;
import static org.separatrix.labs.Observed.observe;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Curves;
import org.separatrix.lab.Experiment;
import org.separatrix.lab.Settings;
import org.separatrix.labs.Trials;

/** The student of a noisy teacher: overtraining and double descent. */
class StudentTest {
    private static final Trials TRIALS = new Trials(new DeepLinearLaboratory(), Compute.AUTO);

    @Test
    void overtrainingPeaksWhereSamplesEqualInputs() {
        Curves.Values test = curves(TRIALS.shown("overtraining"), "test");
        double[] theory = {1.083, 1.000, 5.364, .500, .333};
        for (int i = 0; i < theory.length; i++) {
            assertThat(test.theory()[i]).isCloseTo(theory[i], within(1e-3));
            assertThat(test.simulated()[i]).isBetween(0.6 * theory[i], 1.6 * theory[i]);
        }
    }

    @Test
    void twoScalesOfInputsDescendTwiceInTime() {
        Settings settings = TRIALS.preset("double-descent");
        List<Double> errors = new ArrayList<>();
        try (Experiment experiment = TRIALS.open(settings)) {
            while (experiment.time() < 1e6) {
                errors.add(curves(observe(experiment, false), "test").theory()[0]);
                experiment.advance();
            }
        }
        int minima = 0;
        for (int i = 1; i < errors.size() - 1; i++) {
            if (errors.get(i) < errors.get(i - 1) && errors.get(i) < errors.get(i + 1)) minima++;
        }
        assertThat(minima).isEqualTo(2);
    }
}
