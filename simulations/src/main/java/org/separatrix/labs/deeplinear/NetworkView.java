package org.separatrix.labs.deeplinear;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.separatrix.lab.Axis;
import org.separatrix.lab.Curves;
import org.separatrix.lab.Facts;
import org.separatrix.lab.Numbers;
import org.separatrix.lab.Observable;
import org.separatrix.lab.Series;
import org.separatrix.lab.Settings;
import org.separatrix.lab.Spectrum;

/**
 * What can be seen of networks of weight matrices. Several networks share the loss and the kernel distance; modes and
 * spectra are those of the first.
 */
record NetworkView(
        Curves loss,
        Curves modes,
        Curves kernel,
        Curves drift,
        Spectrum product,
        Spectrum layers,
        Spectrum kernelSpectrum,
        Facts now) {
    /** At most so many layers show their spectra: the first ones and the last. */
    private static final int SHOWN_LAYERS = 8;

    static NetworkView of(Settings settings) {
        List<String> members = members(settings);
        Axis time = Axis.linear(settings.get(Knobs.RIVAL) == Knobs.Rival.NONE ? "time t" : "steps");
        boolean alone = members.size() == 1;
        List<Series> losses = series(members, "excess_loss", alone ? "excess loss" : "");
        int[] widths = NetworkTask.widths(settings);
        int modes = modes(settings, widths);
        List<Series> strengths = IntStream.rangeClosed(1, modes)
                .mapToObj(k -> Series.withTheory("u" + k, "u" + subscript(k), k - 1))
                .toList();
        List<Series> layers = shownLayers(widths.length - 1).stream()
                .map(l -> Series.withTheory("sv_W" + l, "W" + subscript(l), l - 1))
                .toList();
        return new NetworkView(
                new Curves("loss", "Excess loss", time, Axis.log("E − E∞"), losses),
                new Curves("modes", "Mode strengths", time, Axis.linear("u"), strengths),
                new Curves(
                        "kernel",
                        "Distance of the tangent kernel from its start",
                        time,
                        Axis.linear("D"),
                        series(members, "kernel_distance", alone ? "D" : "")),
                new Curves(
                        "drift",
                        "Drift of the conserved imbalance",
                        time,
                        Axis.log("‖C(t) − C(0)‖"),
                        series(members, "imbalance_drift", alone ? "drift" : "").stream()
                                .map(one -> Series.of(one.key(), one.label(), one.family()))
                                .toList()),
                new Spectrum(
                        "product",
                        "Singular values of the product",
                        Axis.linear("σ"),
                        List.of(Series.withTheory("sv_prod", "W", 0))),
                new Spectrum("layers", "Singular values of the layers", Axis.linear("σ"), layers),
                new Spectrum(
                        "ntk",
                        "Tangent kernel",
                        Axis.linear("eigenvalue"),
                        List.of(Series.withTheory("ntk", "eigenvalues", 0))),
                new Facts("now", "Now"));
    }

    private static List<Series> series(List<String> members, String key, String label) {
        return IntStream.range(0, members.size())
                .mapToObj(i -> Series.withTheory(
                        members.size() == 1 ? key : key + "_" + (i + 1),
                        members.size() == 1 ? label : members.get(i),
                        i))
                .toList();
    }

    /** The names of the networks that learn side by side. */
    static List<String> members(Settings settings) {
        if (settings.get(Knobs.WEIGHTS) == Knobs.Weights.BALANCED
                && settings.get(Knobs.LAMBDA).size() > 1)
            return settings.get(Knobs.LAMBDA).stream()
                    .map(lambda -> "λ = " + Numbers.format(lambda))
                    .toList();
        var names = new ArrayList<String>();
        names.add(settings.get(Knobs.WEIGHTS).label());
        if (settings.get(Knobs.RIVAL) != Knobs.Rival.NONE)
            names.add(settings.get(Knobs.RIVAL).label());
        return names;
    }

    private static int modes(Settings settings, int[] widths) {
        int room = Math.min(widths[0], widths[widths.length - 1]);
        if (settings.get(Knobs.TASK) == Knobs.Task.SPECTRUM)
            return Math.min(room, settings.get(Knobs.SPECTRUM).size());
        return room;
    }

    static List<Integer> shownLayers(int depth) {
        if (depth <= SHOWN_LAYERS)
            return IntStream.rangeClosed(1, depth).boxed().toList();
        return IntStream.concat(IntStream.range(1, SHOWN_LAYERS), IntStream.of(depth))
                .boxed()
                .toList();
    }

    static String subscript(int number) {
        return Integer.toString(number)
                .chars()
                .mapToObj(digit -> Character.toString(digit - '0' + '₀'))
                .reduce("", String::concat);
    }

    List<Observable<?>> all(Settings settings) {
        var all = new ArrayList<Observable<?>>(List.of(loss, modes));
        boolean pair = settings.size(Knobs.DEPTH) == 2;
        if (pair) all.add(kernel);
        all.add(product);
        if (settings.size(Knobs.DEPTH) > 1) all.add(layers);
        // Deeper networks conserve as much, but to watch it would cost more than to learn.
        if (pair) all.addAll(List.of(drift, kernelSpectrum));
        all.add(now);
        return all;
    }
}
