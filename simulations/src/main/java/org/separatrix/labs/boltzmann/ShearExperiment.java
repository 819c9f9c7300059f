package org.separatrix.labs.boltzmann;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.separatrix.compute.Draws;
import org.separatrix.compute.Kernels;
import org.separatrix.compute.Selection;
import org.separatrix.lab.Axis;
import org.separatrix.lab.Box;
import org.separatrix.lab.Cloud;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Curves;
import org.separatrix.lab.Data;
import org.separatrix.lab.Experiment;
import org.separatrix.lab.Facts;
import org.separatrix.lab.Facts.Fact;
import org.separatrix.lab.Field;
import org.separatrix.lab.Landscape;
import org.separatrix.lab.Line;
import org.separatrix.lab.Settings;
import org.separatrix.lab.SnapshotBuilder;
import org.separatrix.lab.Spectrum;
import org.separatrix.lab.Status;
import org.separatrix.labs.boltzmann.theory.Scattering;
import org.separatrix.labs.boltzmann.theory.SelfHeating;
import org.separatrix.labs.boltzmann.theory.SoftClock;

/** Velocities under a homogeneous deformation, beside what is known of them exactly. */
final class ShearExperiment implements Experiment {
    private static final int CLOUD = 4096;
    private static final int TAIL_POINTS = 160;
    private static final double[] TENTHS = {0.1, 0.5, 0.9};

    /** The squared speed below which half of a Maxwellian of unit variance lies. */
    private static final double MEDIAN_SQUARE = 2.365973884;

    /** Beyond this the squares of velocities would leave the numbers. */
    private static final double FASTEST = 1e140;

    private static final double LATEST = 1e290;
    private static final int STEPS_BETWEEN_CHECKS = 16;

    private final View view;
    private final Selection selection;
    private final Engine engine;
    private final Statistics statistics;
    private final ExactMoments exact;
    private final boolean gas;
    private final boolean growing;
    private final boolean hardAndFree;
    private final double gamma;
    private final double epsilon;
    private final Scattering scattering;
    private final double theta;
    private final History heating = new History();
    private final History ticking = new History();
    private final Trails trails = new Trails();
    private Settings settings;
    private Deformation deformation;
    private final MomentRates rates;
    private final List<double[]> branches;
    private Tails tails;
    private long steps;
    private Status status = Status.RUNNING;

    ShearExperiment(Settings settings, Data data, Compute compute) {
        this.settings = settings;
        view = View.of(settings);
        gas = settings.get(Knobs.SYSTEM) == Knobs.System.GAS;
        growing = settings.get(Knobs.CLOCK) == Knobs.Clock.GROWING;
        gamma = settings.get(Knobs.GAMMA);
        epsilon = settings.get(Knobs.EPSILON);
        theta = settings.get(Knobs.THETA);
        scattering = Scattering.ofMassRatio(settings.get(Knobs.MASS));
        rates = new MomentRates(gas, scattering, theta);
        branches =
                view.maxwell() ? IntStream.range(0, 4).mapToObj(rates::branch).toList() : List.of();
        hardAndFree = gas && gamma > 0 && !settings.get(Knobs.THERMOSTAT);
        deformation = deformation(settings);
        int count = settings.size(Knobs.PARTICLES);
        Optional<double[]> given = data.matrix("v_0", count, 3);
        selection = Kernels.of(compute);
        Velocities v = given.map(Velocities::ofRows).orElseGet(() -> start(settings));
        engine = gas ? gas(v) : tagged(v);
        statistics = new Statistics(v, selection.crew());
        statistics.measure();
        exact = new ExactMoments(settings, deformation, exactStart(given.isPresent()));
    }

    private Velocities start(Settings settings) {
        int count = settings.size(Knobs.PARTICLES);
        if (!gas && settings.get(Knobs.START) == Knobs.Start.BEAM)
            return Velocities.beam(count, 0, settings.get(Knobs.START_SPEED), 0);
        double variance = gas ? 1 : settings.get(Knobs.START_VARIANCE);
        return Velocities.maxwellian(count, variance, settings.seed(), Draws.of(selection.kind()));
    }

