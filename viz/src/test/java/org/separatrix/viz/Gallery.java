package org.separatrix.viz;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.separatrix.lab.Axis;
import org.separatrix.lab.Bars;
import org.separatrix.lab.Box;
import org.separatrix.lab.Cloud;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Curves;
import org.separatrix.lab.Data;
import org.separatrix.lab.Event;
import org.separatrix.lab.Experiment;
import org.separatrix.lab.Facts;
import org.separatrix.lab.Field;
import org.separatrix.lab.Laboratory;
import org.separatrix.lab.Line;
import org.separatrix.lab.Mark;
import org.separatrix.lab.Metric;
import org.separatrix.lab.Observable;
import org.separatrix.lab.Parameter;
import org.separatrix.lab.PhaseDiagram;
import org.separatrix.lab.Portrait;
import org.separatrix.lab.Preset;
import org.separatrix.lab.Series;
import org.separatrix.lab.Settings;
import org.separatrix.lab.SnapshotBuilder;
import org.separatrix.lab.Spectrum;
import org.separatrix.lab.Status;
import org.separatrix.lab.Title;
import org.separatrix.run.Recording;
import org.separatrix.run.Run;

/** A laboratory whose observables are plain functions of time, one of every kind. */
final class Gallery implements Laboratory {
    static final Parameter<Double> RATE =
            Parameter.log("rate", "ρ", "rate", 0.01, 100, 1).meaning("How fast everything goes.");

    static final Curves LOSS = new Curves(
            "loss",
            "Loss",
            Axis.log("time τ"),
            Axis.log("E"),
            List.of(Series.withTheory("train", "train", 0), Series.withTheory("test", "test", 1)));
    static final Curves OVERLAP = new Curves(
            "overlap",
            "Feature learning",
            Axis.linear("time τ"),
            Axis.linear("overlap"),
            List.of(Series.withTheory("teacher", "overlap with teacher", 4), Series.of("first", "λ₁ (relative)", 5)));
    static final Curves UNBOUNDED = new Curves(
            "unbounded",
            "Residual",
            Axis.log("time τ"),
            Axis.log("r"),
            List.of(Series.withTheory("residual", "residual", 0, "guaranteed bound")));
    static final Curves CAUSES = new Curves(
            "causes",
            "Test loss, by cause",
            Axis.log("time τ"),
            Axis.linear("E"),
            List.of(
                    Series.of("scale", "scale", 2),
                    Series.of("misaligned", "misaligned", 1),
                    Series.of("linear", "linear", 3)),
            Curves.Style.STACKED);
    static final Curves MODES = new Curves(
            "modes",
            "Mode strengths",
            Axis.linear("time τ"),
            Axis.linear("s"),
            IntStream.range(0, 12)
                    .mapToObj(i -> Series.withTheory("s" + i, "s" + i, i))
                    .toList());
    static final Spectrum FEW = new Spectrum(
            "few",
            "Singular values of W",
            Axis.linear("singular value"),
            List.of(Series.withTheory("product", "product", 0), Series.of("layer", "first layer", 1)));
    static final Spectrum MANY = new Spectrum(
            "many", "Spectrum of M", Axis.linear("eigenvalue of M"), List.of(Series.withTheory("now", "now", 0)));
    static final Bars BARS = new Bars(
            "bars",
            "Learning time by depth",
            Axis.linear("depth"),
            List.of("2", "3", "4", "6", "8", "12"),
            Axis.linear("time"),
            List.of(Series.withTheory("gaussian", "Gaussian", 0), Series.withTheory("orthogonal", "orthogonal", 1)));
    static final Bars STACK = new Bars(
            "stack",
            "Water",
            Axis.linear("tone"),
            List.of("0", "1", "2", "3"),
            Axis.linear("power"),
            List.of(
                    Series.of("noise", "noise", 0),
                    Series.of("interference", "interference", 1),
                    Series.withTheory("power", "power", 4)),
            Bars.Style.STACKED);
    static final Field SIGNED = new Field(
            "signed", "Input-output map", Axis.linear("item"), Axis.linear("feature"), Axis.linear("strength"));
    static final Field POSITIVE = new Field("positive", "Density", Axis.linear("x"), Axis.log("y"), Axis.log("f"));
    static final Portrait PLANE = new Portrait(
            "plane", "Plane of two weights", Axis.linear("a"), Axis.linear("b"), new Box(-2, 2, -1.5, 2.5));
    static final Cloud CLOUD = new Cloud(
            "cloud",
            "Representations",
            List.of(Axis.linear("first component"), Axis.linear("second component")),
            List.of(
                    Series.of("animals", "animals", 0),
                    Series.of("plants", "plants", 1),
                    Series.of("stones", "stones", 2)));
    static final Cloud SPACE = new Cloud(
            "space",
            "Velocities",
            List.of(Axis.linear("vx"), Axis.linear("vy"), Axis.linear("vz")),
            List.of(Series.of("gas", "gas", 0)));
    static final Cloud RINGS = new Cloud(
            "rings",
            "Rings",
            List.of(Axis.linear("x"), Axis.linear("y")),
            List.of(Series.of("ring", "ring", 0), Series.of("same", "same", 1), Series.of("wide", "wide", 2)),
            Set.of("ring", "same", "wide"),
            true);
    static final Facts FACTS = new Facts("facts", "Now");

