package org.separatrix.app.cli;

import java.util.concurrent.CountDownLatch;

/**
 * Lets Ctrl-C stop work promptly and still keep what is finished: the work is told to stop, and the program ends when
 * it has closed up.
 */
final class Interruption implements AutoCloseable {
    private final CountDownLatch closedUp = new CountDownLatch(1);
    private final Thread hook;

    /**
     * From now on until {@link #close}, Ctrl-C tells the work to stop.
     *
     * @param stop tells it; called on another thread
     */
    Interruption(Runnable stop) {
        hook = new Thread(
                () -> {
                    stop.run();
                    try {
                        closedUp.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "interruption");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void close() {
        closedUp.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The program is on its way out, because Ctrl-C was pressed.
            return;
        }
    }
}
