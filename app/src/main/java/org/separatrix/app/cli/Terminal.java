package org.separatrix.app.cli;

import java.io.Console;
import java.io.PrintWriter;

/** What the program is connected to. */
public final class Terminal {
    /** The property by which a launch script tells whether standard error is a terminal; Java cannot ask. */
    private static final String TOLD = "separatrix.terminal";

    private static final String UP_AND_ERASE = "\033[1A\033[2K";

    private Terminal() {}

    /** Whether standard error goes to a terminal. */
    public static boolean isStandardError() {
        String told = System.getProperty(TOLD);
        if (told != null) return Boolean.parseBoolean(told);
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    /**
     * Takes the line back that the virtual machine has just written to announce the incubating vector module: it says
     * nothing to a user, and no option keeps it from being written. In a file it stays.
     */
    public static void eraseAnnouncement(PrintWriter err) {
        if (!Boolean.getBoolean(TOLD)
                || ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) return;
        err.print(UP_AND_ERASE);
        err.flush();
    }
}
