package org.separatrix.viz.screen;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.application.Platform;

/** JavaFX without a display. */
final class Toolkit {
    private static final long PATIENCE = 30;

    private Toolkit() {}

    static synchronized void start() {
        try {
            Platform.startup(() -> {});
        } catch (IllegalStateException alreadyStarted) {
            return;
        }
        Platform.setImplicitExit(false);
    }

    /** The result of a task on the JavaFX thread. */
    static <T> T on(Supplier<T> task) {
        return CompletableFuture.supplyAsync(task, Platform::runLater)
                .orTimeout(PATIENCE, TimeUnit.SECONDS)
                .join();
    }

    /** What a promise will hold. */
    static <T> T await(CompletableFuture<T> promise) {
        return promise.orTimeout(PATIENCE, TimeUnit.SECONDS).join();
    }
}
