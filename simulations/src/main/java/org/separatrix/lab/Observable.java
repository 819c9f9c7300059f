package org.separatrix.lab;

import java.util.List;

/**
 * A quantity that can be drawn. Its declaration names axes and series once; view, legend, CSV header and NumPy key come
 * from it.
 *
 * @param <V> the values that one {@link Snapshot} holds of it
 */
public sealed interface Observable<V> permits Curves, Spectrum, Bars, Field, Cloud, Portrait, Facts {
    /** The name in files. */
    String key();

    /** The name on screen. */
    String title();

    /** Its series; none where its kind has none. */
    default List<Series> series() {
        return List.of();
    }
}
