package org.separatrix.labs.bowl;

import java.util.Arrays;
import java.util.List;
import org.separatrix.lab.Axis;
import org.separatrix.lab.Box;
import org.separatrix.lab.Curves;
import org.separatrix.lab.Data;
import org.separatrix.lab.Experiment;
import org.separatrix.lab.Facts;
import org.separatrix.lab.Landscape;
import org.separatrix.lab.Line;
import org.separatrix.lab.Mark;
import org.separatrix.lab.Portrait;
import org.separatrix.lab.Settings;
import org.separatrix.lab.SnapshotBuilder;
import org.separatrix.lab.Status;

/** The position of one ball in the bowl. */
final class BowlExperiment implements Experiment {
    private final double kappa;
    private final double startX;
    private final double startY;
    private double eta;
    private double x;
    private double y;
    private double time;

    BowlExperiment(Settings settings, Data data) {
        double[] start = data.vector("start", 2).orElseGet(() -> drawn(settings.seed()));
        kappa = settings.get(BowlLaboratory.KAPPA);
        eta = settings.get(BowlLaboratory.ETA);
        startX = start[0];
        startY = start[1];
        x = startX;
        y = startY;
    }

    /** A point on the circle of radius 2, at the golden angle for each seed. */
    private static double[] drawn(long seed) {
        double angle = seed * Math.PI * (3 - Math.sqrt(5));
        return new double[] {2 * Math.cos(angle), 2 * Math.sin(angle)};
    }

    @Override
    public double time() {
        return time;
    }

    @Override
    public void advance() {
        x -= eta * x;
        y -= eta * kappa * y;
        time += eta;
    }

    @Override
    public void observe(SnapshotBuilder out) {
        double exactX = startX * Math.exp(-time);
        double exactY = startY * Math.exp(-kappa * time);
        out.put(BowlLaboratory.LOSS, new Curves.Values(new double[] {loss(x, y)}, new double[] {loss(exactX, exactY)}));
        if (!out.detailed()) return;
        out.put(
                BowlLaboratory.PLANE,
                new Portrait.Values(
                        downhill(kappa),
                        List.of(new Line("exact", Line.Role.THEORY, exact(startX, 1), exact(startY, kappa))),
                        List.of(new Mark("", Mark.Role.STABLE, 0, 0), new Mark("now", Mark.Role.NOW, x, y))));
        out.put(
                BowlLaboratory.NOW,
                new Facts.Values(List.of(
                        Facts.Fact.of("loss", "loss", loss(x, y)),
                        Facts.Fact.of(
                                "stability",
                                "step size",
                                eta < 2 / Math.max(1, kappa) ? "stable" : "above 2/κ",
                                eta < 2 / Math.max(1, kappa) ? Facts.Light.GOOD : Facts.Light.BAD))));
    }

    private static Portrait.Flow downhill(double kappa) {
        return (x, y, velocity) -> {
            velocity[0] = -x;
            velocity[1] = -kappa * y;
        };
    }

    private static double[] exact(double start, double rate) {
        double[] path = new double[100];
        Arrays.setAll(path, i -> start * Math.exp(-rate * i * 0.05));
        return path;
    }

    private double loss(double atX, double atY) {
        return (atX * atX + kappa * atY * atY) / 2;
    }

    @Override
    public Status status() {
        if (loss(x, y) < 1e-24) return new Status.Converged("the ball lies at the bottom");
        if (loss(x, y) > 1e12)
            return new Status.Diverged("the step size " + eta + " is above the stability limit 2/κ = " + 2 / kappa);
        return Status.RUNNING;
    }

    @Override
    public void change(Settings settings) {
        eta = settings.get(BowlLaboratory.ETA);
    }

    @Override
    public List<Landscape> landscapes() {
        return List.of(Landscape.of(
                "plane",
                "Loss",
                Axis.linear("x"),
                Axis.linear("y"),
                Axis.linear("E"),
                new Box(-2, 2, -2, 2),
                this::loss,
                List.of(),
                List.of(new Mark("now", Mark.Role.NOW, x, y))));
    }
}
