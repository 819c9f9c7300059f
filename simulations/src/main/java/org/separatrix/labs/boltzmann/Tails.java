package org.separatrix.labs.boltzmann;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.separatrix.lab.Facts.Fact;
import org.separatrix.lab.Facts.Light;
import org.separatrix.labs.boltzmann.theory.GrowthRate;
import org.separatrix.labs.boltzmann.theory.Scattering;
import org.separatrix.labs.boltzmann.theory.SelfHeating;

/**
 * What theory says of the far particles of Maxwell molecules under shear: the three thresholds, the tail, the growth of
 * each moment. Worked out when first asked for, and once; the thresholds, which take longest and depend on the masses
 * alone, once for all runs.
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
    private double[] growth;
    private final Map<Integer, Boolean> finite = new HashMap<>();
    private List<Fact> facts;
    private boolean solved;
    private double index;

    /** The shears, over nu, beyond which fourth moments, the energy and the stationary law are lost. */
    private record Thresholds(double fourth, double energy, double stationarity) {
        private static final Map<Scattering, Thresholds> KNOWN = new ConcurrentHashMap<>();

        static Thresholds of(Scattering scattering) {
            return KNOWN.computeIfAbsent(scattering, Thresholds::solve);
        }

        private static Thresholds solve(Scattering scattering) {
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
        this.gas = gas;
        this.shear = shear;
        this.scattering = scattering;
    }

    /** What is known at another shear. */
    Tails at(double shear) {
        return shear == this.shear ? this : new Tails(gas, shear, scattering);
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

    /** Whether tagged particles have a finite moment of an even degree in the end. */
    boolean finite(int degree) {
        return finite.computeIfAbsent(degree, p -> rate(p).at(p, shear) < 0);
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

    /** What the shear does to the moments, by theory. */
    List<Fact> facts() {
        if (facts == null) {
            var known = new ArrayList<Fact>();
            if (gas) gasFacts(known);
            else taggedFacts(known);
            known.add(Fact.of("tail_exact", "tail index p*, exact", index()));
            facts = List.copyOf(known);
        }
        return facts;
    }

    private void gasFacts(List<Fact> facts) {
        facts.add(Fact.of("a_star", "a* = K/ν₂", 2 * shear));
        facts.add(Fact.of("lambda_exact", "λ, exact", SelfHeating.growth(2 * shear)));
        double threshold = GrowthRate.gasFourthThreshold();
        facts.add(light(
                "fourth",
                "fourth moments in thermal units",
                2 * shear < threshold,
                "finite: a* is below %.4g",
                "infinite: a* is above %.4g",
                threshold));
    }

    private void taggedFacts(List<Fact> facts) {
        Thresholds thresholds = Thresholds.of(scattering);
        facts.add(light(
                "fourth",
                "fourth moments",
                shear < thresholds.fourth(),
                "finite: K/ν is below K₄ = %.4g",
                "infinite: K/ν is above K₄ = %.4g, errors of P have no meaning",
                thresholds.fourth()));
        facts.add(light(
                "energy",
                "energy",
                shear < thresholds.energy(),
                "finite: K/ν is below K₂ = %.4g",
                "grows for ever: K/ν is above K₂ = %.4g",
                thresholds.energy()));
        facts.add(light(
                "stationary",
                "stationary law",
                shear < thresholds.stationarity(),
                "there is one: K/ν is below K_L = %.4g",
                "there is none: K/ν is above K_L = %.4g",
                thresholds.stationarity()));
        facts.add(Fact.of(
                "growth_exact", "Λ(2)/ν, exact", scattering.spectrum(shear).leading()));
        facts.add(Fact.of("drift_exact", "growth of ln |v| over ν, exact", drift()));
    }

    /** The rate at which the median of ln |v| grows in the end, over nu: zero where there is a stationary law. */
    private double drift() {
        return shear < Thresholds.of(scattering).stationarity()
                ? 0
                : rate(HIGH_DEGREE).lyapunov(shear);
    }

    private static Fact light(String key, String label, boolean good, String below, String above, double threshold) {
        String words = String.format(Locale.ROOT, good ? below : above, threshold);
        return Fact.of(key, label, words, good ? Light.GOOD : Light.WARNING);
    }
}
