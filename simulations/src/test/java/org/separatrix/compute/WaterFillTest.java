package org.separatrix.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Water-filling against its optimality conditions, and by search against by sorting. */
class WaterFillTest {
    private static final double UNBOUNDED = Double.POSITIVE_INFINITY;
    private static final int OFFSET = 3;

    private final SortedFilling sorted = new SortedFilling();
    private final SimdFilling searched = new SimdFilling();

    /** A way to find the level. */
    private interface Filling {
        double fill(
                int n, double[] c, int cOffset, double[] cap, int capOffset, double budget, double[] p, int pOffset);
    }

    private record Water(double[] p, double level) {}

    private static Water fill(Filling filling, double[] floor, double[] cap, double budget) {
        int n = floor.length;
        double[] p = new double[n + 2 * OFFSET];
        Arrays.fill(p, Double.NaN);
        double level = filling.fill(n, shifted(floor, OFFSET), OFFSET, shifted(cap, 1), 1, budget, p, OFFSET);
        assertThat(p[OFFSET - 1]).isNaN();
        assertThat(p[OFFSET + n]).isNaN();
        return new Water(Arrays.copyOfRange(p, OFFSET, OFFSET + n), level);
    }

    private static double[] shifted(double[] values, int offset) {
        double[] shifted = new double[values.length + offset];
        System.arraycopy(values, 0, shifted, offset, values.length);
        return shifted;
    }

    private static double[] unbounded(int n) {
        double[] cap = new double[n];
        Arrays.fill(cap, UNBOUNDED);
        return cap;
    }

    private static double[] exponentials(int n, long seed, String purpose) {
        RandomStream stream = RandomStream.of(seed, purpose, n);
        return java.util.stream.IntStream.range(0, n)
                .mapToDouble(_ -> -Math.log(stream.nextDouble()))
                .toArray();
    }

    @Property(tries = 1000)
    void bothWaysAreOptimalAndAgree(
            @ForAll @IntRange(min = 1, max = 200) int n,
            @ForAll @LongRange(max = 1L << 40) long seed,
            @ForAll @IntRange(min = -20, max = 30) int decibels,
            @ForAll boolean masked) {
        double budget = Math.pow(10, decibels / 10.0);
        double[] floor = exponentials(n, seed, "floor");
        double[] cap = masked ? caps(n, seed, budget) : unbounded(n);
        Water one = fill(sorted::fill, floor, cap, budget);
        Water other = fill(searched::fill, floor, cap, budget);
        double tolerance =
                1e-12 * Math.max(budget, 1e-3 * Arrays.stream(floor).max().orElseThrow());
        assertThat(other.p()).containsExactly(one.p(), within(tolerance));
        requireOptimal(floor, cap, budget, one, tolerance);
        requireOptimal(floor, cap, budget, other, tolerance);
    }

    private static double[] caps(int n, long seed, double budget) {
        double[] cap = exponentials(n, seed, "caps");
        double room = Arrays.stream(cap).sum();
        for (int i = 0; i < n; i++) cap[i] *= 1.5 * budget / room;
        return cap;
    }

    private static void requireOptimal(double[] floor, double[] cap, double budget, Water water, double tolerance) {
        assertThat(Arrays.stream(water.p()).sum()).isCloseTo(budget, within(tolerance));
        for (int i = 0; i < floor.length; i++) {
            double p = water.p()[i];
            assertThat(p).isBetween(0.0, cap[i]);
            if (p == 0) assertThat(floor[i]).isGreaterThanOrEqualTo(water.level() - tolerance);
            else if (p == cap[i]) assertThat(floor[i] + p).isLessThanOrEqualTo(water.level() + tolerance);
            else assertThat(floor[i] + p).isCloseTo(water.level(), within(tolerance));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 31, 32, 33, 64, 100, 1024, 4096})
    void equalFloorsShareEqually(int n) {
        double[] floor = new double[n];
        Arrays.fill(floor, 5);
        for (Filling filling : new Filling[] {sorted::fill, searched::fill}) {
            Water water = fill(filling, floor, unbounded(n), n);
            assertThat(water.p()).containsOnly(1.0);
            assertThat(water.level()).isEqualTo(6);
        }
    }

