package org.separatrix.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.separatrix.lab.Data;
import org.separatrix.lab.Laboratory;
import org.separatrix.lab.Recipe;
import org.separatrix.run.Progress;
import org.separatrix.run.Stop;

/**
 * A run as it is asked for.
 *
 * @param recipe which run
 * @param data the arrays given in place of random draws
 * @param dataPath where they lie
 * @param ignored what lies there and means nothing to the laboratory
 * @param stop when it is over, if the experiment does not end before
 */
record Order(Recipe recipe, Data data, Optional<Path> dataPath, List<String> ignored, Stop stop) {
    Laboratory laboratory() {
        return Laboratory.find(recipe.laboratory());
    }

    /** The part of the way to the stop that is behind, 0 to 1. */
    double part(Progress progress) {
        return part(stop, progress);
    }

    private static double part(Stop stop, Progress progress) {
        return switch (stop) {
            case Stop.AtStep(long target) -> (double) progress.step() / Math.max(1, target);
            case Stop.AtTime(double target) -> progress.time() / target;
            case Stop.Any(var stops) ->
                stops.stream().mapToDouble(each -> part(each, progress)).max().orElse(0);
            case Stop.AtEvent _, Stop.AfterEvents _, Stop.Never _ -> 0;
        };
    }
}
