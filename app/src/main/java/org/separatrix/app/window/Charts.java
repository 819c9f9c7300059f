package org.separatrix.app.window;

import java.util.ArrayList;
import java.util.List;
import org.separatrix.lab.Observable;
import org.separatrix.viz.Theme;
import org.separatrix.viz.Track;
import org.separatrix.viz.screen.Rasteriser;

/** Cards with live charts, kept as long as observables of the same names are asked for. */
final class Charts {
    private final Rasteriser rasteriser;
    private final List<ChartCard> cards = new ArrayList<>();
    private List<String> keys = List.of();
    private Theme theme = Theme.LIGHT;

    Charts(Rasteriser rasteriser) {
        this.rasteriser = rasteriser;
    }

    /** Shows observables of these runs up to a time, NaN for the present. */
    void show(List<Observable<?>> observables, List<Track> tracks, double time) {
        List<String> wanted = observables.stream().map(Observable::key).toList();
        if (!wanted.equals(keys)) {
            cards.clear();
            observables.forEach(observable -> cards.add(new ChartCard(rasteriser, observable, theme)));
            keys = wanted;
        }
        for (int i = 0; i < cards.size(); i++) cards.get(i).show(observables.get(i), tracks, time);
    }

    /** The cards, one an observable. */
    List<ChartCard> cards() {
        return cards;
    }

    /** Takes a theme's colours. */
    void dress(Theme chosen) {
        theme = chosen;
        cards.forEach(card -> card.dress(chosen));
    }
}
