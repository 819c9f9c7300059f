package org.separatrix.app.cli;

/** How the program ends: the exit codes that scripts may rely on. */
enum Exit {
    /** Done; a run that diverged is a result too. */
    DONE(0),
    /** Anything that has no code of its own. */
    OTHER(1),
    /** Bad usage, or a setting or an array that cannot be. */
    USAGE(2),
    /** A window was asked for where there is no display. */
    NO_DISPLAY(3),
    /** A file that could not be read or written. */
    FILE(4),
    /** Ctrl-C, by the convention of Unix shells: 128 and the number of the signal. */
    INTERRUPTED(130);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
