package org.separatrix.labs.boltzmann;

import java.util.ArrayList;
import java.util.List;
import org.separatrix.lab.Facts.Fact;
import org.separatrix.lab.Facts.Light;
import org.separatrix.labs.boltzmann.theory.GrowthRate;
import org.separatrix.labs.boltzmann.theory.Scattering;
import org.separatrix.labs.boltzmann.theory.SelfHeating;

/**
 * What theory says of the far particles of Maxwell molecules under shear: the three thresholds, the tail, the growth of
 * each moment. Worked out when first asked for, and once: a threshold takes a tenth of a second.
 */
final class Tails {
    private static final int DEGREE = 40;

    /** Enough for the strong shears at which 40 is not. */
    private static final int HIGH_DEGREE = 60;

    private static final double STRONG = 2;
    private static final double HIGHEST = 6;
    private static final int POINTS = 61;

    private final boolean gas;
    private final double shear;
    private final Scattering scattering;
    private Thresholds thresholds;
    private double[] growth;
    private boolean solved;
    private double index;

    /** The shears, over nu, beyond which fourth moments, the energy and the stationary law are lost. */
    private record Thresholds(double fourth, double energy, double stationarity) {
        static Thresholds of(Scattering scattering) {
            return new Thresholds(
                    rate(false, scattering, 4).threshold(4),
                    scattering.energyThreshold(),
                    rate(false, scattering, HIGH_DEGREE).stationarityThreshold());
        }
    }

    /**
     * What is known at a shear.
     *
     * @param shear K/nu
     */
    Tails(boolean gas, double shear, Scattering scattering) {
        this(gas, shear, scattering, null);
    }

    private Tails(boolean gas, double shear, Scattering scattering, Thresholds thresholds) {
        this.gas = gas;
        this.shear = shear;
        this.scattering = scattering;
        this.thresholds = thresholds;
    }

    /** What is known at another shear; thresholds are the same. */
    Tails at(double shear) {
        return shear == this.shear ? this : new Tails(gas, shear, scattering, thresholds);
    }

    private static GrowthRate rate(boolean gas, Scattering scattering, int degree) {
        return new GrowthRate(degree, scattering.mu1(), gas ? 2 : 1);
    }

    private GrowthRate rate(int degree) {
        return rate(gas, scattering, degree);
    }

    private int degree() {
        return shear > STRONG ? HIGH_DEGREE : DEGREE;
    }

    /** p*, beyond which the moments are infinite: of the stationary law, or of a gas in thermal units. */
    double index() {
        if (!solved) index = solveIndex();
        solved = true;
        return index;
    }

    private double solveIndex() {
        if (shear == 0) return Double.NaN;
        return gas ? GrowthRate.gasTail(2 * shear, degree()) : rate(degree()).tail(shear);
    }

    /** Whether standard errors of second moments have a meaning. */
    boolean fourthMomentsFinite() {
        return gas || rate(4).at(4, shear) < 0;
    }

    /** Lambda(p)/nu at even p, as points of the plane. */
    double[] growth() {
        if (growth == null) growth = sampleGrowth();
        return growth.clone();
    }

    private double[] sampleGrowth() {
        double[] points = new double[2 * POINTS];
        GrowthRate rate = rate(24);
        for (int i = 0; i < POINTS; i++) {
            points[2 * i] = HIGHEST * i / (POINTS - 1);
            points[2 * i + 1] = rate.at(points[2 * i], shear);
        }
        return points;
    }

    List<Fact> facts() {
        var facts = new ArrayList<Fact>();
        if (gas) {
            double threshold = GrowthRate.gasFourthThreshold();
            facts.add(Fact.of("a_star", "a* = K/ν₂", 2 * shear));
            facts.add(Fact.of("lambda_exact", "λ, exact", SelfHeating.growth(2 * shear)));
            facts.add(light(
                    "fourth",
                    "fourth moments in thermal units",
                    2 * shear < threshold,
                    "finite: a* is below %.4g",
                    "infinite: a* is above %.4g",
                    threshold));
        } else {
            if (thresholds == null) thresholds = Thresholds.of(scattering);
            double four = thresholds.fourth();
            double two = thresholds.energy();
            double last = thresholds.stationarity();
            facts.add(light(
                    "fourth",
                    "fourth moments",
                    shear < four,
                    "finite: K/ν is below K₄ = %.4g",
                    "infinite: K/ν is above K₄ = %.4g, errors of P have no meaning",
                    four));
            facts.add(light(
                    "energy",
                    "energy",
                    shear < two,
                    "finite: K/ν is below K₂ = %.4g",
                    "grows for ever: K/ν is above K₂ = %.4g",
                    two));
            facts.add(light(
                    "stationary",
                    "stationary law",
                    shear < last,
                    "there is one: K/ν is below K_L = %.4g",
                    "there is none: K/ν is above K_L = %.4g",
                    last));
            facts.add(Fact.of(
                    "growth_exact", "Λ(2)/ν, exact", scattering.spectrum(shear).leading()));
        }
        facts.add(Fact.of("tail_exact", "tail index p*, exact", index()));
        return facts;
    }

    private static Fact light(String key, String label, boolean good, String below, String above, double threshold) {
        String words = String.format(java.util.Locale.ROOT, good ? below : above, threshold);
        return Fact.of(key, label, words, good ? Light.GOOD : Light.WARNING);
    }
}
