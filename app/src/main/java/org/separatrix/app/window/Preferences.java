package org.separatrix.app.window;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What the user has chosen for good, kept in a file from one start to the next. Any thread. */
final class Preferences implements AutoCloseable {
    private final Optional<Path> file;
    private final Properties values = new Properties();
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("separatrix-preferences").factory());

    /** What a file holds, nothing where there is none or it cannot be read. Reads the file. */
    Preferences(Optional<Path> file) {
        this.file = file;
        if (file.filter(Files::isRegularFile).isEmpty()) return;
        try (Reader reader = Files.newBufferedReader(file.get())) {
            values.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            values.clear();
        }
    }

    /** What is remembered under a name. */
    Optional<String> get(String name) {
        return Optional.ofNullable(values.getProperty(name));
    }

    /** Remembers something; the file is written a moment later. */
    void put(String name, String value) {
        if (!value.equals(values.setProperty(name, value))) keep();
    }

    /** Remembers nothing under a name. */
    void forget(String name) {
        if (values.remove(name) != null) keep();
    }

    private void keep() {
        var copy = new Properties();
        copy.putAll(values);
        file.ifPresent(to -> writer.execute(() -> write(copy, to)));
    }

    /** Written beside and moved into place, so that a fall between leaves the old file whole. */
    private static void write(Properties values, Path to) {
        try {
            Files.createDirectories(to.getParent());
            Path beside = Files.createTempFile(to.getParent(), "window", ".tmp");
            try (Writer writer = Files.newBufferedWriter(beside)) {
                values.store(writer, null);
            }
            Files.move(beside, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            // A choice that cannot be kept holds until the window is closed.
            return;
        }
    }

    /** Writes what is left to write and ends. */
    @Override
    public void close() {
        writer.close();
    }
}
