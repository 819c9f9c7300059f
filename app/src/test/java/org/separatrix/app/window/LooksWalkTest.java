package org.separatrix.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.separatrix.app.window.OpenWindow.eventually;
import static org.separatrix.app.window.OpenWindow.fx;

import javafx.application.ColorScheme;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.separatrix.viz.Theme;

/** How the window looks with every laboratory in it. */
class LooksWalkTest {
    private static OpenWindow window;

    @BeforeAll
    static void openWindow() throws Exception {
        window = OpenWindow.onAll();
    }

    @AfterAll
    static void closeWindow() {
        window.close();
    }

    @Test
    void theThemeFollowsTheSystemUntilTheOtherOneIsChosen() {
        system(ColorScheme.DARK);
        eventually(() -> assertThat(theme()).isEqualTo(Theme.DARK));
        system(ColorScheme.LIGHT);
        eventually(() -> assertThat(theme()).isEqualTo(Theme.LIGHT));

        window.press(KeyCode.CONTROL, KeyCode.T);
        eventually(() -> assertThat(theme()).isEqualTo(Theme.DARK));
        system(ColorScheme.DARK);
        system(ColorScheme.LIGHT);
        assertThat(fx(LooksWalkTest::theme)).isEqualTo(Theme.DARK);

        // Back at the system's theme, it is followed again.
        window.press(KeyCode.CONTROL, KeyCode.T);
        system(ColorScheme.DARK);
        eventually(() -> assertThat(theme()).isEqualTo(Theme.DARK));
        system(ColorScheme.LIGHT);
    }

    private static void system(ColorScheme scheme) {
        fx(() -> {
            window.scene().getPreferences().setColorScheme(scheme);
            return true;
        });
    }

    private static Theme theme() {
        Region header = (Region) window.scene().lookup(".header");
        String ground = header.getBackground().getFills().getFirst().getFill().toString();
        return ground.equals(
                        javafx.scene.paint.Color.web(Theme.DARK.panel().hex()).toString())
                ? Theme.DARK
                : Theme.LIGHT;
    }
}
