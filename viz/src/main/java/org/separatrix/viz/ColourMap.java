package org.separatrix.viz;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A table from numbers to colours along which equal steps look equal. Origins and licences: {@code ColorMaps.md}. */
public enum ColourMap {
    /** Sequential, dark blue to yellow. */
    VIRIDIS,
    /** Sequential, the same to every colour vision. */
    CIVIDIS,
    /** Diverging, blue over white to red: zero vanishes into a light ground. */
    VIK,
    /** Diverging, blue over black to red: zero vanishes into a dark ground. */
    BERLIN,
    /** Cyclic. */
    TWILIGHT;

    private final int[] table;

    ColourMap() {
        String file = "/org/separatrix/assets/colours/" + name().toLowerCase(Locale.ROOT) + ".txt";
        try (InputStream in = ColourMap.class.getResourceAsStream(file)) {
            table = new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .mapToInt(line -> Colour.of(line).rgb())
                    .toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the middle of the table means zero. */
    boolean diverging() {
        return this == VIK || this == BERLIN;
    }

    /** The same to the eye on a theme's ground: zero vanishes into it. */
    ColourMap on(Theme theme) {
        return !diverging() ? this : theme == Theme.LIGHT ? VIK : BERLIN;
    }

    /** The colour of a share of the range, 0 to 1; beyond it, the colour of the nearer end. */
    public Colour at(double share) {
        return new Colour(rgb(share));
    }

    int rgb(double share) {
        return table[Math.clamp(Math.round(share * (table.length - 1)), 0, table.length - 1)];
    }
}
