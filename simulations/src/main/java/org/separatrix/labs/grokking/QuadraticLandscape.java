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
import org.separatrix.labs.grokking.theory.Problem;
import org.separatrix.labs.grokking.theory.QuarticPlane;
import org.separatrix.labs.grokking.theory.TrajectoryPlane;

/** The losses of the network with a quadratic teacher on planes through its weights. */
final class QuadraticLandscape {
    private QuadraticLandscape() {}

    /** The plane of the path: 0 is the first state, 1 the present one. */
    static Optional<Landscape> ofTrajectory(
            Problem problem, Moments start, List<Matrix> states, double[] ones, Knobs.Surface surface) {
        TrajectoryPlane plane = TrajectoryPlane.of(states, ones);
        if (plane == null) return Optional.empty();
        double low = Arrays.stream(plane.y()).min().orElse(0);
        double high = Arrays.stream(plane.y()).max().orElse(0);
        return Optional.of(landscape(
                QuarticPlane.of(problem, start, plane.directions()),
                surface,
                "from the first weights to the present ones",
                "across, along what varies most",
                new Box(-0.5, 1.5, Math.min(low, 0) - 0.5, Math.max(high, 0) + 0.5),
                List.of(new Line("path", Line.Role.ORBIT, plane.x(), plane.y())),
                List.of(new Mark("start", Mark.Role.START, 0, 0), new Mark("now", Mark.Role.NOW, 1, 0))));
    }

    /** A plane in two random directions, in which each neuron's move is as long as its weights. */
    static Landscape random(Problem problem, Moments start, Matrix weights, long seed, Knobs.Surface surface) {
        Matrix first = normalised(QuadraticTask.gaussian(seed, "plane x", weights.rows(), weights.columns()), weights);
        Matrix second = normalised(QuadraticTask.gaussian(seed, "plane y", weights.rows(), weights.columns()), weights);
        return random(QuarticPlane.of(problem, start, QuarticPlane.neurons(weights, first, second)), surface);
    }

    /** The same for infinitely many neurons, where every random plane is alike. */
    static Landscape random(Problem problem, Moments start, Moments now, Knobs.Surface surface) {
        int d = problem.dimension();
        Matrix isotropic = Matrix.identity(d).scaled(now.second().trace() / d);
        return random(
                QuarticPlane.of(problem, start, new QuarticPlane.Directions() {
                    @Override
                    public double[] mean(int k) {
                        return k == 0 ? now.mean() : new double[d];
                    }

                    @Override
                    public Matrix product(int k, int l) {
                        if (k != l) return Matrix.zero(d, d);
                        return k == 0 ? now.second() : isotropic;
                    }
                }),
                surface);
    }

    private static Landscape random(QuarticPlane plane, Knobs.Surface surface) {
        return landscape(
                plane,
                surface,
                "a random direction",
                "another",
                new Box(-1, 1, -1, 1),
                List.of(),
                List.of(new Mark("now", Mark.Role.NOW, 0, 0)));
    }

    private static Matrix normalised(Matrix direction, Matrix weights) {
        double[] factors = new double[weights.rows()];
        for (int i = 0; i < factors.length; i++) factors[i] = norm(weights.row(i)) / norm(direction.row(i));
        return direction.scaleRows(factors);
    }

    private static double norm(double[] x) {
        double sum = 0;
        for (double value : x) sum += value * value;
        return Math.sqrt(sum);
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
