package org.separatrix.lab;

import java.util.List;

/**
 * Points in two or three dimensions.
 *
 * @param key the name in files
 * @param title the name on screen
 * @param axes two or three axes
 * @param series the groups of points
 */
public record Cloud(String key, String title, List<Axis> axes, List<Series> series)
        implements Observable<Cloud.Values> {
    public Cloud {
        axes = List.copyOf(axes);
        series = List.copyOf(series);
        if (axes.size() < 2 || axes.size() > 3)
            throw new IllegalArgumentException("a cloud of " + axes.size() + " dimensions");
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
