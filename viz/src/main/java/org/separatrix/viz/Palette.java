package org.separatrix.viz;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.separatrix.lab.Observable;
import org.separatrix.lab.Series;

/**
 * The hue of each family of series. Up to six families take the theme's own hues; more than six are an order rather than
 * names, and are spread over a perceptual map so that the order shows.
 */
public final class Palette {
    private final Theme theme;
    private final int[] families;

    private Palette(Theme theme, IntStream families) {
        this.theme = theme;
        this.families = families.distinct().sorted().toArray();
    }

    /** The palette of so many families. */
    public static Palette of(Theme theme, int families) {
        return new Palette(theme, IntStream.range(0, families));
    }

    /** The palette of an observable. */
    public static Palette of(Theme theme, Observable<?> observable) {
        return new Palette(theme, observable.series().stream().mapToInt(Series::family));
    }

    /** Whether the families are many, and so in an order. */
    public boolean ordered() {
        return families.length > 0
                && families[families.length - 1] >= theme.series().size();
    }

    /** The hue of a share of the order, 0 for its first family and 1 for its last one. */
    Colour along(double share) {
        // The end of the map that vanishes into the ground is left out.
        return ColourMap.VIRIDIS.at(theme == Theme.LIGHT ? 0.88 * share : 0.22 + 0.78 * share);
    }

    /** The shade of a family's hue in which its theory is drawn: it can be told from the simulation that it covers. */
    public Colour theory(int family) {
        return colour(family).towards(theme.text(), 0.5);
    }

    /** The shade of a family's hue in which areas are filled. */
    public Colour area(int family) {
        return colour(family).towards(theme.background(), 0.4);
    }

    /** The hue of a family. */
    public Colour colour(int family) {
        if (!ordered()) return theme.series().get(family);
        return along((double) Arrays.binarySearch(families, family) / Math.max(1, families.length - 1));
    }
}
