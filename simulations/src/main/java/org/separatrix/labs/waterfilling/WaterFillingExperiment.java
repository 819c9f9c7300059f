package org.separatrix.labs.waterfilling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.separatrix.compute.Crew;
import org.separatrix.compute.LinearAlgebra.Eigenvalues;
import org.separatrix.compute.Matrix;
import org.separatrix.compute.Selection;
import org.separatrix.lab.Cloud;
import org.separatrix.lab.Curves;
import org.separatrix.lab.Data;
import org.separatrix.lab.Event;
import org.separatrix.lab.Experiment;
import org.separatrix.lab.Field;
import org.separatrix.lab.Landscape;
import org.separatrix.lab.Line;
import org.separatrix.lab.Settings;
import org.separatrix.lab.SnapshotBuilder;
import org.separatrix.lab.Spectrum;
import org.separatrix.lab.Status;
import org.separatrix.labs.waterfilling.theory.BestResponses;
import org.separatrix.labs.waterfilling.theory.Game;
import org.separatrix.labs.waterfilling.theory.LocalStability;

/** Users who share tones, each pouring its power anew onto what it hears of the others. */
final class WaterFillingExperiment implements Experiment {
    /** Multiplications in one response of everyone below which the threads' meeting costs more than they save. */
    private static final long LARGE = 1 << 16;

    private static final double CONVERGED = 1e-8;
    private static final double AT_REST = 1e-14;
    private static final int CIRCLE = 181;

    private final View view;
    private final World world;
    private final Selection selection;
    private final Crew crew;
    private final Dynamics dynamics;
    private final Orbit planePath = new Orbit();
    private final Orbit ratePath = new Orbit();
    private final Raster raster;
    private final List<Event> events = new ArrayList<>();
    private Settings settings;
    private Analysis analysis;
    private Guarantee guarantee;
    private CycleDetector cycle;
    private Trend trend;
    private Optional<PlaneSight> planeSight;
    private Optional<RateRegion> rateRegion;
    private boolean converged;
    private boolean cycling;

    WaterFillingExperiment(Settings settings, Data data, Selection selection) {
        this.selection = selection;
        view = View.of(settings);
        world = new World(settings, data);
        World.Sizes sizes = world.sizes();
        crew = selection.crew().sharing(sizes.work() > LARGE);
        raster = new Raster(sizes.users());
        Game game = world.game(settings);
        dynamics = new Dynamics(settings, data, game, world.start(settings, game, crew), crew);
        take(settings, game);
        keep();
    }

    private void take(Settings next, Game game) {
        settings = next;
        if (analysis == null || analysis.game() != game) {
            analysis = new Analysis(game, world.sizes(), crew);
            rateRegion = Optional.empty();
        }
        planeSight = Optional.empty();
        guarantee = new Guarantee(next, dynamics, analysis.certificates().centred());
        cycle = new CycleDetector(dynamics.powers().length, game.largestBudget());
        trend = new Trend();
        trend.add(time(), dynamics.now().residual());
        converged = false;
        cycling = false;
    }

    @Override
    public void change(Settings next) {
        Game game = World.sameGame(settings, next) ? dynamics.game() : world.game(next);
        dynamics.change(next, game);
        take(next, game);
    }

    @Override
    public double time() {
        return settings.get(Knobs.CLOCK) == Knobs.Clock.ITERATIONS ? dynamics.iterations() : dynamics.ticks();
    }

    @Override
    public void advance() {
        dynamics.advance();
        guarantee.advance(dynamics);
        double residual = dynamics.now().residual();
        trend.add(time(), residual);
        if (mayCycle()) cycle.advance(dynamics.powers(), residual);
        if (settings.get(Knobs.UPDATE) == Knobs.Update.ASYNCHRONOUS) raster.add(dynamics.schedule());
        keep();
    }

    /** Whether the next powers follow from the present ones alone. */
    private boolean mayCycle() {
        return settings.get(Knobs.UPDATE) != Knobs.Update.ASYNCHRONOUS
                && settings.get(Knobs.ORDER) != Knobs.Order.RANDOM
                && settings.get(Knobs.NOISE) == 0
                && settings.get(Knobs.FRACTION) == 1
                && !settings.get(Knobs.DIMINISH);
    }

