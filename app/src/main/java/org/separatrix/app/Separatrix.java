package org.separatrix.app;

import java.io.PrintWriter;
import org.separatrix.app.cli.NoDisplay;
import org.separatrix.app.cli.Shell;
import org.separatrix.app.cli.Terminal;

/** The program. */
public final class Separatrix {
    private Separatrix() {}

    /** Runs one command, or opens the workbench where none is given. */
    public static void main(String[] arguments) {
        var err = new PrintWriter(System.err);
        Terminal.eraseAnnouncement(err);
        var shell = new Shell(new PrintWriter(System.out), err, Terminal::isStandardError, () -> {
            throw new NoDisplay("this version has no window");
        });
        System.exit(shell.run(arguments));
    }
}
