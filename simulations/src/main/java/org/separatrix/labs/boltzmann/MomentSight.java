package org.separatrix.labs.boltzmann;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.separatrix.lab.Curves;
import org.separatrix.lab.Facts.Fact;
import org.separatrix.lab.SnapshotBuilder;
import org.separatrix.labs.boltzmann.theory.GaussianEntropy;

/** The moments against time: stress, temperature, viscosity, anisotropy, kurtosis, with what is known of them exactly. */
record MomentSight(View view) implements Sight {
    private static final Statistics.Quantity[] STRESS = IntStream.range(0, 4)
            .<Statistics.Quantity>mapToObj(i -> means -> means[i])
            .toArray(Statistics.Quantity[]::new);

    private static final Statistics.Quantity[] KURTOSIS = {
        means -> means[4] / (3 * means[0] * means[0]),
        means -> means[5] / (3 * means[2] * means[2]),
        means -> means[6] / (15 * pressure(means) * pressure(means))
    };

    /** The second moments in the order 11, 12, 22, 33 are enough. */
    private static double pressure(double[] means) {
        return (means[0] + means[2] + means[3]) / 3;
    }

    @Override
    public void observe(Scene scene, SnapshotBuilder out, List<Fact> facts) {
        Errors known = Errors.of(scene, view);
        double[] theory = scene.exact().stress(scene.time());
        stress(scene, out, theory, known.second());
        temperature(scene, out, theory, known.second());
        transport(scene, out, theory, known.second());
        double[] kurtosis = finite(scene.statistics().values(KURTOSIS));
        double[] errors = known.fourth() ? scene.statistics().errors(KURTOSIS) : Curves.Values.silent(3);
        out.put(view.kurtosis(), new Curves.Values(kurtosis, scene.exact().kurtosis(), errors));
        if (out.detailed()) say(scene, facts);
    }

    /** Whether second and fourth moments have standard errors: of independent particles, where twice as high ones exist. */
    private record Errors(boolean second, boolean fourth) {
        static Errors of(Scene scene, View view) {
            if (scene.gas() || scene.gamma() < 0) return new Errors(false, false);
            if (!view.maxwell()) return new Errors(true, true);
            return new Errors(scene.tails().finite(4), scene.tails().finite(8));
        }
    }

    private void stress(Scene scene, SnapshotBuilder out, double[] theory, boolean known) {
        double[] shown = scene.statistics().stress();
        double[] exact = theory.clone();
        if (scene.gas()) {
            double pressure = pressure(shown);
            double exactPressure = pressure(exact);
            for (int i = 0; i < 4; i++) {
                shown[i] /= pressure;
                exact[i] /= exactPressure;
            }
        }
        double[] errors = known ? scene.statistics().errors(STRESS) : Curves.Values.silent(4);
        out.put(view.stress(), new Curves.Values(finite(shown), exact, errors));
    }

    private void temperature(Scene scene, SnapshotBuilder out, double[] theory, boolean known) {
        double square = scene.scale() * scene.scale();
        double error = known ? scene.statistics().errors(MomentSight::pressure)[0] : Double.NaN;
        out.put(
                view.temperature(),
                new Curves.Values(
                        finite(scene.pressure() * square, scene.bulk() * square),
                        finite(pressure(theory), Double.NaN),
                        new double[] {error, Double.NaN}));
    }

    private void transport(Scene scene, SnapshotBuilder out, double[] theory, boolean known) {
        double shear = scene.shear();
        Statistics.Quantity[] ratios = {
            p -> -p[1] / (shear * pressure(p)), p -> (p[0] - p[2]) / (3 * pressure(p)),
        };
        double[] exact =
                Arrays.stream(ratios).mapToDouble(ratio -> ratio.of(theory)).toArray();
        double[] errors = known ? scene.statistics().errors(ratios) : Curves.Values.silent(2);
        out.put(
                view.transport(),
                new Curves.Values(finite(scene.statistics().values(ratios)), finite(exact), finite(errors)));
    }

    private static void say(Scene scene, List<Fact> facts) {
        double[] p = scene.statistics().stress();
        facts.add(Fact.of("anisotropy", "P₁₁/P₂₂", p[0] / p[2]));
        if (!scene.gas())
            facts.add(Fact.of(
                    "entropy",
                    "relative entropy to equilibrium, at least",
                    GaussianEntropy.of(p, scene.equilibrium())));
    }

    private static double[] finite(double... values) {
        return Arrays.stream(values)
                .map(x -> Double.isFinite(x) ? x : Double.NaN)
                .toArray();
    }
}
