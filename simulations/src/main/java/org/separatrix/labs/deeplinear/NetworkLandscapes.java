package org.separatrix.labs.deeplinear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.separatrix.compute.Matrix;
import org.separatrix.compute.PathPlane;
import org.separatrix.compute.RandomMatrices;
import org.separatrix.compute.RandomStream;
import org.separatrix.lab.Axis;
import org.separatrix.lab.Box;
import org.separatrix.lab.Landscape;
import org.separatrix.lab.Line;
import org.separatrix.lab.Mark;
import org.separatrix.labs.deeplinear.theory.LossPlane;

/** The loss of a network on planes through its weights: of its two strongest modes, of its path, and random ones. */
final class NetworkLandscapes {
    /** The depth beyond which the loss has too many terms to be had at once. */
    private static final int DEEPEST = 6;

    /** The number of weights beyond which a path would take too much memory. */
    private static final int LARGEST = 1 << 15;

    private static final double MARGIN = 0.4;

    private final NetworkTask task;
    private final long seed;
    private final List<double[]> states;

    /** @param states the weights on the way to the present ones, oldest first */
    NetworkLandscapes(NetworkTask task, long seed, List<double[]> states) {
        this.task = task;
        this.seed = seed;
        this.states = states;
    }

    /** Whether the planes of the path of so large a network can be afforded. */
    static boolean affordable(int depth, int size) {
        return depth <= DEEPEST && size <= LARGEST;
    }

    /** The landscapes that there are. */
    List<Landscape> all() {
        var all = new ArrayList<Landscape>();
        modes(all);
        if (!affordable(task.widths().length - 1, states.getFirst().length)) return all;
        PathPlane.throughEnds(states)
                .ifPresent(
                        plane -> all.add(on(plane, "ends", "Loss from start to now", "from start to now", "across")));
        PathPlane.principal(states)
                .ifPresent(plane -> all.add(
                        on(plane, "principal", "Loss in the path's plane", "first principal direction", "second")));
        all.add(random());
        return all;
    }

    /** The loss over the plane that scales the two strongest modes in every layer of the balanced minimum. */
    private void modes(List<Landscape> all) {
        double[] s = task.target().s();
        if (s.length < 2 || !task.white() || s[1] == 0) return;
        int depth = task.widths().length - 1;
        double[] x = new double[states.size()];
        double[] y = new double[states.size()];
        for (int k = 0; k < x.length; k++) {
            double[] u = task.target().strengths(map(layers(states.get(k))));
            x[k] = root(u[0] / s[0], depth);
            y[k] = root(u[1] / s[1], depth);
        }
        all.add(Landscape.of(
                "modes",
                "Loss over two modes",
                Axis.linear("u₁ in every layer, relative"),
                Axis.linear("u₂ in every layer, relative"),
                Axis.linear("E"),
                new Box(-0.3, 1.3, -0.3, 1.3),
                (a, b) -> {
                    double first = s[0] * (1 - Math.pow(a, depth));
                    double second = s[1] * (1 - Math.pow(b, depth));
                    return (first * first + second * second) / 2;
                },
                List.of(new Line("path", Line.Role.ORBIT, x, y)),
                List.of(
                        new Mark("minimum", Mark.Role.STABLE, 1, 1),
                        new Mark("", Mark.Role.SADDLE, 0, 0),
                        new Mark("", Mark.Role.SADDLE, 1, 0),
                        new Mark("", Mark.Role.SADDLE, 0, 1),
                        new Mark("now", Mark.Role.NOW, x[x.length - 1], y[y.length - 1]))));
    }

    private static double root(double ratio, int depth) {
        return Math.copySign(Math.pow(Math.abs(ratio), 1.0 / depth), ratio);
    }

    private Landscape on(PathPlane plane, String key, String title, String x, String y) {
        int last = plane.x().length - 1;
        return Landscape.of(
                key,
                title,
                Axis.linear(x),
                Axis.linear(y),
                Axis.log("E"),
                around(plane),
                loss(layers(plane.origin()), layers(plane.along()), layers(plane.across())),
                List.of(new Line("path", Line.Role.ORBIT, plane.x(), plane.y())),
                List.of(
                        new Mark("start", Mark.Role.START, plane.x()[0], plane.y()[0]),
                        new Mark("now", Mark.Role.NOW, plane.x()[last], plane.y()[last])));
    }

    private static Box around(PathPlane plane) {
        double minX = Arrays.stream(plane.x()).min().orElseThrow();
        double maxX = Arrays.stream(plane.x()).max().orElseThrow();
        double minY = Arrays.stream(plane.y()).min().orElseThrow();
        double maxY = Arrays.stream(plane.y()).max().orElseThrow();
        return new Box(minX - MARGIN, maxX + MARGIN, minY - MARGIN, maxY + MARGIN);
    }

    /** Two random directions in which the weights of every unit are as long as they are now. */
    private Landscape random() {
        List<Matrix> now = layers(states.getLast());
        return Landscape.of(
                "random",
                "Loss in random directions",
                Axis.linear("a random direction"),
                Axis.linear("another"),
                Axis.log("E"),
                new Box(-1, 1, -1, 1),
                loss(now, normalised("landscape x", now), normalised("landscape y", now)),
                List.of(),
                List.of(new Mark("now", Mark.Role.NOW, 0, 0)));
    }

    private List<Matrix> normalised(String purpose, List<Matrix> weights) {
        var directions = new ArrayList<Matrix>();
        for (int l = 0; l < weights.size(); l++) {
            Matrix w = weights.get(l);
            Matrix drawn = RandomMatrices.gaussian(w.rows(), w.columns(), 1, RandomStream.of(seed, purpose, l));
            double[] factors = new double[w.rows()];
            for (int i = 0; i < factors.length; i++) factors[i] = norm(w.row(i)) / norm(drawn.row(i));
            directions.add(drawn.scaleRows(factors));
        }
        return directions;
    }

    private static double norm(double[] x) {
        double sum = 0;
        for (double value : x) sum += value * value;
        return Math.sqrt(sum);
    }

    /** The loss, whose terms are gathered when it is first asked for. */
    private Landscape.Function loss(List<Matrix> weights, List<Matrix> along, List<Matrix> across) {
        return new Landscape.Function() {
            private LossPlane plane;

            @Override
            public synchronized double at(double x, double y) {
                if (plane == null) plane = LossPlane.of(weights, along, across, task.syx(), task.sxx());
                return plane.at(x, y);
            }
        };
    }

    private List<Matrix> layers(double[] state) {
        int[] widths = task.widths();
        var layers = new ArrayList<Matrix>();
        int from = 0;
        for (int l = 1; l < widths.length; l++) {
            int to = from + widths[l] * widths[l - 1];
            layers.add(Matrix.of(widths[l], widths[l - 1], Arrays.copyOfRange(state, from, to)));
            from = to;
        }
        return layers;
    }

    private static Matrix map(List<Matrix> layers) {
        Matrix map = layers.getFirst();
        for (Matrix layer : layers.subList(1, layers.size())) map = layer.times(map);
        return map;
    }
}