    /** The moments of the law that the particles are drawn from, not of the draw, unless they are given. */
    private double[] exactStart(boolean given) {
        if (given) return statistics.stress();
        if (gas) return new double[] {1, 0, 1, 1};
        if (settings.get(Knobs.START) == Knobs.Start.BEAM) {
            double speed = settings.get(Knobs.START_SPEED);
            return new double[] {0, 0, speed * speed, 0};
        }
        double variance = settings.get(Knobs.START_VARIANCE);
        return new double[] {variance, 0, variance, variance};
    }

    private static Deformation deformation(Settings settings) {
        double k = settings.get(Knobs.SHEAR);
        double d = settings.get(Knobs.STRETCH);
        return switch (settings.get(Knobs.FLOW)) {
            case SHEAR -> Deformation.shear(k);
            case COMBINED -> Deformation.combined(k, settings.get(Knobs.SHEAR_2), settings.get(Knobs.SHEAR_3));
            case DILATATION -> Deformation.dilatation(d);
            case CYLINDRICAL -> Deformation.cylindrical(d);
            case SHEAR_DILATATION -> Deformation.shearAndDilatation(k, d);
        };
    }

    private DoubleUnaryOperator density(boolean thinning) {
        return thinning ? time -> 1 / deformation.volume(time) : time -> 1;
    }

    private Engine gas(Velocities v) {
        var mode = new Gas.Mode(
                settings.get(Knobs.PAIRS) == Knobs.Pairs.MAJORANT,
                settings.get(Knobs.THERMOSTAT),
                settings.get(Knobs.RESCALED));
        return new Gas(
                v,
                deformation,
                settings.get(Knobs.RATE),
                gamma,
                mode,
                density(true),
                settings.seed(),
                selection.crew(),
                selection.kind());
    }

    private Engine tagged(Velocities v) {
        double rate = settings.get(Knobs.RATE);
        Knobs.Method method = settings.get(Knobs.METHOD);
        if (method == Knobs.Method.EVENTS)
            return new TaggedEvents(
                    v, deformation.l0()[1], rate, gamma, scattering.mu1(), theta, settings.seed(), selection.crew());
        return new TaggedSteps(
                v,
                deformation,
                rate,
                gamma,
                method == Knobs.Method.ORDER_1 ? 1 : 2,
                scattering.mu1(),
                theta,
                density(settings.get(Knobs.CO_MOVING)),
                settings.seed(),
                selection.crew(),
                selection.kind());
    }

    @Override
    public double time() {
        return engine.time();
    }

    Velocities velocities() {
        return engine.velocities();
    }

    @Override
    public void advance() {
        double dt = settings.get(Knobs.DT);
        if (growing) dt = Math.max(dt, epsilon * time());
        // A hot gas of hard particles collides faster: steps stay a share of the time between collisions.
        if (hardAndFree) dt *= Math.min(1, Math.exp(-gamma * engine.logScale()));
        if (deformation.volume(time() + dt) <= 0) {
            status = Status.FINISHED;
            return;
        }
        engine.advance(dt);
        exact.advance(dt);
        steps++;
        if (gas) heating.add(time(), 2 * engine.logScale());
        if (view.soft() && time() > Math.E) ticking.add(Math.log(Math.log(time())), engine.collisions());
        trails.add(engine.velocities());
        if (time() > LATEST) status = Status.FINISHED;
        if (gamma == 0 && steps % STEPS_BETWEEN_CHECKS == 0) check();
    }

    private void check() {
        double[] x = engine.velocities().x();
        double largest = 0;
        for (double value : x) largest = Math.max(largest, Math.abs(value));
        if (largest > FASTEST)
            status = new Status.Diverged(
                    "the fastest particle has passed 1e140: above the last threshold nothing is" + " stationary");
    }

    @Override
    public void observe(SnapshotBuilder out) {
        statistics.measure();
        double[] p = statistics.stress();
        double[] theory = exact.stress(time());
        double pressure = (p[0] + p[2] + p[3]) / 3;
        double theoryPressure = (theory[0] + theory[2] + theory[3]) / 3;
        observeMoments(out, p, theory, pressure, theoryPressure);
        double scale = Math.exp(engine.logScale());
        double[] speeds = statistics.quantiles(Statistics.Quantity.SPEED, TENTHS);
        for (int i = 0; i < speeds.length; i++) speeds[i] *= scale;
        double bulk = speeds[1] * speeds[1] / MEDIAN_SQUARE;
        out.put(
                view.temperature(),
                new Curves.Values(
                        new double[] {finite(pressure * scale * scale), finite(bulk)},
                        new double[] {finite(theoryPressure), Double.NaN},
                        new double[] {meaningful() ? statistics.temperatureError() : Double.NaN, Double.NaN}));
        out.put(view.speeds(), new Curves.Values(speeds, silent(3)));
        out.put(view.collisions(), new Curves.Values(new double[] {engine.collisions()}, silent(1), new double[] {
            engine.collisionSpread() / Math.sqrt(engine.velocities().count())
        }));
        if (view.soft()) observeExponents(out);
        if (out.detailed()) observeDetails(out, p, pressure);
    }

