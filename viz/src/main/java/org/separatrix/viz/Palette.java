package org.separatrix.viz;

import java.util.List;
import org.separatrix.lab.Bars;
import org.separatrix.lab.Cloud;
import org.separatrix.lab.Curves;
import org.separatrix.lab.Facts;
import org.separatrix.lab.Field;
import org.separatrix.lab.Observable;
import org.separatrix.lab.Portrait;
import org.separatrix.lab.Series;
import org.separatrix.lab.Spectrum;

/**
 * The hue of each family of series. Up to six families take the theme's own hues; more than six are an order rather than
 * names, and are spread over a perceptual map so that the order shows.
 */
public final class Palette {
    private final Theme theme;
    private final int families;

    private Palette(Theme theme, int families) {
        this.theme = theme;
        this.families = families;
    }

    /** The palette of a number of families. */
    public static Palette of(Theme theme, int families) {
        return new Palette(theme, families);
    }

    /** The palette of an observable. */
    public static Palette of(Theme theme, Observable<?> observable) {
        return new Palette(
                theme,
                series(observable).stream().mapToInt(Series::family).max().orElse(-1) + 1);
    }

    /** The series of an observable; those of kinds without series are none. */
    static List<Series> series(Observable<?> observable) {
        return switch (observable) {
            case Curves curves -> curves.series();
            case Spectrum spectrum -> spectrum.series();
            case Bars bars -> bars.series();
            case Cloud cloud -> cloud.series();
            case Field _, Portrait _, Facts _ -> List.of();
        };
    }

    /** Whether the families are many, and so in an order. */
    public boolean ordered() {
        return families > theme.series().size();
    }

    /** The hue of a family. */
    public Colour colour(int family) {
        if (!ordered()) return theme.series().get(family);
        double share = (double) family / (families - 1);
        // The end of the map that vanishes into the ground is left out.
        return ColourMap.VIRIDIS.at(theme == Theme.LIGHT ? 0.88 * share : 0.22 + 0.78 * share);
    }
}
