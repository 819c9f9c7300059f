package org.separatrix.viz.screen;

import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.separatrix.viz.Chart;
import org.separatrix.viz.Look;
import org.separatrix.viz.Plane;
import org.separatrix.viz.Summary;
import org.separatrix.viz.Track;

/** The chart of one card. It follows its runs, and tells the values under the pointer. */
public final class ChartView extends Region {
    private final PictureView picture;
    private final Readout readout = new Readout();
    private Chart chart;
    private Optional<Plane> plane = Optional.empty();

    /** A view of a chart. */
    public ChartView(Rasteriser rasteriser, Chart chart) {
        picture = new PictureView(rasteriser);
        picture.onShown(shown -> plane = shown.plane());
        getChildren().addAll(picture, readout);
        setMinSize(0, 0);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> read(event.getX(), event.getY()));
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> readout.setVisible(false));
        show(chart);
    }

    /** The chart as it is asked for now. */
    public Chart chart() {
        return chart;
    }

    /** Where the picture that is seen now shows which values; empty before there is one. */
    public Optional<Plane> plane() {
        return plane;
    }

    /** Shows these runs up to a time, NaN for the present. JavaFX thread. */
    public void follow(List<Track> tracks, double time) {
        show(chart.with(tracks).at(time));
    }

    /** Shows the chart in another way. JavaFX thread. */
    public void look(Look look) {
        show(chart.with(look));
    }

    /** Shows another chart. JavaFX thread. */
    public void show(Chart to) {
        chart = to;
        picture.show(to);
    }

    private void read(double x, double y) {
        Plane seen = plane.filter(area -> area.contains(x, y)).orElse(null);
        if (seen == null) readout.setVisible(false);
        else
            readout.show(
                    chart.read(seen, seen.valueX(x), seen.valueY(y)),
                    seen,
                    x,
                    y,
                    chart.look().theme());
    }

    /** What a screen reader says: a summary, made only when it is asked for. */
    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        if (attribute != AccessibleAttribute.TEXT) return super.queryAccessibleAttribute(attribute, parameters);
        return chart.tracks().stream()
                .findFirst()
                .map(track -> Summary.of(chart.observable(), track))
                .orElse(chart.observable().title());
    }

    @Override
    protected void layoutChildren() {
        picture.resizeRelocate(0, 0, getWidth(), getHeight());
        readout.resizeRelocate(0, 0, getWidth(), getHeight());
    }
}
