package org.separatrix.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.separatrix.lab.Array;

/** Named arrays in NumPy's .npz format: what {@code numpy.savez} writes and {@code numpy.load} reads. */
public final class NumpyFile {
    private static final String ENDING = ".npy";

    /** The same moment in every file, so that the same arrays give the same bytes; the format cannot tell earlier ones. */
    private static final LocalDateTime STAMP = LocalDateTime.of(1980, 1, 1, 0, 0);

    private NumpyFile() {}

    /**
     * All arrays in a file, in its order. Every kind of number becomes float64.
     *
     * @throws FileProblem where the file cannot be read, is truncated, or holds something other than real numbers
     */
    public static Map<String, Array> read(Path file) {
        // A ZipFile tells of a missing file in words of its own.
        if (!Files.exists(file)) throw FileProblem.reading(file, new NoSuchFileException(file.toString()));
        try (var zip = new ZipFile(file.toFile())) {
            var arrays = new LinkedHashMap<String, Array>();
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (!entry.getName().endsWith(ENDING)) continue;
                String name = entry.getName().substring(0, entry.getName().length() - ENDING.length());
                try (InputStream in = zip.getInputStream(entry)) {
                    arrays.put(name, Npy.decode(in.readAllBytes()));
                } catch (IllegalArgumentException e) {
                    throw FileProblem.in(file, "the array " + name + " " + e.getMessage());
                }
            }
            return arrays;
        } catch (ZipException e) {
            throw FileProblem.in(file, "is damaged or truncated, or is no .npz file");
        } catch (IOException e) {
            throw FileProblem.reading(file, e);
        }
    }

    /**
     * Writes arrays as float64; the same arrays give the same bytes.
     *
     * @throws FileProblem where the file cannot be written
     */
    public static void write(Path file, Map<String, Array> arrays) {
        WholeFile.write(file, out -> {
            var zip = new ZipOutputStream(out);
            for (var named : arrays.entrySet()) {
                byte[] bytes = Npy.encode(named.getValue());
                var entry = new ZipEntry(named.getKey() + ENDING);
                var check = new CRC32();
                check.update(bytes);
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(bytes.length);
                entry.setCrc(check.getValue());
                entry.setTimeLocal(STAMP);
                zip.putNextEntry(entry);
                zip.write(bytes);
                zip.closeEntry();
            }
            zip.finish();
        });
    }
}
