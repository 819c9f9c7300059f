package org.separatrix.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hipparchus.special.Erf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomStreamTest {
    private static final int MANY = 100_000;

    @Property(tries = 200)
    void fillingInPartsGivesTheSameNumbers(
            @ForAll long seed,
            @ForAll long index,
            @ForAll @IntRange(max = 50) int cut,
            @ForAll @IntRange(max = 9) int n) {
        double[] whole = new double[cut + n];
        RandomStream.of(seed, "weights", index).fillGaussian(whole);

        double[] first = new double[cut];
        double[] second = new double[n];
        RandomStream stream = RandomStream.of(seed, "weights", index);
        stream.fillGaussian(first);
        assertThat(stream.position()).isEqualTo(cut);
        stream.fillGaussian(second);
        assertThat(first).isEqualTo(Arrays.copyOf(whole, cut));
        assertThat(second).isEqualTo(Arrays.copyOfRange(whole, cut, cut + n));

        stream.seek(cut);
        stream.fillGaussian(second);
        assertThat(second).isEqualTo(Arrays.copyOfRange(whole, cut, cut + n));
    }

    @Test
    void everyDrawTakesOneWordWhateverItsLaw() {
        RandomStream stream = stream(0);
        stream.nextDouble();
        stream.nextGaussian();
        stream.nextLong(10);
        stream.nextDouble(-1, 1);
        assertThat(stream.position()).isEqualTo(4);
        stream.permutation(7);
        assertThat(stream.position()).isEqualTo(10);
    }

    @Test
    void theFirstNumbersStayAsTheyAre() {
        RandomStream stream = RandomStream.of(1, "initial weights", 0);
        assertThat(new long[] {stream.nextLong(), stream.nextLong(), stream.nextLong()})
                .containsExactly(0x9b986b0cbe62a2e9L, 0x41e6b005ca84eafcL, 0x59a7df7500a96728L);
        stream.seek(0);
        assertThat(stream.nextGaussian()).isEqualTo(0.2735752362648809);
    }

    @Test
    void seedPurposeAndIndexEachMakeAnotherStream() {
        Set<Long> words = new HashSet<>();
        for (long seed = 0; seed < 10; seed++)
            for (String purpose : new String[] {"", "a", "b", "weights", "weights2", "μ"})
                for (long index = 0; index < 10; index++) {
                    RandomStream stream = RandomStream.of(seed, purpose, index);
                    for (int i = 0; i < 10; i++) words.add(stream.nextLong());
                }
        assertThat(words).hasSize(6000);
    }

    @Test
    void streamsAreUncorrelated() {
        double[] base = normal(RandomStream.of(5, "noise", 0));
        for (RandomStream other : new RandomStream[] {
            RandomStream.of(6, "noise", 0), RandomStream.of(5, "noise", 1), RandomStream.of(5, "noisf", 0)
        }) assertThat(correlation(base, normal(other))).isCloseTo(0, within(5 / Math.sqrt(MANY)));
        double[] next = Arrays.copyOfRange(base, 1, MANY);
        assertThat(correlation(Arrays.copyOf(base, MANY - 1), next)).isCloseTo(0, within(5 / Math.sqrt(MANY)));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, -1})
    void gaussianDeviatesHaveTheMomentsOfTheNormalLaw(long seed) {
        double[] z = normal(stream(seed));
        assertThat(mean(z, x -> x)).isCloseTo(0, within(5 / Math.sqrt(MANY)));
        assertThat(mean(z, x -> x * x)).isCloseTo(1, within(5 * Math.sqrt(2. / MANY)));
        assertThat(mean(z, x -> x * x * x)).isCloseTo(0, within(5 * Math.sqrt(15. / MANY)));
        assertThat(mean(z, x -> x * x * x * x)).isCloseTo(3, within(5 * Math.sqrt(96. / MANY)));
    }

    /** The Kolmogorov-Smirnov distance exceeds 2.2 / sqrt(n) with a probability of 1e-4. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, -1})
    void drawsFollowTheirLaws(long seed) {
        assertThat(distance(normal(stream(seed)), RandomStreamTest::normalProbability))
                .isLessThan(2.2 / Math.sqrt(MANY));
        double[] uniform = new double[MANY];
        RandomStream stream = stream(seed);
        for (int i = 0; i < MANY; i++) uniform[i] = stream.nextDouble(-3, 5);
        assertThat(distance(uniform, x -> (x + 3) / 8)).isLessThan(2.2 / Math.sqrt(MANY));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0x1p-53, 1e-12, 1e-8, 1e-3, .0749, .0751, .3, .5, .9, .9251, 1 - 1e-9})
    void quantilesInvertTheNormalLaw(double p) {
        double x = NormalLaw.quantile(p);
        assertThat(normalProbability(x)).isCloseTo(p, within(2e-13 * p));
        double rounded = 1 - (1 - p);
        assertThat(NormalLaw.quantile(1 - rounded)).isCloseTo(-NormalLaw.quantile(rounded), within(0.));
    }

    @Test
    void quantilesAreKnown() {
        assertThat(NormalLaw.quantile(.5)).isZero();
        assertThat(NormalLaw.quantile(.975)).isCloseTo(1.959963984540054, within(1e-15));
        assertThat(NormalLaw.quantile(1e-20)).isCloseTo(-9.262340089798408, within(1e-14));
    }

    @Test
    void boundedNumbersAreEquallyLikely() {
        RandomStream stream = stream(3);
        int[] counts = new int[7];
        for (int i = 0; i < MANY; i++) counts[(int) stream.nextLong(7)]++;
        double expected = MANY / 7.;
        double chiSquare = Arrays.stream(counts)
                .mapToDouble(c -> (c - expected) * (c - expected) / expected)
                .sum();
        assertThat(chiSquare).isLessThan(27.9); // six degrees of freedom, probability 1e-4
        assertThatIllegalArgumentException().isThrownBy(() -> stream.nextLong(0));
        assertThatIllegalArgumentException().isThrownBy(() -> stream.seek(-1));
    }

    @Test
    void everyPermutationIsEquallyLikely() {
        RandomStream stream = stream(4);
        int[] counts = new int[27];
        for (int i = 0; i < 12_000; i++) {
            int[] p = stream.permutation(3);
            assertThat(p).containsExactlyInAnyOrder(0, 1, 2);
            counts[9 * p[0] + 3 * p[1] + p[2]]++;
        }
        assertThat(Arrays.stream(counts).filter(c -> c > 0))
                .hasSize(6)
                .allSatisfy(c -> assertThat(c).isBetween(1800, 2200));
        assertThat(stream.permutation(0)).isEmpty();
        assertThat(stream.permutation(1)).containsExactly(0);
    }

    private static RandomStream stream(long seed) {
        return RandomStream.of(seed, "test", 0);
    }

    private static double[] normal(RandomStream stream) {
        double[] z = new double[MANY];
        stream.fillGaussian(z);
        return z;
    }

    private static double normalProbability(double x) {
        return x < 0 ? .5 * Erf.erfc(-x / Math.sqrt(2)) : 1 - .5 * Erf.erfc(x / Math.sqrt(2));
    }

    private static double mean(double[] x, DoubleUnaryOperator f) {
        return Arrays.stream(x).map(f).average().orElseThrow();
    }

    private static double correlation(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) sum += x[i] * y[i];
        return sum / x.length;
    }

    private static double distance(double[] draws, DoubleUnaryOperator law) {
        double[] sorted = draws.clone();
        Arrays.sort(sorted);
        double largest = 0;
        for (int i = 0; i < sorted.length; i++) {
            double p = law.applyAsDouble(sorted[i]);
            largest = Math.max(largest, Math.max(p - (double) i / sorted.length, (i + 1.) / sorted.length - p));
        }
        return largest;
    }
}
