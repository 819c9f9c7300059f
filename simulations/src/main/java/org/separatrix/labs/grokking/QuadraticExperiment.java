package org.separatrix.labs.grokking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.separatrix.compute.Crew;
import org.separatrix.compute.Kernels;
import org.separatrix.compute.LinearAlgebra;
import org.separatrix.compute.Matrix;
import org.separatrix.compute.RandomStream;
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
import org.separatrix.labs.grokking.theory.InfiniteData;
import org.separatrix.labs.grokking.theory.KernelAlignment;
import org.separatrix.labs.grokking.theory.Lanczos;
import org.separatrix.labs.grokking.theory.LazyCourse;
import org.separatrix.labs.grokking.theory.MarchenkoPastur;
import org.separatrix.labs.grokking.theory.MeanField;
import org.separatrix.labs.grokking.theory.Moments;
import org.separatrix.labs.grokking.theory.PopulationLoss;
import org.separatrix.labs.grokking.theory.Problem;
import org.separatrix.labs.grokking.theory.QuadraticForm;
import org.separatrix.labs.grokking.theory.TangentKernel;
import org.separatrix.labs.grokking.theory.WidthFreeHessian;

/** A network with a quadratic activation that learns a quadratic teacher (Kumar et al. 2024). */
final class QuadraticExperiment implements Experiment {
    /** Beyond so many samples the lazy theory costs more than the run. */
    private static final int LAZY_SAMPLES = 1200;

    /** Multiplications in a step below which the threads' meeting costs more than they save. */
    private static final long LARGE_STEP = 1 << 20;

    /** The number of directions up to which the Hessian's spectrum is taken from its dense matrix. */
    private static final int DENSE_HESSIAN = 300;

    private static final int PROBES = 5;
    private static final int LANCZOS_STEPS = 40;
    private static final double LEAVING = Math.log(1.1);

    /** How often the run is compared with its lazy theory: so many times an octave of steps. */
    private static final int LOOKS_AN_OCTAVE = 64;

    /** How often the kernel of so many samples that one look costs more than a step is looked at. */
    private static final int LARGE_KERNEL_LOOKS = 4;

    private static final int LARGE_KERNEL = 1000;

    private static final double SAFETY = 0.4;
    private static final double FAR = 1e6;
    private static final double LEARNED = 1e-26;

    private final QuadraticView view;
    private final Selection selection;
    private final QuadraticTask task;
    private final Problem problem;
    private final Descent descent;
    private final double eta0;
    private final long seed;
    private final boolean kernelSpectrum;
    private final boolean curvature;
    private final double[] targets;
    private final Matrix startKernel;
    private final LazyCourse lazy;
    private final double startEigenvalue;
    private final double learnedEigenvalue;
    private final double nullTrain;
    private final double nullTest;
    private final Fall fitted;
    private final Fall grokked;
    private final InfiniteData infiniteData;
    private final MeanField meanField;

    /** Null where no landscape is wanted. */
    private final Path path;

    private double leftLazy = Double.NaN;
    private Knobs.PlaneKind plane;
    private Knobs.Surface surface;
    private long steps;
    private double lastTrain = Double.NaN;

    QuadraticExperiment(Settings settings, Data data, Compute compute) {
        view = QuadraticView.of(settings);
        task = QuadraticTask.of(settings, data);
        problem = task.problem();
        seed = settings.seed();
        kernelSpectrum = settings.get(Knobs.KERNEL);
        curvature = settings.get(Knobs.CURVATURE);
        plane = settings.get(Knobs.PLANE);
        surface = settings.get(Knobs.SURFACE);
        targets = problem.targets();
        nullTrain = Problem.meanSquare(targets);
        nullTest = problem.nullLoss();
        var kernel = new TangentKernel(problem, task.start());
        startKernel = kernel.gram();
        startEigenvalue = largest(startKernel);
        learnedEigenvalue = largest(TangentKernel.learnedGram(problem));
        eta0 = settings.get(Knobs.STEP) == Knobs.Step.SAFE ? safeStep() : settings.get(Knobs.ETA0);
        lazy = problem.samples() <= LAZY_SAMPLES ? new LazyCourse(kernel, eta0) : null;
        fitted = new Fall(settings.get(Knobs.THRESHOLD) * nullTrain);
        grokked = new Fall(settings.get(Knobs.THRESHOLD) * nullTest);
        Knobs.Overlay overlay = settings.get(Knobs.OVERLAY);
        infiniteData = overlay == Knobs.Overlay.INFINITE_DATA
                ? new InfiniteData(problem.dimension(), problem.alpha(), problem.eps(), eta0)
                : null;
        meanField = overlay == Knobs.Overlay.MEAN_FIELD ? meanField(settings) : null;
        selection = Kernels.of(compute);
        Crew crew = selection.crew().sharing(worthSharing());
        descent = settings.get(Knobs.MODE) == Knobs.Mode.DIRECT
                ? new DirectDescent(problem, task.weights(), eta0, crew)
                : new ReducedDescent(
                        problem,
                        task.start(),
                        eta0,
                        settings.get(Knobs.PRECISION) == Knobs.Precision.SINGLE,
                        settings.get(Knobs.PATH),
                        crew);
        path = settings.get(Knobs.PATH) ? new Path(state().length) : null;
        if (path != null) path.look(0, state());
    }

