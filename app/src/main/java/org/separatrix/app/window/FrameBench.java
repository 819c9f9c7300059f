package org.separatrix.app.window;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.separatrix.lab.Laboratory;
import org.separatrix.lab.Preset;
import org.separatrix.viz.Theme;

/** Plays every preset in the window, one after the other, and measures how smoothly it goes. */
public final class FrameBench {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final double SECOND = 1e9;
    private static final double MILLISECOND = 1e6;

    /** What a preset is given to come up before its frames count, in seconds; what happens then is told apart. */
    private static final double OPENING = 3;

    /** What the program is given at its first preset, in seconds: its classes are loaded and compiled then. */
    private static final double STARTING = 10;

    private FrameBench() {}

    /**
     * What was measured of one preset; times in milliseconds.
     *
     * @param laboratory its id
     * @param preset its key
     * @param frames how many frames were seen
     * @param median from one frame to the next
     * @param late what 99 of 100 frames did not exceed
     * @param work the time on a processor that the JavaFX thread needed a frame, whatever else the machine did
     * @param pause the longest that the JavaFX thread kept others waiting
     * @param opening the longest while the preset was opened
     * @param start from the opening of the preset, or of the window for the first, until its first pictures are on screen
     *     and it plays; NaN where it did not come so far
     * @param culprit where the thread was found in its longest pause; "" where none was long
     */
    public record Result(
            String laboratory,
            String preset,
            long frames,
            double median,
            double late,
            double work,
            double pause,
            double opening,
            double start,
            String culprit) {}

    /**
     * Plays all presets of laboratories. Begins and ends JavaFX.
     *
     * @param ids which laboratories
     * @param seconds how long each is measured
     * @param told is told after each preset how many are done, on the JavaFX thread
     */
    public static List<Result> measure(List<String> ids, double seconds, IntConsumer told) {
        List<Laboratory> laboratories = ids.stream().map(Laboratory::find).toList();
        System.setProperty("prism.order", "sw");
        Runs runs = MainWindow.runs(laboratories);
        Platform.startup(() -> {});
        StyleSheets.loadFonts();
        var done = new CompletableFuture<List<Result>>();
        Platform.runLater(() -> {
            try {
                new Show(laboratories, runs, seconds, told, done).start();
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        List<Result> results = done.join();
        Platform.exit();
        return results;
    }

    private record Number(Laboratory laboratory, Preset preset) {}

    /** The presets, number after number. */
    private static final class Show extends AnimationTimer {
        private final Iterator<Number> numbers;
        private final double seconds;
        private final IntConsumer told;
        private final CompletableFuture<List<Result>> done;
        private final List<Result> results = new ArrayList<>();
        private final Stage stage = new Stage();
        private final Workbench workbench;
        private final Watchdog watchdog = new Watchdog();
        private final long shown;
        private Number number;
        private long began;
        private long worked;
        private double opening;
        private double start;
        private boolean open;

        Show(
                List<Laboratory> laboratories,
                Runs runs,
                double seconds,
                IntConsumer told,
                CompletableFuture<List<Result>> done) {
            numbers = laboratories.stream()
                    .flatMap(laboratory -> laboratory.presets().stream().map(preset -> new Number(laboratory, preset)))
                    .iterator();
            this.seconds = seconds;
            this.told = told;
            this.done = done;
            // Thumbnails are drawn once and kept, as a user's are.
            workbench = new Workbench(
                    laboratories,
                    runs,
                    Theme.LIGHT,
                    new Preferences(Optional.empty()),
                    Places.ofUser().pictures());
            stage.setScene(workbench.scene());
            stage.setWidth(WIDTH);
            stage.setHeight(HEIGHT);
            stage.show();
            shown = System.nanoTime();
        }

        @Override
        public void handle(long nanos) {
            if (Double.isNaN(start) && workbench.bench().playing()) start = System.nanoTime() - began;
            double passed = (nanos - began) / SECOND;
            if (number == null || passed >= coming() + seconds) turn(nanos);
            else if (!open && passed >= coming()) begin();
            else if (open && !workbench.bench().playing()) workbench.bench().toggle();
        }

        private double coming() {
            return results.isEmpty() ? STARTING : OPENING;
        }

        private void turn(long nanos) {
            if (number != null) {
                results.add(result());
                told.accept(results.size());
            }
            if (!numbers.hasNext()) {
                end();
                return;
            }
            // The window has opened the first by itself.
            boolean first = number == null;
            number = numbers.next();
            began = first ? shown : System.nanoTime();
            start = Double.NaN;
            open = false;
            clear();
            if (!first) workbench.open(number.laboratory(), number.preset());
        }

        private void begin() {
            open = true;
            opening = watchdog.waits().longest();
            clear();
            // What has shown all there is to see goes on, or begins anew.
            workbench.bench().pauseAt(new AutoPause.Never());
        }

        private void clear() {
            worked = clockOfThread();
            watchdog.clear();
            workbench.clock().durations().clear();
        }

        private static long clockOfThread() {
            return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        }

        private Result result() {
            Durations frames = workbench.clock().durations();
            return new Result(
                    number.laboratory().title().id(),
                    number.preset().key(),
                    frames.count(),
                    frames.quantile(0.5),
                    frames.quantile(0.99),
                    (clockOfThread() - worked) / MILLISECOND / Math.max(1, frames.count()),
                    watchdog.waits().longest(),
                    opening,
                    start / MILLISECOND,
                    watchdog.culprit());
        }

        private void end() {
            stop();
            watchdog.close();
            workbench.close();
            stage.close();
            done.complete(List.copyOf(results));
        }
    }
}
