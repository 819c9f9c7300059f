package org.separatrix.app.window;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import org.separatrix.viz.Theme;
import org.separatrix.viz.Typeface;

/** Dresses the window: the base theme, the tokens of the chosen theme, and the window's own sheet, in this order. */
final class StyleSheets {
    private static final String SHEET = "/org/separatrix/assets/style/workbench.css";
    private static final double ANY_SIZE = 13;

    private StyleSheets() {}

    /** Makes the shipped typefaces known to JavaFX. Reads files. */
    static void loadFonts() {
        for (Typeface face : Typeface.values()) {
            try (InputStream file = face.open()) {
                Font.loadFont(file, ANY_SIZE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Dresses a scene. */
    static void apply(Theme theme, Scene scene) {
        Application.setUserAgentStylesheet(
                switch (theme) {
                    case LIGHT -> new PrimerLight().getUserAgentStylesheet();
                    case DARK -> new PrimerDark().getUserAgentStylesheet();
                });
        scene.getStylesheets()
                .setAll(
                        "data:text/css;base64," + encoded(theme.styleSheet()),
                        StyleSheets.class.getResource(SHEET).toExternalForm());
    }

    private static String encoded(String css) {
        return Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }
}
