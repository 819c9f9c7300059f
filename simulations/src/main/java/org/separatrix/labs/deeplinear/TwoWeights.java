package org.separatrix.labs.deeplinear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.separatrix.lab.Axis;
import org.separatrix.lab.Box;
import org.separatrix.lab.Curves;
import org.separatrix.lab.Event;
import org.separatrix.lab.Experiment;
import org.separatrix.lab.Facts;
import org.separatrix.lab.Landscape;
import org.separatrix.lab.Line;
import org.separatrix.lab.Mark;
import org.separatrix.lab.Numbers;
import org.separatrix.lab.Observable;
import org.separatrix.lab.Portrait;
import org.separatrix.lab.Series;
import org.separatrix.lab.Settings;
import org.separatrix.lab.SnapshotBuilder;
import org.separatrix.lab.Status;
import org.separatrix.labs.deeplinear.theory.UnequalMode;

/**
 * One mode of a two-layer network: gradient descent in the loss (s - ab)²/2 from several starting points, beside the
 * hyperbolic trajectories of the flow (Saxe, McClelland, Ganguli 2013, section 1.1).
 */
final class TwoWeights implements Experiment {
    private static final double FAR = 1e6;
    private static final int ORBIT = 2048;

    /** What can be seen of it. */
    record View(Curves product, Portrait plane, Curves loss, Curves imbalance, Facts now) {
        static View of(Settings settings) {
            List<Double> a = settings.get(Knobs.START_A);
            double[] b = Knobs.repeated(settings.get(Knobs.START_B), a.size());
            Axis time = Axis.linear("time t");
            List<Series> starts = IntStream.range(0, a.size())
                    .mapToObj(i -> Series.withTheory(
                            "start_" + (i + 1), String.format(Locale.ROOT, "(%.4g, %.4g)", a.get(i), b[i]), i))
                    .toList();
            return new View(
                    new Curves("u", "Product of the weights", time, Axis.linear("u = ab"), starts),
                    new Portrait(
                            "portrait",
                            "Phase portrait",
                            Axis.linear("a"),
                            Axis.linear("b"),
                            new Box(-2, 2, -2, 2),
                            Optional.of((x, y) -> Map.of(
                                    Knobs.START_A.key(), Numbers.format(x), Knobs.START_B.key(), Numbers.format(y)))),
                    new Curves("loss", "Loss", time, Axis.log("(s − ab)²/2"), starts),
                    new Curves("imbalance", "Conserved imbalance", time, Axis.linear("b² − a²"), starts),
                    new Facts("now", "Now"));
        }

        List<Observable<?>> all() {
            return List.of(product, plane, loss, imbalance, now);
        }
    }

    private final View view;
    private final double s;
    private final double[] a;
    private final double[] b;
    private final UnequalMode[] exact;
    private final double[][] orbitA;
    private final double[][] orbitB;
    private final double[] learned;
    private int orbitLength;
    private long stride = 1;
    private long steps;
    private double eta;
    private double time;

    TwoWeights(Settings settings) {
        view = View.of(settings);
        s = settings.get(Knobs.TARGET);
        eta = settings.get(Knobs.ETA);
        int count = settings.get(Knobs.START_A).size();
        a = Knobs.repeated(settings.get(Knobs.START_A), count);
        b = Knobs.repeated(settings.get(Knobs.START_B), count);
        exact = new UnequalMode[count];
        for (int i = 0; i < count; i++) exact[i] = new UnequalMode(a[i], b[i], s);
        orbitA = new double[count][ORBIT];
        orbitB = new double[count][ORBIT];
        learned = new double[count];
        Arrays.fill(learned, Double.NaN);
        keep();
    }

    @Override
    public double time() {
        return time;
    }

    @Override
    public void advance() {
        for (int i = 0; i < a.length; i++) {
            double before = a[i] * b[i];
            double pull = eta * (s - before);
            double next = a[i] + pull * b[i];
            b[i] += pull * a[i];
            a[i] = next;
            double after = a[i] * b[i];
            if (Double.isNaN(learned[i]) && s != 0 && before / s < 0.5 && after / s >= 0.5)
                learned[i] = time + eta * (s / 2 - before) / (after - before);
        }
        time += eta;
        steps++;
        if (steps % stride == 0) keep();
    }

    /** Keeps the present point of each orbit; when the room is full, every second point goes. */
    private void keep() {
        if (orbitLength == ORBIT) {
            orbitLength /= 2;
            stride *= 2;
            for (int i = 0; i < a.length; i++) {
                for (int k = 0; k < orbitLength; k++) {
                    orbitA[i][k] = orbitA[i][2 * k];
                    orbitB[i][k] = orbitB[i][2 * k];
                }
            }
            if (steps % stride != 0) return;
        }
        for (int i = 0; i < a.length; i++) {
            orbitA[i][orbitLength] = a[i];
            orbitB[i][orbitLength] = b[i];
        }
        orbitLength++;
    }

