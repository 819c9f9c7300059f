package org.separatrix.labs.grokking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.separatrix.labs.Observed.curves;
import static org.separatrix.labs.Observed.fact;
import static org.separatrix.labs.Observed.observe;
import static org.separatrix.labs.Observed.spectrum;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.compute.Kernels;
import org.separatrix.compute.Matrix;
import org.separatrix.compute.Selection;
import org.separatrix.lab.Array;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Data;
import org.separatrix.lab.Experiment;
import org.separatrix.lab.InvalidSetting;
import org.separatrix.lab.Landscape;
import org.separatrix.lab.Settings;
import org.separatrix.lab.Spectrum;
import org.separatrix.lab.Status;
import org.separatrix.labs.Recorded;
import org.separatrix.labs.grokking.theory.Problem;

class GrokkingLaboratoryTest {
    private final GrokkingLaboratory laboratory = new GrokkingLaboratory();

    private static Settings with(String... pairs) {
        return Runs.TRIALS.with(pairs);
    }

    @Test
    void theReferencePresetGroksADecadeAfterItHasFitted() {
        Recorded run = Runs.ofPreset("reference", 1500);
        double fitted = run.event("fitted");
        double grokked = run.event("grokked");
        assertThat(fitted).isBetween(480.0, 800.0);
        assertThat(grokked).isBetween(3500.0, 10500.0);
        assertThat(Math.log10(grokked / fitted)).isBetween(.85, 1.2);
        assertThat(run.event("leaves_lazy")).isBetween(20.0, grokked);
        assertThat(fact(run.last(), "kernel_regression").value()).isBetween(.69, .75);
        assertThat(run.theory(1500, "test") / .75)
                .as("the lazy curve never falls")
                .isGreaterThan(0.6);
        assertThat(run.at(0, "topM")).isBetween(1.9, 2.2);
        assertThat(run.at(1500, "topM")).isBetween(330.0, 400.0);
        assertThat(run.at(1500, "overlap")).isGreaterThan(.99);
        assertThat(run.at(1500, "cka2")).isBetween(.05, .1);
        assertThat(run.at(1500, "drift")).isBetween(.2, .32);
        assertThat(spectrum(run.last(), "M").simulated().getFirst()[1]).isLessThan(20);
    }

    @Test
    @Tag("long")
    void aLargerOutputScaleIsLazierAndSlower() {
        Recorded run = Runs.ofPreset("lazier", 4000);
        assertThat(run.event("fitted")).isBetween(1700.0, 2700.0);
        assertThat(run.event("grokked")).isBetween(16000.0, 40000.0);
        assertThat(run.at(4000, "drift")).isBetween(.045, .085);
    }

    @Test
    void enoughDataLearnsRichlyFromTheStart() {
        Recorded run = Runs.ofPreset("rich", 400);
        assertThat(Math.log10(run.event("grokked") / run.event("fitted"))).isBetween(.1, .4);
        assertThat(run.at(400, "drift")).isBetween(.4, .62);
    }

    @Test
    void tooLittleDataIsMemorised() {
        Recorded run = Runs.ofPreset("too-little-data", 2000);
        assertThat(run.event("fitted")).isBetween(120.0, 490.0);
        assertThat(run.at(2000, "train")).isLessThan(1e-4 * .75);
        assertThat(run.at(2000, "test") / .75).isBetween(.65, .95);
    }

    @Test
    void withoutItsFirstOutputTheNetworkStaysLazyForEver() {
        Recorded run = Runs.ofPreset("lazy-for-ever", 2000);
        assertThat(run.at(2000, "train")).isLessThan(1e-4 * .75);
        assertThat(run.at(2000, "test") / .75).isBetween(.55, .9);
        assertThat(run.at(2000, "drift")).isBetween(.04, .08);
    }

