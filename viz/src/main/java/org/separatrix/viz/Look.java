package org.separatrix.viz;

import java.util.Optional;
import org.separatrix.lab.Axis;
import org.separatrix.lab.Box;
import org.separatrix.lab.Scale;

/**
 * How a chart is drawn, beyond what its observable declares.
 *
 * @param theme the colours
 * @param x the spacing of the horizontal axis, if not the declared one
 * @param y the spacing of the vertical axis, if not the declared one
 * @param value the spacing of a field's colours, if not the declared one
 * @param zoom the part of the plane to show, if not all
 * @param colours the map of a field; empty for one that suits its values
 */
public record Look(
        Theme theme,
        Optional<Scale> x,
        Optional<Scale> y,
        Optional<Scale> value,
        Optional<Box> zoom,
        Optional<ColourMap> colours) {
    /** The declared look in a theme. */
    public static Look of(Theme theme) {
        return new Look(
                theme, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same in another theme. */
    public Look withTheme(Theme theme) {
        return new Look(theme, x, y, value, zoom, colours);
    }

    /** The same with another spacing of the horizontal axis. */
    public Look withX(Scale scale) {
        return new Look(theme, Optional.of(scale), y, value, zoom, colours);
    }

    /** The same with another spacing of the vertical axis. */
    public Look withY(Scale scale) {
        return new Look(theme, x, Optional.of(scale), value, zoom, colours);
    }

    /** The same with another spacing of a field's colours. */
    public Look withValue(Scale scale) {
        return new Look(theme, x, y, Optional.of(scale), zoom, colours);
    }

    /** The same for a part of the plane; empty for all of it. */
    public Look withZoom(Optional<Box> zoom) {
        return new Look(theme, x, y, value, zoom, colours);
    }

    /** The same with another map of a field. */
    public Look withColours(ColourMap map) {
        return new Look(theme, x, y, value, zoom, Optional.of(map));
    }

    Scale scaleX(Axis declared) {
        return x.orElse(declared.scale());
    }

    Scale scaleY(Axis declared) {
        return y.orElse(declared.scale());
    }

    Scale scaleValue(Axis declared) {
        return value.orElse(declared.scale());
    }

    /** The abscissae that the zoom shows; empty without zoom, or where the spacing cannot show them. */
    Optional<Span> zoomX(Scale scale) {
        return zoom.filter(box -> scale == Scale.LINEAR || box.minX() > 0)
                .map(box -> new Span(box.minX(), box.maxX(), scale));
    }

    /** The ordinates that the zoom shows; empty without zoom, or where the spacing cannot show them. */
    Optional<Span> zoomY(Scale scale) {
        return zoom.filter(box -> scale == Scale.LINEAR || box.minY() > 0)
                .map(box -> new Span(box.minY(), box.maxY(), scale));
    }
}