    @Override
    public void observe(SnapshotBuilder out) {
        int count = a.length;
        double[] u = new double[count];
        double[] uExact = new double[count];
        double[] loss = new double[count];
        double[] lossExact = new double[count];
        double[] imbalance = new double[count];
        double[] imbalanceExact = new double[count];
        for (int i = 0; i < count; i++) {
            UnequalMode.Strengths flow = exact[i].at(time);
            u[i] = a[i] * b[i];
            uExact[i] = flow.a() * flow.b();
            loss[i] = loss(a[i], b[i]);
            lossExact[i] = loss(flow.a(), flow.b());
            imbalance[i] = b[i] * b[i] - a[i] * a[i];
            imbalanceExact[i] = exact[i].imbalance();
            if (!Double.isNaN(learned[i]))
                out.event(new Event(learned[i], "half_" + (i + 1), count > 3 ? "" : "half learned"));
        }
        out.put(view.product, new Curves.Values(u, uExact));
        out.put(view.loss, new Curves.Values(loss, lossExact));
        out.put(view.imbalance, new Curves.Values(imbalance, imbalanceExact));
        if (!out.detailed()) return;
        out.put(view.plane, new Portrait.Values(gradientFlow(s), lines(), marks()));
        out.put(view.now, new Facts.Values(facts()));
    }

    private double loss(double x, double y) {
        double residual = s - x * y;
        return residual * residual / 2;
    }

    private static Portrait.Flow gradientFlow(double s) {
        return (x, y, out) -> {
            out[0] = y * (s - x * y);
            out[1] = x * (s - x * y);
        };
    }

    private List<Line> lines() {
        var lines = new ArrayList<Line>();
        Box box = view.plane.box();
        if (s != 0) {
            lines.add(hyperbola("ab = s", 1, box));
            lines.add(hyperbola("", -1, box));
            double slope = s > 0 ? -1 : 1;
            lines.add(new Line(
                    s > 0 ? "separatrix a = −b" : "separatrix a = b",
                    Line.Role.SEPARATRIX,
                    new double[] {box.minX(), box.maxX()},
                    new double[] {slope * box.minX(), slope * box.maxX()}));
        }
        for (int i = 0; i < a.length; i++) {
            lines.add(flow(i));
            lines.add(new Line(
                    view.product.series().get(i).label(),
                    Line.Role.ORBIT,
                    Arrays.copyOf(orbitA[i], orbitLength),
                    Arrays.copyOf(orbitB[i], orbitLength)));
        }
        return lines;
    }

    private Line hyperbola(String label, int side, Box box) {
        double[] x = new double[200];
        double[] y = new double[200];
        double nearest = Math.abs(s) / box.maxY();
        for (int k = 0; k < x.length; k++) {
            x[k] = side * nearest * Math.pow(box.maxX() / nearest, k / (x.length - 1.0));
            y[k] = s / x[k];
        }
        return new Line(label, Line.Role.EQUILIBRIA, x, y);
    }

    private Line flow(int i) {
        double[] x = new double[200];
        double[] y = new double[200];
        for (int k = 0; k < x.length; k++) {
            UnequalMode.Strengths point = exact[i].at(time * k / (x.length - 1.0));
            x[k] = point.a();
            y[k] = point.b();
        }
        return new Line("", Line.Role.THEORY, x, y);
    }

    private List<Mark> marks() {
        var marks = new ArrayList<Mark>();
        marks.add(new Mark("saddle", Mark.Role.SADDLE, 0, 0));
        for (int i = 0; i < a.length; i++) {
            marks.add(new Mark("", Mark.Role.START, orbitA[i][0], orbitB[i][0]));
            marks.add(new Mark("", Mark.Role.NOW, a[i], b[i]));
        }
        return marks;
    }

    private List<Facts.Fact> facts() {
        var facts = new ArrayList<Facts.Fact>();
        for (int i = 0; i < a.length; i++) {
            String label = view.product.series().get(i).label();
            if (exact[i].onSeparatrix()) {
                facts.add(Facts.Fact.of("half_" + (i + 1), label, "on the separatrix", Facts.Light.WARNING));
            } else {
                facts.add(Facts.Fact.of("half_" + (i + 1), "half time " + label, exact[i].halfTime()));
            }
        }
        double sharpest = sharpest();
        facts.add(Facts.Fact.of(
                "stability",
                "step η",
                eta * sharpest < 2 ? "stable at every end" : "above 2/sharpness = " + short4(2 / sharpest),
                eta * sharpest < 2 ? Facts.Light.GOOD : Facts.Light.BAD));
        return facts;
    }

    /** The largest curvature of the minima that the flows end in: sqrt(λ² + 4s²). */
    private double sharpest() {
        double largest = 0;
        for (UnequalMode mode : exact) largest = Math.max(largest, Math.hypot(mode.imbalance(), 2 * s));
        return largest;
    }

    private static String short4(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }

    @Override
    public Status status() {
        for (int i = 0; i < a.length; i++) {
            // Written so that NaN, too, is far.
            if (!(Math.abs(a[i]) < FAR && Math.abs(b[i]) < FAR))
                return new Status.Diverged("the weights left every bound: the step size " + short4(eta)
                        + " is too large, a minimum is stable below " + short4(2 / sharpest()));
        }
        return Status.RUNNING;
    }

    @Override
    public void change(Settings settings) {
        eta = settings.get(Knobs.ETA);
    }

    @Override
    public List<Landscape> landscapes() {
        double target = s;
        return List.of(Landscape.of(
                "weights",
                "Loss",
                Axis.linear("a"),
                Axis.linear("b"),
                Axis.linear("(s − ab)²/2"),
                view.plane.box(),
                (x, y) -> (target - x * y) * (target - x * y) / 2,
                lines().stream().filter(line -> line.role() == Line.Role.ORBIT).toList(),
                marks()));
    }
}
