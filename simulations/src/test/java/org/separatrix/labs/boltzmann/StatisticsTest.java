package org.separatrix.labs.boltzmann;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.separatrix.compute.Draws;
import org.separatrix.compute.Kernels;
import org.separatrix.compute.Selection;
import org.separatrix.lab.Compute;

/** Moments with their errors, and quantiles, of velocities whose law is known. */
class StatisticsTest {
    private static final int N = 1 << 16;

    @AutoClose
    private final Selection selection = Kernels.of(Compute.AUTO.onThreads(2));

    private final Velocities v = Velocities.maxwellian(N, 2, 5, Draws.of(selection.kind()));

    @Test
    void errorsAreThoseOfTheLaw() {
        var statistics = new Statistics(v, selection.crew());
        statistics.measure();
        Statistics.Quantity second = means -> means[0];
        Statistics.Quantity shear = means -> means[1];
        Statistics.Quantity kurtosis = means -> means[4] / (3 * means[0] * means[0]);
        double[] errors = statistics.errors(second, shear, kurtosis);
        // Of a normal law: var v1² = 2 sigma⁴, var v1 v2 = sigma⁴, and that of the kurtosis over 3 is 24/9.
        assertThat(errors[0]).isCloseTo(2 * Math.sqrt(2.0 / N), within(0.2 * errors[0]));
        assertThat(errors[1]).isCloseTo(2 * Math.sqrt(1.0 / N), within(0.2 * errors[1]));
        assertThat(errors[2]).isCloseTo(Math.sqrt(24.0 / 9 / N), within(0.2 * errors[2]));
        double[] values = statistics.values(second, shear, kurtosis);
        assertThat(values[0]).isCloseTo(2, within(4 * errors[0]));
        assertThat(values[1]).isCloseTo(0, within(4 * errors[1]));
        assertThat(values[2]).isCloseTo(1, within(4 * errors[2]));
    }

    @Test
    void aFewParticlesTellNoError() {
        var statistics = new Statistics(Velocities.beam(100, 1, 2, 3), selection.crew());
        statistics.measure();
        assertThat(statistics.errors(means -> means[0])).containsExactly(Double.NaN);
        assertThat(statistics.stress()).containsExactly(new double[] {1, 2, 4, 9}, within(1e-12));
    }

    @Test
    void quantilesAreThoseOfTheSortedValues() {
        var speeds = new Speeds(v, selection.crew());
        speeds.measure();
        speeds.measure();
        double[] sorted = Arrays.stream(v.x()).map(Math::abs).sorted().toArray();
        for (double share : new double[] {0.1, 0.5, 0.9})
            assertThat(speeds.quantiles(Speeds.Quantity.ALONG, share)[0])
                    .isCloseTo(sorted[(int) (share * N)], within(2e-3 * sorted[(int) (share * N)]));
        assertThat(speeds.below(Speeds.Quantity.ALONG, sorted[N / 3])).isCloseTo(1.0 / 3, within(2e-3));
        assertThat(speeds.below(Speeds.Quantity.ALONG, Double.POSITIVE_INFINITY))
                .isEqualTo(1);
        assertThat(speeds.below(Speeds.Quantity.ALONG, 0)).isZero();
    }

    @Test
    void theFastestAreTheLargestSpeeds() {
        var speeds = new Speeds(v, selection.crew());
        speeds.measure();
        double[] sorted = new double[N];
        for (int i = 0; i < N; i++) sorted[i] = -TaggedEvents.length(v.x()[i], v.y()[i], v.z()[i]);
        Arrays.sort(sorted);
        double[] fastest = speeds.fastest(100);
        assertThat(fastest.length).isBetween(100, 200);
        for (int i = 0; i < fastest.length; i++) assertThat(fastest[i]).isEqualTo(-sorted[i]);
        assertThat(speeds.fastest(2 * N)).hasSize(N);
    }

    @Test
    void hillFindsTheIndexOfAPowerLaw() {
        double[] pareto = new double[10_000];
        for (int i = 0; i < pareto.length; i++) pareto[i] = Math.pow((i + 0.5) / pareto.length, -1 / 2.5);
        assertThat(Speeds.hill(pareto, 1000)).isCloseTo(2.5, within(0.02));
        assertThat(Speeds.hill(pareto, pareto.length)).isNaN();
    }
}
