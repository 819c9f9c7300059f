package org.separatrix.labs.grokking;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.separatrix.compute.Matrix;
import org.separatrix.compute.PathPlane;
import org.separatrix.lab.Axis;
import org.separatrix.lab.Box;
import org.separatrix.lab.Landscape;
import org.separatrix.lab.Line;
import org.separatrix.lab.Mark;
import org.separatrix.lab.Series;
import org.separatrix.labs.grokking.theory.Moments;
import org.separatrix.labs.grokking.theory.QuarticPlane;
import org.separatrix.labs.grokking.theory.Trajectory;

/**
 * The losses of the network with a quadratic teacher on planes through its weights.
 *
 * @param task the network at its start
 * @param path its weights since
 * @param seed of the random planes
 */
record QuadraticLandscapes(QuadraticTask task, WeightPath path, long seed) {
    private static final double MARGIN = 0.5;

    /** The planes through the present weights, whose moments are given; those of a path where the run has moved. */
    List<Landscape> all(Moments now) {
        Trajectory trajectory = path.trajectory();
        List<double[]> points = trajectory.points();
        return Stream.of(
                        PathPlane.throughEnds(points)
                                .map(plane -> ofPath(
                                        trajectory,
                                        plane,
                                        "ends",
                                        "Loss from start to now",
                                        "from start to now",
                                        "across")),
                        PathPlane.principal(points)
                                .map(plane -> ofPath(
                                        trajectory,
                                        plane,
                                        "principal",
                                        "Loss in the path's plane",
                                        "first principal direction",
                                        "second")),
                        Optional.of(random(now)))
                .flatMap(Optional::stream)
                .toList();
    }

    private Landscape ofPath(Trajectory trajectory, PathPlane plane, String key, String title, String x, String y) {
        int last = plane.x().length - 1;
        return new Landscape(
                key,
                title,
                Axis.linear(x),
                Axis.linear(y),
                Axis.log("loss"),
                new Box(low(plane.x()), high(plane.x()), low(plane.y()), high(plane.y())),
                losses(trajectory.directions(plane)),
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
    private Landscape random(Moments now) {
        QuarticPlane.Directions directions = task.weights() == null
                ? isotropic(now)
                : QuarticPlane.neurons(path.weights(), direction("plane x"), direction("plane y"));
        return new Landscape(
                "random",
                "Loss in random directions",
                Axis.linear("a random direction"),
                Axis.linear("another"),
                Axis.log("loss"),
                new Box(-1, 1, -1, 1),
                losses(directions),
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

    /** Both losses, whose terms are gathered when one of them is first asked for. */
    private List<Landscape.Surface> losses(QuarticPlane.Directions directions) {
        var plane = new Supplier<QuarticPlane>() {
            private QuarticPlane known;

            @Override
            public synchronized QuarticPlane get() {
                if (known == null) known = QuarticPlane.of(task.problem(), task.start(), directions);
                return known;
            }
        };
        return List.of(
                new Landscape.Surface(
                        Series.of("train", "Training loss", 0),
                        (x, y) -> plane.get().trainAt(x, y)),
                new Landscape.Surface(
                        Series.of("test", "Test loss", 1), (x, y) -> plane.get().testAt(x, y)));
    }
}
