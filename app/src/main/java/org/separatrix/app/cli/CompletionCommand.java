package org.separatrix.app.cli;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code separatrix completion}: what a shell needs to complete commands, options and laboratories. */
@Command(
        name = "completion",
        description = "Print a completion script for bash and zsh: source <(separatrix completion)")
final class CompletionCommand implements Runnable {
    @Spec
    private CommandSpec command;

    @Override
    public void run() {
        CommandLine program = command.root().commandLine();
        command.commandLine().getOut().print(AutoComplete.bash(program.getCommandName(), program));
    }
}
