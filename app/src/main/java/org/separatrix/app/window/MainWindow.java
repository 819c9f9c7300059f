package org.separatrix.app.window;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Laboratory;

/** The workbench on the user's screen, as it was left. */
public final class MainWindow {
    private static final double LEAST_WIDTH = 1024;
    private static final double LEAST_HEIGHT = 700;

    private MainWindow() {}

    /**
     * Opens the window on all laboratories and waits until it is closed.
     *
     * @throws UnsupportedOperationException where there is no screen to open it on
     */
    public static void open() {
        List<Laboratory> laboratories = Laboratory.all();
        Places places = Places.ofUser();
        var preferences = new Preferences(places.preferences());
        var closed = new CountDownLatch(1);
        try (Runs runs = runs(laboratories)) {
            Platform.startup(() -> {});
            StyleSheets.loadFonts();
            Platform.runLater(() -> show(laboratories, runs, preferences, places.pictures(), closed::countDown));
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        preferences.close();
        Platform.exit();
    }

    private static void show(
            List<Laboratory> laboratories,
            Runs runs,
            Preferences preferences,
            Optional<Path> pictures,
            Runnable closed) {
        var workbench = new Workbench(laboratories, runs, Appearance.ofSystem(), preferences, pictures);
        var stage = new Stage();
        stage.setTitle("Separatrix");
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setScene(workbench.scene());
        stage.setOnHidden(_ -> {
            workbench.close();
            closed.run();
        });
        stage.show();
    }

    /** Opens runs by the best kernels, of which the first is set up at once: while the screen is, which takes longer. */
    static Runs runs(List<Laboratory> laboratories) {
        var runs = new Runs(compute());
        laboratories.stream()
                .findFirst()
                .ifPresent(laboratory -> runs.prepare(
                        laboratory, laboratory.settings(laboratory.presets().getFirst())));
        return runs;
    }

    /** The best kernels on all processors but one, which is the screen's. */
    private static Compute compute() {
        return Compute.AUTO.onThreads(Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
    }
}
