package org.separatrix.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code separatrix} without a command: the workbench, or where there is no display a tour of the laboratories. */
@Command(
        name = "separatrix",
        description = {
            "Explore learning dynamics: beside each simulation, its exact theory.",
            "",
            "Without a command, the workbench opens. Where there is no display, a tour is written to @|italic "
                    + Program.TOUR + "|@ instead."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:done; a run that diverged is a result, too",
            "1:anything that has no code of its own",
            "2:bad usage, or a setting or an array that cannot be",
            "3:no display, where a window was insisted on",
            "4:a file that could not be read or written",
            "130:interrupted; what was finished is kept"
        },
        versionProvider = Program.Version.class)
final class Program implements Runnable {
    static final String TOUR = "separatrix-tour";

    private final Window window;
    private final Tour tour;

    @Spec
    private CommandSpec command;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    private boolean version;

    @Option(names = "--window", description = "Open the workbench or fail; never fall back to the tour.")
    private boolean insist;

    @Option(names = "--debug", hidden = true, scope = ScopeType.INHERIT, description = "Show where an error arose.")
    private boolean debug;

    Program(Window window, Tour tour) {
        this.window = window;
        this.tour = tour;
    }

    @Override
    public void run() {
        try {
            window.open();
        } catch (NoDisplay none) {
            if (insist) throw none;
            CommandLine line = command.commandLine();
            line.getErr().println("separatrix: " + none.getMessage() + ": writing a tour to " + TOUR + " instead");
            line.getErr().flush();
            // The tour of an earlier start is the program's own, and may be made anew.
            boolean again = Files.isRegularFile(Path.of(TOUR, "index.html"));
            line.getOut().println(tour.write(Path.of(TOUR), again));
        }
    }

    /** The version in the program's jar. */
    static String version() {
        return Optional.ofNullable(Program.class.getPackage().getImplementationVersion())
                .orElse("in development");
    }

    boolean debug() {
        return debug;
    }

    /** What {@code --version} shows. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"separatrix " + version()};
        }
    }
}
