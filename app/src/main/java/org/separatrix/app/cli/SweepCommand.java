package org.separatrix.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import org.separatrix.io.ResultFolder;
import org.separatrix.io.SweepFolder;
import org.separatrix.io.SweepJournal;
import org.separatrix.lab.GridAxis;
import org.separatrix.lab.InvalidSetting;
import org.separatrix.lab.Laboratory;
import org.separatrix.lab.PhaseDiagram;
import org.separatrix.run.Outcome;
import org.separatrix.run.Sweep;
import org.separatrix.run.SweepPlan;
import org.separatrix.run.SweepRun;
import org.separatrix.run.SweepTask;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code separatrix sweep}: one number over a plane of two parameters. */
@Command(
        name = "sweep",
        sortOptions = false,
        description = {
            "Turn two parameters together and judge every run by one metric; print a table, or with --out leave table,"
                    + " arrays and figures in a folder.",
            "What is not said is taken from the laboratory's first phase diagram; 'describe LAB' lists them."
        })
final class SweepCommand implements Runnable {
    private static final long PERIOD = 100;

    private final ProgressLine progress;

    @Mixin
    private OrderOptions options;

    @Option(names = "--diagram", paramLabel = "NAME", description = "Begin from another phase diagram.")
    private String diagramName;

    @Option(
            names = "--x",
            paramLabel = "KEY=MIN:MAX:N[:log]",
            description = "The horizontal axis: N values of a parameter.")
    private String x;

    @Option(names = "--y", paramLabel = "KEY=MIN:MAX:N[:log]", description = "The vertical axis.")
    private String y;

    @Option(names = "--metric", paramLabel = "NAME", description = "What is judged.")
    private String metric;

    @Option(names = "--replicates", paramLabel = "R", description = "How many seeds each point has.")
    private Integer replicates;

    @Option(
            names = "--refine",
            paramLabel = "L",
            description = "Halve the grid so many times where neighbours differ; 0 unless told otherwise.")
    private int refinements;

    @Option(
            names = "--workers",
            paramLabel = "W",
            description = "How many runs are in work at a time; the result does not depend on it.")
    private int workers = Runtime.getRuntime().availableProcessors();

    @Option(names = "--out", paramLabel = "DIR", description = "Leave recipe, table, arrays and figures there.")
    private Path out;

    @Option(names = "--resume", description = "Go on with the sweep whose finished runs are in the folder.")
    private boolean resume;

    @Option(names = "--force", description = "Write into a folder that is there; a sweep in it begins anew.")
    private boolean force;

    @Spec
    private CommandSpec command;

    SweepCommand(ProgressLine progress) {
        this.progress = progress;
    }

    @Override
    public void run() {
        if (workers < 1) throw new InvalidSetting("workers=" + workers + ": must be at least 1");
        if (resume && out == null) throw new InvalidSetting("--resume needs --out DIR, where the finished runs are");
        Order order = options.order(laboratory ->
                new OrderOptions.Beginning(diagram(laboratory).settings(), SweepPlan.stop(diagram(laboratory))));
        PhaseDiagram diagram = diagram(order.laboratory());
        var sweep = new Sweep(plan(order, diagram));
        if (out == null) {
            perform(sweep, (_, _) -> {});
            command.commandLine().getOut().print(SweepFolder.text(sweep.map()));
        } else {
            keep(sweep, order, diagram);
            command.commandLine().getOut().println(out);
        }
    }

    private PhaseDiagram diagram(Laboratory laboratory) {
        return diagramName == null ? laboratory.diagrams().getFirst() : laboratory.diagram(diagramName);
    }

    private SweepPlan plan(Order order, PhaseDiagram diagram) {
        Laboratory laboratory = order.laboratory();
        return new SweepPlan(
                laboratory,
                order.recipe(),
                order.data(),
                x == null ? diagram.x() : GridAxis.parse(x),
                y == null ? diagram.y() : GridAxis.parse(y),
                laboratory.metric(metric == null ? diagram.metric() : metric),
                replicates == null ? diagram.replicates() : replicates,
                refinements,
                order.stop());
    }

    private void keep(Sweep sweep, Order order, PhaseDiagram diagram) {
        var folder = new SweepFolder(ResultFolder.create(out, force || resume).path());
        if (!resume) SweepJournal.discard(folder.journal());
        try (var journal = SweepJournal.open(folder.journal(), sweep)) {
            folder.write(sweep.plan(), order.dataPath(), Program.version());
            perform(sweep, journal::add);
            journal.settle(sweep.map());
            folder.writeTable(sweep.map());
            folder.writeArrays(sweep.map());
            SweepFigures.write(folder.path(), sweep.map(), diagram);
        }
    }

    /** Has everything done, or says why not. */
    private void perform(Sweep sweep, BiConsumer<SweepTask, Outcome> listener) {
        ExecutorService threads = Executors.newFixedThreadPool(
                workers,
                Thread.ofPlatform().daemon().name("separatrix-sweep-", 1).factory());
        progress.begin(sweep.plan().recipe().laboratory(), "runs");
        try (var run = new SweepRun(sweep, threads, workers, listener);
                var interruption = new Interruption(run::cancel)) {
            while (!interruption.asked() && !run.await(PERIOD)) tell(run.progress());
            progress.end();
            rethrow(run.failure());
            if (interruption.asked()) throw new Interrupted(interrupted(run.progress()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Interrupted("interrupted");
        } finally {
            threads.shutdown();
        }
    }

    private void tell(SweepRun.Progress now) {
        progress.tell((double) now.done() / now.total(), now.done(), now.rate());
    }

    private String interrupted(SweepRun.Progress now) {
        return "interrupted after " + now.done() + " of " + now.total() + " runs"
                + (out == null ? "" : ": the same command with --resume goes on");
    }

    private static void rethrow(Optional<Throwable> failure) {
        if (failure.isEmpty()) return;
        switch (failure.get()) {
            case RuntimeException exception -> throw exception;
            case Error error -> throw error;
            case Throwable other -> throw new IllegalStateException(other);
        }
    }
}
