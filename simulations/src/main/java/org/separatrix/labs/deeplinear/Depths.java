package org.separatrix.labs.deeplinear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.separatrix.lab.Axis;
import org.separatrix.lab.Bars;
import org.separatrix.lab.Curves;
import org.separatrix.lab.Event;
import org.separatrix.lab.Experiment;
import org.separatrix.lab.Facts;
import org.separatrix.lab.Observable;
import org.separatrix.lab.Series;
import org.separatrix.lab.Settings;
import org.separatrix.lab.SnapshotBuilder;
import org.separatrix.lab.Status;
import org.separatrix.labs.deeplinear.theory.BalancedMode;

/**
 * One balanced mode at several depths: gradient descent on the common strength a of all layers, beside the exact time
 * integrals of the flow (Saxe, McClelland, Ganguli 2013, section 2). With equal products the clock runs L times as
 * fast, and the limit of infinite depth joins in.
 */
final class Depths implements Experiment {
    /** What can be seen of it. */
    record View(Curves strength, Curves loss, Bars halves, Curves speed, Facts now) {
        static View of(Settings settings) {
            boolean limit = settings.get(Knobs.SAME) == Knobs.Same.PRODUCT;
            Axis time = Axis.linear(limit ? "time L t" : "time t");
            double[] depths = members(settings);
            List<Series> series = IntStream.range(0, depths.length)
                    .mapToObj(i -> Series.withTheory("depth_" + name(depths[i]), "L = " + symbol(depths[i]), i))
                    .toList();
            List<Series> measured = series.stream()
                    .map(one -> Series.of(one.key(), one.label(), one.family()))
                    .toList();
            return new View(
                    new Curves("u", "Strength of the mode", time, Axis.linear("u"), series),
                    new Curves("loss", "Loss", time, Axis.log("(s − u)²/2"), series),
                    new Bars(
                            "half_time",
                            "Time to half of s",
                            Axis.linear("depth L"),
                            Arrays.stream(depths).mapToObj(Depths::symbol).toList(),
                            Axis.linear(limit ? "L t" : "t"),
                            List.of(Series.withTheory("half_time", "half time", 0))),
                    new Curves("speed", "Speed of learning", time, Axis.log("du/dt"), measured),
                    new Facts("now", "Now"));
        }

        List<Observable<?>> all() {
            return List.of(strength, loss, halves, speed, now);
        }
    }

    private final View view;
    private final double s;
    private final boolean scaled;
    private final double[] depth;
    private final double[] start;
    private final double[] state;
    private final double[] learned;
    private final BalancedMode[] exact;
    private double eta;
    private double time;

    Depths(Settings settings) {
        view = View.of(settings);
        s = settings.get(Knobs.MODE);
        scaled = settings.get(Knobs.SAME) == Knobs.Same.PRODUCT;
        eta = settings.get(Knobs.ETA);
        depth = members(settings);
        double a0 = settings.get(Knobs.STRENGTH);
        start = new double[depth.length];
        state = new double[depth.length];
        learned = new double[depth.length];
        exact = new BalancedMode[depth.length];
        Arrays.fill(learned, Double.NaN);
        for (int i = 0; i < depth.length; i++) {
            exact[i] = new BalancedMode(depth[i], s);
            start[i] = scaled ? a0 : Math.pow(a0, depth[i]);
            state[i] = Double.isInfinite(depth[i]) ? start[i] : Math.pow(start[i], 1 / depth[i]);
        }
    }

    /** The depths, ascending as given; where products are equal, infinity last. */
    private static double[] members(Settings settings) {
        int[] finite = Knobs.whole(settings, Knobs.DEPTHS);
        boolean limit = settings.get(Knobs.SAME) == Knobs.Same.PRODUCT;
        double[] all = new double[finite.length + (limit ? 1 : 0)];
        for (int i = 0; i < finite.length; i++) all[i] = finite[i];
        if (limit) all[finite.length] = Double.POSITIVE_INFINITY;
        return all;
    }

