package org.separatrix.app.window;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Where the window keeps files between one start and the next.
 *
 * @param preferences the file of what the user has chosen; absent where nothing is remembered
 * @param pictures the folder of pictures that need not be drawn twice; absent where none are kept
 */
record Places(Optional<Path> preferences, Optional<Path> pictures) {
    private static final String PROGRAM = "separatrix";

    /** Nowhere: the window remembers nothing. */
    static final Places NOWHERE = new Places(Optional.empty(), Optional.empty());

    /** Where the operating system wants such files. What is drawn is kept by version of the program. Reads files. */
    static Places ofUser() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        Path home = Path.of(System.getProperty("user.home"));
        Path settings;
        Path cache;
        if (system.startsWith("win")) {
            settings = variable("APPDATA").orElse(home.resolve("AppData/Roaming"));
            cache = variable("LOCALAPPDATA").orElse(home.resolve("AppData/Local"));
        } else if (system.startsWith("mac")) {
            settings = home.resolve("Library/Application Support");
            cache = home.resolve("Library/Caches");
        } else {
            settings = variable("XDG_CONFIG_HOME").orElse(home.resolve(".config"));
            cache = variable("XDG_CACHE_HOME").orElse(home.resolve(".cache"));
        }
        return new Places(
                Optional.of(settings.resolve(PROGRAM).resolve("window.properties")),
                version().map(cache.resolve(PROGRAM)::resolve));
    }

    private static Optional<Path> variable(String name) {
        return Optional.ofNullable(System.getenv(name))
                .filter(value -> !value.isBlank())
                .map(Path::of);
    }

    /** The program's version and the time it was built; absent where it runs from loose classes. */
    private static Optional<String> version() {
        String version = Places.class.getPackage().getImplementationVersion();
        if (version == null) return Optional.empty();
        try {
            Path program = Path.of(Places.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Optional.of(version + "-"
                    + Long.toString(Files.getLastModifiedTime(program).toMillis(), Character.MAX_RADIX));
        } catch (IOException | URISyntaxException e) {
            return Optional.empty();
        }
    }
}
