package org.separatrix.labs.grokking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
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
import org.separatrix.labs.grokking.theory.KernelAlignment;
import org.separatrix.labs.grokking.theory.LazyCourse;
import org.separatrix.labs.grokking.theory.LossCourse;
import org.separatrix.labs.grokking.theory.MarchenkoPastur;
import org.separatrix.labs.grokking.theory.MeanField;
import org.separatrix.labs.grokking.theory.MeanFieldCourse;
import org.separatrix.labs.grokking.theory.Moments;
import org.separatrix.labs.grokking.theory.PopulationLoss;
import org.separatrix.labs.grokking.theory.Problem;
import org.separatrix.labs.grokking.theory.TangentKernel;
import org.separatrix.labs.grokking.theory.WidthFreeHessian;

/** A network with a quadratic activation that learns a quadratic teacher (Kumar et al. 2024). */
final class QuadraticExperiment implements Experiment {
    /** Beyond so many samples the lazy theory costs more than the run. */
    private static final int LAZY_SAMPLES = 1200;

    /** Multiplications in a step below which the threads' meeting costs more than they save. */
    private static final long LARGE_STEP = 1 << 20;

    /** Up to so many samples a look at their kernel costs little, so that every observation has its own. */
    private static final int SMALL_KERNEL = 256;

    /** Beyond so many a look costs more than many steps. */
    private static final int LARGE_KERNEL = 1000;

    private static final int LOOKS = 16;
    private static final int DEAR_LOOKS = 4;
    private static final double FAR = 1e6;
    private static final double LEARNED = 1e-26;

    private final QuadraticView view;
    private final Selection selection;
    private final QuadraticTask task;
    private final Problem problem;
    private final Descent descent;
    private final double eta0;
    private final StepLimits limits;
    private final boolean curvature;

    /** Null where there are too many samples. */
    private final LazyTheory lazy;

    /** Null where none is asked for. */
    private final LossCourse overlay;

    private final double nullTrain;
    private final double nullTest;
    private final Fall fitted;
    private final Fall grokked;
    private final Looks<Spectra> spectra;
    private final Looks<HessianSpectra> hessian;

    /** Null where no landscape is wanted. */
    private final WeightPath path;

    private final long seed;
    private long steps;

    QuadraticExperiment(Settings settings, Data data, Compute compute) {
        view = QuadraticView.of(settings);
        task = QuadraticTask.of(settings, data);
        problem = task.problem();
        seed = settings.seed();
        curvature = settings.get(Knobs.CURVATURE);
        nullTrain = Problem.meanSquare(problem.targets());
        nullTest = problem.nullLoss();
        fitted = new Fall(settings.get(Knobs.THRESHOLD) * nullTrain);
        grokked = new Fall(settings.get(Knobs.THRESHOLD) * nullTest);
        var kernel = new TangentKernel(problem, task.start());
        Matrix products = problem.inputs().transposedTimes(problem.inputs());
        Matrix startGram = kernel.gram(products);
        limits = StepLimits.of(problem, startGram);
        eta0 = settings.get(Knobs.STEP) == Knobs.Step.SAFE ? limits.safe() : settings.get(Knobs.ETA0);
        lazy = problem.samples() <= LAZY_SAMPLES ? new LazyTheory(() -> new LazyCourse(kernel, eta0)) : null;
        selection = Kernels.of(compute);
        Crew crew = selection.crew().sharing(worthSharing());
        descent = descent(settings, crew);
        overlay = overlay(settings, crew);
        path = settings.get(Knobs.PATH) ? new WeightPath(task, descent) : null;
        boolean whole = settings.get(Knobs.KERNEL);
        spectra = new Looks<>(
                largeKernel() ? DEAR_LOOKS : LOOKS,
                problem.dimension(),
                (now, _) -> Spectra.of(problem, now, products, startGram, whole));
        hessian = new Looks<>(DEAR_LOOKS, problem.dimension(), this::hessian);
    }

    private boolean worthSharing() {
        return (long) problem.dimension() * problem.dimension() * problem.samples() > LARGE_STEP;
    }

    private boolean largeKernel() {
        return problem.samples() > LARGE_KERNEL;
    }

    private Descent descent(Settings settings, Crew crew) {
        if (settings.get(Knobs.MODE) == Knobs.Mode.DIRECT) return new DirectDescent(task, eta0, crew);
        Samples samples = settings.get(Knobs.PRECISION) == Knobs.Precision.SINGLE
                ? new SingleSamples(problem)
                : new DoubleSamples(problem);
        Forces forces = new SampleForces(task, samples, crew);
        return new ReducedDescent(problem, task.start(), eta0, forces, crew);
    }

