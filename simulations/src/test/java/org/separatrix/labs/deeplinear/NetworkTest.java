package org.separatrix.labs.deeplinear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.separatrix.labs.Observed.bars;
import static org.separatrix.labs.Observed.curves;
import static org.separatrix.labs.Observed.event;
import static org.separatrix.labs.Observed.observe;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.separatrix.lab.Bars;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Curves;
import org.separatrix.lab.Experiment;
import org.separatrix.lab.Landscape;
import org.separatrix.lab.Settings;
import org.separatrix.lab.Snapshot;
import org.separatrix.labs.Trials;

/** The deep network: what every mode of the task and every depth take to learn. */
class NetworkTest {
    private static final DeepLinearLaboratory LABORATORY = new DeepLinearLaboratory();
    private static final Trials TRIALS = new Trials(LABORATORY, Compute.AUTO);

    @Test
    void theFamilyTreeIsLearnedLevelByLevel() {
        double[] strengths = {1.369306, 0.935414, 0.612372, 0.612372, 0.353553, 0.353553, 0.353553, 0.353553};
        Snapshot end = TRIALS.shown("family-tree");
        for (int k = 0; k < strengths.length; k++)
            assertThat(event(end, "half_u" + (k + 1)) * strengths[k]).isBetween(3.1, 4.2);
        assertThat(event(end, "half_u1")).isBetween(2.5, 3.0);
        assertThat(event(end, "half_u2")).isBetween(3.3, 4.1);
    }

    @Test
    void theTheoryLiesOnTheFamilyTree() {
        Snapshot end = TRIALS.after(LABORATORY.standard(), 4);
        Curves.Values modes = curves(end, "modes");
        for (int k = 0; k < 8; k++) assertThat(modes.simulated()[k]).isCloseTo(modes.theory()[k], within(0.02 * 1.37));
    }

    @Test
    void theMapOfEveryModeFollowsTheDescentItself() {
        Settings settings = TRIALS.with(
                "task",
                "spectrum",
                "s",
                "1.5,1,0.5",
                "n_in",
                "6",
                "n_out",
                "5",
                "hidden",
                "4,7",
                "depth",
                "3",
                "init",
                "aligned",
                "a0",
                "0.4",
                "inputs",
                "aligned",
                "eta",
                "0.3",
                "overlay",
                "map");
        Curves.Values modes = curves(TRIALS.after(settings, 6), "modes");
        assertThat(modes.simulated()).containsExactly(modes.theory(), within(1e-10));
    }

    @Test
    void aSingleLayerHasItsTheoryForAnyInputs() {
        Settings settings = TRIALS.with(
                "task", "teacher", "n_in", "5", "n_out", "4", "depth", "1", "init", "scaled", "inputs", "rotated",
                "method", "flow", "eta", "0.1");
        Snapshot end = TRIALS.after(settings, 3);
        Curves.Values loss = curves(end, "loss");
        assertThat(loss.simulated()[0]).isCloseTo(loss.theory()[0], within(1e-5));
        assertThat(curves(end, "modes").simulated())
                .containsExactly(curves(end, "modes").theory(), within(1e-5));
    }

    @Test
    void depthStretchesThePlateauByTheExactTimes() {
        Snapshot end = TRIALS.shown("deeper");
        double[] exact = {1.157, 2.438, 5.244, 12.254};
        Bars.Values halves = bars(end, "half_time");
        for (int i = 0; i < exact.length; i++) {
            assertThat(halves.theory()[0][i]).isCloseTo(exact[i], within(1e-3));
            assertThat(halves.simulated()[0][i]).isCloseTo(exact[i], within(0.02));
        }
    }

    @Test
    void equalProductsHaveTheLimitOfInfiniteDepth() {
        Snapshot end = TRIALS.shown("infinite-depth");
        double[] exact = {.683, 4.595, 18.734, 42.501, 65.580, 91.626, 102.595};
        Bars.Values halves = bars(end, "half_time");
        for (int i = 0; i < exact.length; i++) {
            assertThat(halves.theory()[0][i]).isCloseTo(exact[i], within(1e-3));
            assertThat(halves.simulated()[0][i]).isCloseTo(exact[i], within(0.1));
        }
    }

    @Test
    void oneStepIsTheGradientOfTheLoss() {
        Settings settings = TRIALS.with(
                "task",
                "teacher",
                "n_in",
                "6",
                "n_out",
                "4",
                "hidden",
                "5,7",
                "depth",
                "3",
                "init",
                "orthogonal",
                "inputs",
                "rotated",
                "eta",
                "1e-4");
        try (Experiment experiment = TRIALS.open(settings)) {
            double before = loss(experiment);
            experiment.advance();
            double first = loss(experiment) - before;
            experiment.advance();
            double second = loss(experiment) - before - first;
            // For a small step the loss falls by eta times the squared gradient, which hardly changes.
            assertThat(first).isNegative();
            assertThat(second).isCloseTo(first, within(-first * 1e-2));
        }
    }

    private static double loss(Experiment experiment) {
        return curves(observe(experiment, false), "loss").simulated()[0];
    }

    @Test
    void theLossOverTheStrongestModesHasItsMinimumAndSaddles() {
        try (Experiment experiment = TRIALS.open(LABORATORY.standard())) {
            Landscape.Function loss =
                    experiment.landscapes().getFirst().surfaces().getFirst().function();
            assertThat(loss.at(1, 1)).isZero();
            assertThat(loss.at(0, 0)).isCloseTo((1.875 + 0.875) / 2, within(1e-12));
            assertThat(loss.at(1, 0)).isCloseTo(0.875 / 2, within(1e-12));
        }
    }

    private static Trials on(Compute compute) {
        return new Trials(LABORATORY, compute);
    }

    @Property(tries = 20)
    void scalarAndVectorKernelsLearnTheSame(
            @ForAll @IntRange(min = 2, max = 6) int depth,
            @ForAll @IntRange(min = 3, max = 40) int width,
            @ForAll @LongRange(min = 1, max = 1000) long seed) {
        Settings settings = TRIALS.with(
                "task",
                "teacher",
                "n_in",
                Integer.toString(width),
                "n_out",
                "5",
                "hidden",
                "" + (width + 3),
                "depth",
                "" + depth,
                "init",
                "orthogonal",
                "inputs",
                "rotated",
                "eta",
                "0.01",
                "seed",
                "" + seed);
        Curves.Values scalar = curves(on(Compute.SCALAR).after(settings, 0.3), "modes");
        Curves.Values simd = curves(on(Compute.SIMD).after(settings, 0.3), "modes");
        assertThat(simd.simulated()).containsExactly(scalar.simulated(), within(1e-11));
    }

    @Test
    void theNumberOfThreadsChangesNoBit() {
        Settings settings = TRIALS.with(
                "task",
                "teacher",
                "n_in",
                "72",
                "n_out",
                "40",
                "hidden",
                "56",
                "depth",
                "4",
                "init",
                "orthogonal",
                "inputs",
                "rotated",
                "eta",
                "0.01");
        Curves.Values one = curves(TRIALS.after(settings, 0.5), "modes");
        Curves.Values three = curves(on(Compute.AUTO.onThreads(3)).after(settings, 0.5), "modes");
        assertThat(three.simulated()).containsExactly(one.simulated());
    }
}
