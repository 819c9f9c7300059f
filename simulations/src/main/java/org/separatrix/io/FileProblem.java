package org.separatrix.io;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;

/** A file that cannot be read or written: the message is one sentence that names the file and what is wrong with it. */
public final class FileProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private FileProblem(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** A file that was read, but does not hold what it should. */
    static FileProblem in(Path file, String sentence) {
        return new FileProblem(file + ": " + sentence, null);
    }

    static FileProblem reading(Path file, IOException cause) {
        return new FileProblem(file + " cannot be read: " + reason(cause), cause);
    }

    static FileProblem writing(Path file, Exception cause) {
        return new FileProblem(file + " cannot be written: " + reason(cause), cause);
    }

    private static String reason(Exception cause) {
        return switch (cause) {
            case NoSuchFileException missing -> missing.getFile() + " does not exist";
            case AccessDeniedException _ -> "permission denied";
            case NotDirectoryException other -> other.getFile() + " is no folder";
            case FileAlreadyExistsException other -> other.getFile() + " is in the way";
            case ReadOnlyFileSystemException _ -> "the file system is read-only";
            case FileSystemException other when other.getReason() != null -> other.getReason();
            default -> cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        };
    }
}
