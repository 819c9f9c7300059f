package org.separatrix.labs.deeplinear.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.compute.Matrix;
import org.separatrix.compute.RandomMatrices;
import org.separatrix.compute.RandomStream;

class NoisyTeacherTest {
    private static final int NODES = 4000;

    private static SpectralMeasure bulk(double alpha) {
        return new MarchenkoPastur(alpha).measure(NODES);
    }

    @Test
    void stopsBestAtTheTimesOfTheReference() {
        Reference.Table table = Reference.table("tables/optimal_stopping.csv");
        assertThat(table.rows()).hasDimensions(35, 5);
        for (int i = 0; i < table.rows().length; i++) {
            double alpha = table.at(i, "alpha");
            NoisyTeacher teacher = new NoisyTeacher(alpha, 1, 1 / table.at(i, "snr"), 0);
            SpectralMeasure inputs = bulk(alpha);
            double best = teacher.bestTime(inputs);
            assertThat(best).isCloseTo(table.at(i, "t_star"), within(1e-4 * table.at(i, "t_star")));
            assertThat(teacher.test(inputs, SpectralFilter.flow(best)))
                    .isCloseTo(table.at(i, "test_at_t_star"), within(1e-9));
            assertThat(teacher.test(inputs, SpectralFilter.ridge(teacher.bestPenalty())))
                    .isCloseTo(table.at(i, "test_optimal_ridge"), within(1e-9));
        }
    }

    @Test
    void stopsBestBetweenFitAndNoiseAtTheInterpolationThreshold() {
        NoisyTeacher teacher = new NoisyTeacher(1, 1, .2, 0);
        double best = teacher.bestTime(bulk(1));
        assertThat(best).isCloseTo(3.067, within(.005));
        assertThat(teacher.test(bulk(1), SpectralFilter.flow(best))).isCloseTo(.56752, within(1e-5));
        assertThat(teacher.test(bulk(1), SpectralFilter.ridge(teacher.bestPenalty())))
                .isCloseTo(.55826, within(1e-5));
    }

    @ParameterizedTest
    @CsvSource({
        ".25, .49, 1.061, 1.083",
        ".5, 1.12, .895, 1.000",
        "1, 2.47, .650, 5.364",
        "2, 4.00, .432, .500",
        "4, 4.71, .327, .333"
    })
    void overtrainsMostWithAsManySamplesAsInputs(double alpha, double best, double least, double late) {
        NoisyTeacher teacher = new NoisyTeacher(alpha, 1, .25, 0);
        SpectralMeasure inputs = bulk(alpha);
        assertThat(teacher.bestTime(inputs)).isCloseTo(best, within(.006));
        assertThat(teacher.test(inputs, SpectralFilter.flow(best))).isCloseTo(least, within(6e-4));
        assertThat(teacher.test(inputs, SpectralFilter.flow(1000))).isCloseTo(late, within(6e-4));
    }

    @Test
    void growsAsTheRootOfTimeAtTheInterpolationThreshold() {
        double time = 1e6;
        SpectralMeasure inputs = new MarchenkoPastur(1).measure(40_000);
        double growth = new NoisyTeacher(1, 1, .2, 0).test(inputs, SpectralFilter.flow(time)) / (.2 * Math.sqrt(time));
        assertThat(growth).isCloseTo(.6605, within(1e-3));
        assertThat(2 * (2 - Math.sqrt(2)) / Math.sqrt(Math.PI)).isCloseTo(.6610, within(5e-5));
    }

    @ParameterizedTest
    @ValueSource(doubles = {.3, .8, 1.3, 5})
    void tendsToItsLimits(double alpha) {
        NoisyTeacher teacher = new NoisyTeacher(alpha, 1.2, .3, .1);
        SpectralMeasure inputs = bulk(alpha);
        assertThat(teacher.test(inputs, SpectralFilter.flow(1e5))).isCloseTo(teacher.limit(), within(1e-9));
        assertThat(teacher.train(inputs, SpectralFilter.flow(1e5)))
                .isCloseTo(Math.max(0, 1 - 1 / alpha) * .3, within(1e-12));
        assertThat(teacher.test(inputs, SpectralFilter.flow(0))).isCloseTo(1.2 + .3 + .1, within(1e-12));
        assertThat(teacher.train(inputs, SpectralFilter.flow(0))).isCloseTo(1.2 + .3 + .1, within(1e-12));
        assertThat(teacher.test(inputs, SpectralFilter.descent(teacher.largestRate() * .99, 1_000_000)))
                .isCloseTo(teacher.limit(), within(1e-9));
        assertThat(teacher.test(inputs, SpectralFilter.descent(teacher.largestRate() * 1.01, 100_000)))
                .isGreaterThan(1e3);
        assertThat(teacher.test(inputs, SpectralFilter.descent(1e-4, 30_000)))
                .isCloseTo(teacher.test(inputs, SpectralFilter.flow(3)), within(1e-3));
    }

    @Test
    void knowsTheBestTimeOfOneDirection() {
        NoisyTeacher teacher = new NoisyTeacher(2, 1, .2, 0);
        SpectralMeasure one = new SpectralMeasure(new double[] {1.7}, new double[] {1});
        double best = teacher.bestTime(one);
        assertThat(best).isCloseTo(Math.log(1 + 2 * 1.7 * 5) / 1.7, within(1e-14));
        double least = teacher.test(one, SpectralFilter.flow(best));
        assertThat(teacher.test(one, SpectralFilter.flow(best * 1.01))).isGreaterThan(least);
        assertThat(teacher.test(one, SpectralFilter.flow(best * .99))).isGreaterThan(least);
        assertThat(new NoisyTeacher(2, 1, 0, 0).bestTime(one)).isInfinite();
    }