    private static String symbol(double depth) {
        return Double.isInfinite(depth) ? "∞" : Long.toString((long) depth);
    }

    private static String name(double depth) {
        return Double.isInfinite(depth) ? "infinite" : Long.toString((long) depth);
    }

    @Override
    public double time() {
        return time;
    }

    @Override
    public void advance() {
        for (int i = 0; i < depth.length; i++) {
            double before = product(i);
            if (Double.isInfinite(depth[i])) {
                state[i] += eta * state[i] * state[i] * (s - state[i]);
            } else {
                double step = scaled ? eta / depth[i] : eta;
                state[i] += step * Math.pow(state[i], depth[i] - 1) * (s - before);
            }
            double after = product(i);
            if (Double.isNaN(learned[i]) && before < s / 2 && after >= s / 2)
                learned[i] = time + eta * (s / 2 - before) / (after - before);
        }
        time += eta;
    }

    private double product(int i) {
        return Double.isInfinite(depth[i]) ? state[i] : Math.pow(state[i], depth[i]);
    }

    /** The time of the exact flow that corresponds to the clock on screen. */
    private double flowTime(int i) {
        return scaled && !Double.isInfinite(depth[i]) ? time / depth[i] : time;
    }

    @Override
    public void observe(SnapshotBuilder out) {
        int count = depth.length;
        double[] u = new double[count];
        double[] uExact = new double[count];
        double[] loss = new double[count];
        double[] lossExact = new double[count];
        double[] speed = new double[count];
        for (int i = 0; i < count; i++) {
            u[i] = product(i);
            uExact[i] = exact[i].strength(start[i], flowTime(i));
            loss[i] = (s - u[i]) * (s - u[i]) / 2;
            lossExact[i] = (s - uExact[i]) * (s - uExact[i]) / 2;
            double power = Double.isInfinite(depth[i]) ? 2 : 2 - 2 / depth[i];
            double layers = Double.isInfinite(depth[i]) || scaled ? 1 : depth[i];
            speed[i] = Math.abs(layers * Math.pow(u[i], power) * (s - u[i]));
            if (!Double.isNaN(learned[i]))
                out.event(new Event(
                        learned[i],
                        view.strength.series().get(i).key(),
                        view.strength.series().get(i).label()));
        }
        out.put(view.strength, new Curves.Values(u, uExact));
        out.put(view.loss, new Curves.Values(loss, lossExact));
        out.put(view.speed, Curves.Values.of(speed));
        if (!out.detailed()) return;
        double[] halves = new double[count];
        for (int i = 0; i < count; i++) halves[i] = halfTime(i);
        out.put(view.halves, new Bars.Values(new double[][] {learned.clone()}, new double[][] {halves}));
        var facts = new ArrayList<Facts.Fact>();
        for (int i = 0; i < count; i++)
            facts.add(Facts.Fact.of(view.strength.series().get(i).key(), "u, L = " + symbol(depth[i]), u[i]));
        out.put(view.now, new Facts.Values(facts));
    }

    /** The exact half time, on the clock on screen; NaN where the start is beyond the half. */
    private double halfTime(int i) {
        if (!(start[i] < s / 2)) return Double.NaN;
        double flow = exact[i].time(start[i], s / 2);
        return scaled && !Double.isInfinite(depth[i]) ? depth[i] * flow : flow;
    }

    @Override
    public Status status() {
        for (int i = 0; i < depth.length; i++) {
            if (!(Math.abs(state[i]) < 1e6)) {
                double sharpness = depth[i] * Math.pow(s, 2 - 2 / depth[i]);
                return new Status.Diverged("the mode of depth " + symbol(depth[i])
                        + " left every bound: the step size " + eta + " is too large, its minimum is stable below "
                        + 2 / (scaled ? sharpness / depth[i] : sharpness));
            }
        }
        return Status.RUNNING;
    }

    @Override
    public void change(Settings settings) {
        eta = settings.get(Knobs.ETA);
    }
}