    @Test
    @Tag("long")
    void aMisalignedKernelClimbsBeforeItFalls() {
        Recorded run =
                Runs.of(laboratory.settings(laboratory.preset("misaligned")), Data.NONE, 3000, step -> step == 50);
        assertThat(run.at(50, "test")).isGreaterThan(1.02 * .75);
        assertThat(run.event("fitted")).isBetween(5000.0, 12000.0);
        assertThat(run.event("grokked")).isBetween(25000.0, 60000.0);
    }

    @Test
    void atTheEdgeOfStabilityTheTrainingLossIsStuckAndHalfTheStepCuresIt() {
        Settings edge = laboratory.settings(laboratory.preset("edge"));
        Recorded run = Runs.of(edge, Data.NONE, 600, step -> step > 560);
        double mean = 0;
        for (long step = 561; step <= 600; step++) mean += run.at(step, "train") / 40;
        assertThat(mean / .75).isBetween(.03, .2);
        assertThat(run.at(600, "stab")).isBetween(.7, 1.5);
        Recorded cured = Runs.of(edge.with("eta0", "16"), Data.NONE, 600, step -> false);
        assertThat(cured.at(600, "train")).isLessThan(1e-3);
    }

    @Test
    @Tag("long")
    void theMeanFieldLiesOnSimulationsOfHighDimension() {
        Settings settings = laboratory.settings(laboratory.preset("mean-field"));
        int seeds = 4;
        double[] mean = new double[11];
        Recorded run = null;
        for (int seed = 1; seed <= seeds; seed++) {
            run = Runs.of(settings.with("seed", Integer.toString(seed)), Data.NONE, 10, step -> step == 5);
            for (int step : new int[] {5, 10}) mean[step] += run.at(step, "test") / seeds;
        }
        for (int step : new int[] {5, 10})
            assertThat(run.at(step, "mean_field_test")).isCloseTo(mean[step], within(0.03 * mean[step]));
    }

    @Test
    void howFarTheMeanFieldIsIsTold() {
        Settings settings = with("d", "20", "samples", "60", "eta0", "0.5", "overlay", "mean-field");
        try (Experiment experiment = laboratory.open(settings, Data.NONE, Compute.AUTO)) {
            assertThat(experiment.background()).matches("mean field: \\d+ of 64 steps known");
            for (int step = 0; step < 64; step++) experiment.advance();
            observe(experiment);
            assertThat(experiment.background()).startsWith("mean field: 64 of 64");
        }
        try (Experiment experiment = laboratory.open(settings.with("overlay", "none"), Data.NONE, Compute.AUTO)) {
            assertThat(experiment.background()).isEmpty();
        }
    }

    @Test
    void aStepBeyondTheLimitIsToldAsDivergenceWithTheLimit() {
        Settings settings = with("d", "20", "samples", "110", "width", "60", "eta0", "60");
        try (Experiment experiment = laboratory.open(settings, Data.NONE, Compute.AUTO)) {
            for (int step = 0; step < 500 && !experiment.status().over(); step++) experiment.advance();
            assertThat(experiment.status()).isInstanceOf(Status.Diverged.class);
            assertThat(((Status.Diverged) experiment.status()).why())
                    .contains("η₀ = 60")
                    .containsPattern("P/λmax = \\d");
            assertThat(observe(experiment).status().over()).isTrue();
        }
    }

    @Test
    void theSafeStepNeverDiverges() {
        for (String alpha : new String[] {"0.25", "1", "8"})
            for (String eps : new String[] {"0.02", "0.25", "1"}) {
                Settings settings = with(
                        "d", "24", "samples", "132", "width", "120", "alpha", alpha, "eps", eps, "step_size", "safe");
                Recorded run = Runs.of(settings, Data.NONE, 400, step -> false);
                assertThat(run.last().status().over()).isFalse();
            }
    }

