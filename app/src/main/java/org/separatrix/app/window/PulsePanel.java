package org.separatrix.app.window;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/** For those who work on the window: frame times and pauses of the JavaFX thread since the panel was called up. */
final class PulsePanel extends GridPane implements AutoCloseable {
    private static final List<String> NAMES =
            List.of("frames", "median", "99th percentile", "longest frame", "longest pause", "found in");
    private final Label[] values = NAMES.stream().map(_ -> new Label("–")).toArray(Label[]::new);
    private final FrameClock clock;
    private Watchdog watchdog;

    PulsePanel(FrameClock clock) {
        this.clock = clock;
        setId("pulse");
        getStyleClass().addAll("raised", "pulse");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMouseTransparent(true);
        setVisible(false);
        setAccessibleText("Frame times");
        for (int i = 0; i < values.length; i++) {
            values[i].getStyleClass().add("number");
            addRow(i, new Label(NAMES.get(i)), values[i]);
        }
    }

    /** Calls the panel up and begins to measure, or puts it away. */
    void toggle() {
        close();
        setVisible(!isVisible());
        if (!isVisible()) return;
        clock.durations().clear();
        watchdog = new Watchdog();
    }

    /** Shows what was measured by now. */
    void show() {
        if (watchdog == null) return;
        Durations frames = clock.durations();
        values[0].setText(Readout.count(frames.count()));
        values[1].setText(milliseconds(frames.quantile(0.5)));
        values[2].setText(milliseconds(frames.quantile(0.99)));
        values[3].setText(milliseconds(frames.longest()));
        values[4].setText(milliseconds(watchdog.waits().longest()));
        values[5].setText(watchdog.culprit().isEmpty() ? "–" : watchdog.culprit());
    }

    private static String milliseconds(double value) {
        return String.format(Locale.ROOT, "%.1f ms", value);
    }

    @Override
    public void close() {
        if (watchdog != null) watchdog.close();
        watchdog = null;
    }
}