    private void keep() {
        double[] p = dynamics.powers();
        Game game = dynamics.game();
        if (view.plane().isPresent()) planePath.add(share(p[0], game.budgets()[0]), share(p[2], game.budgets()[1]));
        if (view.region().isPresent())
            ratePath.add(dynamics.now().rate(p, 0), dynamics.now().rate(p, 1));
        if (!converged && dynamics.now().residual() < CONVERGED) {
            converged = true;
            event("converged", "converged");
        }
        if (!cycling && cycle.period() > 0) {
            cycling = true;
            event("cycle", "cycle of period " + cycle.period());
        }
    }

    private static double share(double power, double budget) {
        return budget > 0 ? power / budget : 0;
    }

    /** Adds an event; what happens again after a change has a number. */
    private void event(String key, String label) {
        long before =
                events.stream().filter(event -> event.key().startsWith(key)).count();
        events.add(new Event(time(), before == 0 ? key : key + "_" + (before + 1), label));
    }

    @Override
    public Status status() {
        if (dynamics.finished()) return Status.FINISHED;
        boolean exact = settings.get(Knobs.NOISE) == 0;
        return exact && dynamics.now().residual() <= AT_REST ? new Status.Converged(why()) : Status.RUNNING;
    }

    private String why() {
        if (world.sizes().users() == 1) return "one user hears nobody: its first response is the best there is";
        if (world.sizes().tones() == 1)
            return "on one tone there is nothing to choose: every user puts all its power there";
        return "nobody gains by a change: an equilibrium in double precision";
    }

    @Override
    public void observe(SnapshotBuilder out) {
        events.forEach(out::event);
        // Finding equilibria and the best powers takes much longer than most runs.
        if (!out.curves()) return;
        BestResponses now = dynamics.now();
        double[] p = dynamics.powers();
        int users = dynamics.game().users();
        var verdicts = new Verdicts(settings, analysis, dynamics);
        double distance = distance(verdicts);
        out.put(view.residual(), curve(now.residual(), guarantee.residual()));
        double[] rates =
                IntStream.range(0, users).mapToDouble(k -> now.rate(p, k)).toArray();
        out.put(view.rates(), Curves.Values.of(rates));
        out.put(view.welfare(), welfare(Arrays.stream(rates).sum()));
        out.put(
                view.regret(),
                Curves.Values.of(IntStream.range(0, users)
                        .mapToDouble(k -> now.regret(p, k))
                        .toArray()));
        view.distance().ifPresent(curves -> out.put(curves, curve(distance, noiseFloor(verdicts))));
        view.potential().ifPresent(potential -> out.put(potential, Curves.Values.of(potential())));
        if (out.detailed()) observeDetails(out, verdicts, distance);
    }

    private static Curves.Values curve(double simulated, double theory) {
        return new Curves.Values(new double[] {simulated}, new double[] {theory});
    }

    private Curves.Values welfare(double sumRate) {
        if (view.welfare().series().size() == 1) return Curves.Values.of(sumRate);
        double[] theory = analysis.baselines()
                .map(all -> new double[] {
                    all.optimum().sumRate(),
                    all.division().sumRate(),
                    all.equal().sumRate()
                })
                .orElse(new double[] {Double.NaN, Double.NaN, Double.NaN});
        return new Curves.Values(new double[] {sumRate, Double.NaN, Double.NaN}, theory);
    }

    /** The Euclidean distance from the nearest equilibrium; NaN where none is known. */
    private double distance(Verdicts verdicts) {
        return verdicts.nearest()
                .map(equilibrium -> {
                    double sum = 0;
                    for (int i = 0; i < dynamics.powers().length; i++) {
                        double difference = dynamics.powers()[i] - equilibrium.powers()[i];
                        sum += difference * difference;
                    }
                    return Math.sqrt(sum);
                })
                .orElse(Double.NaN);
    }

    private double noiseFloor(Verdicts verdicts) {
        double floor = verdicts.noiseFloor();
        return Double.isFinite(floor) ? floor : Double.NaN;
    }

    /** phi = 1/2 sum of p (p + c + w): best responses minimise it, user by user, where links are symmetric. */
    private double potential() {
        double sum = 0;
        for (int i = 0; i < dynamics.powers().length; i++) {
            double power = dynamics.powers()[i];
            if (power > 0)
                sum += power
                        * (power + dynamics.now().floors()[i] + dynamics.game().noise()[i])
                        / 2;
        }
        return sum;
    }