    @Test
    void neverDescendsTwiceOnInputsOfOneScale() {
        for (double alpha : new double[] {.1, .5, .9, 1, 1.2, 3, 10})
            for (double snr : new double[] {.01, .3, 5, 100, 1e4}) {
                NoisyTeacher teacher = new NoisyTeacher(alpha, 1, 1 / snr, 0);
                SpectralMeasure inputs = new MarchenkoPastur(alpha).measure(512);
                double[] test = IntStream.rangeClosed(0, 120)
                        .mapToDouble(i -> teacher.test(inputs, SpectralFilter.flow(Math.pow(10, -3 + i * .05))))
                        .toArray();
                long minima = IntStream.range(1, 120)
                        .filter(i -> test[i] < test[i - 1] - 1e-12 && test[i] < test[i + 1] - 1e-12)
                        .count();
                assertThat(minima).isLessThanOrEqualTo(1);
            }
    }

    @ParameterizedTest
    @ValueSource(doubles = {.4, 1, 2.5})
    void hasTheBulkOfLargeSampleMatrices(double alpha) {
        MarchenkoPastur law = new MarchenkoPastur(alpha);
        SpectralMeasure measure = law.measure(NODES);
        assertThat(measure.mean(l -> 1)).isCloseTo(1, within(1e-12));
        assertThat(measure.rank()).isCloseTo(Math.min(1, alpha), within(1e-12));
        assertThat(measure.mean(l -> l)).isCloseTo(1, within(1e-12));
        assertThat(measure.mean(l -> l * l)).isCloseTo(1 + 1 / alpha, within(1e-12));
        double below = measure.mean(l -> l > 0 && l < 1 ? 1 : 0);
        double low = law.lower();
        double integral = IntStream.range(0, 100_000)
                .mapToDouble(i -> {
                    // Squares of equal steps, for at alpha = 1 the density diverges like a root.
                    double root = Math.sqrt(low) + (1 - Math.sqrt(low)) * (i + .5) / 100_000;
                    return law.density(root * root) * 2 * root * (1 - Math.sqrt(low)) / 100_000;
                })
                .sum();
        assertThat(integral).isCloseTo(below, within(1e-3));
        assertThat(law.density(law.upper() + .1)).isZero();
    }

    @Test
    void refusesImpossibleData() {
        assertThatThrownBy(() -> new MarchenkoPastur(0)).hasMessageContaining("alpha=0.0");
        assertThatThrownBy(() -> new NoisyTeacher(-1, 1, 1, 0)).hasMessageContaining("alpha=-1.0");
        assertThatThrownBy(() -> new NoisyTeacher(1, 1, -1, 0)).hasMessageContaining("must be >= 0");
    }

    @Test
    void descendsTwiceInTimeOnInputsOfTwoScales() {
        int fast = 100;
        int slow = 20;
        double small = 1e-3;
        double power = .8;
        double[] variances = new double[fast + slow];
        double[] powers = new double[fast + slow];
        for (int i = 0; i < variances.length; i++) {
            variances[i] = i < fast ? 1 : small;
            powers[i] = i < fast ? (1 - power) / fast : power / (slow * small);
        }
        double[] roots = Arrays.stream(variances).map(Math::sqrt).toArray();
        int draws = 5;
        double[] mean = new double[3];
        for (int draw = 0; draw < draws; draw++) {
            Matrix x = RandomMatrices.gaussian(fast + slow, 200, 1, RandomStream.of(draw, "inputs", 0))
                    .scaleRows(roots);
            AnisotropicTeacher teacher = new AnisotropicTeacher(x, variances, powers, .02);
            double[] stages = {.40, 28, 2.2e4};
            for (int stage = 0; stage < 3; stage++) {
                double here = teacher.test(SpectralFilter.flow(stages[stage]));
                double side = stage == 1 ? -1 : 1;
                assertThat(side * (teacher.test(SpectralFilter.flow(stages[stage] * 2)) - here))
                        .isPositive();
                assertThat(side * (teacher.test(SpectralFilter.flow(stages[stage] / 2)) - here))
                        .isPositive();
                mean[stage] += here / draws;
            }
            assertThat(teacher.test(SpectralFilter.flow(0))).isCloseTo(1 + .02, within(1e-12));
        }
        assertThat(mean[0]).isCloseTo(.9616, within(.002));
        assertThat(mean[1]).isCloseTo(1.593, within(.04));
        assertThat(mean[2]).isCloseTo(.0504, within(.001));
    }

    @Test
    void agreesWithTheIsotropicTheoryOnItsFirstStage() {
        NoisyTeacher first = new NoisyTeacher(2, .2, .82, 0);
        assertThat(first.test(bulk(2), SpectralFilter.flow(.5))).isCloseTo(.9643, within(6e-5));
        assertThat(first.test(bulk(2), SpectralFilter.flow(10))).isCloseTo(1.491, within(6e-4));
    }

    @Test
    void knowsTheIsotropicTeacherAsASpecialCase() {
        Matrix x = RandomMatrices.gaussian(30, 20, 1, RandomStream.of(1, "inputs", 0));
        double[] ones = new double[30];
        double[] powers = new double[30];
        Arrays.fill(ones, 1);
        Arrays.fill(powers, 1.1 / 30);
        AnisotropicTeacher anisotropic = new AnisotropicTeacher(x, ones, powers, .3);
        SpectralMeasure inputs = new LinearStudent(x, new double[20], new double[30]).inputs();
        NoisyTeacher isotropic = new NoisyTeacher(20. / 30, 1, .3, .1);
        for (double time : new double[] {0, .3, 5, 1e4})
            assertThat(anisotropic.test(SpectralFilter.flow(time)))
                    .isCloseTo(isotropic.test(inputs, SpectralFilter.flow(time)), within(1e-11));
    }
}
