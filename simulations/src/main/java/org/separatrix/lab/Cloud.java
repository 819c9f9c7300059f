package org.separatrix.lab;

import java.util.List;
import java.util.Set;

/**
 * Points in two or three dimensions, some of them joined to trails.
 *
 * @param key the name in files
 * @param title the name on screen
 * @param axes two or three axes
 * @param series the groups of points
 * @param trails the keys of the groups whose points are joined by lines in the order given; a point that is not finite
 *     ends one trail and begins the next
 * @param isometric whether a unit is to look as long across as along, so that a circle is a circle; for two linear axes
 */
public record Cloud(
        String key, String title, List<Axis> axes, List<Series> series, Set<String> trails, boolean isometric)
        implements Observable<Cloud.Values> {
    public Cloud {
        axes = List.copyOf(axes);
        series = List.copyOf(series);
        trails = Set.copyOf(trails);
        if (axes.size() < 2 || axes.size() > 3)
            throw new IllegalArgumentException("a cloud of " + axes.size() + " dimensions");
        for (String trail : trails)
            if (series.stream().noneMatch(one -> one.key().equals(trail)))
                throw new IllegalArgumentException("the cloud " + key + " has no series " + trail);
        if (isometric && (axes.size() > 2 || axes.stream().anyMatch(axis -> axis.scale() != Scale.LINEAR)))
            throw new IllegalArgumentException("the cloud " + key + " can be isometric on two linear axes only");
    }

    /** A cloud whose axes have units of their own. */
    public Cloud(String key, String title, List<Axis> axes, List<Series> series, Set<String> trails) {
        this(key, title, axes, series, trails, false);
    }

    /** A cloud of points alone. */
    public Cloud(String key, String title, List<Axis> axes, List<Series> series) {
        this(key, title, axes, series, Set.of());
    }

    /** Whether the points of a group are joined. */
    public boolean joins(Series one) {
        return trails.contains(one.key());
    }

    /**
     * The points at one time.
     *
     * @param points a list a series: point after point, one coordinate an axis
     */
    public record Values(List<double[]> points) {
        public Values {
            points = List.copyOf(points);
        }
    }
}
