package org.separatrix.app.window;

import java.util.List;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import org.separatrix.lab.Facts;
import org.separatrix.lab.Observable;
import org.separatrix.lab.Portrait;
import org.separatrix.lab.Spectrum;

/** Live charts of some of a laboratory's observables. */
final class ChartsView implements View {
    private static final int GLANCE = 4;
    private final String name;
    private final Bench bench;
    private final UnaryOperator<List<Observable<?>>> selection;
    private final Charts charts;
    private final Board board;

    private ChartsView(
            String name,
            Bench bench,
            Charts charts,
            Preferences preferences,
            UnaryOperator<List<Observable<?>>> selection) {
        this.name = name;
        this.bench = bench;
        this.selection = selection;
        this.charts = charts;
        board = new Board(preferences);
    }

    /** What tells most, at one glance. */
    static ChartsView dynamics(Bench bench, Charts charts, Preferences preferences) {
        return new ChartsView(
                "Dynamics",
                bench,
                charts,
                preferences,
                all -> all.stream()
                        .filter(observable -> !(observable instanceof Facts))
                        .limit(GLANCE)
                        .toList());
    }

    /** All spectra. */
    static ChartsView spectrum(Bench bench, Charts charts, Preferences preferences) {
        return new ChartsView(
                "Spectrum",
                bench,
                charts,
                preferences,
                all -> all.stream().filter(Spectrum.class::isInstance).toList());
    }

    /** What neither the first glance nor another tab shows. */
    static ChartsView more(Bench bench, Charts charts, Preferences preferences) {
        return new ChartsView(
                "More",
                bench,
                charts,
                preferences,
                all -> all.stream()
                        .filter(observable -> !(observable instanceof Facts))
                        .skip(GLANCE)
                        .filter(observable -> !(observable instanceof Spectrum || observable instanceof Portrait))
                        .toList());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Node node() {
        return board;
    }

    @Override
    public boolean hasContent() {
        return !observables().isEmpty();
    }

    private List<Observable<?>> observables() {
        return selection.apply(bench.observables());
    }

    @Override
    public void pulse() {
        charts.show(observables());
        board.show(bench.laboratory().title().id(), name, charts.cards());
    }

    @Override
    public boolean isDrawn() {
        return charts.cards().stream().allMatch(card -> card.view().isDrawn());
    }

    @Override
    public boolean isElsewhere() {
        return board.anyDetached();
    }

    @Override
    public void restore() {
        board.restore();
    }

    @Override
    public void close() {
        board.close();
    }

    @Override
    public void dress(Dress dress) {
        board.dress(dress);
    }
}
