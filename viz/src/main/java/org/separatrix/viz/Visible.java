package org.separatrix.viz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.separatrix.lab.Bars;
import org.separatrix.lab.Cloud;
import org.separatrix.lab.Curves;
import org.separatrix.lab.Observable;
import org.separatrix.lab.Series;
import org.separatrix.lab.Spectrum;

/** An observable without the parts that are hidden: charts draw it as if it had been declared so. */
final class Visible {
    private final Observable<?> observable;
    private final Look look;
    private final int[] kept;

    Visible(Observable<?> observable, Look look) {
        this.observable = observable;
        this.look = look;
        List<Series> series = observable.series();
        kept = IntStream.range(0, series.size())
                .filter(i -> look.shows(new Part.Of(series.get(i).key())))
                .toArray();
    }

    /** The declaration of what is left. */
    Observable<?> observable() {
        if (look.hidden().isEmpty()) return observable;
        return switch (observable) {
            case Curves all ->
                new Curves(all.key(), all.title(), all.time(), all.value(), series(all.series()), all.style());
            case Spectrum all -> new Spectrum(all.key(), all.title(), all.value(), series(all.series()));
            case Bars all ->
                new Bars(
                        all.key(),
                        all.title(),
                        all.category(),
                        all.categories(),
                        all.value(),
                        series(all.series()),
                        all.style());
            case Cloud all -> {
                List<Series> left = series(all.series());
                yield new Cloud(
                        all.key(),
                        all.title(),
                        all.axes(),
                        left,
                        left.stream().filter(all::joins).map(Series::key).collect(Collectors.toSet()),
                        all.isometric());
            }
            default -> observable;
        };
    }

    /** The values of what is left. */
    @SuppressWarnings("unchecked")
    <V> V values(V values) {
        if (look.hidden().isEmpty()) return values;
        return (V)
                switch (values) {
                    case Spectrum.Values all ->
                        new Spectrum.Values(
                                of(all.simulated()),
                                theory() ? of(all.theory()) : repeated(new double[0]),
                                theory() ? of(all.density()) : repeated(null));
                    case Bars.Values all ->
                        new Bars.Values(
                                of(Arrays.asList(all.simulated())).toArray(double[][]::new),
                                of(Arrays.asList(theory() ? all.theory() : silent(all.theory())))
                                        .toArray(double[][]::new));
                    case Cloud.Values all -> new Cloud.Values(of(all.points()));
                    default -> values;
                };
    }

    private boolean theory() {
        return look.shows(Part.THEORY);
    }

    private List<Series> series(List<Series> all) {
        return of(all).stream()
                .map(one -> theory() ? one : Series.of(one.key(), one.label(), one.family()))
                .toList();
    }

    private <T> List<T> of(List<T> all) {
        var left = new ArrayList<T>();
        for (int i : kept) left.add(all.get(i));
        return left;
    }

    private <T> List<T> repeated(T value) {
        var copies = new ArrayList<T>();
        for (int i = 0; i < kept.length; i++) copies.add(value);
        return copies;
    }

    private static double[][] silent(double[][] theory) {
        double[][] none = new double[theory.length][];
        Arrays.setAll(none, i -> {
            double[] row = new double[theory[i].length];
            Arrays.fill(row, Double.NaN);
            return row;
        });
        return none;
    }
}
