package org.separatrix.labs.boltzmann;

import java.util.Arrays;
import org.separatrix.labs.boltzmann.theory.FixedStep;
import org.separatrix.labs.boltzmann.theory.Scattering;
import org.separatrix.labs.boltzmann.theory.SelfHeating;

/**
 * The growth rates of the second moments of Maxwell molecules under shear, exact and of the scheme.
 *
 * @param gas whether the particles collide with each other, rather than with a bath
 */
record MomentRates(boolean gas, Scattering scattering, double theta) {
    private static final double STRONGEST = 4;
    private static final int POINTS = 201;

    /** The four of the parity sector, descending; those of 13 and 23 are the other two. */
    double[] at(double shear, double rate) {
        if (gas) return gasRates(shear, rate);
        double[] rates = Arrays.copyOf(scattering.spectrum(shear / rate).realParts(), 4);
        for (int i = 0; i < rates.length; i++) rates[i] *= rate;
        return rates;
    }

    /** Lambda, a complex pair, and the relaxation of P22 - P33. */
    private static double[] gasRates(double shear, double rate) {
        double relaxation = rate / 2;
        double lambda = SelfHeating.growth(shear / relaxation);
        double pair = -(2 + lambda) / 2;
        double[] rates = {lambda * relaxation, pair * relaxation, pair * relaxation, -relaxation};
        Arrays.sort(rates);
        return new double[] {rates[3], rates[2], rates[1], rates[0]};
    }

    /** Those of the scheme in steps of dt. */
    double[] ofScheme(double shear, double rate, double dt, int order) {
        FixedStep scheme =
                gas ? FixedStep.gas(shear, rate, dt) : FixedStep.tagged(shear, rate, scattering, theta, dt, order);
        return scheme.growthRates();
    }

    /** The n-th of them, from zero, against K/nu, in units of nu, as points of the plane. */
    double[] branch(int n) {
        double[] points = new double[2 * POINTS];
        for (int i = 0; i < POINTS; i++) {
            points[2 * i] = STRONGEST * i / (POINTS - 1);
            points[2 * i + 1] = at(points[2 * i], 1)[n];
        }
        return points;
    }

    /** The shear K/nu at which the leading one crosses zero, as a point; none for a gas, which always heats. */
    double[] threshold() {
        return gas ? new double[0] : new double[] {scattering.energyThreshold(), 0};
    }
}