    static final List<Observable<?>> ALL = List.of(
            LOSS, OVERLAP, UNBOUNDED, CAUSES, MODES, FEW, MANY, BARS, STACK, SIGNED, POSITIVE, PLANE, CLOUD, SPACE,
            RINGS, FACTS);

    /** The recording of so many steps, each of which multiplies time by 1.02. */
    static Recording recorded(double rate, int steps) {
        var gallery = new Gallery();
        Settings settings = gallery.standard().with("rate", Double.toString(rate));
        try (Run run = Run.open(gallery, settings, Data.NONE, Compute.AUTO, Runnable::run)) {
            run.step(steps);
            return run.recording();
        }
    }

    @Override
    public Title title() {
        return new Title("gallery", "Gallery", "One of every kind.", "x = x", List.of());
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(RATE);
    }

    @Override
    public List<Observable<?>> observables(Settings settings) {
        return ALL;
    }

    @Override
    public List<Metric> metrics() {
        return List.of();
    }

    @Override
    public List<PhaseDiagram> diagrams() {
        return List.of();
    }

    @Override
    public List<Preset> presets() {
        return List.of(new Preset("plain", "Plain", "As it is.", Map.of(), 1e4));
    }

    @Override
    public Experiment open(Settings settings, Data data, Compute compute) {
        return new Shown(settings.get(RATE));
    }

    private static final class Shown implements Experiment {
        private final double rate;
        private double time = 1;

        Shown(double rate) {
            this.rate = rate;
        }

        @Override
        public double time() {
            return time;
        }

        @Override
        public void advance() {
            time *= 1.02;
        }

        @Override
        public void observe(SnapshotBuilder out) {
            double t = time * rate;
            double train = 1 / (1 + Math.pow(t / 50, 1.5));
            double test = 1.1 / (1 + Math.pow(t / 400, 1.4));
            out.put(
                    LOSS,
                    new Curves.Values(
                            new double[] {train * (1 + 0.04 * Math.sin(3 * Math.log(t))), test}, new double[] {
                                train, 1 / (1 + t / 500)
                            }));
            double sigmoid = 1 / (1 + Math.pow(t / 800, -2));
            out.put(
                    OVERLAP,
                    new Curves.Values(
                            new double[] {sigmoid, Math.min(1, t / 9000)},
                            new double[] {sigmoid * 0.98, Double.NaN},
                            new double[] {Double.NaN, 0.04}));
            out.put(UNBOUNDED, new Curves.Values(new double[] {Math.exp(-t / 900)}, new double[] {Double.NaN}));
            out.put(
                    CAUSES,
                    new Curves.Values(
                            new double[] {
                                0.2 * Math.exp(-t / 100),
                                0.6 * Math.exp(-t / 700),
                                0.15 * (1 - Math.exp(-t / 60)) * Math.exp(-t / 900)
                            },
                            new double[] {Double.NaN, Double.NaN, Double.NaN}));
            double[] modes = new double[12];
            Arrays.setAll(modes, i -> (3 - i * 0.2) / (1 + 200 * Math.exp(-(3 - i * 0.2) * t / 600)));
            double[] exact = new double[12];
            Arrays.setAll(exact, i -> modes[i] * 1.01);
            out.put(MODES, new Curves.Values(modes, exact));
            if (t > 50) out.event(new Event(50 / rate, "fitted", "fitted"));
            if (t > 70) out.event(new Event(70 / rate, "half", "half-way"));
            if (t > 900) out.event(new Event(900 / rate, "grokked", "grokked"));
            if (out.detailed()) details(out, t, modes);
        }

