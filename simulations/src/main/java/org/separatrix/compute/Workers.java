package org.separatrix.compute;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A few threads that share one piece of work after another with their caller, for steps of some ten microseconds: a
 * thread without work spins for a while before it sleeps, so that one piece follows the other within a microsecond.
 *
 * <p>One thread is the caller itself and costs nothing. The workers serve one caller at a time and must be closed;
 * their threads do not keep the program alive. What a task leaves behind must not depend on the number of parts.
 */
public final class Workers implements AutoCloseable {
    /** Work that can be done in parts, at the same time. */
    @FunctionalInterface
    public interface Task {
        /** Does the part numbered {@code part}, from zero, of {@code parts}. */
        void run(int part, int parts);
    }

    /** Some ten microseconds, depending on the processor. */
    private static final int SPINS = 2000;

    private final Worker[] workers;
    private final AtomicInteger unfinished = new AtomicInteger();
    private Task task;
    private volatile int round;
    private volatile boolean closed;
    private volatile Throwable failure;

    /**
     * @param threads how many threads do the work, the caller's included
     */
    public Workers(int threads) {
        if (threads < 1) throw new IllegalArgumentException("no work is done by " + threads + " threads");
        workers = new Worker[threads - 1];
        for (int i = 0; i < workers.length; i++) workers[i] = new Worker(i + 1);
        for (Worker worker : workers) worker.start();
    }

    /** How many threads do the work, the caller's included. */
    public int threads() {
        return workers.length + 1;
    }

    /**
     * Runs every part of a task, one a thread, and returns when all are done. What a part throws is thrown here, after
     * the others are done.
     */
    public void run(Task task) {
        if (closed) throw new IllegalStateException("the workers are closed");
        if (workers.length == 0) {
            task.run(0, 1);
            return;
        }
        if (this.task != null) throw new IllegalStateException("the workers already work for another caller");
        this.task = task;
        failure = null;
        unfinished.set(workers.length);
        nextRound();
        try {
            task.run(0, threads());
        } finally {
            for (int spins = 0; unfinished.get() > 0; spins++) {
                if (spins < SPINS) Thread.onSpinWait();
                else Thread.yield();
            }
            this.task = null;
        }
        switch (failure) {
            case null -> {}
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case Throwable e -> throw new IllegalStateException(e);
        }
    }

    private void nextRound() {
        round = round + 1;
        for (Worker worker : workers) if (worker.asleep) LockSupport.unpark(worker);
    }

    /** The first index of a part, where {@code n} things go in parts whose bounds are multiples of {@code grain}. */
    public static int bound(int part, int parts, int n, int grain) {
        long grains = Math.ceilDiv(n, grain);
        return (int) Math.min(n, grains * part / parts * grain);
    }

    /**
     * The first row of a part, where the n rows of a lower triangle go in parts of about equal areas whose bounds are
     * multiples of {@code grain}.
     */
    public static int triangularBound(int part, int parts, int n, int grain) {
        double row = n * Math.sqrt((double) part / parts);
        return part == parts ? n : Math.min(n, (int) Math.round(row / grain) * grain);
    }

    /** Ends the threads, and returns when they are gone. */
    @Override
    public void close() {
        closed = true;
        nextRound();
        boolean interrupted = false;
        for (Worker worker : workers)
            while (worker.isAlive())
                try {
                    worker.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
        if (interrupted) Thread.currentThread().interrupt();
    }

    private final class Worker extends Thread {
        private final int part;
        private volatile boolean asleep;

        Worker(int part) {
            super("compute-" + part);
            this.part = part;
            setDaemon(true);
        }

        @Override
        public void run() {
            for (int seen = 0; ; seen++) {
                await(seen);
                if (closed) return;
                try {
                    task.run(part, threads());
                } catch (Throwable e) {
                    failure = e;
                } finally {
                    unfinished.decrementAndGet();
                }
            }
        }

        private void await(int seen) {
            for (int spins = 0; spins < SPINS; spins++) {
                if (round != seen) return;
                Thread.onSpinWait();
            }
            asleep = true;
            while (round == seen) LockSupport.park(Workers.this);
            asleep = false;
        }
    }
}
