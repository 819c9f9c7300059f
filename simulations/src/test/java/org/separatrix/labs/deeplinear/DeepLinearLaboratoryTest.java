package org.separatrix.labs.deeplinear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.separatrix.lab.Array;
import org.separatrix.lab.Bars;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Curves;
import org.separatrix.lab.Data;
import org.separatrix.lab.Event;
import org.separatrix.lab.Experiment;
import org.separatrix.lab.Facts;
import org.separatrix.lab.InvalidData;
import org.separatrix.lab.InvalidSetting;
import org.separatrix.lab.Landscape;
import org.separatrix.lab.Observable;
import org.separatrix.lab.Settings;
import org.separatrix.lab.Snapshot;
import org.separatrix.lab.SnapshotBuilder;
import org.separatrix.lab.Spectrum;
import org.separatrix.lab.Status;

class DeepLinearLaboratoryTest {
    private final DeepLinearLaboratory laboratory = new DeepLinearLaboratory();

    private Settings with(String... pairs) {
        var texts = new java.util.LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) texts.put(pairs[i], pairs[i + 1]);
        return laboratory.standard().withTexts(texts);
    }

    private Snapshot after(Settings settings, Data data, Compute compute, double time) {
        try (Experiment experiment = laboratory.open(settings, data, compute)) {
            long steps = 0;
            while (experiment.time() < time - 1e-9 && !experiment.status().over()) {
                experiment.advance();
                steps++;
            }
            var out = new SnapshotBuilder(true);
            experiment.observe(out);
            return out.build(steps, experiment.time(), experiment.status());
        }
    }

    private Snapshot preset(String key) {
        var preset = laboratory.preset(key);
        return after(laboratory.settings(preset), Data.NONE, Compute.AUTO, preset.until());
    }

    private static Curves.Values curves(Snapshot snapshot, String key) {
        for (Observable<?> observable : snapshot.observables()) {
            if (observable instanceof Curves curves && curves.key().equals(key))
                return snapshot.get(curves).orElseThrow();
        }
        throw new IllegalArgumentException(key);
    }

    private static Bars.Values bars(Snapshot snapshot, String key) {
        for (Observable<?> observable : snapshot.observables()) {
            if (observable instanceof Bars bars && bars.key().equals(key))
                return snapshot.get(bars).orElseThrow();
        }
        throw new IllegalArgumentException(key);
    }

    private static double event(Snapshot snapshot, String key) {
        return snapshot.events().stream()
                .filter(event -> event.key().equals(key))
                .mapToDouble(Event::time)
                .findFirst()
                .orElse(Double.NaN);
    }

    @Test
    void theFamilyTreeIsLearnedLevelByLevel() {
        double[] strengths = {1.369306, 0.935414, 0.612372, 0.612372, 0.353553, 0.353553, 0.353553, 0.353553};
        Snapshot end = preset("family-tree");
        for (int k = 0; k < strengths.length; k++)
            assertThat(event(end, "half_u" + (k + 1)) * strengths[k]).isBetween(3.1, 4.2);
        assertThat(event(end, "half_u1")).isBetween(2.5, 3.0);
        assertThat(event(end, "half_u2")).isBetween(3.3, 4.1);
    }

    @Test
    void theTheoryLiesOnTheFamilyTree() {
        Snapshot end = after(laboratory.standard(), Data.NONE, Compute.AUTO, 4);
        Curves.Values modes = curves(end, "modes");
        for (int k = 0; k < 8; k++) assertThat(modes.simulated()[k]).isCloseTo(modes.theory()[k], within(0.02 * 1.37));
    }

    @Test
    void depthStretchesThePlateauByTheExactTimes() {
        Snapshot end = preset("deeper");
        double[] exact = {1.157, 2.438, 5.244, 12.254};
        Bars.Values halves = bars(end, "half_time");
        for (int i = 0; i < exact.length; i++) {
            assertThat(halves.theory()[0][i]).isCloseTo(exact[i], within(1e-3));
            assertThat(halves.simulated()[0][i]).isCloseTo(exact[i], within(0.02));
        }
    }

    @Test
    void equalProductsHaveTheLimitOfInfiniteDepth() {
        Snapshot end = preset("infinite-depth");
        double[] exact = {.683, 4.595, 18.734, 42.501, 65.580, 91.626, 102.595};
        Bars.Values halves = bars(end, "half_time");
        for (int i = 0; i < exact.length; i++) {
            assertThat(halves.theory()[0][i]).isCloseTo(exact[i], within(1e-3));
            assertThat(halves.simulated()[0][i]).isCloseTo(exact[i], within(0.1));
        }
    }

    @Test
    void startsNearTheSeparatrixWaitTheExactTimes() {
        Snapshot end = preset("separatrix");
        assertThat(event(end, "half_1")).isCloseTo(0.598, within(0.02));
        assertThat(event(end, "half_2")).isCloseTo(2.671, within(0.05));
        assertThat(event(end, "half_3")).isCloseTo(4.954, within(0.1));
        assertThat(event(end, "half_4")).isCloseTo(7.255, within(0.15));
        assertThat(event(end, "half_5")).as("on the line itself").isNaN();
    }

    @Test
    void imbalanceMakesTheKernelLazy() {
        Curves.Values kernel = curves(preset("imbalance"), "kernel");
        double[] mean = {0.290, 0.151, 0.0537, 0.0044, 1e-4};
        for (int i = 0; i < mean.length; i++) {
            assertThat(kernel.simulated()[i]).isCloseTo(kernel.theory()[i], within(1e-3));
            assertThat(kernel.theory()[i]).isBetween(mean[i] / 3, mean[i] * 2);
        }
    }

    @Test
    void theSignOfTheImbalanceDelaysTheRichRegime() {
        Snapshot end = preset("delayed-rich");
        Curves.Values kernel = curves(end, "kernel");
        assertThat(kernel.theory()[0]).isBetween(0.3, 0.6);
        assertThat(kernel.theory()[1]).isLessThan(5e-3);
        Snapshot early = after(laboratory.settings(laboratory.preset("delayed-rich")), Data.NONE, Compute.AUTO, 1);
        assertThat(curves(early, "loss").simulated()[1]).isLessThan(1e-3);
        assertThat(curves(early, "loss").simulated()[0]).isGreaterThan(0.05);
    }

    @Test
    void orthogonalNetworksLearnAtDepthThirtyTwoAndGaussianOnesDoNot() {
        Curves.Values loss = curves(preset("orthogonal"), "loss");
        assertThat(loss.simulated()[0]).isLessThan(1e-6);
        assertThat(loss.simulated()[1]).isBetween(0.1, 10.0);
    }

    @Test
    void learningTimeSaturatesFromOrthogonalWeightsAndGrowsFromGaussianOnes() {
        double orthogonal = 0;
        double gaussian = 0;
        for (int seed = 1; seed <= 5; seed++) {
            Settings deep = with("system", "learning-time", "depths", "8,64", "seed", Integer.toString(seed));
            Bars.Values steps = bars(after(deep, Data.NONE, Compute.AUTO, 42), "steps");
            orthogonal += steps.simulated()[0][1] / steps.simulated()[0][0] / 5;
            Settings rough = with(
                    "system", "learning-time", "depths", "8,32", "tolerance", "0.3", "seed", Integer.toString(seed));
            Bars.Values roughSteps = bars(after(rough, Data.NONE, Compute.AUTO, 42), "steps");
            gaussian += roughSteps.simulated()[2][1] / roughSteps.simulated()[2][0] / 5;
        }
        assertThat(orthogonal).isLessThan(2);
        assertThat(gaussian).isGreaterThan(5);
    }

    @Test
    void aTanhNetworkLearnsBestAboveTheEdgeOfChaos() {
        Snapshot learned = preset("tanh");
        assertThat(event(learned, "learned")).isLessThan(10);
        Snapshot faint =
                after(laboratory.settings(laboratory.preset("tanh")).with("gain", "0.8"), Data.NONE, Compute.AUTO, 10);
        assertThat(event(faint, "learned")).isNaN();
    }

    @Test
    void theMomentsOfTheTanhJacobianAreThoseOfInfiniteWidth() {
        double measured = 0;
        double theory = 0;
        int nets = 8;
        for (int seed = 1; seed <= nets; seed++) {
            Settings settings = with(
                    "system", "tanh", "depth", "10", "width", "200", "gain", "1.05", "seed", Integer.toString(seed));
            Curves.Values moments = curves(after(settings, Data.NONE, Compute.AUTO, 0), "moments");
            measured += moments.simulated()[0] / nets;
            theory = moments.theory()[0];
        }
        assertThat(theory).isCloseTo(0.117716, within(1e-6));
        assertThat(measured).isCloseTo(theory, within(0.06 * theory));
    }

    @Test
    void overtrainingPeaksWhereSamplesEqualInputs() {
        Curves.Values test = curves(preset("overtraining"), "test");
        double[] theory = {1.083, 1.000, 5.364, .500, .333};
        for (int i = 0; i < theory.length; i++) {
            assertThat(test.theory()[i]).isCloseTo(theory[i], within(1e-3));
            assertThat(test.simulated()[i]).isBetween(0.6 * theory[i], 1.6 * theory[i]);
        }
    }

    @Test
    void twoScalesOfInputsDescendTwiceInTime() {
        Settings settings = laboratory.settings(laboratory.preset("double-descent"));
        List<Double> errors = new ArrayList<>();
        try (Experiment experiment = laboratory.open(settings, Data.NONE, Compute.AUTO)) {
            while (experiment.time() < 1e6) {
                var out = new SnapshotBuilder(false);
                experiment.observe(out);
                errors.add(curves(out.build(0, experiment.time(), experiment.status()), "test")
                        .theory()[0]);
                experiment.advance();
            }
        }
        int minima = 0;
        for (int i = 1; i < errors.size() - 1; i++) {
            if (errors.get(i) < errors.get(i - 1) && errors.get(i) < errors.get(i + 1)) minima++;
        }
        assertThat(minima).isEqualTo(2);
    }

    @Test
    void theCatapultLandsWhereItIsFlatter() {
        Curves.Values imbalance = curves(preset("catapult"), "imbalance");
        assertThat(imbalance.simulated()[0] / imbalance.theory()[0]).isCloseTo(0.28, within(0.01));
    }

    @Test
    void aStepBeyondTheLimitIsToldWithTheLimit() {
        Snapshot end = after(with("eta", "5", "sigma", "0.5"), Data.NONE, Compute.AUTO, 1e4);
        assertThat(end.status())
                .isInstanceOfSatisfying(
                        Status.Diverged.class,
                        diverged -> assertThat(diverged.why()).contains("2/sharpness"));
    }

    @Property(tries = 20)
    void scalarAndVectorKernelsLearnTheSame(
            @ForAll @IntRange(min = 2, max = 6) int depth,
            @ForAll @IntRange(min = 3, max = 40) int width,
            @ForAll @LongRange(min = 1, max = 1000) long seed) {
        Settings settings = with(
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
        Curves.Values scalar = curves(after(settings, Data.NONE, Compute.SCALAR, 0.3), "modes");
        Curves.Values simd = curves(after(settings, Data.NONE, Compute.SIMD, 0.3), "modes");
        assertThat(simd.simulated()).containsExactly(scalar.simulated(), within(1e-11));
    }

    @Test
    void theNumberOfThreadsChangesNoBit() {
        Settings settings = with(
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
        Curves.Values one = curves(after(settings, Data.NONE, Compute.AUTO, 0.5), "modes");
        Curves.Values three = curves(after(settings, Data.NONE, Compute.AUTO.onThreads(3), 0.5), "modes");
        assertThat(three.simulated()).containsExactly(one.simulated());
    }

    @Test
    void oneStepIsTheGradientOfTheLoss() {
        Settings settings = with(
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
        try (Experiment experiment = laboratory.open(settings, Data.NONE, Compute.AUTO)) {
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
        var out = new SnapshotBuilder(false);
        experiment.observe(out);
        return curves(out.build(0, experiment.time(), experiment.status()), "loss")
                .simulated()[0];
    }

    @Test
    void theMapOfEveryModeFollowsTheDescentItself() {
        Settings settings = with(
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
        Curves.Values modes = curves(after(settings, Data.NONE, Compute.AUTO, 6), "modes");
        assertThat(modes.simulated()).containsExactly(modes.theory(), within(1e-10));
    }

    @Test
    void aSingleLayerHasItsTheoryForAnyInputs() {
        Settings settings = with(
                "task", "teacher", "n_in", "5", "n_out", "4", "depth", "1", "init", "scaled", "inputs", "rotated",
                "method", "flow", "eta", "0.1");
        Snapshot end = after(settings, Data.NONE, Compute.AUTO, 3);
        Curves.Values loss = curves(end, "loss");
        assertThat(loss.simulated()[0]).isCloseTo(loss.theory()[0], within(1e-5));
        assertThat(curves(end, "modes").simulated())
                .containsExactly(curves(end, "modes").theory(), within(1e-5));
    }

    @Test
    void theSpectraOfThePairAreExactValueByValue() {
        Settings settings = laboratory.settings(laboratory.preset("imbalance")).with("method", "flow");
        Snapshot end = after(settings, Data.NONE, Compute.AUTO, 5);
        for (Observable<?> observable : end.observables()) {
            if (!(observable instanceof Spectrum spectrum)) continue;
            Spectrum.Values values = end.get(spectrum).orElseThrow();
            for (int i = 0; i < values.simulated().size(); i++)
                assertThat(values.simulated().get(i))
                        .containsExactly(values.theory().get(i), within(1e-6));
        }
    }

    @Test
    void opposedDeterminantsAreTold() {
        long told = 0;
        for (int seed = 1; seed <= 12; seed++) {
            Settings settings = with(
                    "task",
                    "spectrum",
                    "s",
                    "1.5,1,0.6",
                    "n_in",
                    "3",
                    "n_out",
                    "3",
                    "hidden",
                    "4",
                    "init",
                    "balanced",
                    "seed",
                    "" + seed);
            Snapshot start = after(settings, Data.NONE, Compute.AUTO, 0);
            Facts.Values facts = start.get(new Facts("now", "Now")).orElseThrow();
            told += facts.facts().stream()
                    .filter(fact -> fact.key().equals("obstruction"))
                    .count();
        }
        assertThat(told).isBetween(2L, 10L);
    }

    @Test
    void theLossOverTheStrongestModesHasItsMinimumAndSaddles() {
        try (Experiment experiment = laboratory.open(laboratory.standard(), Data.NONE, Compute.AUTO)) {
            Landscape.Function loss =
                    experiment.landscapes().getFirst().surfaces().getFirst().function();
            assertThat(loss.at(1, 1)).isZero();
            assertThat(loss.at(0, 0)).isCloseTo((1.875 + 0.875) / 2, within(1e-12));
            assertThat(loss.at(1, 0)).isCloseTo(0.875 / 2, within(1e-12));
        }
    }

    @Test
    void settingsThatCannotBeAreToldInOneSentence() {
        assertThatThrownBy(() -> with("depth", "-3"))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage("depth=-3: depth must be a whole number from 1 to 128");
        assertThatThrownBy(() -> with("dept", "3"))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage("there is no parameter called dept: did you mean depth?");
        assertThatThrownBy(() -> with("init", "balanced", "depth", "3"))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("depth=2");
        assertThatThrownBy(() -> with("init", "balanced", "lambda", "-5", "hidden", "16"))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("lambda");
    }

    @Test
    void dataOfTheWrongShapeOrWithoutAnEndAreToldByName() {
        Data wrong = new Data(
                Map.of(
                        "Sigma_yx", Array.matrix(3, 2, new double[6]),
                        "W1_0", Array.matrix(4, 5, new double[20]),
                        "W2_0", Array.matrix(3, 4, new double[12])),
                "x");
        Settings settings = laboratory.fit(laboratory.standard(), wrong);
        assertThatThrownBy(() -> laboratory.open(settings, wrong, Compute.AUTO))
                .isInstanceOf(InvalidData.class)
                .hasMessage("W1_0 has the shape 4 x 5, expected 4 x 2");
        Data nan = new Data(Map.of("Sigma_yx", Array.matrix(1, 2, new double[] {1, Double.NaN})), "x");
        assertThatThrownBy(() -> laboratory.open(laboratory.fit(laboratory.standard(), nan), nan, Compute.AUTO))
                .isInstanceOf(InvalidData.class)
                .hasMessageContaining("Sigma_yx holds NaN at position 1");
    }

    @Test
    void everyPresetGoesOnWithoutLeavingTheNumbers() {
        laboratory.presets().forEach(preset -> {
            Snapshot early = after(laboratory.settings(preset), Data.NONE, Compute.AUTO, preset.until() / 50);
            assertThat(early.status()).as(preset.key()).isNotInstanceOf(Status.Diverged.class);
        });
    }
}