        private static void details(SnapshotBuilder out, double t, double[] modes) {
            var random = new Random(3);
            double[] product = Arrays.copyOf(modes, 8);
            double[] layer = Arrays.stream(product).map(Math::sqrt).toArray();
            double[] nothing = {};
            var none = new Line[] {null, null};
            out.put(
                    FEW,
                    new Spectrum.Values(
                            List.of(product, layer),
                            List.of(Arrays.stream(product).map(x -> x * 1.02).toArray(), nothing),
                            Arrays.asList(none)));
            double[] many = IntStream.range(0, 200)
                    .mapToDouble(i -> 1 + Math.cos(Math.PI * (i + 0.5) / 200) + 0.05 * random.nextGaussian())
                    .toArray();
            many[0] = 2.6 + t;
            double[] x = IntStream.range(1, 100).mapToDouble(i -> i * 0.02).toArray();
            double[] density = Arrays.stream(x)
                    .map(v -> 1 / (Math.PI * Math.sqrt(v * (2 - v))))
                    .toArray();
            out.put(
                    MANY,
                    new Spectrum.Values(
                            List.of(many),
                            List.of(nothing),
                            List.of(new Line("arcsine", Line.Role.THEORY, x, density))));
            out.put(
                    BARS,
                    new Bars.Values(
                            new double[][] {{2.1, 3.3, 4.9, 7.2, 9.9, 15.5}, {2, 2.1, 2.3, 2.6, 2.7, 2.9}},
                            new double[][] {{2, 3.2, 5, 7.5, 10, 15}, {2, 2.2, 2.3, 2.5, 2.7, Double.NaN}}));
            double[] silent = {Double.NaN, Double.NaN, Double.NaN, Double.NaN};
            out.put(
                    STACK,
                    new Bars.Values(
                            new double[][] {{1, 0.5, 2, 40}, {0.5, 1, 0.4, 1}, {1.5, 1.5, 0.6, 0}},
                            new double[][] {silent, silent, {3, 3, 3, 3}}));
            double grown = 1 - Math.exp(-t / 500);
            out.put(SIGNED, grid(8, 12, (i, j) -> grown * ((i * 12 / 8) == j ? 1 : Math.sin(i * 1.7 + j))));
            double[] gx = IntStream.range(0, 60).mapToDouble(i -> -3 + i * 0.1).toArray();
            double[] gy = IntStream.range(0, 40)
                    .mapToDouble(i -> Math.pow(10, -2 + i * 0.1))
                    .toArray();
            double[] f = new double[gx.length * gy.length];
            for (int i = 0; i < gy.length; i++)
                for (int j = 0; j < gx.length; j++)
                    f[i * gx.length + j] = Math.exp(-gx[j] * gx[j] - Math.pow(Math.log(gy[i]), 2) / 4);
            out.put(POSITIVE, new Field.Values(gx, gy, f));
            out.put(PLANE, plane(t));
            out.put(
                    CLOUD,
                    new Cloud.Values(List.of(
                            points(random, 0.5, 0.4, grown),
                            points(random, -0.6, 0.1, grown),
                            points(random, 0, -0.7, grown))));
            double[] gas = new double[3 * 3000];
            Arrays.setAll(gas, i -> random.nextGaussian());
            out.put(SPACE, new Cloud.Values(List.of(gas)));
            out.put(RINGS, new Cloud.Values(List.of(ring(1), ring(1), ring(2))));
            out.put(
                    FACTS,
                    new Facts.Values(List.of(
                            Facts.Fact.of("train", "train loss", 6.3e-5),
                            Facts.Fact.of("test", "test loss", 1.4e-3),
                            Facts.Fact.of("delay", "delay (decades)", 0.68),
                            Facts.Fact.of("stability", "step size", "stable", Facts.Light.GOOD),
                            Facts.Fact.of("edge", "curvature", "near the edge", Facts.Light.WARNING),
                            Facts.Fact.of("balance", "balanced start", "no", Facts.Light.BAD))));
        }

