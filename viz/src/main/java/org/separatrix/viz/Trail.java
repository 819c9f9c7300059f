package org.separatrix.viz;

import java.util.ArrayList;
import java.util.List;

/**
 * The parts of the plane looked at one after the other, to go back and forth among as among the pages of a browser.
 *
 * @param past what was looked at before, oldest first
 * @param now what is looked at
 * @param future what was left by going back, nearest first
 */
public record Trail(List<Zoom> past, Zoom now, List<Zoom> future) {
    /** The beginning: the whole plane. */
    public static final Trail START = new Trail(List.of(), Zoom.ALL, List.of());

    public Trail {
        past = List.copyOf(past);
        future = List.copyOf(future);
    }

    /** Looks at something new; what going back has left is forgotten. */
    public Trail to(Zoom next) {
        return next.equals(now) ? this : new Trail(with(past, past.size(), now), next, List.of());
    }

    /** Looks at something else in place of the present: the next moment of one gesture. */
    public Trail amend(Zoom next) {
        return new Trail(past, next, future);
    }

    /** What was looked at before; itself at the beginning. */
    public Trail back() {
        return past.isEmpty()
                ? this
                : new Trail(past.subList(0, past.size() - 1), past.getLast(), with(future, 0, now));
    }

    /** What going back has left last; itself where nothing was left. */
    public Trail forward() {
        return future.isEmpty()
                ? this
                : new Trail(with(past, past.size(), now), future.getFirst(), future.subList(1, future.size()));
    }

    private static List<Zoom> with(List<Zoom> zooms, int index, Zoom zoom) {
        var longer = new ArrayList<>(zooms);
        longer.add(index, zoom);
        return longer;
    }
}
