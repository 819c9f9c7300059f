package org.separatrix.app.window;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import javafx.application.Platform;

/** Where the window's waiting and computing is done: reading files, opening experiments, setting equations. */
final class Background implements AutoCloseable {
    private static final int THREADS = 2;
    private final ExecutorService threads = Executors.newFixedThreadPool(
            THREADS,
            Thread.ofPlatform().daemon().name("separatrix-background-", 1).factory());

    /**
     * Does work and hands its result, or its failure, to the JavaFX thread. After the end nothing more is handed.
     *
     * @return the work, which may be interrupted by cancelling it
     */
    <T> Future<?> compute(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        try {
            return threads.submit(() -> {
                try {
                    T result = work.call();
                    deliver(() -> done.accept(result));
                } catch (Exception e) {
                    deliver(() -> failed.accept(e));
                }
            });
        } catch (RejectedExecutionException e) {
            // The window has been closed: nobody waits for the result.
            return CompletableFuture.completedFuture(null);
        }
    }

    private void deliver(Runnable task) {
        Platform.runLater(() -> {
            if (!threads.isShutdown()) task.run();
        });
    }

    /** Interrupts what is under way and ends the threads. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
