package org.separatrix.labs.boltzmann;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.separatrix.compute.Crew;
import org.separatrix.lab.Cloud;
import org.separatrix.lab.Curves;
import org.separatrix.lab.Facts.Fact;
import org.separatrix.lab.Line;
import org.separatrix.lab.SnapshotBuilder;
import org.separatrix.lab.Spectrum;
import org.separatrix.labs.boltzmann.theory.SoftClock;

/** Tagged particles of a soft kernel: who is trapped still, and the clock and the exponents of those who ran away. */
final class SoftSight implements Sight {
    private static final double[] TENTHS = SpeedSight.TENTHS;

    /** Where the front is cut off, in the units in which its law is known. */
    private static final double FRONT = 10;

    private final View view;
    private final Densities densities;
    private final double a;
    private final Optional<SoftClock> clock;
    private final History ticking = new History();

    SoftSight(View view, Crew crew, double gamma) {
        this.view = view;
        densities = new Densities(crew);
        a = -gamma;
        clock = a < 1 ? Optional.of(new SoftClock(a)) : Optional.empty();
    }

    @Override
    public void advance(Scene scene) {
        if (scene.time() > Math.E)
            ticking.add(Math.log(Math.log(scene.time())), scene.engine().collisions());
    }

    @Override
    public void observe(Scene scene, SnapshotBuilder out, List<Fact> facts) {
        double[] across = scene.speeds().quantiles(Speeds.Quantity.ACROSS, TENTHS);
        double[] theory = Curves.Values.silent(3);
        for (int i = 0; i < 3; i++) {
            across[i] = exponent(across[i], scene.time());
            if (clock.isPresent()) theory[i] = clock.get().quantile(TENTHS[i]);
        }
        out.put(view.exponents(), new Curves.Values(across, theory));
        double trapped = trapped(scene);
        out.put(view.trapped(), Curves.Values.of(trapped > 0 ? trapped : Double.NaN));
        if (out.detailed()) observeDetails(scene, out, facts);
    }

    /** ln x / ln t; NaN where there is none, and while ln t is so small that it would tell nothing. */
    private static double exponent(double x, double time) {
        double exponent = Math.log(Math.abs(x)) / Math.log(time);
        return time > Math.E && Double.isFinite(exponent) ? exponent : Double.NaN;
    }

    private static Densities.Coordinate exponent(double[] component, double time) {
        return (from, size, out) -> {
            for (int i = 0; i < size; i++) out[i] = exponent(component[from + i], time);
        };
    }

    /** The share of particles slow enough to be of the thermal bulk still. */
    private double trapped(Scene scene) {
        double ratio = 1.3 * scene.rate() / scene.shear();
        double bound = 5 * Math.sqrt(scene.theta()) * Math.max(1, Math.pow(ratio, 1 / a));
        return scene.speeds().below(Speeds.Quantity.SPEED, bound);
    }

    private void observeDetails(Scene scene, SnapshotBuilder out, List<Fact> facts) {
        Velocities v = scene.velocities();
        double time = scene.time();
        double edge = clock.isPresent() ? 1 / a : 1;
        out.put(
                view.exponentDensity(),
                densities.density(
                        v.count(),
                        new Densities.Side(exponent(v.y(), time), 1, edge - 2, edge + 1),
                        new Densities.Side(exponent(v.x(), time), 1, edge - 1, edge + 2)));
        out.put(
                view.exponentMarginal(),
                new Spectrum.Values(
                        List.of(Spectrum.descending(exponents(v.y(), time))),
                        List.of(new double[0]),
                        Arrays.asList(clock.map(SoftSight::profile).orElse(null))));
        facts.add(Fact.of("trapped", "share still trapped", trapped(scene)));
        double[] pace = new double[0];
        if (clock.isPresent()) pace = observeClock(scene, clock.get(), facts);
        out.put(view.clock(), new Cloud.Values(List.of(ticking.points(), pace)));
        double[] front = front(v, scene);
        out.put(view.front(), new Cloud.Values(List.of(front, diagonal(front))));
    }

    private static double[] exponents(double[] component, double time) {
        return Arrays.stream(component, 0, Math.min(VelocitySight.SHOWN, component.length))
                .map(x -> exponent(x, time))
                .filter(Double::isFinite)
                .toArray();
    }

    /** The density of the exponents of |v₂| that a broad start tends to. */
    private static Line profile(SoftClock clock) {
        double[] y = new double[101];
        double[] density = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = clock.quantile(i / (y.length - 1.0));
            density[i] = 1 / (clock.period() * y[i]);
        }
        return new Line("1/(Lₐ y)", Line.Role.THEORY, y, density);
    }

    /** What is known and measured of the clock; returns the line of its pace that ends at the present. */
    private double[] observeClock(Scene scene, SoftClock known, List<Fact> facts) {
        double now = ticking.last();
        History.Slope slope = ticking.slope(now - 1);
        facts.add(Fact.of("pace", "collisions in the last unit of ln ln t", slope.value()));
        facts.add(Fact.of("pace_error", "its error, were the residuals independent", slope.error()));
        facts.add(Fact.of("pace_exact", "1/Lₐ, for a broad start", known.collisions()));
        facts.add(Fact.of("period", "Lₐ, the period of what a narrow start leaves", known.period()));
        double[] along = exponents(scene.velocities().x(), scene.time());
        double mean = Arrays.stream(along).average().orElse(Double.NaN);
        double variance = Arrays.stream(along).map(y -> (y - mean) * (y - mean)).sum() / (along.length - 1);
        facts.add(Fact.of("typical", "mean of ln |v₁| / ln t, measured", mean));
        facts.add(Fact.of("typical_error", "its standard error", Math.sqrt(variance / along.length)));
        facts.add(Fact.of("typical_exact", "1 + 1/Lₐ, for a broad start", known.typicalExponent()));
        double bound = FRONT * Math.exp(logUnit(scene) - Math.log(scene.shear() * scene.time()));
        double share = scene.speeds().below(Speeds.Quantity.ACROSS, bound);
        facts.add(Fact.of("front", "share of the front times ln t", share * Math.log(scene.time())));
        facts.add(Fact.of("front_exact", "the same, for a broad start", known.front(FRONT)));
        double n = scene.engine().collisions();
        return Double.isNaN(now) ? new double[0] : new double[] {now - 1, n - known.collisions(), now, n};
    }

    /** ln (nu t)^(1/a), the logarithm of the speed of the front. */
    private double logUnit(Scene scene) {
        return Math.log(scene.rate() * scene.time()) / a;
    }

    /** Some particles in the coordinates ln |v₂| K t / (nu t)^(1/a) and ln |v₁| / (nu t)^(1/a). */
    private double[] front(Velocities v, Scene scene) {
        int count = Math.min(VelocitySight.SHOWN, v.count());
        double along = -logUnit(scene);
        double across = Math.log(scene.shear() * scene.time()) + along;
        double[] points = new double[2 * count];
        int known = 0;
        for (int i = 0; i < count; i++) {
            double x = Math.log(Math.abs(v.y()[i])) + across;
            double y = Math.log(Math.abs(v.x()[i])) + along;
            if (!Double.isFinite(x + y)) continue;
            points[known++] = x;
            points[known++] = y;
        }
        return Arrays.copyOf(points, known);
    }

    /** Where the front lies in the end: both coordinates are the same. */
    private static double[] diagonal(double[] points) {
        if (points.length == 0) return points;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < points.length; i += 2) {
            least = Math.min(least, points[i]);
            most = Math.max(most, points[i]);
        }
        return new double[] {least, least, most, most};
    }
}