    @Test
    void aBudgetSmallBesideTheFloorsLosesNoDigits() {
        double[] floor = {1000, 1000 + 0x1p-20, 1000};
        for (Filling filling : new Filling[] {sorted::fill, searched::fill})
            assertThat(fill(filling, floor, unbounded(3), 1e-7).p()).containsExactly(5e-8, 0, 5e-8);
    }

    @Test
    void nothingIsPouredWithoutABudget() {
        for (Filling filling : new Filling[] {sorted::fill, searched::fill}) {
            Water water = fill(filling, new double[] {3, 2, 4}, unbounded(3), 0);
            assertThat(water.p()).containsExactly(0, 0, 0);
            assertThat(water.level()).isEqualTo(2);
        }
    }

    @Test
    void capsThatHoldJustTheBudgetAreFilled() {
        double[] cap = {0.25, 1.5, 2.25};
        for (Filling filling : new Filling[] {sorted::fill, searched::fill}) {
            Water water = fill(filling, new double[] {3, 2, 4}, cap, 4);
            assertThat(water.p()).containsExactly(cap);
            assertThat(water.level()).isEqualTo(6.25);
        }
    }

    @Test
    void aBinAtInfinityStaysEmpty() {
        double[] floor = {1, UNBOUNDED, 2, UNBOUNDED};
        for (Filling filling : new Filling[] {sorted::fill, searched::fill}) {
            assertThat(fill(filling, floor, unbounded(4), 2).p()).containsExactly(1.5, 0, 0.5, 0);
            double[] cap = {0.5, 3, 9, 3};
            assertThat(fill(filling, floor, cap, 2).p()).containsExactly(0.5, 0, 1.5, 0);
        }
    }

    @Test
    void aStaircaseOfCapsDoesNotTrapTheSearch() {
        int n = 300;
        double[] floor = new double[n];
        double[] cap = new double[n];
        for (int i = 0; i < n; i++) {
            floor[i] = Math.pow(1.1, i);
            cap[i] = i % 2 == 0 ? 1e-3 : Math.pow(1.1, i) / 3;
        }
        double room = Arrays.stream(cap).sum();
        for (double share : new double[] {1e-9, 1e-3, 0.1, 0.5, 0.9, 0.999, 1 - 1e-9}) {
            Water one = fill(sorted::fill, floor, cap, share * room);
            Water other = fill(searched::fill, floor, cap, share * room);
            assertThat(other.p()).containsExactly(one.p(), within(1e-12 * room));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 5, 8, 33})
    void columnDotsAgreeWithTheirDefinitionInAnyShape(int rows) {
        Kernels scalar = new ScalarKernels();
        Kernels simd = new SimdKernels();
        for (int n : new int[] {1, 7, 8, 31, 128, 1023, 1024, 1030, 3000}) {
            double[] a = exponentials(rows * n + 2, 1, "a");
            double[] x = exponentials(rows * n + 5, 2, "x");
            double[] expected = exponentials(n + 4, 3, "y");
            double[] actual = expected.clone();
            double[] byRows = expected.clone();
            scalar.addColumnDots(rows, n, a, 2, x, 5, expected, 3);
            simd.addColumnDots(rows, n, a, 2, x, 5, actual, 3);
            for (int j = 0; j < rows; j++) simd.addColumnDots(1, n, a, 2 + j * n, x, 5 + j * n, byRows, 3);
            assertThat(actual).isEqualTo(byRows);
            for (int i = 0; i < actual.length; i++)
                assertThat(actual[i]).isCloseTo(expected[i], within(rows * 4e-16 * expected[i]));
        }
    }
}
