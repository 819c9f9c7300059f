package org.separatrix.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writing that a reader sees done or not at all: the bytes go beside the file, which they then replace in one move. What a
 * program that was ended in the middle has left beside a file, the next writing of that file takes away.
 */
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
        Path part = whole.resolveSibling(part(whole, ProcessHandle.current().pid()));
        try {
            tidy(whole);
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

    /** The bytes of each process have a name of their own, so that two that write the same file do not mix them. */
    private static String part(Path whole, long process) {
        return "." + whole.getFileName() + "." + process + ".part";
    }

    private static void tidy(Path whole) throws IOException {
        Pattern name = Pattern.compile("\\." + Pattern.quote(whole.getFileName().toString()) + "\\.(\\d{1,18})\\.part");
        try (DirectoryStream<Path> beside = Files.newDirectoryStream(whole.getParent())) {
            for (Path file : beside) {
                Matcher matcher = name.matcher(file.getFileName().toString());
                if (matcher.matches()
                        && ProcessHandle.of(Long.parseLong(matcher.group(1))).isEmpty()) Files.deleteIfExists(file);
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
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
