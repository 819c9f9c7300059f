package org.separatrix.app.cli;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.separatrix.lab.InvalidSetting;
import org.separatrix.viz.Theme;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code separatrix run}: one run without a screen. */
@Command(
        name = "run",
        sortOptions = false,
        description = "Run a laboratory without a screen; print a summary, and with --out leave results in a folder.")
final class RunCommand implements Runnable {
    private final ProgressLine progress;

    @Mixin
    private OrderOptions options;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Leave recipe, summary, tables, arrays and figures there.")
    private Path out;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            split = ",",
            converter = Format.Reader.class,
            description = "What to leave, separated by commas: csv, npz, png; all of them unless told otherwise.")
    private List<Format> formats;

    @Option(names = "--force", description = "Write into a folder that is there; files of the same name are replaced.")
    private boolean force;

    @Option(
            names = "--threads",
            hidden = true,
            paramLabel = "N",
            description = "How many threads a kernel may use; the result does not depend on it.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Mixin
    private Output output;

    RunCommand(ProgressLine progress) {
        this.progress = progress;
    }

    @Override
    public void run() {
        if (out == null && formats != null)
            throw new InvalidSetting("--format needs --out DIR, where to leave the files");
        if (threads < 1) throw new InvalidSetting("threads=" + threads + ": must be at least 1");
        Set<Format> wanted = formats == null ? EnumSet.allOf(Format.class) : EnumSet.copyOf(formats);
        try (var performance = Performance.open(options.order(), threads);
                var interruption = new Interruption(performance::stop)) {
            Optional<Results> results = Optional.ofNullable(out).map(path -> Results.in(path, force));
            performance.play(progress);
            results.ifPresent(folder -> folder.write(performance, wanted, Set.of(Theme.LIGHT)));
            var report = new Report(performance, Optional.ofNullable(out));
            if (output.json()) output.print(report.document());
            else report.write(output.page());
            performance.requireSound();
            if (interruption.asked())
                throw new Interrupted(
                        "interrupted" + (out == null ? "" : ": what was calculated by then is in " + out));
        }
    }
}
