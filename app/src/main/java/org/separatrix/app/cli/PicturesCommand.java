package org.separatrix.app.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code separatrix pictures}: the window as the documents show it. For those who write the documents. */
@Command(name = "pictures", hidden = true, description = "Take the pictures of the window that the documents show.")
final class PicturesCommand implements Runnable {
    private final Window window;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where to write them.")
    private Path out;

    @Option(names = "--review", description = "Show every tab in every theme and size, each after a moment.")
    private boolean review;

    PicturesCommand(Window window) {
        this.window = window;
    }

    @Override
    public void run() {
        window.pictures(out, review);
    }
}