    private void observeMoments(
            SnapshotBuilder out, double[] p, double[] theory, double pressure, double theoryPressure) {
        double[] shown = p.clone();
        double[] shownTheory = theory.clone();
        if (gas)
            for (int i = 0; i < 4; i++) {
                shown[i] /= pressure;
                shownTheory[i] /= theoryPressure;
            }
        for (int i = 0; i < 4; i++) shown[i] = finite(shown[i]);
        double[] errors = meaningful() ? statistics.errors() : silent(4);
        out.put(view.stress(), new Curves.Values(shown, shownTheory, errors));
        double shear = deformation.l0()[1];
        out.put(
                view.transport(),
                new Curves.Values(
                        new double[] {finite(-p[1] / (shear * pressure)), finite((p[0] - p[2]) / (3 * pressure))},
                        new double[] {
                            finite(-theory[1] / (shear * theoryPressure)),
                            finite((theory[0] - theory[2]) / (3 * theoryPressure))
                        }));
        double[] kurtosis = statistics.kurtosis();
        for (int i = 0; i < 3; i++) kurtosis[i] = finite(kurtosis[i]);
        out.put(view.kurtosis(), new Curves.Values(kurtosis, exact.kurtosis()));
    }

    /** Whether the standard errors of second moments have a meaning: independent particles, finite fourth moments. */
    private boolean meaningful() {
        if (gas || gamma < 0) return false;
        return gamma > 0 || !view.maxwell() || tails().fourthMomentsFinite();
    }

    private Tails tails() {
        double shear = deformation.l0()[1] / settings.get(Knobs.RATE);
        tails = tails == null ? new Tails(gas, shear, scattering) : tails.at(shear);
        return tails;
    }

    private static double finite(double x) {
        return Double.isFinite(x) ? x : Double.NaN;
    }

    private static double[] silent(int count) {
        double[] nothing = new double[count];
        Arrays.fill(nothing, Double.NaN);
        return nothing;
    }

    private void observeExponents(SnapshotBuilder out) {
        double[] across = statistics.quantiles(Statistics.Quantity.ACROSS, TENTHS);
        double logTime = Math.log(time());
        double[] theory = silent(3);
        for (int i = 0; i < 3; i++) {
            across[i] = time() > 1 ? finite(Math.log(across[i]) / logTime) : Double.NaN;
            if (gamma > -1) theory[i] = new SoftClock(-gamma).quantile(TENTHS[i]);
        }
        out.put(view.exponents(), new Curves.Values(across, theory));
        out.put(view.trapped(), new Curves.Values(new double[] {positive(trapped())}, silent(1)));
    }

    private static double positive(double x) {
        return x > 0 ? x : Double.NaN;
    }

    /** The share of particles slow enough to be of the thermal bulk still. */
    private double trapped() {
        double ratio = 1.3 * settings.get(Knobs.RATE) / deformation.l0()[1];
        return statistics.slowerThan(5 * Math.sqrt(theta) * Math.max(1, Math.pow(ratio, -1 / gamma)));
    }

