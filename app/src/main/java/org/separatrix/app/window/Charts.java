package org.separatrix.app.window;

import java.util.ArrayList;
import java.util.List;
import org.separatrix.lab.Observable;
import org.separatrix.lab.Portrait;
import org.separatrix.viz.Chart;
import org.separatrix.viz.Look;
import org.separatrix.viz.Theme;
import org.separatrix.viz.screen.Rasteriser;

/** Cards with live charts, kept as long as observables of the same names are asked for. */
final class Charts {
    private final Bench bench;
    private final Background background;
    private final Rasteriser rasteriser;
    private final List<ChartCard> cards = new ArrayList<>();
    private List<String> keys = List.of();

    Charts(Bench bench, Background background, Rasteriser rasteriser) {
        this.bench = bench;
        this.background = background;
        this.rasteriser = rasteriser;
    }

    /** Shows observables of the runs on the bench, up to the moment looked at. */
    void show(List<Observable<?>> observables) {
        List<String> wanted = observables.stream().map(Observable::key).toList();
        if (!wanted.equals(keys)) {
            cards.clear();
            observables.forEach(observable -> cards.add(card(observable)));
            keys = wanted;
        }
        for (int i = 0; i < cards.size(); i++) show(cards.get(i), observables.get(i));
    }

    private ChartCard card(Observable<?> observable) {
        var card = new ChartCard(
                observable.key(), Chart.of(observable, Look.of(Theme.LIGHT)), rasteriser, background, bench::say);
        if (observable instanceof Portrait portrait)
            portrait.start()
                    .ifPresent(start -> card.view()
                            .onPicked((x, y) ->
                                    bench.settings(bench.settings().get().withTexts(start.settings(x, y)), false)));
        return card;
    }

    private void show(ChartCard card, Observable<?> observable) {
        Chart chart = (Chart) card.view().plot();
        Chart base = chart.observable().equals(observable) ? chart : Chart.of(observable, chart.look());
        card.view().show(base.with(bench.tracks()).at(bench.cursor()));
    }

    /** The cards, one an observable. */
    List<ChartCard> cards() {
        return cards;
    }
}
