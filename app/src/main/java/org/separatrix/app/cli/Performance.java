package org.separatrix.app.cli;

import java.time.Duration;
import java.util.List;
import org.separatrix.compute.Kernels;
import org.separatrix.compute.Selection;
import org.separatrix.io.Summary;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Facts;
import org.separatrix.lab.InvalidData;
import org.separatrix.lab.InvalidSetting;
import org.separatrix.lab.Recipe;
import org.separatrix.run.Progress;
import org.separatrix.run.Recording;
import org.separatrix.run.Run;

/** A run played without a screen, on the thread that asks. */
final class Performance implements AutoCloseable {
    private final Order order;
    private final Compute compute;
    private final Run run;
    private Duration wall = Duration.ZERO;

    private Performance(Order order, Compute compute, Run run) {
        this.order = order;
        this.compute = compute;
        this.run = run;
    }

    /**
     * Sets the experiment up.
     *
     * @param threads how many threads a data-parallel kernel may use; the result does not depend on it
     * @throws InvalidSetting where the order's settings cannot be
     * @throws InvalidData where its data cannot be used
     */
    static Performance open(Order order, int threads) {
        Recipe recipe = order.recipe();
        Compute compute = recipe.compute().onThreads(threads);
        var here = new Recipe(recipe.laboratory(), recipe.settings(), recipe.changes(), compute, recipe.dataHash());
        var performance = new Performance(order, compute, Run.open(here, order.data(), Runnable::run));
        performance.requireSound();
        return performance;
    }

    /** Plays to the end, which {@link #stop} may bring forward. */
    void play(ProgressLine line) {
        run.until(order.stop());
        line.begin(order.recipe().laboratory());
        run.listen(() -> {
            Progress now = run.progress();
            line.tell(order.part(now), now.step(), now.rate());
        });
        long begun = System.nanoTime();
        run.play();
        wall = Duration.ofNanos(System.nanoTime() - begun);
        line.end();
    }

    /** Comes to rest after the step in hand; from any thread. */
    void stop() {
        run.pause();
    }

    /** The recipe with the kind of kernels that served, whatever was asked for: the same kind repeats the same bits. */
    Recipe recipe() {
        Recipe asked = order.recipe();
        try (Selection selection = Kernels.of(compute)) {
            var served = new Compute(selection.kind(), 0, 1);
            return new Recipe(asked.laboratory(), asked.settings(), asked.changes(), served, asked.dataHash());
        }
    }

    Order order() {
        return order;
    }

    Recording recording() {
        return run.recording();
    }

    /** Which kernels do the work, with the reason where others were asked for. */
    String compute() {
        try (Selection selection = Kernels.of(compute)) {
            boolean served = compute.kind() == Compute.Kind.AUTO || compute.kind() == selection.kind();
            return selection.description() + (served ? "" : ". " + selection.reason());
        }
    }

    /** What is known of the last moment. */
    List<Facts.Fact> facts() {
        return recording().observables().stream()
                .filter(Facts.class::isInstance)
                .map(Facts.class::cast)
                .flatMap(facts -> recording().last().get(facts).stream())
                .flatMap(values -> values.facts().stream())
                .toList();
    }

    Summary summary() {
        return Summary.of(run.progress(), wall);
    }

    /** Throws what the experiment threw, if it failed. */
    void requireSound() {
        run.failure().ifPresent(failure -> {
            switch (failure) {
                case RuntimeException exception -> throw exception;
                case Error error -> throw error;
                default -> throw new IllegalStateException(failure);
            }
        });
    }

    @Override
    public void close() {
        run.close();
    }
}
