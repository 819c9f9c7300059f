package org.separatrix.labs.boltzmann;

import java.util.Arrays;
import org.separatrix.lab.Settings;
import org.separatrix.labs.boltzmann.theory.DeformedMoments;
import org.separatrix.labs.boltzmann.theory.MomentHierarchy;
import org.separatrix.labs.boltzmann.theory.Scattering;
import org.separatrix.labs.boltzmann.theory.SecondMoments;

/**
 * The exact moments beside a run of Maxwell molecules (gamma = 0), from its start or from the last change of a live
 * parameter. For other kernels there are none: every moment is NaN.
 */
final class ExactMoments {
    private static final double LONGEST_STEP = 0.01;
    private static final double[] SILENT = {Double.NaN, Double.NaN, Double.NaN, Double.NaN};

    private final boolean gas;
    private final boolean shearOnly;
    private final boolean known;
    private final Scattering scattering;
    private final double theta;
    private final double[] fourth;
    private double[] base;
    private double baseTime;
    private MomentHierarchy hierarchy;
    private double rate;
    private Deformation deformation;
    private final boolean thinning;

    /** @param start the second moments at the start in the order 11, 12, 22, 33; Maxwellian if they are isotropic */
    ExactMoments(Settings settings, Deformation deformation, double[] start) {
        this.deformation = deformation;
        gas = settings.get(Knobs.SYSTEM) == Knobs.System.GAS;
        shearOnly = settings.get(Knobs.FLOW) == Knobs.Flow.SHEAR;
        known = settings.get(Knobs.GAMMA) == 0;
        scattering = Scattering.ofMassRatio(settings.get(Knobs.MASS));
        theta = settings.get(Knobs.THETA);
        rate = settings.get(Knobs.RATE);
        thinning = gas || settings.get(Knobs.CO_MOVING);
        base = start.clone();
        boolean maxwellian = start[1] == 0 && start[0] == start[2] && start[0] == start[3];
        fourth = maxwellian && known && shearOnly ? MomentHierarchy.maxwellian(gas ? 1 : start[0]) : null;
        hierarchy = hierarchy();
    }

    /** The second moments in the order 11, 12, 22, 33. */
    double[] stress(double time) {
        if (!known) return SILENT.clone();
        if (shearOnly) return second().after(base, time - baseTime);
        double[] full = {base[0], base[1], 0, base[1], base[2], 0, 0, 0, base[3]};
        double[] p = deformed().after(full, baseTime, time, LONGEST_STEP);
        return new double[] {p[0], p[1], p[4], p[8]};
    }

    private SecondMoments second() {
        double shear = deformation.l0()[1];
        return gas ? SecondMoments.gas(shear, rate) : SecondMoments.tagged(shear, rate, scattering, theta);
    }

    private DeformedMoments deformed() {
        Deformation flow = deformation;
        double nu = rate;
        boolean thins = thinning;
        return new DeformedMoments(
                flow::gradient,
                t -> thins ? nu / flow.volume(t) : nu,
                gas ? 0.5 : scattering.decay(),
                gas ? 1.0 / 6 : scattering.spreading(),
                gas ? 0 : scattering.heating() * theta);
    }

    /** The kurtosis of v1, of v2 and of |v|, each one for a Maxwellian. */
    double[] kurtosis() {
        if (fourth == null) return Arrays.copyOf(SILENT, 3);
        double p11 = fourth[MomentHierarchy.index(2, 0, 0)];
        double p22 = fourth[MomentHierarchy.index(0, 2, 0)];
        double p33 = fourth[MomentHierarchy.index(0, 0, 2)];
        double pressure = (p11 + p22 + p33) / 3;
        return new double[] {
            fourth[MomentHierarchy.index(4, 0, 0)] / (3 * p11 * p11),
            fourth[MomentHierarchy.index(0, 4, 0)] / (3 * p22 * p22),
            MomentHierarchy.fourthPower(fourth) / (15 * pressure * pressure)
        };
    }

    /** Moves on with the run; step by step, so that looking at it changes nothing. */
    void advance(double dt) {
        if (fourth != null) hierarchy.advance(fourth, dt, 2 * LONGEST_STEP);
    }

    private MomentHierarchy hierarchy() {
        double shear = deformation.l0()[1];
        return gas ? MomentHierarchy.gas(shear, rate) : MomentHierarchy.tagged(shear, rate, scattering.mu1(), theta);
    }

    /** Goes on from here with another shear or rate. */
    void change(double time, Deformation deformation, double rate) {
        base = stress(time);
        baseTime = time;
        this.deformation = deformation;
        this.rate = rate;
        hierarchy = hierarchy();
    }
}
