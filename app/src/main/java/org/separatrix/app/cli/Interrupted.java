package org.separatrix.app.cli;

/** Ctrl-C cut work short: the message is one sentence that says what is kept. */
final class Interrupted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Interrupted(String sentence) {
        super(sentence);
    }
}
