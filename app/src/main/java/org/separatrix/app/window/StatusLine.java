package org.separatrix.app.window;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.separatrix.lab.Status;
import org.separatrix.run.Progress;
import org.separatrix.run.Run;

/**
 * What the run does, how fast, on what, at what price; on the right, or below where the window is narrow, the last thing
 * that happened.
 */
final class StatusLine extends StackPane {
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");
    private static final double MEBI = 1 << 20;
    private final Label state = item("state");
    private final Label rate = item("rate");
    private final Label compute = item("compute");
    private final Label frames = item("frames");
    private final Label memory = item("memory");
    private final Label message = item("message");

    StatusLine() {
        getStyleClass().add("status-line");
        var now = new HBox(state, rate, compute, frames, memory);
        now.getStyleClass().add("status-now");
        message.getStyleClass().add("message");
        message.setWrapText(true);
        message.setMinSize(USE_COMPUTED_SIZE, USE_PREF_SIZE);
        message.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(message, Priority.ALWAYS);
        var rows = new Folding(now, message);
        rows.getStyleClass().add("status-rows");
        getChildren().setAll(rows);
    }

    /** Shows how the run stands. */
    void show(Progress progress) {
        state.setText(words(progress));
        state.pseudoClassStateChanged(BAD, bad(progress));
        rate.setText(Readout.count(progress.rate()) + " steps/s");
    }

    private static String words(Progress progress) {
        return switch (progress.state()) {
            case OPENING -> "opening";
            case PAUSED -> "paused";
            case RUNNING -> "running";
            case OVER ->
                progress.newest().map(snapshot -> snapshot.status().word()).orElse("over");
            case FAILED -> "failed";
            case CLOSED -> "closed";
        };
    }

    private static boolean bad(Progress progress) {
        return progress.state() == Run.State.FAILED
                || progress.newest()
                        .filter(snapshot -> snapshot.status() instanceof Status.Diverged)
                        .isPresent();
    }

    /** Shows what does the arithmetic, and tells on demand why. */
    void compute(String words, String reason) {
        compute.setText(words);
        compute.setTooltip(new Tooltip(reason));
        compute.setAccessibleHelp(reason);
    }

    /** Frames per second, and memory in use. */
    void frames(FrameClock clock) {
        frames.setText(Readout.count(clock.rate()) + " fps");
        Runtime runtime = Runtime.getRuntime();
        memory.setText(Readout.count((runtime.totalMemory() - runtime.freeMemory()) / MEBI) + " MB");
    }

    void message(String sentence) {
        message.setText(sentence);
    }

    private static Label item(String id) {
        var label = new Label();
        label.setId(id);
        label.getStyleClass().add("status");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
