package org.separatrix.app.window;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.separatrix.lab.Box;
import org.separatrix.lab.Field;
import org.separatrix.lab.Landscape;
import org.separatrix.run.Run;

/**
 * The landscapes of a run at one moment, one of them evaluated.
 *
 * @param wish what was asked for
 * @param all the landscapes
 * @param landscape the one that is evaluated
 * @param grids its surfaces
 * @param parts those of its surfaces, by their key, of which a part is wanted more finely
 */
record Survey(
        Wish wish,
        List<Landscape> all,
        Landscape landscape,
        List<Field.Values> grids,
        Map<String, Field.Values> parts) {
    /**
     * What is asked for.
     *
     * @param run whose landscape
     * @param plane the key of the landscape; where there is none, the first is meant
     * @param parts parts of the plane, by the surfaces that are zoomed into
     */
    record Wish(Run run, String plane, Map<String, Box> parts) {}

    /**
     * Evaluates a landscape, which may take long.
     *
     * @param points the points of a grid along one side
     * @return empty where the run has no landscape now
     */
    static Optional<Survey> of(Wish wish, int points) throws InterruptedException, ExecutionException {
        List<Landscape> all = wish.run.landscapes().get();
        Optional<Landscape> chosen = all.stream()
                .filter(one -> one.key().equals(wish.plane))
                .findFirst()
                .or(() -> all.stream().findFirst());
        return chosen.map(landscape -> of(wish, all, landscape, points));
    }

    private static Survey of(Wish wish, List<Landscape> all, Landscape landscape, int points) {
        List<Field.Values> grids = landscape.onGrid(points, points);
        var parts = new HashMap<String, Field.Values>();
        for (Landscape.Surface surface : landscape.surfaces()) {
            Box part = wish.parts.get(surface.series().key());
            if (part == null) continue;
            Landscape near = landscape.only(surface).within(part);
            parts.put(surface.series().key(), near.onGrid(points, points).getFirst());
        }
        return new Survey(wish, all, landscape, grids, parts);
    }
}
