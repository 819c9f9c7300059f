package org.separatrix.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writing that a reader sees done or not at all: the bytes go beside the file, which they then replace in one move. */
public final class WholeFile {
    private WholeFile() {}

    /** What is to be in the file. */
    @FunctionalInterface
    public interface Content {
        /** Writes it, from the first byte to the last; the stream is buffered and closed by the caller. */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a file; one that is there is replaced.
     *
     * @throws FileProblem where it cannot be written; nothing is left behind
     */
    public static void write(Path file, Content content) {
        Path whole = file.toAbsolutePath();
        Path part = whole.resolveSibling(
                "." + whole.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            try (var out = new BufferedOutputStream(Files.newOutputStream(
                    part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE))) {
                content.writeTo(out);
            }
            move(part, whole);
        } catch (IOException | ReadOnlyFileSystemException e) {
            discard(part, e);
            throw FileProblem.writing(file, e);
        } catch (RuntimeException | Error e) {
            discard(part, e);
            throw e;
        }
    }

    /** Writes a text in UTF-8; errors as for {@link #write}. */
    public static void write(Path file, String text) {
        write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static void move(Path part, Path whole) throws IOException {
        try {
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void discard(Path part, Throwable because) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException | ReadOnlyFileSystemException e) {
            because.addSuppressed(e);
        }
    }
}
