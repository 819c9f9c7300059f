package org.separatrix.labs.boltzmann;

import java.util.List;
import org.separatrix.lab.Cloud;
import org.separatrix.lab.Facts.Fact;
import org.separatrix.lab.Facts.Light;
import org.separatrix.lab.SnapshotBuilder;

/** The far particles: their tail, and which moments it leaves finite, as measured and beside the exact thresholds. */
final class TailSight implements Sight {
    private static final int POINTS = 160;
    private static final int FEWEST = 30;
    private static final int SHARE = 1000;

    /** So many steps lie between two looks at the bulk, which take about as long as a step. */
    private static final int STEPS_BETWEEN_LOOKS = 8;

    private final View view;
    private final History drift = new History();
    private long steps;

    TailSight(View view) {
        this.view = view;
    }

    @Override
    public void advance(Scene scene) {
        if (!view.maxwell() || scene.gas() || steps++ % STEPS_BETWEEN_LOOKS != 0) return;
        scene.speeds().measure();
        drift.add(scene.time(), Math.log(scene.speeds().median(Speeds.Quantity.SPEED)));
    }

    @Override
    public void observe(Scene scene, SnapshotBuilder out, List<Fact> facts) {
        if (!out.detailed()) return;
        int count = scene.velocities().count();
        double[] fastest = scene.speeds().fastest(Math.max(FEWEST, 3 * count / SHARE));
        out.put(view.tail(), new Cloud.Values(List.of(ranks(fastest, count), powerLaw(scene, fastest))));
        if (view.maxwell()) facts.addAll(scene.tails().facts());
        int k = Math.max(1, count / SHARE);
        double hill = Speeds.hill(fastest, k);
        facts.add(Fact.of("hill_third", "tail index, Hill, k/3", Speeds.hill(fastest, Math.max(1, k / 3))));
        facts.add(Fact.of("hill", "tail index, Hill, k = N/1000", hill));
        facts.add(Fact.of("hill_error", "its standard error", hill / Math.sqrt(k)));
        facts.add(Fact.of("hill_triple", "tail index, Hill, 3k", Speeds.hill(fastest, fastest.length - 1)));
        if (view.maxwell() && !scene.gas()) judge(scene, hill, hill / Math.sqrt(k), facts);
    }

    /** What the particles themselves say of the three thresholds. */
    private void judge(Scene scene, double hill, double error, List<Fact> facts) {
        facts.add(verdict("fourth_measured", "fourth moments, by the measured tail", 4, hill, error));
        facts.add(verdict("energy_measured", "energy, by the measured tail", 2, hill, error));
        History.Slope slope = drift.slope(scene.time() / 2);
        facts.add(
                Fact.of("drift", "growth of ln |v| over ν, measured over the last half", slope.value() / scene.rate()));
        facts.add(Fact.of("drift_error", "its error, were the residuals independent", slope.error() / scene.rate()));
    }

    private static Fact verdict(String key, String label, int degree, double hill, double error) {
        if (Math.abs(hill - degree) < 2 * error)
            return Fact.of(key, label, "open: the index is within two errors of " + degree, Light.NONE);
        return hill > degree
                ? Fact.of(key, label, "finite: the index is above " + degree, Light.GOOD)
                : Fact.of(key, label, "infinite: the index is below " + degree, Light.WARNING);
    }

    private static double[] ranks(double[] fastest, int count) {
        int shown = Math.min(POINTS, fastest.length);
        double[] points = new double[2 * shown];
        for (int i = 0; i < shown; i++) {
            int rank = (int) Math.round(Math.pow(fastest.length, (i + 1.0) / shown));
            points[2 * i] = fastest[rank - 1];
            points[2 * i + 1] = (double) rank / count;
        }
        return points;
    }

    /** The power law of the exact index through the slowest of the fast particles. */
    private double[] powerLaw(Scene scene, double[] fastest) {
        double index = view.maxwell() ? scene.tails().index() : Double.NaN;
        if (Double.isNaN(index)) return new double[0];
        double slowest = fastest[fastest.length - 1];
        double share = (double) fastest.length / scene.velocities().count();
        double[] points = new double[2 * POINTS];
        for (int i = 0; i < POINTS; i++) {
            points[2 * i] = slowest * Math.pow(fastest[0] / slowest, i / (POINTS - 1.0));
            points[2 * i + 1] = share * Math.pow(points[2 * i] / slowest, -index);
        }
        return points;
    }
}
