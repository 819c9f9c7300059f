package org.separatrix.viz;

import java.awt.Color;
import java.util.Locale;

/**
 * An opaque colour in sRGB.
 *
 * @param rgb red, green and blue in the lower 24 bits
 */
public record Colour(int rgb) {
    public Colour {
        rgb &= 0xFFFFFF;
    }

    /** The colour written as {@code #RRGGBB}. */
    public static Colour of(String hex) {
        if (!hex.matches("#[0-9A-Fa-f]{6}"))
            throw new IllegalArgumentException("\"" + hex + "\" is not a colour; a valid one is #0072B2");
        return new Colour(Integer.parseInt(hex, 1, 7, 16));
    }

    /** The colour as {@code #RRGGBB}. */
    public String hex() {
        return String.format(Locale.ROOT, "#%06X", rgb);
    }

    /** Red, 0 to 255. */
    public int red() {
        return rgb >> 16;
    }

    /** Green, 0 to 255. */
    public int green() {
        return rgb >> 8 & 255;
    }

    /** Blue, 0 to 255. */
    public int blue() {
        return rgb & 255;
    }

    /** The colour on the way to another one, in sRGB: 0 is this, 1 the other. */
    public Colour towards(Colour other, double share) {
        return new Colour(between(red(), other.red(), share) << 16
                | between(green(), other.green(), share) << 8
                | between(blue(), other.blue(), share));
    }

    private static int between(int from, int to, double share) {
        return (int) Math.round(from + share * (to - from));
    }

    /** The relative luminance, 0 to 1 (WCAG 2.2). */
    public double luminance() {
        return 0.2126 * linear(red()) + 0.7152 * linear(green()) + 0.0722 * linear(blue());
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    /** The contrast to another colour, 1 to 21 (WCAG 2.2). */
    public double contrast(Colour other) {
        double high = Math.max(luminance(), other.luminance());
        double low = Math.min(luminance(), other.luminance());
        return (high + 0.05) / (low + 0.05);
    }

    /** The colour for drawing. */
    public Color awt() {
        return new Color(rgb);
    }

    /** The colour for drawing, with an opacity from 0 to 1. */
    public Color awt(double opacity) {
        return new Color(red(), green(), blue(), (int) Math.round(255 * opacity));
    }
}
