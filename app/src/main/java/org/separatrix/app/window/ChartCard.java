package org.separatrix.app.window;

import java.util.List;
import javafx.scene.layout.StackPane;
import org.separatrix.lab.Observable;
import org.separatrix.viz.Chart;
import org.separatrix.viz.Look;
import org.separatrix.viz.Theme;
import org.separatrix.viz.Track;
import org.separatrix.viz.screen.ChartView;
import org.separatrix.viz.screen.Rasteriser;

/** A card with the chart of one observable. */
final class ChartCard extends StackPane {
    private final ChartView view;

    ChartCard(Rasteriser rasteriser, Observable<?> observable, Theme theme) {
        view = new ChartView(rasteriser, Chart.of(observable, Look.of(theme)));
        getStyleClass().add("card");
        setId("chart-" + observable.key());
        setMinSize(0, 0);
        getChildren().setAll(view);
    }

    /** Shows an observable of these runs up to a time, NaN for the present. */
    void show(Observable<?> observable, List<Track> tracks, double time) {
        Chart chart = (Chart) view.plot();
        Chart base = chart.observable().equals(observable) ? chart : Chart.of(observable, chart.look());
        view.show(base.with(tracks).at(time));
    }

    /** Takes a theme's colours. */
    void dress(Theme theme) {
        view.dress(theme);
    }
}
