package org.separatrix.app.window;

import atlantafx.base.controls.ProgressSliderSkin;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.separatrix.lab.Axis;
import org.separatrix.lab.Preset;
import org.separatrix.lab.Scale;
import org.separatrix.run.Progress;
import org.separatrix.run.Recording;
import org.separatrix.viz.Span;

/** Play, pause, step, reset, branch, speed, and the time line. */
final class RunBar extends StackPane {
    /** The keys of the run stand first. */
    private static final int RUN_KEYS = 13;

    private final Bench bench;
    private final FontIcon playIcon = new FontIcon(Feather.PLAY);
    private final Button play;
    private final Slider speed = new Slider(0, 1, 0);
    private final Label speedWords = new Label();
    private final AutoPauseMenu autoPause;
    private final ToggleButton logarithmic = new ToggleButton("log");
    private final TimeLine timeLine;
    private Preset paced;
    private final Label timeName = new Label();
    private final Label time = new Label();

    RunBar(Bench bench, List<Key> keys) {
        this.bench = bench;
        getStyleClass().add("run-bar");
        play = Icons.button(keys, "play", Feather.PLAY);
        play.setGraphic(playIcon);
        play.getStyleClass().add("primary");
        timeLine = new TimeLine(bench::scrub);
        HBox.setHgrow(timeLine, Priority.ALWAYS);
        // A button pressed by hand does not keep the space bar to itself.
        addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> takeFocus());

        speed.setId("speed");
        speed.setAccessibleText("speed in steps per second");
        speed.setTooltip(new Tooltip("Speed, in steps per second"));
        speed.setSkin(new ProgressSliderSkin(speed));
        speed.valueProperty().addListener((_, old, place) -> {
            double wanted = SpeedScale.speed(place.doubleValue());
            if (SpeedScale.place(bench.speed()) != place.doubleValue()) bench.speed(wanted);
        });
        autoPause = new AutoPauseMenu(bench, keys);
        Key scale = Key.find(keys, "time-scale");
        logarithmic.setId(scale.id());
        logarithmic.getStyleClass().setAll("toggle-word");
        logarithmic.setAccessibleText(scale.name());
        logarithmic.setMinWidth(Region.USE_PREF_SIZE);
        logarithmic.setTooltip(new Tooltip(scale.name() + " (" + scale.display() + ")"));
        Help.explain(this, () -> help(keys));

        speedWords.getStyleClass().addAll("number", "speed");
        timeName.getStyleClass().add("caption");
        timeName.setMinWidth(Region.USE_PREF_SIZE);
        time.getStyleClass().addAll("number", "time");
        time.setId("time");
        time.setMinWidth(Region.USE_PREF_SIZE);
        var caption = new Label("speed");
        caption.getStyleClass().add("caption");
        caption.setMinWidth(Region.USE_PREF_SIZE);

        var run = new HBox(
                play,
                Icons.button(keys, "back", Feather.SKIP_BACK),
                Icons.button(keys, "forward", Feather.SKIP_FORWARD),
                Icons.button(keys, "reset", Feather.ROTATE_CCW),
                Icons.button(keys, "branch", Feather.GIT_BRANCH),
                Icons.button(keys, "pin", Feather.MAP_PIN),
                autoPause,
                caption,
                speed,
                speedWords);
        var line = new HBox(timeLine, logarithmic, timeName, time);
        var rows = new Folding(run, line);
        HBox.setHgrow(line, Priority.ALWAYS);
        for (Node row : List.of(run, line, rows)) row.getStyleClass().add("run-row");
        getChildren().setAll(rows);
    }

    /** Takes the keyboard: Space plays, the arrows go through time. */
    void takeFocus() {
        timeLine.requestFocus();
    }

    /** Turns the time line from linear to logarithmic, or back. */
    void turnScale() {
        logarithmic.setSelected(!logarithmic.isSelected());
    }

    /** Shows when the run may pause by itself. */
    void choosePause() {
        autoPause.show();
    }

    private static Help help(List<Key> keys) {
        return new Help(
                "The run",
                "Play, pause, go back in time without losing what is recorded, and branch from there.",
                keys.stream()
                        .limit(RUN_KEYS)
                        .map(key -> key.display() + ": " + key.name())
                        .toList());
    }

    /** Shows how the run stands. */
    void pulse() {
        Progress progress = bench.progress();
        playIcon.setIconCode(bench.moving() ? Feather.PAUSE : Feather.PLAY);
        if (!speed.isValueChanging()) speed.setValue(SpeedScale.place(bench.speed()));
        speedWords.setText(SpeedScale.words(bench.speed()));

        double shown = Double.isNaN(bench.cursor()) ? progress.time() : bench.cursor();
        Axis axis = bench.timeAxis();
        if (!bench.preset().get().equals(paced)) {
            paced = bench.preset().get();
            logarithmic.setSelected(axis.scale() == Scale.LOG);
        }
        timeName.setText(axis.label());
        time.setText(Readout.number(shown));
        timeLine.show(
                span(
                        progress,
                        logarithmic.isSelected() ? Scale.LOG : Scale.LINEAR,
                        bench.preset().get().until()),
                progress.time(),
                shown,
                progress.recording().events());
    }

    /** From the first recorded time to the end of what there is to see, or as far as the run has come beyond it. */
    private static Span span(Progress progress, Scale scale, double until) {
        Recording recording = progress.recording();
        double end = Math.max(until, progress.time());
        int first = scale == Scale.LOG && recording.size() > 1 && recording.time(0) <= 0 ? 1 : 0;
        double start = recording.size() > first ? recording.time(first) : 0;
        if (!(start < end)) return new Span(0, end, Scale.LINEAR);
        return new Span(start, end, start > 0 ? scale : Scale.LINEAR);
    }
}
