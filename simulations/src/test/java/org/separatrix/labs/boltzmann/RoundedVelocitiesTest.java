package org.separatrix.labs.boltzmann;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.separatrix.compute.Draws;
import org.separatrix.lab.Compute;

class RoundedVelocitiesTest {
    private static double power(Velocities v, int i, int j, double gamma) {
        double g = TaggedEvents.length(v.x()[i] - v.x()[j], v.y()[i] - v.y()[j], v.z()[i] - v.z()[j]);
        return Math.pow(g, gamma);
    }

    @ParameterizedTest
    @CsvSource({"-1.5", "-0.5", "0.5", "1"})
    void theyBoundTheRateOfAPairAndAreHardlyAboveIt(double gamma) {
        // Some pairs are very close, and some particles are beyond the range.
        Velocities v = Velocities.maxwellian(4000, 3, 11, Draws.of(Compute.Kind.SCALAR));
        for (int i = 0; i < 1000; i++) {
            v.x()[i] = v.x()[i + 1000] + 1e-3 * v.x()[i];
            v.y()[i] = v.y()[i + 1000] + 1e-2 * v.y()[i];
            v.z()[i] = v.z()[i + 1000];
        }
        var rounded = new RoundedVelocities(4000, gamma);
        rounded.take(v, 0, 4000);
        double loosest = 0;
        int unbounded = 0;
        for (int i = 0; i < 1000; i++)
            for (int j = i + 1000; j < 4000; j += 1000) {
                double bound = rounded.bound(i, j);
                double exact = power(v, i, j, gamma);
                assertThat(bound).isGreaterThanOrEqualTo(exact);
                if (Double.isInfinite(bound)) unbounded++;
                else if (j >= i + 2000 && power(v, i, j, 1) > 1) loosest = Math.max(loosest, bound / exact);
            }
        assertThat(loosest).isBetween(1.0, Math.pow(1.15, Math.abs(gamma)));
        assertThat(unbounded).isLessThan(1100);
    }

    @ParameterizedTest
    @CsvSource({"8.1, 0, 0", "0, -8.1, 0", "0, 0, 1e300", "-1e300, 0, 0"})
    void aParticleBeyondTheRangeIsNotBounded(double x, double y, double z) {
        var v = new Velocities(new double[] {x, 0}, new double[] {y, 0}, new double[] {z, 0});
        var rounded = new RoundedVelocities(2, 1);
        rounded.take(v, 0, 2);
        assertThat(rounded.bound(0, 1)).isInfinite();
        assertThat(rounded.bound(1, 0)).isInfinite();
    }
}