    private LossCourse overlay(Settings settings, Crew crew) {
        return switch (settings.get(Knobs.OVERLAY)) {
            case NONE -> null;
            case INFINITE_DATA -> new InfiniteData(problem, task.start(), eta0, crew);
            case MEAN_FIELD ->
                new MeanFieldCourse(new MeanField.Setting(
                        (double) problem.samples() / problem.dimension(),
                        2 * eta0 / problem.samples(),
                        problem.alpha(),
                        problem.eps(),
                        1.0 / problem.dimension(),
                        settings.get(Knobs.INFINITE) ? 0 : 1.0 / settings.size(Knobs.WIDTH),
                        problem.centred()));
        };
    }

    private HessianSpectra hessian(Moments now, long step) {
        double[] errors = problem.error(now, task.start()).at(problem.inputs());
        return HessianSpectra.of(WidthFreeHessian.of(problem, now, errors), seed, step);
    }

    @Override
    public double time() {
        return steps * eta0;
    }

    @Override
    public void advance() {
        double now = time();
        keep();
        if (!fitted.passed()) fitted.look(now, descent.trainLoss());
        if (!grokked.passed() || lazy != null && lazy.due(steps)) {
            double test = population().total();
            grokked.look(now, test);
            if (lazy != null) lazy.keep(steps, test);
        }
        descent.advance();
        if (overlay != null) overlay.advance();
        steps++;
        if (path != null) path.look(steps);
    }

    private void keep() {
        spectra.keep(steps, descent);
        if (curvature) hessian.keep(steps, descent);
    }

    private PopulationLoss population() {
        return problem.population(descent.mean(), descent.second(), task.start());
    }

    @Override
    public void observe(SnapshotBuilder out) {
        events(out);
        if (!out.curves()) return;
        keep();
        PopulationLoss test = population();
        losses(out, descent.trainLoss(), test.total());
        out.put(view.terms(), Curves.Values.of(test.scale(), test.misalignment(), test.linear()));
        Spectra seen = problem.samples() <= SMALL_KERNEL ? spectra.anew(steps, descent) : spectra.latest();
        double stability = eta0 * seen.largest() / problem.samples();
        weights(out, seen);
        kernel(out, seen.alignment());
        out.put(view.stability(), Curves.Values.of(stability, 1));
        if (curvature) curvature(out);
        if (!out.detailed()) return;
        out.put(view.second(), spectrum(bulk(), seen.second()));
        if (seen.kernel().length > 0) out.put(view.kernelSpectrum(), spectrum(null, seen.kernel()));
        out.put(view.now(), new Facts.Values(facts(test, stability, seen.overlap())));
    }

    private void losses(SnapshotBuilder out, double train, double test) {
        var values = DoubleStream.builder()
                .add(train)
                .add(test)
                .add(lazy == null ? Double.NaN : lazy.course().regressionLoss());
        if (overlay != null) for (double loss : overlay.losses()) values.add(loss);
        double[] simulated = values.build().toArray();
        double[] theory = Curves.Values.silent(simulated.length);
        if (lazy != null) {
            theory[0] = lazy.course().train(steps);
            theory[1] = lazy.course().test(steps);
        }
        out.put(view.loss(), new Curves.Values(simulated, theory));
    }

    private void events(SnapshotBuilder out) {
        if (lazy != null && out.asksFor("leaves_lazy") && lazy.left() >= 0)
            out.event(new Event(lazy.left() * eta0, "leaves_lazy", "leaves the lazy curve"));
        if (fitted.passed()) out.event(new Event(fitted.time(), "fitted", "fitted"));
        if (grokked.passed()) out.event(new Event(grokked.time(), "grokked", "grokked"));
    }

    private void weights(SnapshotBuilder out, Spectra seen) {
        double[] mean = descent.mean();
        double[] second = descent.second();
        double[] beta = problem.teacher();
        int d = beta.length;
        double trace = 0;
        double along = 0;
        double square = 0;
        for (int i = 0; i < d; i++) {
            double image = 0;
            for (int j = 0; j < d; j++) image += second[i * d + j] * beta[j];
            along += beta[i] * image;
            trace += second[i * d + i];
            square += mean[i] * mean[i];
        }
        out.put(
                view.weights(),
                Curves.Values.of(Math.sqrt(square), trace, along / problem.teacherPower(), seen.second()[0]));
        out.put(view.outlier(), Curves.Values.of(seen.overlap(), 1.0 / d));
    }

