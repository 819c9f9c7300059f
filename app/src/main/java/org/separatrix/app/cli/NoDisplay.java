package org.separatrix.app.cli;

/** A window was asked for where there is no display: the message is one sentence that says what was looked for. */
public final class NoDisplay extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** No display, for a reason. */
    public NoDisplay(String sentence) {
        super(sentence);
    }
}
