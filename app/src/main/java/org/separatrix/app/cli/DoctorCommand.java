package org.separatrix.app.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code separatrix doctor}: what the program needs or could use, and what of it is there. */
@Command(name = "doctor", description = "Tell what this machine offers: what is there, what is missing, how to get it.")
final class DoctorCommand implements Runnable {
    @Mixin
    private Output output;

    /** The JSON document. */
    record Document(List<Finding> findings) {}

    @Override
    public void run() {
        List<Finding> findings = Machine.examine();
        if (output.json()) output.print(new Document(findings));
        else
            output.page()
                    .rows(findings.stream()
                            .map(finding -> List.of(
                                    finding.subject(),
                                    finding.state().word(),
                                    finding.advice().isEmpty()
                                            ? finding.found()
                                            : finding.found() + ": " + finding.advice()))
                            .toList());
    }
}