    private void observeDetails(SnapshotBuilder out, Verdicts verdicts, double distance) {
        var spectra = new Spectra(dynamics);
        out.put(
                view.spectrum(),
                spectra.of(Math.min(settings.size(Knobs.USER), dynamics.game().users() - 1)));
        view.plane().ifPresent(plane -> out.put(plane, planeSight().portrait(planePath, dynamics.powers())));
        view.eigenvalues().ifPresent(cloud -> out.put(cloud, eigenvalues(verdicts.local())));
        view.spectra().ifPresent(bars -> out.put(bars, spectra.ofAll()));
        view.allocation().ifPresent(field -> out.put(field, spectra.allocation()));
        view.couplings().ifPresent(field -> out.put(field, couplings()));
        view.multipliers().ifPresent(spectrum -> out.put(spectrum, multipliers(verdicts.local())));
        view.region().ifPresent(region -> out.put(region, rateRegion().values(ratePath)));
        view.schedule().ifPresent(field -> out.put(field, raster.values()));
        out.put(View.CONDITIONS, verdicts.conditions(trend));
        out.put(View.EQUILIBRIA, verdicts.equilibria());
        out.put(View.NOW, verdicts.now(cycle, distance, guarantee.macroTicks()));
    }

    private PlaneSight planeSight() {
        if (planeSight.isEmpty()) planeSight = Optional.of(new PlaneSight(dynamics.game(), analysis, settings));
        return planeSight.get();
    }

    private RateRegion rateRegion() {
        if (rateRegion.isEmpty()) rateRegion = Optional.of(new RateRegion(analysis, crew));
        return rateRegion.get();
    }

    private Cloud.Values eigenvalues(Optional<LocalStability> local) {
        double[] circle = LocalStability.stabilityBoundary(1, 0, CIRCLE);
        double lambda = settings.get(Knobs.LAMBDA);
        boolean delayed = settings.get(Knobs.UPDATE) == Knobs.Update.ASYNCHRONOUS;
        int delay = delayed && settings.get(Knobs.DELAYS) == Knobs.Delays.FIXED
                ? dynamics.schedule().longest()
                : 0;
        double[] boundary = LocalStability.stabilityBoundary(lambda, delay, CIRCLE);
        Eigenvalues nu = local.map(LocalStability::eigenvalues).orElse(new Eigenvalues(new double[0], new double[0]));
        double[] points = new double[2 * nu.real().length];
        double[] multipliers = points.clone();
        for (int i = 0; i < nu.real().length; i++) {
            points[2 * i] = nu.real()[i];
            points[2 * i + 1] = nu.imaginary()[i];
            multipliers[2 * i] = 1 - lambda + lambda * nu.real()[i];
            multipliers[2 * i + 1] = lambda * nu.imaginary()[i];
        }
        return new Cloud.Values(List.of(circle, boundary, points, multipliers));
    }

    private Spectrum.Values multipliers(Optional<LocalStability> local) {
        double lambda = settings.get(Knobs.LAMBDA);
        double[] moduli = local.map(LocalStability::eigenvalues)
                .map(nu -> IntStream.range(0, nu.real().length)
                        .mapToDouble(i -> -Math.hypot(1 - lambda + lambda * nu.real()[i], lambda * nu.imaginary()[i]))
                        .sorted()
                        .map(modulus -> -modulus)
                        .toArray())
                .orElse(new double[0]);
        return new Spectrum.Values(List.of(moduli), List.of(new double[0]), Arrays.asList(new Line[1]));
    }

    /** S, a row a receiver; users that are away neither hear nor are heard. */
    private Field.Values couplings() {
        Game game = dynamics.game();
        int users = game.users();
        double[] values = new double[users * users];
        Arrays.fill(values, Double.NaN);
        int[] players = game.players();
        Matrix s = analysis.certificates().peak().s();
        for (int i = 0; i < players.length; i++)
            for (int j = 0; j < players.length; j++)
                if (s.get(i, j) > 0) values[players[i] * users + players[j]] = s.get(i, j);
        String radius = String.format(
                Locale.ROOT, "ρ(S) = %.4g", analysis.certificates().peak().radius());
        return new Field.Values(Spectra.count(users), Spectra.count(users), values, radius);
    }

    @Override
    public List<Landscape> landscapes() {
        return view.plane().stream()
                .map(_ -> planeSight().landscape(planePath, dynamics.powers()))
                .toList();
    }

    @Override
    public void close() {
        selection.close();
    }
}
