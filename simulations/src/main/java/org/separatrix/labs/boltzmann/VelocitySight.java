package org.separatrix.labs.boltzmann;

import java.util.Arrays;
import java.util.List;
import org.separatrix.compute.Crew;
import org.separatrix.lab.Axis;
import org.separatrix.lab.Box;
import org.separatrix.lab.Cloud;
import org.separatrix.lab.Facts.Fact;
import org.separatrix.lab.Field;
import org.separatrix.lab.Landscape;
import org.separatrix.lab.Line;
import org.separatrix.lab.SnapshotBuilder;
import org.separatrix.lab.Spectrum;

/** The law of the velocities itself: densities, marginals, particles in space, landscapes. */
final class VelocitySight implements Sight {
    /** How many particles are shown one by one. */
    static final int SHOWN = 4096;

    private static final double THERMAL_WIDTHS = 6;
    private static final double BULK_WIDTHS = 4;

    /** The median of |x| for a normal law of unit variance. */
    private static final double NORMAL_MEDIAN = 0.6744897502;

    private final View view;
    private final Densities densities;
    private final Trails trails = new Trails();

    VelocitySight(View view, Crew crew) {
        this.view = view;
        densities = new Densities(crew);
    }

    @Override
    public void advance(Scene scene) {
        trails.add(scene.velocities());
    }

    @Override
    public void observe(Scene scene, SnapshotBuilder out, List<Fact> facts) {
        if (!out.detailed()) return;
        out.put(view.density(), fixed(scene, halfWidth(scene)));
        out.put(view.scaled(), scaled(scene));
        Velocities v = scene.velocities();
        double across = Math.max(Double.MIN_NORMAL, scene.statistics().stress()[2]);
        out.put(
                view.marginals(),
                new Spectrum.Values(
                        List.of(sample(v.x()), sample(v.y())),
                        List.of(new double[0], new double[0]),
                        List.of(
                                Densities.normal("Maxwellian", scene.equilibrium()),
                                Densities.normal("Maxwellian of P₂₂", across))));
        out.put(view.particles(), new Cloud.Values(List.of(cloud(v), trails.points(v.count()))));
    }

    /** Half the width of the grid: some thermal speeds, of the bath or of the particles. */
    private static double halfWidth(Scene scene) {
        return THERMAL_WIDTHS * (scene.gas() ? 1 : Math.sqrt(scene.theta()));
    }

    private Field.Values fixed(Scene scene, double half) {
        Velocities v = scene.velocities();
        return densities.density(v.count(), side(v.x(), 1, half), side(v.y(), 1, half));
    }

    /** Each component in units of its bulk width, which has a meaning where its variance has none. */
    private Field.Values scaled(Scene scene) {
        Velocities v = scene.velocities();
        double along = scene.speeds().median(Speeds.Quantity.ALONG) / NORMAL_MEDIAN;
        double across = scene.speeds().median(Speeds.Quantity.ACROSS) / NORMAL_MEDIAN;
        return densities.density(v.count(), side(v.x(), along, BULK_WIDTHS), side(v.y(), across, BULK_WIDTHS));
    }

    private static Densities.Side side(double[] component, double unit, double half) {
        return new Densities.Side(Densities.Coordinate.component(component), unit, -half, half);
    }

    /** Some of the values, descending. */
    private static double[] sample(double[] values) {
        return Spectrum.descending(Arrays.copyOf(values, Math.min(SHOWN, values.length)));
    }

    private static double[] cloud(Velocities v) {
        int count = Math.min(SHOWN, v.count());
        double[] points = new double[3 * count];
        for (int i = 0; i < count; i++) {
            points[3 * i] = v.x()[i];
            points[3 * i + 1] = v.y()[i];
            points[3 * i + 2] = v.z()[i];
        }
        return points;
    }

    /** Minus the logarithm of each density, of a scene just measured; none where particles are too close for one. */
    List<Landscape> landscapes(Scene scene) {
        double half = Math.max(halfWidth(scene), THERMAL_WIDTHS * Math.sqrt(scene.bulk()));
        int count = scene.velocities().count();
        var surface = LogDensity.of(fixed(scene, half), count);
        var scaledSurface = LogDensity.of(scaled(scene), count);
        if (!surface.hasSurface() || !scaledSurface.hasSurface()) return List.of();
        return List.of(
                landscape("density", "−ln f(v₁, v₂)", view.density(), half, surface, canyon(scene, half)),
                landscape("scaled", "−ln f, scaled", view.scaled(), BULK_WIDTHS, scaledSurface, List.of()));
    }

    private static Landscape landscape(
            String key, String title, Field field, double half, LogDensity surface, List<Line> lines) {
        var box = new Box(-half, half, -half, half);
        return Landscape.of(key, title, field.x(), field.y(), Axis.linear("−ln f"), box, surface, lines, List.of());
    }

    /** Where v₁ is on average, given v₂, in the stationary state: the floor of the canyon that shear makes. */
    private List<Line> canyon(Scene scene, double half) {
        if (!view.maxwell() || scene.gas()) return List.of();
        double slope = -scene.shear() / (scene.scattering().decay() * scene.rate());
        double end = half / Math.max(1, Math.abs(slope));
        return List.of(new Line(
                "canyon", Line.Role.THEORY, new double[] {-end * slope, end * slope}, new double[] {-end, end}));
    }
}
