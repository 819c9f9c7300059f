package org.separatrix.app.cli;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.separatrix.io.FileProblem;
import org.separatrix.lab.InvalidData;
import org.separatrix.lab.InvalidSetting;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What went wrong, for a user: one line and an exit code.
 *
 * @param exit how the program ends
 * @param sentence what, where, and what would be valid
 */
record Complaint(Exit exit, String sentence) {
    /** The complaint that a failure amounts to. */
    static Complaint of(Throwable failure) {
        return switch (failure) {
            case UnmatchedArgumentException unmatched -> new Complaint(Exit.USAGE, unknown(unmatched));
            // What an option's or a parameter's converter throws, picocli wraps.
            case ParameterException usage when usage.getCause() instanceof InvalidSetting invalid -> of(invalid);
            case ParameterException usage -> new Complaint(Exit.USAGE, oneLine(usage.getMessage()));
            case InvalidSetting invalid -> new Complaint(Exit.USAGE, oneLine(invalid.getMessage()));
            case InvalidData invalid -> new Complaint(Exit.USAGE, oneLine(invalid.getMessage()));
            case FileProblem problem -> new Complaint(Exit.FILE, oneLine(problem.getMessage()));
            case Interrupted interrupted -> new Complaint(Exit.INTERRUPTED, interrupted.getMessage());
            case NoDisplay none -> new Complaint(Exit.NO_DISPLAY, none.getMessage());
            case OutOfMemoryError _ ->
                new Complaint(
                        Exit.OTHER,
                        "this needs more than the " + Runtime.getRuntime().maxMemory() / (1 << 20)
                                + " MB of memory that the program may use: choose smaller sizes");
            default ->
                new Complaint(
                        Exit.OTHER,
                        "an error inside the program (--debug shows where): " + oneLine(failure.toString()));
        };
    }

    private static String unknown(UnmatchedArgumentException failure) {
        String argument = failure.getUnmatched().getFirst();
        CommandLine command = failure.getCommandLine();
        if (argument.startsWith("-")) {
            List<String> options = command.getCommandSpec().options().stream()
                    .filter(option -> !option.hidden())
                    .flatMap(option -> Stream.of(option.names()))
                    .toList();
            return InvalidSetting.unknown("option", argument.split("=", 2)[0], options)
                    .getMessage();
        }
        Set<String> commands = command.getSubcommands().entrySet().stream()
                .filter(entry ->
                        !entry.getValue().getCommandSpec().usageMessage().hidden())
                .map(java.util.Map.Entry::getKey)
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
        if (!commands.isEmpty())
            return InvalidSetting.unknown("command", argument, commands).getMessage();
        return command.getCommandSpec().qualifiedName() + " takes no argument " + argument
                + ": --help shows what it takes";
    }

    private static String oneLine(String message) {
        return message.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