    private static double largest(Matrix kernel) {
        int p = kernel.rows();
        return Lanczos.largest(x -> kernel.times(Matrix.of(p, 1, x)).values(), p, 1e-12);
    }

    private boolean worthSharing() {
        return (long) problem.dimension() * problem.dimension() * problem.samples() > LARGE_STEP;
    }

    private MeanField meanField(Settings settings) {
        return new MeanField(
                (double) problem.samples() / problem.dimension(),
                2 * eta0 / problem.samples(),
                problem.alpha(),
                problem.eps(),
                1.0 / problem.dimension(),
                settings.get(Knobs.INFINITE) ? 0 : 1.0 / settings.size(Knobs.WIDTH),
                problem.centred());
    }

    /** The largest step that is stable with the first kernel and with the learned one, with a margin. */
    private double safeStep() {
        return SAFETY * problem.samples() / Math.max(startEigenvalue, learnedEigenvalue);
    }

    /** What the path keeps: the accumulated map, or all weights. */
    private double[] state() {
        return switch (descent) {
            case ReducedDescent reduced -> reduced.map();
            case DirectDescent direct -> direct.liveWeights();
        };
    }

    @Override
    public double time() {
        return steps * eta0;
    }

    @Override
    public void advance() {
        double now = time();
        double test = populationLoss();
        boolean looked = isLook(steps, LOOKS_AN_OCTAVE);
        if (looked && lazy != null && Double.isNaN(leftLazy) && Math.abs(Math.log(test / lazy.test(steps))) > LEAVING)
            leftLazy = now;
        descent.advance();
        lastTrain = descent.trainLoss();
        fitted.look(now, lastTrain);
        grokked.look(now, test);
        if (infiniteData != null) infiniteData.advance();
        if (meanField != null) meanField.advance();
        steps++;
        if (path != null) path.look(steps, state());
    }

    private static boolean isLook(long step, int looksAnOctave) {
        long stride = Long.highestOneBit(step) / looksAnOctave;
        return stride <= 1 || step % stride == 0;
    }

    /** The population loss now, from the live moments and without allocation. */
    private double populationLoss() {
        int d = problem.dimension();
        double[] m = descent.second();
        double[] w = descent.mean();
        double[] beta = problem.teacher();
        double[] m0 = task.start().second().values();
        double[] w0 = task.start().mean();
        double k = problem.centred() ? 1 : 0;
        double size = problem.alpha() * problem.eps();
        double trace = 0;
        double square = 0;
        double power = 0;
        for (int i = 0; i < d; i++) {
            double row = 0;
            for (int j = 0; j < d; j++) {
                double s = size * (m[i * d + j] - k * m0[i * d + j]) - beta[i] * beta[j];
                row += s * s;
                if (i == j) trace += s;
            }
            square += row;
            double a = problem.alpha() * (w[i] - k * w0[i]);
            power += a * a;
        }
        return trace * trace / (4.0 * d * d) + square / (2.0 * d * d) + power / d;
    }

    @Override
    public void observe(SnapshotBuilder out) {
        Moments now = descent.moments();
        QuadraticForm error = problem.error(now, task.start());
        double[] errors = error.at(problem.inputs());
        PopulationLoss test = error.population();
        losses(out, Problem.meanSquare(errors), test.total());
        curves(out, view.terms(), test.scale(), test.misalignment(), test.linear());
        events(out);
        if (out.detailed()) details(out, now, errors, test);
    }

    private static void curves(SnapshotBuilder out, Curves curves, double... values) {
        double[] silent = new double[values.length];
        Arrays.fill(silent, Double.NaN);
        out.put(curves, new Curves.Values(values, silent));
    }

