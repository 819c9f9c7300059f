package org.separatrix.app.window;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.separatrix.lab.Status;
import org.separatrix.run.Progress;
import org.separatrix.run.Run;

/** One line: what the run does, how fast, on what, at what price; on the right the last thing that happened. */
final class StatusLine extends HBox {
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
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        message.setMinWidth(0);
        getChildren().setAll(state, rate, compute, frames, memory, gap, message);
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

    /** Shows what does the arithmetic. */
    void compute(String words) {
        compute.setText(words);
    }

    /** Frames per second, and memory in use. */
    void frames(FrameClock clock) {
        frames.setText(Readout.count(clock.rate()) + " fps");
        Runtime runtime = Runtime.getRuntime();
        memory.setText(Readout.count((runtime.totalMemory() - runtime.freeMemory()) / MEBI) + " MB");
    }

    void message(String sentence) {
        message.setText(sentence);
        message.setTooltip(sentence.isEmpty() ? null : new Tooltip(sentence));
    }

    private static Label item(String id) {
        var label = new Label();
        label.setId(id);
        label.getStyleClass().add("status");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
