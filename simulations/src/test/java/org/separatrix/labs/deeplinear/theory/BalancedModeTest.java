package org.separatrix.labs.deeplinear.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BalancedModeTest {
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    @Test
    void takesTheTimesOfTheReferenceTable() {
        Reference.Table table = Reference.table("tables/mode_time.csv");
        assertThat(table.rows()).hasDimensions(21, 5);
        for (int i = 0; i < table.rows().length; i++) {
            double depth = table.at(i, "depth") == 0 ? INFINITE : table.at(i, "depth");
            BalancedMode mode = new BalancedMode(depth, table.at(i, "s"));
            double from = table.at(i, "u0");
            double to = table.at(i, "uf");
            double time = table.at(i, "time");
            assertThat(mode.time(from, to)).isCloseTo(time, within(1e-8));
            assertThat(mode.strength(from, time)).isCloseTo(to, within(1e-8));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, .683",
        "2, 4.595",
        "3, 11.304",
        "4, 18.734",
        "8, 42.501",
        "16, 65.580",
        "32, 81.893",
        "64, 91.626",
        "1024, 101.870",
        "Infinity, 102.595"
    })
    void saturatesWithDepthFromAGivenStrength(double depth, double layersTimesTime) {
        double time = new BalancedMode(depth, 1).time(.01, .5);
        assertThat(Double.isInfinite(depth) ? time : depth * time).isCloseTo(layersTimesTime, within(6e-4));
    }

    @ParameterizedTest
    @CsvSource({
        ".3, 2, 1.157", ".3, 3, 2.438", ".3, 4, 5.244", ".3, 5, 12.254", ".3, 6, 30.891",
        ".1, 2, 2.298", ".1, 3, 9.145", ".1, 4, 49.73", ".1, 5, 333.3", ".1, 6, 2500"
    })
    void waitsLongerWithDepthFromAGivenStrengthPerLayer(double layer, int depth, double halfTime) {
        double time = new BalancedMode(depth, 1).time(Math.pow(layer, depth), .5);
        assertThat(time).isCloseTo(halfTime, within(5e-4 * halfTime));
    }

    @Property(tries = 200)
    void undoesItsOwnTime(
            @ForAll @IntRange(min = 1, max = 40) int depth,
            @ForAll @DoubleRange(min = .05, max = 5) double target,
            @ForAll @DoubleRange(min = .2, max = 4) double variance,
            @ForAll @DoubleRange(min = .01, max = .99) double from,
            @ForAll @DoubleRange(min = .01, max = .99) double to) {
        BalancedMode mode = new BalancedMode(depth, target, variance);
        double low = Math.min(from, to) * mode.limit();
        double high = Math.max(from, to) * mode.limit();
        assertThat(mode.strength(low, mode.time(low, high))).isCloseTo(high, within(1e-12 * mode.limit()));
        double above = mode.limit() / low * mode.limit();
        double nearer = mode.limit() / high * mode.limit();
        assertThat(mode.strength(above, mode.time(above, nearer))).isCloseTo(nearer, within(1e-11 * nearer));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 2, 3, 4, 5, 9, 64, INFINITE})
    void obeysItsEquation(double depth) {
        for (double target : new double[] {0, .7, 2})
            for (double from : new double[] {.04, .3, 3.1}) {
                BalancedMode mode = new BalancedMode(depth, target, 1.3);
                double time = Double.isInfinite(depth) ? .4 : .4 / depth;
                double h = time * 1e-4;
                double u = mode.strength(from, time);
                double slope = (mode.strength(from, time + h) - mode.strength(from, time - h)) / (2 * h);
                double layers = Double.isInfinite(depth) ? 1 : depth;
                double expected = layers * Math.pow(u, 2 - 2 / depth) * (target - 1.3 * u);
                assertThat(slope).isCloseTo(expected, within(1e-6 * Math.abs(expected)));
            }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 7, 30})
    void neverLeavesTheRangeBetweenItsStartAndItsLimit(int depth) {
        BalancedMode mode = new BalancedMode(depth, 1.5, .5);
        assertThat(mode.strength(1e-9, 1e300)).isEqualTo(3);
        assertThat(mode.strength(1e9, 1e300)).isCloseTo(3, within(1e-14));
        assertThat(mode.strength(3, 17)).isEqualTo(3);
        assertThat(mode.strength(.2, 0)).isEqualTo(.2);
        assertThat(mode.time(.2, 3)).isInfinite();
    }

    @Test
    void staysAtZeroBelowTheFirstLayer() {
        assertThat(new BalancedMode(2, 1).strength(0, 100)).isZero();
        assertThat(new BalancedMode(5, 1).strength(0, 100)).isZero();
        assertThat(new BalancedMode(1, 1).strength(0, 1)).isCloseTo(1 - Math.exp(-1), within(1e-15));
    }

    @Test
    void decaysByAPowerLawWithoutATarget() {
        assertThat(new BalancedMode(2, 0, 1.5).strength(.8, 10)).isCloseTo(.8 / (1 + 2 * 1.5 * .8 * 10), within(1e-15));
        assertThat(new BalancedMode(3, 0).time(.5, .1))
                .isCloseTo((Math.pow(.1, -4. / 3) - Math.pow(.5, -4. / 3)) / 4, within(1e-12));
    }

    @Test
    void refusesWhatHasNoTrajectory() {
        BalancedMode mode = new BalancedMode(3, 1);
        assertThatThrownBy(() -> mode.time(.5, 1.5)).hasMessageContaining("one side of 1.0");
        assertThatThrownBy(() -> mode.time(0, .5)).hasMessageContaining("must be > 0");
        assertThatThrownBy(() -> mode.strength(-1, .5)).hasMessageContaining("must be >= 0");
        assertThatThrownBy(() -> new BalancedMode(2.5, 1)).hasMessageContaining("whole number");
        assertThatThrownBy(() -> new BalancedMode(2, -1)).hasMessageContaining("target=-1.0");
        assertThatThrownBy(() -> new BalancedMode(2, 1, 0)).hasMessageContaining("variance=0.0");
    }
}