    private void losses(SnapshotBuilder out, double train, double test) {
        var values = DoubleStream.builder().add(train).add(test).add(lazy == null ? Double.NaN : lazy.regressionLoss());
        if (infiniteData != null) values.add(infiniteData.loss());
        if (meanField != null) values.add(meanField.train()).add(meanField.test());
        double[] simulated = values.build().toArray();
        double[] theory = new double[simulated.length];
        Arrays.fill(theory, Double.NaN);
        if (lazy != null) {
            theory[0] = lazy.train(steps);
            theory[1] = lazy.test(steps);
        }
        out.put(view.loss(), new Curves.Values(simulated, theory));
    }

    private void events(SnapshotBuilder out) {
        if (!Double.isNaN(leftLazy)) out.event(new Event(leftLazy, "leaves_lazy", "leaves the lazy curve"));
        if (fitted.passed()) out.event(new Event(fitted.time(), "fitted", "fitted"));
        if (grokked.passed()) out.event(new Event(grokked.time(), "grokked", "grokked"));
    }

    private void details(SnapshotBuilder out, Moments now, double[] errors, PopulationLoss test) {
        if (!finite(now.second().values())) return;
        double[] beta = problem.teacher();
        LinearAlgebra.Eigen eigen = LinearAlgebra.symmetricEigen(now.second());
        int d = problem.dimension();
        double top = eigen.values()[d - 1];
        double power = problem.teacherPower();
        double overlap = square(dot(eigen.vectors().column(d - 1), beta)) / power;
        Matrix column = Matrix.of(d, 1, beta.clone());
        curves(
                out,
                view.weights(),
                Math.sqrt(dot(now.mean(), now.mean())),
                now.second().trace(),
                now.second().times(column).inner(column) / power,
                top);
        curves(out, view.outlier(), overlap, 1.0 / d);
        double stability = kernel(out, now);
        out.put(view.second(), spectrum(descending(eigen.values()), bulk()));
        if (curvature) hessian(out, now, errors);
        out.put(view.now(), new Facts.Values(facts(test, stability, overlap)));
    }

    /** What needs the kernel between all samples; the stability number, or NaN where the kernel is not looked at. */
    private double kernel(SnapshotBuilder out, Moments now) {
        if (problem.samples() > LARGE_KERNEL && !isLook(steps, LARGE_KERNEL_LOOKS)) return Double.NaN;
        Matrix kernel = new TangentKernel(problem, now).gram();
        KernelAlignment alignment = KernelAlignment.of(kernel, startKernel, targets);
        curves(
                out,
                view.kernel(),
                alignment.alignment(),
                alignment.oneSided(),
                alignment.similarity(),
                alignment.drift());
        double stability = eta0 * largest(kernel) / problem.samples();
        curves(out, view.stability(), stability, 1);
        if (kernelSpectrum)
            out.put(view.kernelSpectrum(), spectrum(descending(LinearAlgebra.symmetricEigenvalues(kernel)), null));
        return stability;
    }

    private void hessian(SnapshotBuilder out, Moments now, double[] errors) {
        WidthFreeHessian hessian = WidthFreeHessian.of(problem, now, errors);
        double[] bulk = hessian.bulk();
        var random = RandomStream.of(seed, "Hessian probes", steps);
        double[] nodes = new double[PROBES * LANCZOS_STEPS];
        double[] weights = new double[nodes.length];
        int count = 0;
        double top = 0;
        for (int probe = 0; probe < PROBES; probe++) {
            Lanczos.Quadrature rule = Lanczos.quadrature(hessian::times, hessian.size(), LANCZOS_STEPS, random);
            for (int i = 0; i < rule.nodes().length; i++) {
                nodes[count] = rule.nodes()[i];
                weights[count++] = rule.weights()[i] / PROBES;
            }
            top = Math.max(top, rule.nodes()[rule.nodes().length - 1]);
        }
        double[] exact = hessian.size() <= DENSE_HESSIAN
                ? DoubleStream.concat(Arrays.stream(hessian.operatorEigenvalues()), Arrays.stream(bulk))
                        .sorted()
                        .toArray()
                : DoubleStream.concat(Arrays.stream(bulk), DoubleStream.of(top))
                        .sorted()
                        .toArray();
        out.put(
                view.hessian(),
                spectrum(
                        descending(exact),
                        SpectralDensity.line(
                                Arrays.copyOf(nodes, count), Arrays.copyOf(weights, count), "stochastic Lanczos")));
        curves(out, view.sharpness(), top, 2 * square(problem.alpha()) / eta0);
    }

