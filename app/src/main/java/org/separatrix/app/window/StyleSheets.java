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

    /** The usual size of text: three tenths of it are 4 px, the step in which the window is laid out. */
    private static final double TEXT = 40 / 3.0;

    private static final double TIP = 12;
    private static final double ICON = 16;

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

    /** Dresses a scene: its colours, the size of its text, and of all that is measured by that. */
    static void apply(Dress dress, Scene scene) {
        Theme theme = dress.theme();
        Application.setUserAgentStylesheet(
                switch (theme) {
                    case LIGHT -> new PrimerLight().getUserAgentStylesheet();
                    case DARK -> new PrimerDark().getUserAgentStylesheet();
                });
        scene.getStylesheets()
                .setAll(
                        "data:text/css;base64," + encoded(theme.styleSheet()),
                        StyleSheets.class.getResource(SHEET).toExternalForm(),
                        "data:text/css;base64," + encoded(sizes(dress.text())));
    }

    /** The sizes of icons and tips are said in pixels: an icon's em would be its own font's, a tip has no parent. */
    private static String sizes(double scale) {
        return ".root { -fx-font-size: " + scale * TEXT + "px; } .tooltip { -fx-font-size: " + scale * TIP
                + "px; } .ikonli-font-icon { -fx-icon-size: " + scale * ICON + "px; }";
    }

    private static String encoded(String css) {
        return Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }
}
