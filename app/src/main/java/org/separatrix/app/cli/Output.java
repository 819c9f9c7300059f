package org.separatrix.app.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Standard output: a page for people, or with {@code --json} one JSON document and nothing else. */
final class Output {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    boolean json() {
        return json;
    }

    Page page() {
        return new Page(paper(), command.commandLine().getColorScheme());
    }

    void print(Object document) {
        Json.print(document, paper());
    }

    private PrintWriter paper() {
        return command.commandLine().getOut();
    }
}