    @Test
    void infinitelyManyNeuronsAreTheLimitOfMany() {
        Settings base = with("d", "20", "samples", "110", "eta0", "3", "seed", "5");
        Recorded limit = Runs.of(base.with("infinite", "on"), Data.NONE, 300, step -> step == 100);
        for (String width : new String[] {"1000", "4000"}) {
            double mean = 0;
            for (int seed = 0; seed < 8; seed++) {
                Settings settings = base.with("width", width);
                // The same task, other neurons: the task is given.
                Data task = new Data(
                        Map.of(
                                "X",
                                Array.matrix(
                                        20,
                                        110,
                                        QuadraticTask.of(base, Data.NONE)
                                                .problem()
                                                .inputs()
                                                .values()),
                                "beta",
                                Array.vector(QuadraticTask.of(base, Data.NONE)
                                        .problem()
                                        .teacher())),
                        "task");
                Recorded run = Runs.of(settings.with("seed", Integer.toString(100 + seed)), task, 100, step -> false);
                mean += run.at(100, "test") / 8;
            }
            double exact = limit.at(100, "test");
            // The mean over widths differs from the limit by order 1/N.
            assertThat(mean).isCloseTo(exact, within(60 / Double.parseDouble(width) * exact));
        }
    }

    @Test
    void theNeuronsAreRecoveredFromTheRootOfTheirMoments() {
        Settings settings = with("d", "20", "samples", "110", "width", "40", "eta0", "1");
        try (var reduced = new QuadraticExperiment(settings, Data.NONE, Compute.AUTO);
                var direct = new QuadraticExperiment(settings.with("mode", "direct"), Data.NONE, Compute.AUTO)) {
            for (int step = 0; step < 600; step++) {
                reduced.advance();
                direct.advance();
            }
            assertThat(reduced.weights().values())
                    .containsExactly(direct.weights().values(), within(1e-10));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"reduced", "direct"})
    void theLandscapeOfTheTrajectoryHoldsStartAndPresent(String mode) {
        Settings settings = with("d", "12", "samples", "60", "width", "30", "eta0", "2", "mode", mode);
        try (Experiment experiment = laboratory.open(settings, Data.NONE, Compute.AUTO)) {
            assertThat(experiment.landscapes()).extracting(Landscape::key).containsExactly("random");
            double atStart = loss(experiment, "test");
            for (int step = 0; step < 200; step++) experiment.advance();
            assertThat(experiment.landscapes())
                    .extracting(Landscape::key)
                    .containsExactly("ends", "principal", "random");
            double now = loss(experiment, "test");
            assertThat(height(experiment, "ends", "test", 0, 0)).isCloseTo(atStart, within(1e-10));
            assertThat(height(experiment, "ends", "test", 1, 0)).isCloseTo(now, within(1e-9));
            assertThat(height(experiment, "ends", "train", 1, 0)).isCloseTo(loss(experiment, "train"), within(1e-9));
            assertThat(height(experiment, "principal", "test", 0, 0)).isCloseTo(now, within(1e-9));
            assertThat(height(experiment, "random", "test", 0, 0)).isCloseTo(now, within(1e-9));
            assertThat(experiment.landscapes().getFirst().path())
                    .singleElement()
                    .satisfies(path -> assertThat(path.x()[0]).isZero());
        }
    }

    private static double height(Experiment experiment, String plane, String surface, double x, double y) {
        return experiment.landscapes().stream()
                .filter(landscape -> landscape.key().equals(plane))
                .flatMap(landscape -> landscape.surfaces().stream())
                .filter(one -> one.series().key().equals(surface))
                .findFirst()
                .orElseThrow()
                .function()
                .at(x, y);
    }

    private static double loss(Experiment experiment, String series) {
        return curves(observe(experiment), "loss").simulated()[series.equals("train") ? 0 : 1];
    }

    @Test
    void infiniteWidthHasItsLandscapesToo() {
        Settings settings = with("d", "12", "samples", "60", "infinite", "on", "eta0", "2");
        try (Experiment experiment = laboratory.open(settings, Data.NONE, Compute.AUTO)) {
            for (int step = 0; step < 50; step++) experiment.advance();
            double now = loss(experiment, "test");
            assertThat(height(experiment, "ends", "test", 1, 0)).isCloseTo(now, within(1e-10));
            assertThat(height(experiment, "random", "test", 0, 0)).isCloseTo(now, within(1e-10));
        }
    }

