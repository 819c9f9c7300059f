package org.separatrix.app.window;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Data;
import org.separatrix.lab.Laboratory;
import org.separatrix.lab.Settings;
import org.separatrix.run.Run;

/** Opens the runs of a window, on threads that are theirs. */
final class Runs implements AutoCloseable {
    private final Compute compute;
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("separatrix-run-", 1).factory());
    private Optional<Run> ahead = Optional.empty();

    Runs(Compute compute) {
        this.compute = compute;
    }

    /** Where the arithmetic is done. */
    Compute compute() {
        return compute;
    }

    /** Sets up the run that is asked for next, if it has these settings, while its user is busy with other things. */
    void prepare(Laboratory laboratory, Settings settings) {
        close(ahead);
        ahead = Optional.of(begin(laboratory, settings));
    }

    /** A run at rest at its first moment, which is set up on a thread of its own. */
    Run open(Laboratory laboratory, Settings settings) {
        Optional<Run> prepared = ahead.filter(
                run -> run.laboratory() == laboratory && run.settings().equals(settings));
        if (prepared.isEmpty()) close(ahead);
        ahead = Optional.empty();
        return prepared.orElseGet(() -> begin(laboratory, settings));
    }

    private Run begin(Laboratory laboratory, Settings settings) {
        return Run.open(laboratory, settings, Data.NONE, compute, threads);
    }

    private static void close(Optional<Run> run) {
        run.ifPresent(Run::close);
    }

    /** Lets the threads go when their runs are closed. */
    @Override
    public void close() {
        close(ahead);
        ahead = Optional.empty();
        threads.shutdown();
    }
}
