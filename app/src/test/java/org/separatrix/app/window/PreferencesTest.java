package org.separatrix.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferencesTest {
    @Test
    void aChoiceIsRememberedByTheNextStart(@TempDir Path folder) {
        Optional<Path> file = Optional.of(folder.resolve("deep").resolve("window.properties"));
        try (var first = new Preferences(file)) {
            first.put("theme", "LIGHT");
            first.put("theme", "DARK");
        }

        try (var second = new Preferences(file)) {
            assertThat(second.get("theme")).contains("DARK");
            assertThat(second.get("scale")).isEmpty();
        }
    }

    @Test
    void whatIsForgottenIsNotThereAtTheNextStart(@TempDir Path folder) {
        Optional<Path> file = Optional.of(folder.resolve("window.properties"));
        try (var first = new Preferences(file)) {
            first.put("theme", "DARK");
            first.forget("theme");
        }

        try (var second = new Preferences(file)) {
            assertThat(second.get("theme")).isEmpty();
        }
    }

    @Test
    void aDamagedFileCountsAsNone(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("window.properties"), "theme=\\u12");

        try (var preferences = new Preferences(Optional.of(file))) {
            assertThat(preferences.get("theme")).isEmpty();
        }
    }
}