    @Test
    void theHessianIsShownWhereItIsAskedFor() {
        Settings settings = with(
                "d", "10", "samples", "60", "width", "40", "eta0", "2", "curvature", "on", "kernel_spectrum", "on");
        Recorded run = Runs.of(settings, Data.NONE, 100, step -> step == 0);
        Spectrum.Values hessian = spectrum(run.last(), "hessian");
        // 10 x 11 eigenvalues of the operator and 10 of the bulk.
        assertThat(hessian.simulated().getFirst()).hasSize(120);
        assertThat(run.at(100, "sharpness"))
                .isCloseTo(hessian.simulated().getFirst()[0], within(1e-6 * run.at(100, "sharpness")));
        assertThat(run.at(0, "two_over_eta")).isCloseTo(1, within(1e-12));
        double mass = 0;
        double[] x = hessian.density().getFirst().x();
        double[] y = hessian.density().getFirst().y();
        for (int i = 1; i < x.length; i++) mass += (x[i] - x[i - 1]) * (y[i] + y[i - 1]) / 2;
        assertThat(mass).isCloseTo(1, within(0.05));
        assertThat(spectrum(run.last(), "ntk").simulated().getFirst()).hasSize(60);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reduced", "direct"})
    void theBitsDoNotDependOnTheNumberOfThreads(String mode) {
        Settings settings = with("d", "60", "samples", "330", "width", "70", "mode", mode);
        double[][] last = new double[2][];
        for (int threads = 1; threads <= 2; threads++) {
            try (var run = new QuadraticExperiment(settings, Data.NONE, Compute.AUTO.onThreads(threads == 1 ? 1 : 3))) {
                for (int step = 0; step < 20; step++) run.advance();
                last[threads - 1] = run.weights().values();
            }
        }
        assertThat(last[0]).isEqualTo(last[1]);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 16, 33, 50})
    void theReductionAgreesWithEveryWeightAtAnyDimension(int d) {
        Settings settings =
                with("d", Integer.toString(d), "samples", "70", "width", "23", "eta0", "0.5", "centred", "on");
        QuadraticTask task = QuadraticTask.of(settings, Data.NONE);
        Problem problem = task.problem();
        try (Selection selection = Kernels.of(Compute.SCALAR);
                Selection vectors = Kernels.of(Compute.AUTO)) {
            var reduced = new ReducedDescent(
                    problem,
                    task.start(),
                    0.5,
                    new SampleForces(task, new DoubleSamples(problem), vectors.crew()),
                    vectors.crew());
            var direct = new DirectDescent(task, 0.5, selection.crew());
            for (int step = 0; step < 50; step++) {
                reduced.advance();
                direct.advance();
            }
            assertThat(reduced.second()).containsExactly(direct.second(), within(1e-11));
            assertThat(reduced.mean()).containsExactly(direct.mean(), within(1e-11));
            assertThat(reduced.trainLoss()).isCloseTo(direct.trainLoss(), within(1e-11));
            Matrix m = reduced.moments().second();
            assertThat(m).isEqualTo(m.transpose());
        }
    }

    @Test
    void theFirstStepLimitIsThatOfTheReferenceSize() {
        double mean = 0;
        int seeds = 16;
        for (int seed = 0; seed < seeds; seed++)
            mean += fact(
                                    Runs.of(with("seed", Integer.toString(seed)), Data.NONE, 0, step -> true)
                                            .last(),
                                    "eta0_max")
                            .value()
                    / seeds;
        assertThat(mean).isBetween(49.5, 52.0);
    }

    @Test
    void settingsThatContradictEachOtherAreRefusedInOneSentence() {
        assertThatThrownBy(() -> with("infinite", "on", "mode", "direct"))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("set mode=reduced");
        assertThatThrownBy(() -> with("system", "student", "width", "7")).hasMessageContaining("even numbers");
        assertThatThrownBy(() -> with("system", "modular", "p", "30")).hasMessageContaining("odd");
    }
}
