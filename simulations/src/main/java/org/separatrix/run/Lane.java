package org.separatrix.run;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * One thing at a time: commands from any thread, done in the order they came, and between them a long piece of work. Both
 * happen on one thread of an executor at a time, which is given back whenever there is nothing to do.
 */
final class Lane {
    /** The work between commands. */
    interface Work {
        /** Does a little of it; false where there is nothing more to do until the next command. */
        boolean proceed();

        /** Told what a command or a piece of work threw. */
        void fail(Throwable thrown);
    }

    private final Executor executor;
    private final Work work;
    private final Queue<Runnable> commands = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile Thread worker;

    Lane(Executor executor, Work work) {
        this.executor = executor;
        this.work = work;
    }

    /** Has a command done; on an executor that works in place, and unless it is busy already, before this returns. */
    void send(Runnable command) {
        commands.add(command);
        if (!busy.compareAndSet(false, true)) {
            LockSupport.unpark(worker);
            return;
        }
        try {
            executor.execute(this::drive);
        } catch (RuntimeException e) {
            busy.set(false);
            throw e;
        }
    }

    private void drive() {
        do {
            worker = Thread.currentThread();
            try {
                alternate();
            } catch (Throwable e) {
                work.fail(e);
            }
            worker = null;
            busy.set(false);
        } while (!commands.isEmpty() && busy.compareAndSet(false, true));
    }

    private void alternate() {
        boolean more = true;
        while (more || !commands.isEmpty()) {
            for (Runnable command = commands.poll(); command != null; command = commands.poll()) command.run();
            more = work.proceed();
        }
    }
}
