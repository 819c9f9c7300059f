package org.separatrix.run;

/**
 * The one slot through which a run tells how it stands; the latest wins. Tells at most thirty times a second, and
 * observes the present for it so seldom that this costs less than a twentieth of the time.
 */
final class Mailbox {
    private static final long MILLISECOND = 1_000_000;
    private static final long PERIOD = 33 * MILLISECOND;
    private static final long SHARE = 20;
    private static final int MOST = 1024;

    private volatile Progress newest;
    private volatile boolean watched;
    private volatile Runnable listener;

    private int stride = 1;
    private int countdown;
    private long read = System.nanoTime();
    private long next = read;
    private long solvent = read;

    Mailbox(Progress first) {
        newest = first;
    }

    /** What was told last; does not count as watching. */
    Progress newest() {
        return newest;
    }

    /** What was told last, asked for by a watcher. */
    Progress read() {
        watched = true;
        return newest;
    }

    /** Has a task done at each telling; null for none. */
    void listen(Runnable task) {
        listener = task;
    }

    /**
     * Asked after each step: whether it is time to tell. Reads the clock about once a millisecond, because a step may be
     * far cheaper than a clock.
     */
    boolean due() {
        if (--countdown > 0 || !watched && listener == null) return false;
        long now = System.nanoTime();
        stride = Math.clamp(stride * MILLISECOND / Math.max(1, now - read), 1, MOST);
        countdown = stride;
        read = now;
        return now - next >= 0;
    }

    /** Whether there is also time to observe the present. */
    boolean affordsObserving() {
        return read - solvent >= 0;
    }

    /** Told what observing has cost, in nanoseconds. */
    void observed(long cost) {
        solvent = System.nanoTime() + SHARE * cost;
    }

    /** Told that steps may come at another pace from now on. */
    void rush() {
        stride = 1;
        countdown = 0;
    }

    /** Tells; a listener that throws is not asked again. */
    void post(Progress progress) {
        watched = false;
        newest = progress;
        next = System.nanoTime() + PERIOD;
        Runnable told = listener;
        if (told == null) return;
        try {
            told.run();
        } catch (Throwable e) {
            listener = null;
            throw e;
        }
    }
}