    private void observeDetails(SnapshotBuilder out, double[] p, double pressure) {
        Velocities v = engine.velocities();
        out.put(view.density(), density(halfWidth()));
        double bath = gas ? pressure : theta * scattering.mu2() / scattering.mu1();
        out.put(
                view.marginals(),
                new Spectrum.Values(
                        List.of(Densities.sample(v.x(), CLOUD), Densities.sample(v.y(), CLOUD)),
                        List.of(new double[0], new double[0]),
                        List.of(
                                Densities.normal("Maxwellian", bath),
                                Densities.normal("Maxwellian of P₂₂", Math.max(Double.MIN_NORMAL, p[2])))));
        out.put(view.particles(), new Cloud.Values(List.of(cloud(v), trails.points(v.count()))));
        double[] fastest = statistics.fastest(Math.max(30, 3 * v.count() / 1000));
        var facts = new ArrayList<Fact>();
        if (view.maxwell()) {
            Tails known = tails();
            observeSpectra(out, known);
            facts.addAll(known.facts());
        }
        out.put(view.tail(), new Cloud.Values(List.of(tail(fastest), powerLaw(fastest))));
        int k = Math.max(1, v.count() / 1000);
        facts.add(Fact.of("hill_third", "tail index, Hill, k/3", Statistics.hill(fastest, Math.max(1, k / 3))));
        facts.add(Fact.of("hill", "tail index, Hill, k = N/1000", Statistics.hill(fastest, k)));
        facts.add(Fact.of("hill_triple", "tail index, Hill, 3k", Statistics.hill(fastest, fastest.length - 1)));
        if (view.soft()) {
            out.put(view.exponentDensity(), exponentDensity(v));
            observeClock(out, facts);
        }
        if (gas) heatingFacts(facts);
        out.put(view.now(), new Facts.Values(facts));
    }

    private void heatingFacts(List<Fact> facts) {
        History.Slope slope = heating.slope(time() / 2);
        double relaxation = SelfHeating.relaxation(settings.get(Knobs.RATE), 0, 1);
        facts.add(Fact.of("log_temperature", "ln T", 2 * engine.logScale()));
        facts.add(Fact.of("lambda", "λ, measured over the last half", slope.value() / relaxation));
        facts.add(Fact.of("lambda_error", "its error, were the residuals independent", slope.error() / relaxation));
        if (gamma > 0 && deformation.l0()[1] > 0)
            facts.add(Fact.of(
                    "hard_slope",
                    "slope of T^(γ/2), first Sonine approximation",
                    SelfHeating.hardSlope(deformation.l0()[1], settings.get(Knobs.RATE), gamma)));
    }

    private void observeSpectra(SnapshotBuilder out, Tails known) {
        double shear = deformation.l0()[1];
        double rate = settings.get(Knobs.RATE);
        double dt = settings.get(Knobs.DT);
        boolean first = !gas && settings.get(Knobs.METHOD) == Knobs.Method.ORDER_1;
        double[] scheme = rates.ofScheme(shear, rate, dt, first ? 1 : 2);
        double[] exactly = rates.at(shear, rate);
        out.put(
                view.eigenvalues(),
                new Spectrum.Values(List.of(scheme), List.of(exactly), java.util.Collections.singletonList(null)));
        out.put(
                view.branches(),
                new Cloud.Values(List.of(
                        branches.get(0),
                        branches.get(1),
                        branches.get(3),
                        new double[] {shear / rate, exactly[0] / rate},
                        rates.threshold())));
        double tailIndex = known.index();
        double[] index = Double.isNaN(tailIndex)
                ? new double[0]
                : new double[] {tailIndex, gas ? tailIndex / 2 * SelfHeating.growth(2 * shear / rate) / 2 : 0};
        out.put(view.growth(), new Cloud.Values(List.of(known.growth(), index)));
    }

    private void observeClock(SnapshotBuilder out, List<Fact> facts) {
        double[] measured = ticking.points();
        double[] pace = new double[0];
        double now = ticking.last();
        History.Slope slope = ticking.slope(now - 1);
        facts.add(Fact.of("trapped", "share still trapped", trapped()));
        facts.add(Fact.of("pace", "collisions in the last unit of ln ln t", slope.value()));
        facts.add(Fact.of("pace_error", "its error, were the residuals independent", slope.error()));
        if (gamma > -1) {
            SoftClock clock = new SoftClock(-gamma);
            facts.add(Fact.of("pace_exact", "1/Lₐ, for a broad start", clock.collisions()));
            facts.add(Fact.of("period", "Lₐ, the period of what a narrow start leaves", clock.period()));
            facts.add(Fact.of("typical", "typical exponent of |v₁|", clock.typicalExponent()));
            if (measured.length >= 4) {
                double n = engine.collisions();
                pace = new double[] {now - 1, n - clock.collisions(), now, n};
            }
        }
        out.put(view.clock(), new Cloud.Values(List.of(measured, pace)));
    }

