package org.separatrix.labs.deeplinear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.separatrix.compute.Crew;
import org.separatrix.compute.Kernels;
import org.separatrix.compute.Matrix;
import org.separatrix.compute.Selection;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Curves;
import org.separatrix.lab.Data;
import org.separatrix.lab.Event;
import org.separatrix.lab.Experiment;
import org.separatrix.lab.Facts;
import org.separatrix.lab.Facts.Fact;
import org.separatrix.lab.Facts.Light;
import org.separatrix.lab.Landscape;
import org.separatrix.lab.Line;
import org.separatrix.lab.Settings;
import org.separatrix.lab.SnapshotBuilder;
import org.separatrix.lab.Spectrum;
import org.separatrix.lab.Status;
import org.separatrix.labs.deeplinear.theory.Curvature;
import org.separatrix.labs.deeplinear.theory.FussCatalan;

/** Networks of whole weight matrices that learn the same task side by side. */
final class NetworkExperiment implements Experiment {
    /** Multiplications in a forward sweep below which the threads' meeting costs more than they save. */
    private static final long LARGE_SWEEP = 1 << 17;

    private final NetworkView view;
    private final NetworkTask task;
    private final List<Member> members = new ArrayList<>();
    private final Selection selection;
    private final double sharpness;
    private final Line law;
    private final long seed;
    private final boolean rivalled;
    private double eta;
    private double rivalEta;
    private double time;

    NetworkExperiment(Settings settings, Data data, Compute compute) {
        view = NetworkView.of(settings);
        task = NetworkTask.of(settings, data);
        selection = Kernels.of(compute);
        Crew crew = selection.crew().sharing(worthSharing());
        eta = settings.get(Knobs.ETA);
        rivalEta = settings.get(Knobs.RIVAL_ETA);
        Knobs.Weights kind = settings.get(Knobs.WEIGHTS);
        List<Double> lambdas = kind == Knobs.Weights.BALANCED ? settings.get(Knobs.LAMBDA) : List.of(0.0);
        for (double lambda : lambdas)
            members.add(new Member(task, task.weights(settings, data, kind, lambda), settings, crew));
        rivalled = lambdas.size() == 1 && settings.get(Knobs.RIVAL) != Knobs.Rival.NONE;
        if (rivalled) {
            List<Matrix> weights =
                    task.weights(settings, Data.NONE, settings.get(Knobs.RIVAL).weights(), 0);
            members.add(new Member(task, weights, settings, crew));
        }
        sharpness = sharpness();
        law = law(settings);
        seed = settings.seed();
    }

    /** Whether a step is long enough for threads to meet in it. */
    private boolean worthSharing() {
        return IntStream.range(1, task.widths().length)
                        .mapToLong(l -> (long) task.widths()[0] * task.widths()[l - 1] * task.widths()[l])
                        .sum()
                > LARGE_SWEEP;
    }

    /** The sharpness of the minimum that the first network ends in, or of the balanced one where it has more layers. */
    private double sharpness() {
        double[] s = task.target().s();
        double[] kappa = task.variances() == null ? ones(task.widths()[0]) : task.variances();
        int depth = task.widths().length - 1;
        if (depth == 2 && task.white())
            return Curvature.sharpness(members.get(0).imbalance().lambda(), s[0]);
        double[] u =
                IntStream.range(0, s.length).mapToDouble(k -> s[k] / kappa[k]).toArray();
        double[] eigenvalues = Curvature.deep(depth, u, kappa, task.widths()[depth]);
        return eigenvalues[eigenvalues.length - 1];
    }

