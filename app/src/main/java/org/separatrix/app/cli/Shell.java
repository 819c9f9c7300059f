package org.separatrix.app.cli;

import java.io.PrintWriter;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;

/**
 * The commands of the program. Whatever goes wrong is told in one line on standard error and in the exit code; results
 * go to standard output.
 */
public final class Shell {
    private final CommandLine commands;
    private final Program program;

    /**
     * A shell.
     *
     * @param out where results go
     * @param err where progress and complaints go
     * @param terminal whether {@code err} is a terminal, where progress is worth showing
     * @param window opens the workbench
     */
    public Shell(PrintWriter out, PrintWriter err, BooleanSupplier terminal, Window window) {
        var progress = new ProgressLine(err, terminal, System::nanoTime);
        var tour = new Tour(progress);
        program = new Program(window, tour);
        commands = new CommandLine(program)
                .addSubcommand(new TourCommand(tour))
                .addSubcommand(new ListCommand())
                .addSubcommand(new DescribeCommand())
                .addSubcommand(new RunCommand(progress))
                .addSubcommand(new SweepCommand(progress))
                .addSubcommand(new BenchCommand(window, progress))
                .addSubcommand(new DoctorCommand())
                .addSubcommand(new CompletionCommand())
                .addSubcommand(new PicturesCommand(window))
                .setOut(out)
                .setErr(err)
                .setUsageHelpWidth(100)
                .setParameterExceptionHandler((failure, arguments) -> complain(failure))
                .setExecutionExceptionHandler((failure, command, parsed) -> complain(failure));
    }

    /**
     * Does what the arguments say.
     *
     * @return the exit code: 0 done, 2 bad usage, 3 no display, 4 a file that could not be read or written, 1 anything
     *     else
     */
    public int run(String... arguments) {
        try {
            return commands.execute(arguments);
        } catch (Error failure) {
            return complain(failure);
        } finally {
            commands.getOut().flush();
            commands.getErr().flush();
        }
    }

    private int complain(Throwable failure) {
        Complaint complaint = Complaint.of(failure);
        PrintWriter err = commands.getErr();
        err.println("separatrix: " + complaint.sentence());
        if (program.debug()) failure.printStackTrace(err);
        return complaint.exit().code();
    }
}