    /** Half the width of the grid: some thermal speeds, of the bath or of the particles. */
    private double halfWidth() {
        return 6 * (gas ? 1 : Math.sqrt(theta));
    }

    private Field.Values density(double half) {
        Velocities v = engine.velocities();
        return Densities.density(v.count(), i -> v.x()[i], -half, half, i -> v.y()[i], -half, half);
    }

    private Field.Values exponentDensity(Velocities v) {
        double logTime = time() > 1 ? Math.log(time()) : Double.NaN;
        double edge = gamma > -1 ? -1 / gamma : 1;
        return Densities.density(
                v.count(),
                i -> Math.log(Math.abs(v.y()[i])) / logTime,
                edge - 2,
                edge + 1,
                i -> Math.log(Math.abs(v.x()[i])) / logTime,
                edge - 1,
                edge + 2);
    }

    private static double[] cloud(Velocities v) {
        int count = Math.min(CLOUD, v.count());
        double[] points = new double[3 * count];
        for (int i = 0; i < count; i++) {
            points[3 * i] = v.x()[i];
            points[3 * i + 1] = v.y()[i];
            points[3 * i + 2] = v.z()[i];
        }
        return points;
    }

    private double[] tail(double[] fastest) {
        int count = Math.min(TAIL_POINTS, fastest.length);
        double[] points = new double[2 * count];
        for (int i = 0; i < count; i++) {
            int rank = (int) Math.round(Math.pow(fastest.length, (i + 1.0) / count));
            points[2 * i] = fastest[rank - 1];
            points[2 * i + 1] = (double) rank / engine.velocities().count();
        }
        return points;
    }

    /** The power law of the exact index through the slowest of the fast particles. */
    private double[] powerLaw(double[] fastest) {
        double tailIndex = view.maxwell() ? tails().index() : Double.NaN;
        if (Double.isNaN(tailIndex)) return new double[0];
        double slowest = fastest[fastest.length - 1];
        double share = (double) fastest.length / engine.velocities().count();
        double[] points = new double[2 * TAIL_POINTS];
        for (int i = 0; i < TAIL_POINTS; i++) {
            points[2 * i] = slowest * Math.pow(fastest[0] / slowest, i / (TAIL_POINTS - 1.0));
            points[2 * i + 1] = share * Math.pow(points[2 * i] / slowest, -tailIndex);
        }
        return points;
    }

    /** The density of the moment, as wide as the bulk of the particles; none where they are too close for one. */
    @Override
    public List<Landscape> landscapes() {
        double median = statistics.quantiles(Statistics.Quantity.SPEED, 0.5)[0];
        double half = Math.max(halfWidth(), 6 * median / Math.sqrt(MEDIAN_SQUARE));
        var surface = LogDensity.of(density(half), engine.velocities().count());
        if (!surface.hasSurface()) return List.of();
        return List.of(Landscape.of(
                "density",
                "−ln f(v₁, v₂)",
                Axis.linear("v₁"),
                Axis.linear("v₂"),
                Axis.linear("−ln f"),
                new Box(-half, half, -half, half),
                surface,
                canyon(half),
                List.of()));
    }

    /** Where v₁ is on average, given v₂, in the stationary state: the floor of the canyon that shear makes. */
    private List<Line> canyon(double half) {
        if (!view.maxwell() || gas) return List.of();
        double slope = -deformation.l0()[1] / (scattering.decay() * settings.get(Knobs.RATE));
        double end = half / Math.max(1, Math.abs(slope));
        return List.of(new Line(
                "canyon", Line.Role.THEORY, new double[] {-end * slope, end * slope}, new double[] {-end, end}));
    }

    @Override
    public Status status() {
        return status;
    }

    @Override
    public void change(Settings settings) {
        boolean flows = settings.get(Knobs.SHEAR).equals(this.settings.get(Knobs.SHEAR))
                && settings.get(Knobs.RATE).equals(this.settings.get(Knobs.RATE));
        this.settings = settings;
        if (flows) return;
        deformation = deformation(settings);
        exact.change(time(), deformation, settings.get(Knobs.RATE));
        engine.change(deformation, settings.get(Knobs.RATE), gamma);
    }

    @Override
    public void close() {
        selection.close();
    }
}
