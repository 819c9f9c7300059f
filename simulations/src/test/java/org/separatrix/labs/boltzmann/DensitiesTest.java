package org.separatrix.labs.boltzmann;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.separatrix.labs.Observed.curves;
import static org.separatrix.labs.Observed.seen;
import static org.separatrix.labs.boltzmann.Runs.after;
import static org.separatrix.labs.boltzmann.Runs.escaping;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.separatrix.compute.Kernels;
import org.separatrix.compute.Selection;
import org.separatrix.lab.Cloud;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Field;
import org.separatrix.lab.Snapshot;
import org.separatrix.lab.Spectrum;

/** Densities in each of their coordinates. */
class DensitiesTest {
    private static double mass(Field.Values field) {
        double cell = (field.x()[1] - field.x()[0]) * (field.y()[1] - field.y()[0]);
        return Arrays.stream(field.value()).filter(f -> !Double.isNaN(f)).sum() * cell;
    }

    /** The means of x², xy and y² by the density of a field. */
    private static double[] moments(Field.Values field) {
        double[] sums = new double[4];
        for (int i = 0; i < field.y().length; i++)
            for (int j = 0; j < field.x().length; j++) {
                double f = field.value()[i * field.x().length + j];
                if (Double.isNaN(f)) continue;
                double x = field.x()[j];
                double y = field.y()[i];
                sums[0] += f;
                sums[1] += f * x * x;
                sums[2] += f * x * y;
                sums[3] += f * y * y;
            }
        return new double[] {sums[1] / sums[0], sums[2] / sums[0], sums[3] / sums[0]};
    }

    @Test
    void particlesAreCountedInTheirCellsWhateverTheThreads() {
        double[] x = {-0.99, -0.99, 0.5, 3, Double.NaN};
        double[] y = {-0.99, -0.99, 0.25, 0, 0};
        var window = List.of(
                new Densities.Side(Densities.Coordinate.component(x), 1, -1, 1),
                new Densities.Side(Densities.Coordinate.component(y), 0.5, -2, 2));
        for (int threads = 1; threads <= 2; threads++)
            try (Selection selection = Kernels.of(Compute.AUTO.onThreads(threads))) {
                Field.Values field = new Densities(selection.crew()).density(5, window.get(0), window.get(1));
                assertThat(field.x()[0]).isCloseTo(-1 + 1.0 / 128, within(1e-15));
                assertThat(field.y()[127]).isCloseTo(2 - 1.0 / 64, within(1e-15));
                double cell = 2.0 / 128 * 4 / 128;
                assertThat(field.value()[0]).isCloseTo(2 / (5 * cell), within(1e-9));
                assertThat(field.value()[80 * 128 + 96]).isCloseTo(1 / (5 * cell), within(1e-9));
                assertThat(mass(field)).isCloseTo(3.0 / 5, within(1e-12));
            }
    }

    @Test
    void fixedCoordinatesAreThoseOfTheBathAndScaledOnesThoseOfTheBulk() {
        Snapshot end = after(10, "particles", "262144", "shear", "0.2", "dt", "0.1", "theta", "4", "theta_0", "4");
        double[] p = curves(end, "stress").theory();
        Field.Values fixed = seen(end, "density", Field.Values.class);
        assertThat(fixed.x()[127]).isCloseTo(12, within(0.1));
        double[] m = moments(fixed);
        assertThat(m[0]).isCloseTo(p[0], within(0.03 * p[0]));
        assertThat(m[1]).isCloseTo(p[1], within(0.03 * -p[1]));
        assertThat(m[2]).isCloseTo(p[2], within(0.03 * p[2]));
        // The bulk of this law is nearly normal, so in its widths both variances are one.
        Field.Values scaled = seen(end, "scaled", Field.Values.class);
        assertThat(scaled.x()[127]).isCloseTo(4, within(0.1));
        double[] s = moments(scaled);
        assertThat(s[0]).isCloseTo(1, within(0.05));
        assertThat(s[1]).isCloseTo(p[1] / Math.sqrt(p[0] * p[2]), within(0.03));
        assertThat(s[2]).isCloseTo(1, within(0.05));
        assertThat(mass(scaled)).isBetween(0.99, 1.0);
    }

    @Test
    void aGasIsSeenInItsOwnThermalUnits() {
        Snapshot end = after(10, "system", "gas", "particles", "262144", "shear", "1");
        double[] p = curves(end, "stress").simulated();
        double[] m = moments(seen(end, "density", Field.Values.class));
        assertThat(m[0]).isCloseTo(p[0], within(0.1));
        assertThat(m[2]).isCloseTo(p[2], within(0.02));
    }

    @Test
    void exponentsOfSoftParticlesFillTheirBandAndTheFrontLiesOnItsLine() {
        Snapshot end = after(1e30, escaping("20000", "-0.5", "5"));
        double[] y = seen(end, "exponent_marginal", Spectrum.Values.class)
                .simulated()
                .getFirst();
        double inside = Arrays.stream(y).filter(one -> one > 0.95 && one < 2.05).count();
        assertThat(inside / y.length).isGreaterThan(0.98);
        // Of a free flight ln |v₁| is ln |v₂| + ln t, so that the cells lie one above the other by one.
        Field.Values field = seen(end, "exponent_density", Field.Values.class);
        double far = 0;
        double all = 0;
        for (int i = 0; i < 128; i++)
            for (int j = 0; j < 128; j++) {
                double f = field.value()[i * 128 + j];
                if (Double.isNaN(f)) continue;
                all += f;
                if (Math.abs(field.y()[i] - field.x()[j] - 1) > 0.06) far += f;
            }
        assertThat(far / all).isLessThan(0.1);
        double[] front = seen(end, "front", Cloud.Values.class).points().getFirst();
        int close = 0;
        int near = 0;
        for (int i = 0; i < front.length; i += 2) {
            if (front[i] > Math.log(10)) continue;
            close++;
            if (Math.abs(front[i + 1] - front[i]) < 0.5) near++;
        }
        assertThat(close).isGreaterThan(20);
        assertThat((double) near / close).isGreaterThan(0.8);
    }
}
