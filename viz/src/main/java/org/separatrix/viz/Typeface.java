package org.separatrix.viz;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The typefaces that the project ships, so that figures look the same everywhere. */
public enum Typeface {
    /** Text. */
    SANS("Inter-Regular.otf", "Inter"),
    /** Titles. */
    TITLE("Inter-SemiBold.otf", "Inter Semi Bold"),
    /** Symbols. */
    SYMBOL("LinLibertine_RI.otf", "Linux Libertine O"),
    /** Numbers that change. */
    MONO("JetBrainsMono-Regular.ttf", "JetBrains Mono");

    private final String file;
    private final String family;
    private Font font;

    Typeface(String file, String family) {
        this.file = file;
        this.family = family;
    }

    /** The family, as style sheets name it. */
    public String family() {
        return family;
    }

    /** The font file, to be closed by the caller. */
    public InputStream open() {
        return Typeface.class.getResourceAsStream("/org/separatrix/assets/fonts/" + file);
    }

    /** The font for drawing at a size in pixels. Any thread. */
    public Font awt(double size) {
        return loaded().deriveFont((float) size);
    }

    private synchronized Font loaded() {
        if (font == null) {
            try (InputStream in = open()) {
                font = Font.createFont(Font.TRUETYPE_FONT, in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (FontFormatException e) {
                throw new IllegalStateException("the shipped font " + file + " is broken", e);
            }
        }
        return font;
    }
}
