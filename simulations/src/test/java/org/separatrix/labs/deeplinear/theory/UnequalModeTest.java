package org.separatrix.labs.deeplinear.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnequalModeTest {
    @Test
    void followsTheReferenceTable() {
        Reference.Table table = Reference.table("tables/scalar_mode.csv");
        assertThat(table.rows()).hasDimensions(42, 6);
        for (int i = 0; i < table.rows().length; i++) {
            UnequalMode mode = new UnequalMode(table.at(i, "a0"), table.at(i, "b0"), table.at(i, "s"));
            UnequalMode.Strengths reached = mode.at(table.at(i, "t"));
            assertThat(reached.a()).isCloseTo(table.at(i, "a"), within(1e-9));
            assertThat(reached.b()).isCloseTo(table.at(i, "b"), within(1e-9));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, .598", ".1, 2.671", ".01, 4.954", "1e-3, 7.255", "1e-4, 9.557"})
    void lingersAtTheSaddleLongerTheCloserItStartsToTheSeparatrix(double offset, double time) {
        assertThat(new UnequalMode(-1 + offset, 1, 1).halfTime()).isCloseTo(time, within(6e-4));
    }

    @Property(tries = 300)
    void keepsItsImbalanceAndObeysItsEquation(
            @ForAll @DoubleRange(min = -2, max = 2) double a0,
            @ForAll @DoubleRange(min = -2, max = 2) double b0,
            @ForAll @DoubleRange(min = -2, max = 2) double target,
            @ForAll @DoubleRange(min = .3, max = 2) double variance,
            @ForAll @DoubleRange(min = .01, max = 3) double time) {
        UnequalMode mode = new UnequalMode(a0, b0, target, variance);
        UnequalMode.Strengths now = mode.at(time);
        assertThat(now.b() * now.b() - now.a() * now.a()).isCloseTo(mode.imbalance(), within(1e-11));
        double h = 1e-5;
        double residual = target - variance * now.product();
        assertThat((mode.at(time + h).a() - mode.at(time - h).a()) / (2 * h))
                .isCloseTo(now.b() * residual, within(1e-6));
        assertThat((mode.at(time + h).b() - mode.at(time - h).b()) / (2 * h))
                .isCloseTo(now.a() * residual, within(1e-6));
        UnequalMode.Strengths start = mode.at(0);
        assertThat(start.a()).isCloseTo(a0, within(1e-13));
        assertThat(start.b()).isCloseTo(b0, within(1e-13));
    }

    @Property(tries = 300)
    void isHalfwayAtItsHalfTime(
            @ForAll @DoubleRange(min = -2, max = 2) double a0,
            @ForAll @DoubleRange(min = -2, max = 2) double b0,
            @ForAll @DoubleRange(min = .1, max = 2) double size) {
        for (double target : new double[] {size, -size}) {
            UnequalMode mode = new UnequalMode(a0, b0, target, .8);
            double half = target / .8 / 2;
            double time = mode.halfTime();
            if (a0 * b0 / half >= 1) assertThat(time).isZero();
            else if (Double.isFinite(time)) assertThat(mode.at(time).product()).isCloseTo(half, within(1e-9));
            else assertThat(mode.onSeparatrix()).isTrue();
        }
    }

    @Test
    void endsOnTheBranchOfItsSideOfTheSeparatrix() {
        UnequalMode.Strengths up = new UnequalMode(-.9, 1, 1).limit();
        UnequalMode.Strengths down = new UnequalMode(-1.1, 1, 1).limit();
        assertThat(up.a()).isPositive();
        assertThat(down.a()).isNegative();
        assertThat(up.product()).isCloseTo(1, within(1e-14));
        assertThat(down.product()).isCloseTo(1, within(1e-14));
        double lambda = 1 - .81;
        assertThat(up.b() * up.b()).isCloseTo((lambda + Math.hypot(lambda, 2)) / 2, within(1e-14));
        assertThat(up.a() * up.a()).isCloseTo((-lambda + Math.hypot(lambda, 2)) / 2, within(1e-14));
    }

    @Test
    void keepsTheDigitsOfATargetMuchSmallerThanTheImbalance() {
        UnequalMode.Strengths end = new UnequalMode(3, .1, 1e-7).limit();
        assertThat(end.product()).isCloseTo(1e-7, within(1e-21));
        UnequalMode.Strengths exchanged = new UnequalMode(.1, 3, 1e-7).limit();
        assertThat(exchanged.product()).isCloseTo(1e-7, within(1e-21));
    }

    @Test
    void endsAtTheSaddleFromTheSeparatrix() {
        UnequalMode mode = new UnequalMode(.7, -.7, 2);
        assertThat(mode.onSeparatrix()).isTrue();
        assertThat(mode.halfTime()).isInfinite();
        assertThat(mode.limit()).isEqualTo(new UnequalMode.Strengths(0, 0));
        assertThat(mode.at(1e6).product()).isZero();
        assertThat(new UnequalMode(.7, .7, -2).onSeparatrix()).isTrue();
        assertThat(new UnequalMode(.7, -.7, -2).onSeparatrix()).isFalse();
    }

    @Test
    void decaysByAPowerLawWithoutATarget() {
        UnequalMode.Strengths balanced = new UnequalMode(.6, -.6, 0).at(5);
        assertThat(balanced.a()).isCloseTo(.6 / Math.sqrt(1 + 5 * .72), within(1e-15));
        assertThat(balanced.b()).isCloseTo(-balanced.a(), within(1e-15));
        assertThat(new UnequalMode(.6, -.6, 0).halfTime()).isNaN();
        assertThat(new UnequalMode(.6, .3, 0).limit().product()).isCloseTo(0, within(1e-15));
    }

    @Property(tries = 200)
    void movesByTheHyperbolicAngle(
            @ForAll @DoubleRange(min = .5, max = 2) double a0,
            @ForAll @DoubleRange(min = -.9, max = .9) double ratio,
            @ForAll @DoubleRange(min = .1, max = 2) double target,
            @ForAll @DoubleRange(min = 0, max = 3) double time) {
        double b0 = ratio * a0;
        UnequalMode mode = new UnequalMode(a0, b0, target);
        HyperbolicAngle angle = new HyperbolicAngle(-mode.imbalance(), target);
        double start = angle.angle(a0 * b0);
        double end = angle.after(start, time);
        assertThat(angle.strength(start)).isCloseTo(a0 * b0, within(1e-13));
        assertThat(angle.strength(end)).isCloseTo(mode.at(time).product(), within(1e-10));
        if (target - a0 * b0 > .01) assertThat(angle.time(start, end)).isCloseTo(time, within(1e-6));
    }
}
