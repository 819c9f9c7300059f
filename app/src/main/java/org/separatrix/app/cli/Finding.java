package org.separatrix.app.cli;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * What the doctor found of one thing that the program needs or could use.
 *
 * @param subject the thing
 * @param state whether it is there
 * @param found what is there
 * @param advice how to get what is missing, or ""
 */
record Finding(String subject, State state, String found, String advice) {
    /** Whether a thing is there. */
    enum State {
        /** It is there. */
        OK,
        /** It is not there; the program does without it. */
        ABSENT,
        /** It is not there, and part of the program cannot do without it. */
        MISSING;

        /** The word on the page and in the document. */
        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Finding ok(String subject, String found) {
        return new Finding(subject, State.OK, found, "");
    }

    static Finding absent(String subject, String found, String advice) {
        return new Finding(subject, State.ABSENT, found, advice);
    }

    static Finding missing(String subject, String found, String advice) {
        return new Finding(subject, State.MISSING, found, advice);
    }
}