    private static Spectrum.Values spectrum(double[] values, Line density) {
        return new Spectrum.Values(List.of(values), List.of(new double[0]), Arrays.asList(density));
    }

    private static double[] descending(double[] ascending) {
        double[] values = new double[ascending.length];
        for (int i = 0; i < values.length; i++) values[i] = ascending[values.length - 1 - i];
        return values;
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
            x[i] = law.lower() + (law.upper() - law.lower()) * (i + 0.5) / points;
            y[i] = law.density(x[i]);
        }
        return new Line("Marchenko–Pastur, at the start", Line.Role.THEORY, x, y);
    }

    private List<Fact> facts(PopulationLoss test, double stability, double overlap) {
        double limit = problem.samples() / startEigenvalue;
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
            facts.add(Fact.of("kernel_regression", "kernel regression", lazy.regressionLoss() / nullTest));
        facts.add(new Fact(
                "stab",
                "η₀ λmax/P",
                stability,
                stability > 1 ? "beyond 1 the step is unstable" : "",
                stability > 1 ? Light.BAD : Light.GOOD));
        facts.add(Fact.of("eta0", "step η₀", eta0));
        facts.add(Fact.of("eta0_max", "largest stable step at the start", limit));
        facts.add(Fact.of("eta0_safe", "safe step", safeStep()));
        return facts;
    }

    @Override
    public Status status() {
        // Written so that NaN after the first step, too, is far.
        if (steps > 0 && !(lastTrain < FAR * Math.max(nullTrain, 1e-300)))
            return new Status.Diverged(String.format(
                    Locale.ROOT,
                    "the loss left every bound: the step η₀ = %.4g is too large, the start is stable below P/λmax ="
                            + " %.4g and the learned solution below %.4g",
                    eta0,
                    problem.samples() / startEigenvalue,
                    problem.samples() / learnedEigenvalue));
        if (lastTrain < LEARNED * nullTrain && populationLoss() < LEARNED * nullTest)
            return new Status.Converged("nothing is left to learn in double precision");
        return Status.RUNNING;
    }

    @Override
    public void change(Settings settings) {
        plane = settings.get(Knobs.PLANE);
        surface = settings.get(Knobs.SURFACE);
    }

    @Override
    public Optional<Landscape> landscape() {
        int d = problem.dimension();
        if (path == null || !finite(descent.second())) return Optional.empty();
        if (plane == Knobs.PlaneKind.RANDOM)
            return Optional.of(
                    task.weights() == null
                            ? QuadraticLandscape.random(problem, task.start(), descent.moments(), surface)
                            : QuadraticLandscape.random(problem, task.start(), weights(), seed, surface));
        List<Matrix> states = new ArrayList<>();
        double[] ones;
        if (descent instanceof ReducedDescent reduced) {
            Matrix root = WidthFreeHessian.of(problem, task.start(), new double[problem.samples()])
                    .root();
            for (Matrix map : path.states(d, d + 1)) states.add(map.timesTransposed(root));
            states.add(Matrix.of(d, d + 1, reduced.map().clone()).timesTransposed(root));
            ones = root.column(d);
        } else {
            int n = task.weights().rows();
            double scale = 1 / Math.sqrt(n);
            for (Matrix weights : path.states(n, d))
                states.add(weights.transpose().scaled(scale));
            states.add(weights().transpose().scaled(scale));
            ones = new double[n];
            Arrays.fill(ones, scale);
        }
        return QuadraticLandscape.ofTrajectory(problem, task.start(), states, ones, surface);
    }

    /** All weights now, one neuron a row. */
    Matrix weights() {
        return switch (descent) {
            case ReducedDescent reduced -> {
                int d = problem.dimension();
                Matrix map = Matrix.of(d, d + 1, reduced.map().clone());
                int n = task.weights().rows();
                double[] ones = new double[n];
                Arrays.fill(ones, 1);
                yield task.weights()
                        .timesTransposed(map.block(0, d, 0, d))
                        .plus(Matrix.of(n, 1, ones).timesTransposed(map.block(0, d, d, 1)));
            }
            case DirectDescent direct -> direct.weights();
        };
    }

    private static boolean finite(double[] values) {
        return Arrays.stream(values).allMatch(Double::isFinite);
    }

    private static double square(double x) {
        return x * x;
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) sum += x[i] * y[i];
        return sum;
    }

    @Override
    public void close() {
        selection.close();
    }
}
