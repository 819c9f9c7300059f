package org.separatrix.app.cli;

import java.util.Optional;

/** The screen that a window needs. */
public final class Display {
    private Display() {}

    /** Why there is none, where that can be told without trying. */
    public static Optional<String> missing() {
        boolean needsServer = System.getProperty("os.name").equals("Linux")
                && !"Headless".equals(System.getProperty("glass.platform"));
        return needsServer && System.getenv("DISPLAY") == null
                ? Optional.of("there is no display (DISPLAY is not set)")
                : Optional.empty();
    }
}