    private static double[] ones(int count) {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** The law of the initial product's singular values, where the layers are large, square and Gaussian. */
    private Line law(Settings settings) {
        boolean square = Arrays.stream(task.widths()).distinct().count() == 1;
        Knobs.Weights kind = settings.get(Knobs.WEIGHTS);
        double gain = switch (kind) {
            case SCALED -> settings.get(Knobs.GAIN);
            case GAUSSIAN -> settings.get(Knobs.SIGMA) * Math.sqrt(task.widths()[0]);
            default -> Double.NaN;
        };
        int depth = task.widths().length - 1;
        if (!square || Double.isNaN(gain) || depth > 10) return null;
        FussCatalan products = new FussCatalan(depth);
        int points = 200;
        double[] x = new double[points];
        double[] y = new double[points];
        double scale = Math.pow(gain, depth);
        double edge = Math.sqrt(products.edge());
        for (int i = 0; i < points; i++) {
            double sigma = edge * (i + 0.5) / points;
            x[i] = sigma * scale;
            y[i] = products.singularValueDensity(sigma) / scale;
        }
        return new Line("law of the start", Line.Role.THEORY, x, y);
    }

    @Override
    public double time() {
        return time;
    }

    @Override
    public void advance() {
        // Networks with steps of their own are compared step by step.
        double tick = rivalled ? 1 : eta;
        for (int i = 0; i < members.size(); i++)
            members.get(i).advance(rivalled && i == 1 ? rivalEta : eta, time, tick);
        time += tick;
    }

    @Override
    public void observe(SnapshotBuilder out) {
        Member first = members.get(0);
        Exact.State[] theory = members.stream().map(Member::theory).toArray(Exact.State[]::new);
        out.put(view.loss(), curve(Member::excessLoss, theory, Exact.State::excessLoss));
        double[] silent = Curves.Values.silent(view.modes().series().size());
        out.put(
                view.modes(),
                new Curves.Values(first.modes(), theory[0] == null ? silent : fitted(theory[0].strengths())));
        boolean pair = task.widths().length == 3;
        if (pair) out.put(view.kernel(), curve(Member::kernelDistance, theory, Exact.State::kernelDistance));
        if (pair) out.put(view.drift(), curve(Member::imbalanceDrift, theory, state -> Double.NaN));
        events(out);
        if (!out.detailed()) return;
        out.put(
                view.product(),
                new Spectrum.Values(
                        List.of(first.productSpectrum()),
                        List.of(theory[0] == null ? new double[0] : theory[0].product()),
                        Arrays.asList(law)));
        if (task.widths().length > 2) out.put(view.layers(), layers(first, theory[0]));
        if (pair) out.put(view.kernelSpectrum(), kernelSpectrum(first));
        out.put(view.now(), new Facts.Values(facts(theory)));
    }

    private interface Measure<T> {
        double of(T subject);
    }

    private Curves.Values curve(Measure<Member> measure, Exact.State[] theory, Measure<Exact.State> predicted) {
        double[] simulated = new double[members.size()];
        double[] exact = new double[members.size()];
        for (int i = 0; i < simulated.length; i++) {
            simulated[i] = measure.of(members.get(i));
            exact[i] = theory[i] == null ? Double.NaN : predicted.of(theory[i]);
        }
        return new Curves.Values(simulated, exact);
    }

    /** The theory's modes, in as many places as the task has; a bottleneck never learns the others. */
    private double[] fitted(double[] strengths) {
        return Arrays.copyOf(strengths, view.modes().series().size());
    }

    private void events(SnapshotBuilder out) {
        double[] learned = members.get(0).learned();
        IntStream.range(0, learned.length)
                .filter(k -> !Double.isNaN(learned[k]))
                .boxed()
                .sorted((i, j) -> Double.compare(learned[i], learned[j]))
                .forEach(k -> out.event(new Event(learned[k], "half_u" + (k + 1), "u" + NetworkView.subscript(k + 1))));
    }

    private Spectrum.Values layers(Member member, Exact.State theory) {
        List<Integer> shown = NetworkView.shownLayers(task.widths().length - 1);
        List<double[]> simulated = shown.stream().map(member::layerSpectrum).toList();
        List<double[]> exact = shown.stream()
                .map(l -> theory == null || theory.layers().isEmpty()
                        ? new double[0]
                        : theory.layers().get(l - 1))
                .toList();
        return new Spectrum.Values(simulated, exact, Arrays.asList(new Line[shown.size()]));
    }

    private Spectrum.Values kernelSpectrum(Member member) {
        double[] exact = member.pair() == null ? new double[0] : member.pair().kernelEigenvalues(member.time());
        return new Spectrum.Values(
                List.of(Spectrum.descending(member.kernel().eigenvalues())),
                List.of(exact),
                Arrays.asList(new Line[1]));
    }

    private List<Fact> facts(Exact.State[] theory) {
        var facts = new ArrayList<Fact>();
        for (int i = 0; i < members.size(); i++) {
            facts.add(Fact.of(
                    view.loss().series().get(i).key(),
                    members.size() == 1
                            ? "excess loss"
                            : view.loss().series().get(i).label(),
                    members.get(i).excessLoss()));
        }
        facts.add(trust(members.get(0)));
        facts.add(new Fact(
                "stability",
                "η · sharpness",
                eta * sharpness,
                eta * sharpness < 2 ? "" : "beyond 2 the minimum is unstable",
                eta * sharpness < 2 ? Light.GOOD : Light.BAD));
        ExactPair pair = members.get(0).pair();
        if (pair != null) {
            facts.add(
                    Fact.of("lambda", "imbalance λ", members.get(0).imbalance().lambda()));
            facts.add(Fact.of("final_kernel_distance", "D at the end", pair.finalKernelDistance()));
            if (pair.obstructed())
                facts.add(Fact.of(
                        "obstruction", "determinants", "opposite signs: the flow stops at a saddle", Light.WARNING));
            else if (!pair.reachesMinimum())
                facts.add(Fact.of("obstruction", "start", "a growing direction is missing", Light.WARNING));
        }
        return facts;
    }

    private static Fact trust(Member member) {
        if (!member.hasTheory()) return Fact.of("theory", "theory", "none for these weights", Light.WARNING);
        if (member.pair() == null) return Fact.of("theory", "theory", "exact", Light.GOOD);
        return switch (member.imbalance().validity()) {
            case EXACT -> Fact.of("theory", "theory", "exact", Light.GOOD);
            case GOOD -> Fact.of("theory", "theory", "good: nearly balanced", Light.GOOD);
            case INDICATIVE -> Fact.of("theory", "theory", "indicative: not balanced", Light.WARNING);
            case HIDDEN -> Fact.of("theory", "theory", "none: far from balanced", Light.WARNING);
        };
    }

    @Override
    public Status status() {
        for (Member member : members) {
            if (!member.sane())
                return new Status.Diverged(String.format(
                        Locale.ROOT,
                        "the loss left every bound: the step size η = %.4g is too large, a balanced minimum is stable"
                                + " below 2/sharpness = %.4g",
                        eta,
                        2 / sharpness));
        }
        return members.stream().allMatch(Member::done)
                ? new Status.Converged("nothing is left to learn in double precision")
                : Status.RUNNING;
    }

    @Override
    public void change(Settings settings) {
        eta = settings.get(Knobs.ETA);
        rivalEta = settings.get(Knobs.RIVAL_ETA);
    }

    @Override
    public List<Landscape> landscapes() {
        return new NetworkLandscapes(task, seed, members.getFirst().path()).all();
    }

    @Override
    public void close() {
        selection.close();
    }
}
