package org.separatrix.app.window;

import java.util.List;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import org.separatrix.lab.Facts;
import org.separatrix.lab.Observable;
import org.separatrix.lab.Spectrum;
import org.separatrix.viz.Theme;
import org.separatrix.viz.screen.Rasteriser;

/** Live charts of some of a laboratory's observables. */
final class ChartsView implements View {
    private static final int GLANCE = 4;
    private final String name;
    private final Bench bench;
    private final UnaryOperator<List<Observable<?>>> selection;
    private final Charts charts;
    private final CardGrid grid = new CardGrid();

    private ChartsView(String name, Bench bench, Rasteriser rasteriser, UnaryOperator<List<Observable<?>>> selection) {
        this.name = name;
        this.bench = bench;
        this.selection = selection;
        charts = new Charts(rasteriser);
    }

    /** What tells most, at one glance. */
    static ChartsView dynamics(Bench bench, Rasteriser rasteriser) {
        return new ChartsView(
                "Dynamics",
                bench,
                rasteriser,
                all -> all.stream()
                        .filter(observable -> !(observable instanceof Facts))
                        .limit(GLANCE)
                        .toList());
    }

    /** All spectra. */
    static ChartsView spectrum(Bench bench, Rasteriser rasteriser) {
        return new ChartsView(
                "Spectrum",
                bench,
                rasteriser,
                all -> all.stream().filter(Spectrum.class::isInstance).toList());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Node node() {
        return grid;
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
        charts.show(observables(), bench.tracks(), bench.cursor());
        grid.show(charts.cards());
    }

    @Override
    public void dress(Theme theme) {
        charts.dress(theme);
    }
}
