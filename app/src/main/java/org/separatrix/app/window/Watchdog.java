package org.separatrix.app.window;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javafx.application.Platform;

/**
 * Measures how long the JavaFX thread keeps others waiting, by asking it for nothing again and again. Where an answer
 * takes long, it notes what the thread was at. To be made, read and closed on the JavaFX thread.
 */
final class Watchdog implements AutoCloseable {
    private static final long PERIOD = 5_000_000;
    private static final long LONG = 50;
    private static final String OURS = "org.separatrix.";

    private final Thread screen = Thread.currentThread();
    private final Durations waits = new Durations();
    private final Semaphore answers = new Semaphore(0);
    private final Thread asking =
            Thread.ofPlatform().daemon().name("separatrix-watchdog").unstarted(this::ask);
    private double longest;
    private String culprit = "";

    Watchdog() {
        asking.start();
    }

    /** How long each question waited for its answer. */
    Durations waits() {
        return waits;
    }

    /** Where the thread was found during the longest wait; "" where none was long. */
    String culprit() {
        return culprit;
    }

    /** Forgets what was measured. */
    void clear() {
        waits.clear();
        longest = 0;
        culprit = "";
    }

    private void ask() {
        try {
            while (!Thread.interrupted()) {
                long asked = System.nanoTime();
                var found = new String[] {""};
                Platform.runLater(() -> {
                    note(System.nanoTime() - asked, found[0]);
                    answers.release();
                });
                if (!answers.tryAcquire(LONG, TimeUnit.MILLISECONDS)) {
                    found[0] = place(screen.getStackTrace());
                    answers.acquire();
                }
                LockSupport.parkNanos(PERIOD);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void note(long wait, String found) {
        waits.add(wait);
        if (found.isEmpty() || waits.longest() <= longest) return;
        longest = waits.longest();
        culprit = found;
    }

    /** The innermost frame of this program, or the innermost of all. */
    private static String place(StackTraceElement[] stack) {
        return Stream.of(stack)
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .findFirst()
                .or(() -> Stream.of(stack).findFirst())
                .map(frame -> frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber())
                .orElse("");
    }

    /** Asks no more. */
    @Override
    public void close() {
        asking.interrupt();
    }
}