    private void kernel(SnapshotBuilder out, KernelAlignment alignment) {
        out.put(
                view.kernel(),
                Curves.Values.of(
                        alignment.alignment(), alignment.oneSided(), alignment.similarity(), alignment.drift()));
    }

    private void curvature(SnapshotBuilder out) {
        HessianSpectra seen = hessian.latest();
        double bound = 2 * problem.alpha() * problem.alpha() / eta0;
        out.put(view.sharpness(), Curves.Values.of(seen.largest(), bound));
        if (out.detailed()) out.put(view.hessian(), spectrum(seen.density(), seen.exact(), new double[] {bound}));
    }

    /** Sets of eigenvalues, the first beside a density. */
    private static Spectrum.Values spectrum(Line density, double[]... sets) {
        var densities = new Line[sets.length];
        densities[0] = density;
        var silent = new double[sets.length][0];
        return new Spectrum.Values(List.of(sets), List.of(silent), Arrays.asList(densities));
    }

    /** The law of the first bulk; none for infinitely many neurons, whose second moment is the identity. */
    private Line bulk() {
        if (task.weights() == null) return null;
        var law = new MarchenkoPastur(
                (double) problem.dimension() / task.weights().rows());
        int points = 200;
        double[] x = new double[points];
        double[] y = new double[points];
        for (int i = 0; i < points; i++) {
            // Denser towards the edges, where the density bends.
            double share = (1 - Math.cos(Math.PI * i / (points - 1))) / 2;
            x[i] = law.lower() + (law.upper() - law.lower()) * share;
            y[i] = law.density(x[i]);
        }
        return new Line("Marchenko–Pastur, at the start", Line.Role.THEORY, x, y);
    }

    private List<Fact> facts(PopulationLoss test, double stability, double overlap) {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of("test_ref", "test loss, relative to answering zero", test.total() / nullTest));
        facts.add(Fact.of("tau_train", "fitted at τ", fitted.time()));
        facts.add(Fact.of("tau_test", "grokked at τ", grokked.time()));
        facts.add(Fact.of("delay", "delay, difference", grokked.time() - fitted.time()));
        facts.add(Fact.of("delay_ratio", "delay, ratio", grokked.time() / fitted.time()));
        facts.add(Fact.of("overlap", "overlap with the teacher", overlap));
        facts.add(Fact.of(
                "final_outlier", "where the outlier ends", problem.teacherPower() / (problem.alpha() * problem.eps())));
        if (lazy != null)
            facts.add(Fact.of(
                    "kernel_regression", "kernel regression", lazy.course().regressionLoss() / nullTest));
        facts.add(new Fact(
                "stab",
                "η₀ λmax/P",
                stability,
                stability > 1 ? "beyond 1 the step is unstable" : "",
                stability > 1 ? Light.BAD : Light.GOOD));
        facts.add(Fact.of("eta0", "step η₀", eta0));
        facts.add(Fact.of("eta0_max", "largest stable step at the start", limits.start()));
        facts.add(Fact.of("eta0_safe", "safe step", limits.safe()));
        return facts;
    }

    @Override
    public Status status() {
        double train = descent.trainLoss();
        // Written so that NaN, too, is far.
        if (steps > 0 && !(train < FAR * Math.max(nullTrain, 1e-300)))
            return new Status.Diverged(String.format(
                    Locale.ROOT,
                    "the loss left every bound: the step η₀ = %.4g is too large, the start is stable below P/λmax ="
                            + " %.4g and the learned solution below %.4g",
                    eta0,
                    limits.start(),
                    limits.learned()));
        if (train < LEARNED * nullTrain && population().total() < LEARNED * nullTest)
            return new Status.Converged("nothing is left to learn in double precision");
        return Status.RUNNING;
    }

    @Override
    public void change(Settings settings) {}

    @Override
    public List<Landscape> landscapes() {
        if (path == null || !Looks.finite(descent.second())) return List.of();
        return new QuadraticLandscapes(task, path, seed).all(descent.moments());
    }

    @Override
    public String background() {
        return overlay == null ? "" : overlay.background();
    }

    /** All weights now, one neuron a row; where the path is kept. */
    Matrix weights() {
        return path.weights();
    }

    @Override
    public void close() {
        selection.close();
    }
}
