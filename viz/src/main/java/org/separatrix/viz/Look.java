package org.separatrix.viz;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.separatrix.lab.Axis;
import org.separatrix.lab.Scale;

/**
 * How a chart is looked at, beyond what its observable declares.
 *
 * @param theme the colours
 * @param x the spacing of the horizontal axis, if not the declared one
 * @param y the spacing of the vertical axis, if not the declared one
 * @param value the spacing of a field's colours, if not the declared one
 * @param zoom the part of the plane to show
 * @param colours the map of a field; empty for one that suits its values
 * @param range the numbers between the ends of that map; empty for those of the field
 * @param contours whether a field has lines of equal height
 * @param relief whether a field or landscape is seen as a surface in space
 * @param viewpoint from where what lies in space is seen
 * @param hidden what is not shown
 */
public record Look(
        Theme theme,
        Optional<Scale> x,
        Optional<Scale> y,
        Optional<Scale> value,
        Zoom zoom,
        Optional<ColourMap> colours,
        Optional<Range> range,
        boolean contours,
        boolean relief,
        Viewpoint viewpoint,
        Set<Part> hidden) {
    public Look {
        hidden = Set.copyOf(hidden);
    }

    /** The declared look in a theme. */
    public static Look of(Theme theme) {
        return new Look(
                theme,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Zoom.ALL,
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                Viewpoint.START,
                Set.of());
    }

    /** The same in another theme. */
    public Look withTheme(Theme theme) {
        return new Look(theme, x, y, value, zoom, colours, range, contours, relief, viewpoint, hidden);
    }

    /** The same with another spacing of the horizontal axis. */
    public Look withX(Scale scale) {
        return new Look(theme, Optional.of(scale), y, value, zoom, colours, range, contours, relief, viewpoint, hidden);
    }

    /** The same with another spacing of the vertical axis. */
    public Look withY(Scale scale) {
        return new Look(theme, x, Optional.of(scale), value, zoom, colours, range, contours, relief, viewpoint, hidden);
    }

    /** The same with another spacing of a field's colours; a locked range is released. */
    public Look withValue(Scale scale) {
        return new Look(
                theme, x, y, Optional.of(scale), zoom, colours, Optional.empty(), contours, relief, viewpoint, hidden);
    }

    /** The same for another part of the plane. */
    public Look withZoom(Zoom zoom) {
        return new Look(theme, x, y, value, zoom, colours, range, contours, relief, viewpoint, hidden);
    }

    /** The same with another map of a field; empty for one that suits its values. */
    public Look withColours(Optional<ColourMap> map) {
        return new Look(theme, x, y, value, zoom, map, range, contours, relief, viewpoint, hidden);
    }

    /** The same with other numbers between the ends of a field's map; empty for those of the field. */
    public Look withRange(Optional<Range> range) {
        return new Look(theme, x, y, value, zoom, colours, range, contours, relief, viewpoint, hidden);
    }

    /** The same with or without lines of equal height. */
    public Look withContours(boolean contours) {
        return new Look(theme, x, y, value, zoom, colours, range, contours, relief, viewpoint, hidden);
    }

    /** The same with fields and landscapes as surfaces in space, or as maps. */
    public Look withRelief(boolean relief) {
        return new Look(theme, x, y, value, zoom, colours, range, contours, relief, viewpoint, hidden);
    }

    /** The same seen from elsewhere. */
    public Look withViewpoint(Viewpoint viewpoint) {
        return new Look(theme, x, y, value, zoom, colours, range, contours, relief, viewpoint, hidden);
    }

    private Look withHidden(Set<Part> hidden) {
        return new Look(theme, x, y, value, zoom, colours, range, contours, relief, viewpoint, hidden);
    }

    /** Whether a part is shown. */
    public boolean shows(Part part) {
        return !hidden.contains(part);
    }

    /**
     * Hides a part that is shown, and shows one that is hidden. Where it is the last series, all are shown: an empty
     * chart would be no answer.
     *
     * @param all the parts that there are
     */
    public Look toggled(Part part, List<Part> all) {
        var turned = new HashSet<>(hidden);
        if (!turned.remove(part)) turned.add(part);
        List<Part> series = all.stream().filter(Part.Of.class::isInstance).toList();
        if (turned.containsAll(series)) turned.removeAll(series);
        return withHidden(turned);
    }

    /**
     * Hides all parts of a kind but one; where that one is alone already, shows all.
     *
     * @param all the parts that there are
     */
    public Look isolated(Part part, List<Part> all) {
        List<Part> others = all.stream()
                .filter(other -> other.getClass() == part.getClass() && !other.equals(part))
                .toList();
        var turned = new HashSet<>(hidden);
        turned.remove(part);
        if (turned.containsAll(others)) others.forEach(turned::remove);
        else turned.addAll(others);
        return withHidden(turned);
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
    public Optional<Span> zoomX(Scale scale) {
        return span(zoom.x(), scale);
    }

    /** The ordinates that the zoom shows; empty without zoom, or where the spacing cannot show them. */
    public Optional<Span> zoomY(Scale scale) {
        return span(zoom.y(), scale);
    }

    /** The numbers between the ends of a field's map; empty where none are set, or the spacing cannot show them. */
    Optional<Span> locked(Scale scale) {
        return span(range, scale);
    }

    private static Optional<Span> span(Optional<Range> range, Scale scale) {
        return range.filter(ends -> scale == Scale.LINEAR || ends.min() > 0)
                .map(ends -> new Span(ends.min(), ends.max(), scale));
    }
}
