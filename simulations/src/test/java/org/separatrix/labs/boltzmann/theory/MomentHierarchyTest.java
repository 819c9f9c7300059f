package org.separatrix.labs.boltzmann.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentHierarchyTest {
    private static double at(double[] m, int i, int j, int k) {
        return m[MomentHierarchy.index(i, j, k)];
    }

    @Test
    void theStationaryFourthMomentsAreTheKnownOnes() {
        double[] m = MomentHierarchy.maxwellian(1);
        MomentHierarchy.tagged(0.3, 1, 0.5, 1).advance(m, 200, 0.05);
        assertThat(at(m, 4, 0, 0)).isCloseTo(7.398910, within(1e-6));
        assertThat(at(m, 3, 1, 0)).isCloseTo(-2.503606, within(1e-6));
        assertThat(at(m, 2, 2, 0)).isCloseTo(2.238234, within(1e-6));
        assertThat(at(m, 0, 4, 0)).isCloseTo(3.532072, within(1e-6));
        assertThat(at(m, 0, 0, 4)).isCloseTo(3.431477, within(1e-6));
    }

    @Test
    void theSecondMomentsOfTheHierarchyAreTheClosedOnes() {
        double[] m = MomentHierarchy.maxwellian(0.5);
        MomentHierarchy.tagged(0.5, 1, 1.0 / 3, 0.5).advance(m, 7, 0.01);
        double[] p = SecondMoments.tagged(0.5, 1, Scattering.isotropic(1.0 / 3), 0.5)
                .after(new double[] {0.5, 0, 0.5, 0.5}, 7);
        assertThat(at(m, 2, 0, 0)).isCloseTo(p[0], within(1e-8));
        assertThat(at(m, 1, 1, 0)).isCloseTo(p[1], within(1e-8));
        assertThat(at(m, 0, 2, 0)).isCloseTo(p[2], within(1e-8));
        assertThat(at(m, 0, 0, 2)).isCloseTo(p[3], within(1e-8));
    }

    @Test
    void aBathAtRestKeepsItsMaxwellian() {
        double[] m = MomentHierarchy.maxwellian(1);
        double[] rate = new double[m.length];
        MomentHierarchy.tagged(0, 1, 0.3, 1).derivative(MomentHierarchy.maxwellian(7.0 / 3), rate);
        for (double x : rate) assertThat(x).isCloseTo(0, within(1e-12));
        MomentHierarchy.tagged(0, 1, 0.5, 1).derivative(m, rate);
        for (double x : rate) assertThat(x).isCloseTo(0, within(1e-13));
        MomentHierarchy.gas(0, 1).derivative(m, rate);
        for (double x : rate) assertThat(x).isCloseTo(0, within(1e-13));
    }

    @ParameterizedTest
    @CsvSource({"1, 10, 1.3644, 1e-4", "1, 20, 1.4165, 1e-4", "5, 10, 3.356, 1e-3", "5, 20, 4.516, 1e-3"})
    void theGasesScaledFourthMomentIsTheKnownOne(double shear, double time, double expected, double tolerance) {
        double[] m = MomentHierarchy.maxwellian(1);
        MomentHierarchy.gas(shear / 2, 1).advance(m, time, 0.01);
        assertThat(at(m, 2, 0, 0) + at(m, 0, 2, 0) + at(m, 0, 0, 2)).isCloseTo(3, within(1e-9));
        assertThat(MomentHierarchy.fourthPower(m) / 15).isCloseTo(expected, within(tolerance));
    }
}
