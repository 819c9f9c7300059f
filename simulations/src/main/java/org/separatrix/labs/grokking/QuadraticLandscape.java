package org.separatrix.labs.grokking;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.separatrix.compute.Matrix;
import org.separatrix.lab.Axis;
import org.separatrix.lab.Box;
import org.separatrix.lab.Landscape;
import org.separatrix.lab.Line;
import org.separatrix.lab.Mark;
import org.separatrix.labs.grokking.theory.Moments;
import org.separatrix.labs.grokking.theory.QuarticPlane;
import org.separatrix.labs.grokking.theory.TrajectoryPlane;

/**
 * The losses of the network with a quadratic teacher on planes through its weights.
 *
 * @param task the network at its start
 * @param path its weights since
 * @param seed of the random planes
 */
record QuadraticLandscape(QuadraticTask task, WeightPath path, long seed) {
    private static final double MARGIN = 0.5;

    /** A plane through the present weights, whose moments are given; empty where the run has not moved yet. */
    Optional<Landscape> on(Knobs.PlaneKind plane, Moments now, Knobs.Surface surface) {
        return switch (plane) {
            case TRAJECTORY ->
                TrajectoryPlane.throughStartAndPresent(path.states())
                        .map(found -> ofPath(
                                found,
                                "from the first weights to the present ones",
                                "across, what varies most",
                                surface));
            case PRINCIPAL ->
                TrajectoryPlane.ofPrincipalDirections(path.states())
                        .map(found -> ofPath(found, "leading principal direction of the path", "second one", surface));
            case RANDOM -> Optional.of(random(now, surface));
        };
    }

    private Landscape ofPath(TrajectoryPlane plane, String x, String y, Knobs.Surface surface) {
        int last = plane.x().length - 1;
        return landscape(
                QuarticPlane.of(task.problem(), task.start(), plane.directions()),
                surface,
                x,
                y,
                new Box(low(plane.x()), high(plane.x()), low(plane.y()), high(plane.y())),
                List.of(new Line("path", Line.Role.ORBIT, plane.x(), plane.y())),
                List.of(
                        new Mark("start", Mark.Role.START, plane.x()[0], plane.y()[0]),
                        new Mark("now", Mark.Role.NOW, plane.x()[last], plane.y()[last])));
    }

    private static double low(double[] values) {
        return Math.min(Arrays.stream(values).min().orElse(0), 0) - MARGIN;
    }

    private static double high(double[] values) {
        return Math.max(Arrays.stream(values).max().orElse(0), 0) + MARGIN;
    }

    /**
     * A plane in two random directions, in which each neuron's move is as long as its weights; for infinitely many
     * neurons every such plane is alike.
     */
    private Landscape random(Moments now, Knobs.Surface surface) {
        QuarticPlane.Directions directions = task.weights() == null
                ? isotropic(now)
                : QuarticPlane.neurons(path.weights(), direction("plane x"), direction("plane y"));
        return landscape(
                QuarticPlane.of(task.problem(), task.start(), directions),
                surface,
                "a random direction",
                "another",
                new Box(-1, 1, -1, 1),
                List.of(),
                List.of(new Mark("now", Mark.Role.NOW, 0, 0)));
    }

    private static QuarticPlane.Directions isotropic(Moments now) {
        int d = now.mean().length;
        Matrix isotropic = Matrix.identity(d).scaled(now.second().trace() / d);
        return new QuarticPlane.Directions() {
            @Override
            public double[] mean(int k) {
                return k == 0 ? now.mean() : new double[d];
            }

            @Override
            public Matrix product(int k, int l) {
                if (k != l) return Matrix.zero(d, d);
                return k == 0 ? now.second() : isotropic;
            }
        };
    }

    private Matrix direction(String purpose) {
        Matrix weights = path.weights();
        Matrix direction = QuadraticTask.gaussian(seed, purpose, weights.rows(), weights.columns());
        double[] factors = new double[weights.rows()];
        for (int i = 0; i < factors.length; i++) factors[i] = norm(weights.row(i)) / norm(direction.row(i));
        return direction.scaleRows(factors);
    }

    private static double norm(double[] x) {
        return Math.sqrt(Arrays.stream(x).map(value -> value * value).sum());
    }

    private static Landscape landscape(
            QuarticPlane plane, Knobs.Surface surface, String x, String y, Box box, List<Line> path, List<Mark> marks) {
        boolean test = surface == Knobs.Surface.TEST;
        return new Landscape(
                test ? "Test loss" : "Training loss",
                Axis.linear(x),
                Axis.linear(y),
                Axis.log(surface.label()),
                box,
                test ? plane::testAt : plane::trainAt,
                path,
                marks);
    }
}
