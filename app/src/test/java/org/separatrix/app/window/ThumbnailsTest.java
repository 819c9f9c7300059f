package org.separatrix.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.separatrix.app.window.OpenWindow.await;
import static org.separatrix.app.window.OpenWindow.fx;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.image.Image;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.separatrix.lab.Laboratory;
import org.separatrix.viz.Theme;
import org.testfx.api.FxToolkit;

class ThumbnailsTest {
    private static final Laboratory BOWL = Laboratory.find("bowl");

    @BeforeAll
    static void start() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void aPresetIsDrawnFromARunOfItInEveryTheme(@TempDir Path folder) throws Exception {
        try (var thumbnails = new Thumbnails(Optional.of(folder))) {
            Map<Theme, Image> drawn = drawn(thumbnails);

            assertThat(drawn).containsOnlyKeys(Theme.values());
            Theme.LIGHT.series().stream()
                    .findFirst()
                    .ifPresent(hue -> assertThat(colours(drawn.get(Theme.LIGHT)))
                            .contains(0xFF000000 | Integer.decode(hue.hex())));
            assertThat(files(folder)).hasSize(2);
        }
    }

    @Test
    void whatWasDrawnOnceIsReadTheNextTime(@TempDir Path folder) throws Exception {
        Set<Integer> first;
        try (var thumbnails = new Thumbnails(Optional.of(folder))) {
            first = colours(drawn(thumbnails).get(Theme.DARK));
        }
        Files.delete(files(folder).stream()
                .filter(file -> file.toString().contains("light"))
                .findFirst()
                .orElseThrow());
        Path kept = files(folder).getFirst();
        Files.copy(kept, kept.resolveSibling(kept.getFileName().toString().replace("dark", "light")));

        try (var thumbnails = new Thumbnails(Optional.of(folder))) {
            assertThat(colours(drawn(thumbnails).get(Theme.LIGHT))).isEqualTo(first);
        }
    }

    private static Map<Theme, Image> drawn(Thumbnails thumbnails) throws Exception {
        ObservableValue<Map<Theme, Image>> picture =
                fx(() -> thumbnails.of(BOWL, BOWL.presets().getFirst()));
        assertThat(thumbnails.idle()).isFalse();
        thumbnails.begin();
        await(thumbnails::idle);
        assertThat(picture.getValue()).isNotNull();
        return fx(picture::getValue);
    }

    private static java.util.List<Path> files(Path folder) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static Set<Integer> colours(Image image) {
        var colours = new HashSet<Integer>();
        for (int x = 0; x < image.getWidth(); x++)
            for (int y = 0; y < image.getHeight(); y++)
                colours.add(image.getPixelReader().getArgb(x, y));
        return colours;
    }
}
