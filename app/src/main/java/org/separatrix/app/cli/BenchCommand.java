package org.separatrix.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.separatrix.io.Summary;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Data;
import org.separatrix.lab.InvalidSetting;
import org.separatrix.lab.Laboratory;
import org.separatrix.lab.Preset;
import org.separatrix.lab.Recipe;
import org.separatrix.run.Stop;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code separatrix bench}: how fast every preset runs here, or how smoothly the window shows it. */
@Command(
        name = "bench",
        sortOptions = false,
        description = "Measure how fast every preset runs on this machine, or with --window how smoothly it is shown.")
final class BenchCommand implements Runnable {
    private final Window window;
    private final ProgressLine progress;

    @Parameters(
            paramLabel = "LAB",
            arity = "0..*",
            converter = Laboratories.class,
            completionCandidates = Laboratories.class,
            description = "Which laboratories; all of them unless told otherwise.")
    private List<Laboratory> laboratories = List.of();

    @Option(names = "--seconds", paramLabel = "S", description = "How long each preset is measured; 2 unless told.")
    private double seconds = 2;

    @Option(
            names = "--window",
            description = "Show each in the window, drawn by the processor, and measure frames and pauses instead:"
                    + " after ten seconds in which the program starts, and three in which each other preset opens. The last"
                    + " column is the time from opening to the first pictures.")
    private boolean shown;

    @Mixin
    private Output output;

    BenchCommand(Window window, ProgressLine progress) {
        this.window = window;
        this.progress = progress;
    }

    /** The JSON document of throughput. */
    record Throughput(List<Workload> workloads) {
        /** One preset; wall time in seconds. */
        record Workload(String laboratory, String preset, long steps, double wall, double stepsPerSecond) {}
    }

    /** The JSON document of the window. */
    record Document(List<Smoothness> presets) {}

    @Override
    public void run() {
        if (!(seconds > 0)) throw new InvalidSetting("seconds=" + seconds + ": must be above 0");
        List<Laboratory> asked = laboratories.isEmpty() ? Laboratory.all() : laboratories;
        if (shown) tellSmoothness(asked);
        else tellThroughput(asked);
    }

    private void tellSmoothness(List<Laboratory> asked) {
        double all = asked.stream()
                .mapToInt(laboratory -> laboratory.presets().size())
                .sum();
        progress.begin("bench", "presets");
        List<Smoothness> presets = window.measure(
                asked.stream().map(laboratory -> laboratory.title().id()).toList(),
                seconds,
                done -> progress.tell(done / all, done, 0));
        progress.end();
        if (output.json()) {
            output.print(new Document(presets));
            return;
        }
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("laboratory", "preset", "frames", "median", "99 %", "work", "pause", "opening", "start"));
        for (Smoothness each : presets)
            rows.add(List.of(
                    each.laboratory(),
                    each.preset(),
                    Long.toString(each.frames()),
                    number(each.median()),
                    number(each.late()),
                    number(each.work()),
                    number(each.pause()),
                    number(each.opening()),
                    number(each.start())));
        Page page = output.page();
        page.paragraph("Times in milliseconds.");
        page.rows(rows);
        List<Smoothness> held =
                presets.stream().filter(each -> !each.culprit().isEmpty()).toList();
        if (held.isEmpty()) return;
        page.heading("Found in its longest pause");
        held.forEach(each -> page.verbatim(each.laboratory() + " " + each.preset() + ": " + each.culprit()));
    }

    private void tellThroughput(List<Laboratory> asked) {
        var workloads = new ArrayList<Throughput.Workload>();
        for (Laboratory laboratory : asked)
            for (Preset preset : laboratory.presets()) workloads.add(workload(laboratory, preset));
        if (output.json()) {
            output.print(new Throughput(workloads));
            return;
        }
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("laboratory", "preset", "steps", "steps/s"));
        for (Throughput.Workload each : workloads)
            rows.add(List.of(
                    each.laboratory(), each.preset(), Long.toString(each.steps()), number(each.stepsPerSecond())));
        output.page().rows(rows);
    }

    private Throughput.Workload workload(Laboratory laboratory, Preset preset) {
        Recipe recipe = Recipe.of(laboratory, laboratory.settings(preset), Compute.AUTO, Data.NONE);
        var order = new Order(recipe, Data.NONE, Optional.empty(), List.of(), Stop.NEVER);
        try (var performance = Performance.open(order, Runtime.getRuntime().availableProcessors());
                var _ = new Interruption(performance::stop)) {
            CompletableFuture.delayedExecutor((long) (seconds * 1e9), TimeUnit.NANOSECONDS)
                    .execute(performance::stop);
            performance.play(progress);
            performance.requireSound();
            Summary summary = performance.summary();
            double wall = summary.wall().toNanos() / 1e9;
            return new Throughput.Workload(
                    laboratory.title().id(), preset.key(), summary.steps(), wall, summary.steps() / wall);
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