        private static double[] ring(double radius) {
            double[] points = new double[2 * 65];
            for (int i = 0; i <= 64; i++) {
                points[2 * i] = radius * Math.cos(Math.PI * i / 32);
                points[2 * i + 1] = radius * Math.sin(Math.PI * i / 32);
            }
            return points;
        }

        private static double[] points(Random random, double x, double y, double grown) {
            double[] points = new double[2 * 60];
            for (int i = 0; i < points.length; i += 2) {
                points[i] = grown * x + 0.08 * random.nextGaussian();
                points[i + 1] = grown * y + 0.08 * random.nextGaussian();
            }
            return points;
        }

        private interface Cell {
            double at(int i, int j);
        }

        private static Field.Values grid(int rows, int columns, Cell cell) {
            double[] value = new double[rows * columns];
            for (int i = 0; i < rows; i++) for (int j = 0; j < columns; j++) value[i * columns + j] = cell.at(i, j);
            return new Field.Values(
                    IntStream.rangeClosed(1, columns).mapToDouble(i -> i).toArray(),
                    IntStream.rangeClosed(1, rows).mapToDouble(i -> i).toArray(),
                    value);
        }

        /** Which minimum a start leads to. */
        private static Field.Values basins() {
            double[] a =
                    IntStream.range(0, 40).mapToDouble(i -> -1.95 + 0.1 * i).toArray();
            double[] b =
                    IntStream.range(0, 40).mapToDouble(i -> -1.45 + 0.1 * i).toArray();
            double[] ends = new double[a.length * b.length];
            for (int i = 0; i < ends.length; i++) ends[i] = a[i % a.length] + b[i / a.length] > 0 ? 0 : 1;
            return new Field.Values(a, b, ends);
        }

        private static Portrait.Values plane(double t) {
            double[] up = IntStream.range(0, 100)
                    .mapToDouble(i -> 0.3 * Math.pow(2 / 0.3, i / 99.0))
                    .toArray();
            double[] down = Arrays.stream(up).map(a -> -a).toArray();
            int steps = (int) Math.clamp(t / 20, 2, 400);
            double[] a = new double[steps];
            double[] b = new double[steps];
            a[0] = -1.2;
            b[0] = 1.5;
            for (int i = 1; i < steps; i++) {
                a[i] = a[i - 1] + 0.02 * b[i - 1] * (1 - a[i - 1] * b[i - 1]);
                b[i] = b[i - 1] + 0.02 * a[i - 1] * (1 - a[i - 1] * b[i - 1]);
            }
            return new Portrait.Values(
                    (x, y, out) -> {
                        out[0] = y * (1 - x * y);
                        out[1] = x * (1 - x * y);
                    },
                    List.of(
                            new Line("minima", Line.Role.EQUILIBRIA, up, inverse(up)),
                            new Line("", Line.Role.EQUILIBRIA, down, inverse(down)),
                            new Line("separatrix", Line.Role.SEPARATRIX, new double[] {-3, 3}, new double[] {3, -3}),
                            new Line("simulation", Line.Role.ORBIT, a, b),
                            new Line(
                                    "exact",
                                    Line.Role.THEORY,
                                    a,
                                    Arrays.stream(b).map(y -> y + 0.01).toArray())),
                    List.of(
                            new Mark("saddle", Mark.Role.SADDLE, 0, 0),
                            new Mark("", Mark.Role.START, a[0], b[0]),
                            new Mark("", Mark.Role.STABLE, 1, 1),
                            new Mark("now", Mark.Role.NOW, a[steps - 1], b[steps - 1])),
                    Optional.of(basins()));
        }

        private static double[] inverse(double[] x) {
            return Arrays.stream(x).map(v -> 1 / v).toArray();
        }

        @Override
        public Status status() {
            return Status.RUNNING;
        }

        @Override
        public void change(Settings settings) {
            throw new IllegalStateException("nothing here is live");
        }
    }
}
