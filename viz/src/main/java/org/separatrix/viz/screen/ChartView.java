package org.separatrix.viz.screen;

import java.util.List;
import javafx.scene.layout.Region;
import org.separatrix.viz.Chart;
import org.separatrix.viz.Look;
import org.separatrix.viz.Track;

/** The chart of one card, which follows its runs. */
public final class ChartView extends Region {
    private final PictureView picture;
    private Chart chart;

    /** A view of a chart. */
    public ChartView(Rasteriser rasteriser, Chart chart) {
        picture = new PictureView(rasteriser);
        getChildren().add(picture);
        setMinSize(0, 0);
        change(chart);
    }

    /** The chart as it is asked for now. */
    public Chart chart() {
        return chart;
    }

    /** Shows these runs up to a time, NaN for the present. JavaFX thread. */
    public void follow(List<Track> tracks, double time) {
        change(chart.with(tracks).at(time));
    }

    /** Shows the chart in another way. JavaFX thread. */
    public void look(Look look) {
        change(chart.with(look));
    }

    private void change(Chart to) {
        chart = to;
        picture.show(to);
    }

    @Override
    protected void layoutChildren() {
        picture.resizeRelocate(0, 0, getWidth(), getHeight());
    }
}
