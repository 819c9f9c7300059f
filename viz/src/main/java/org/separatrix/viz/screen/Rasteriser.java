package org.separatrix.viz.screen;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import javafx.application.Platform;

/**
 * Draws pictures on threads of its own. Each view has at most one picture in work and one that waits, the latest; views
 * take turns, so that a busy one cannot starve the others.
 */
public final class Rasteriser implements AutoCloseable {
    private final ExecutorService pool;
    private final Executor screen;
    private final AtomicInteger open = new AtomicInteger();
    private final LongAdder spent = new LongAdder();

    /** A rasteriser with so many threads; one leaves the most to a simulation. */
    public Rasteriser(int threads) {
        this(threads, Platform::runLater);
    }

    /** @param screen runs what must happen on the JavaFX thread */
    Rasteriser(int threads, Executor screen) {
        this.screen = screen;
        pool = new ThreadPoolExecutor(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("rasteriser-", 1).factory(),
                new ThreadPoolExecutor.DiscardPolicy());
    }

    /** Draws as soon as what was asked before is drawn; once closed, never. */
    void draw(Runnable task) {
        open.incrementAndGet();
        pool.execute(() -> {
            long begun = System.nanoTime();
            try {
                task.run();
            } finally {
                spent.add(System.nanoTime() - begun);
            }
        });
    }

    /** Told of each picture that is on the screen, or never will be. */
    void done() {
        open.decrementAndGet();
    }

    /** Whether every picture that was asked for is on the screen. Any thread. */
    public boolean idle() {
        return open.get() == 0;
    }

    /** The nanoseconds that drawing has taken so far, pictures in work left out. Any thread. */
    public long spent() {
        return spent.sum();
    }

    /** Has something done on the JavaFX thread. */
    void show(Runnable task) {
        screen.execute(task);
    }

    /** Ends the threads after the pictures in work; nothing is drawn any more. */
    @Override
    public void close() {
        pool.shutdownNow();
    }
}
