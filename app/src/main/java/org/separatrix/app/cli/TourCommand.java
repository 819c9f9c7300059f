package org.separatrix.app.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code separatrix tour}: every laboratory at its default preset. */
@Command(
        name = "tour",
        description =
                "Run the default preset of every laboratory, and leave figures, data and an index.html to look at.")
final class TourCommand implements Runnable {
    private final Tour tour;

    @Spec
    private CommandSpec command;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = Program.TOUR,
            description = "Where to write it; ${DEFAULT-VALUE} unless told otherwise.")
    private Path out;

    @Option(names = "--force", description = "Replace what an earlier tour left there.")
    private boolean force;

    TourCommand(Tour tour) {
        this.tour = tour;
    }

    @Override
    public void run() {
        Path page = tour.write(out, force);
        command.commandLine().getOut().println(page);
    }
}
