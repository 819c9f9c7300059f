package org.separatrix.labs.boltzmann;

import java.util.ArrayList;
import java.util.List;
import org.separatrix.compute.Kernels;
import org.separatrix.compute.Selection;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Data;
import org.separatrix.lab.Experiment;
import org.separatrix.lab.Facts;
import org.separatrix.lab.Facts.Fact;
import org.separatrix.lab.Landscape;
import org.separatrix.lab.Settings;
import org.separatrix.lab.SnapshotBuilder;
import org.separatrix.lab.Status;

/** Velocities under a homogeneous deformation, step by step. What is to be seen of them, its {@link Sight}s tell. */
final class ShearExperiment implements Experiment {
    /** Beyond this the squares of velocities would leave the numbers. */
    private static final double FASTEST = 1e140;

    private static final double LATEST = 1e290;
    private static final int STEPS_BETWEEN_CHECKS = 16;

    private final View view;
    private final Selection selection;
    private final VelocitySight velocities;
    private final List<Sight> sights;
    private final boolean hardAndFree;
    private Scene scene;
    private long steps;
    private Status status = Status.RUNNING;

    ShearExperiment(Settings settings, Data data, Compute compute) {
        view = View.of(settings);
        selection = Kernels.of(compute);
        scene = Opening.scene(settings, data, selection);
        hardAndFree = scene.gas() && scene.gamma() > 0 && !settings.get(Knobs.THERMOSTAT);
        velocities = new VelocitySight(view, selection.crew());
        sights = sights();
    }

    private List<Sight> sights() {
        var all = new ArrayList<Sight>();
        // What is said of the thresholds comes first.
        all.add(new TailSight(view));
        all.add(new MomentSight(view));
        all.add(new SpeedSight(view));
        all.add(velocities);
        if (view.maxwell())
            all.add(new SpectrumSight(view, new MomentRates(scene.gas(), scene.scattering(), scene.theta())));
        if (view.soft()) all.add(new SoftSight(view, selection.crew(), scene.gamma()));
        if (scene.gas()) all.add(new HeatSight());
        return List.copyOf(all);
    }

    @Override
    public double time() {
        return scene.time();
    }

    Velocities velocities() {
        return scene.velocities();
    }

    @Override
    public void advance() {
        double dt = Strides.of(scene.settings()).at(time());
        // A hot gas of hard particles collides faster: steps stay a share of the time between collisions.
        if (hardAndFree)
            dt *= Math.min(1, Math.exp(-scene.gamma() * scene.engine().logScale()));
        if (scene.deformation().volume(time() + dt) <= 0) {
            status = Status.FINISHED;
            return;
        }
        scene.engine().advance(dt);
        scene.exact().advance(dt);
        for (Sight sight : sights) sight.advance(scene);
        steps++;
        if (time() > LATEST) status = Status.FINISHED;
        if (scene.gamma() == 0 && steps % STEPS_BETWEEN_CHECKS == 0) check();
    }

    private void check() {
        double largest = 0;
        for (double value : velocities().x()) largest = Math.max(largest, Math.abs(value));
        if (largest > FASTEST)
            status = new Status.Diverged(
                    "the fastest particle has passed 1e140: above the last threshold nothing is stationary");
    }

    @Override
    public void observe(SnapshotBuilder out) {
        if (!out.curves()) return;
        scene.measure();
        var facts = new ArrayList<Fact>();
        for (Sight sight : sights) sight.observe(scene, out, facts);
        if (out.detailed()) out.put(view.now(), new Facts.Values(facts));
    }

    @Override
    public List<Landscape> landscapes() {
        scene.measure();
        return velocities.landscapes(scene);
    }

    @Override
    public Status status() {
        return status;
    }

    @Override
    public void change(Settings settings) {
        boolean flows = settings.get(Knobs.SHEAR).equals(scene.settings().get(Knobs.SHEAR))
                && settings.get(Knobs.RATE).equals(scene.settings().get(Knobs.RATE));
        scene = flows ? scene.with(settings) : Opening.turned(scene, settings);
    }

    @Override
    public void close() {
        selection.close();
    }
}
