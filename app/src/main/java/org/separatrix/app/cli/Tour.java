package org.separatrix.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.separatrix.io.ResultFolder;
import org.separatrix.io.WholeFile;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Data;
import org.separatrix.lab.Laboratory;
import org.separatrix.lab.Preset;
import org.separatrix.lab.Recipe;
import org.separatrix.run.Stop;
import org.separatrix.viz.Theme;

/** A run of every laboratory at its first preset, in a folder with a page to look at. */
final class Tour {
    private final ProgressLine progress;

    Tour(ProgressLine progress) {
        this.progress = progress;
    }

    /**
     * Writes the tour. The page grows with each laboratory, so that it shows whatever is finished.
     *
     * @param force whether to write into a folder that is there
     * @return the page
     * @throws Interrupted where Ctrl-C cut the tour short
     */
    Path write(Path out, boolean force) {
        ResultFolder.create(out, force);
        Path page = out.resolve("index.html");
        var stations = new ArrayList<TourPage.Station>();
        for (Laboratory laboratory : Laboratory.all()) {
            Preset preset = laboratory.presets().getFirst();
            try (var performance = Performance.open(
                            order(laboratory, preset), Runtime.getRuntime().availableProcessors());
                    var interruption = new Interruption(performance::stop)) {
                Results results = Results.in(out.resolve(laboratory.title().id()), force);
                performance.play(progress);
                performance.requireSound();
                results.write(performance, EnumSet.allOf(Format.class), EnumSet.allOf(Theme.class));
                results.typeset(laboratory.title().equation(), EnumSet.allOf(Theme.class));
                stations.add(TourPage.Station.of(performance, preset));
                WholeFile.write(page, TourPage.of(stations));
                if (interruption.asked()) throw new Interrupted("interrupted: what was finished by then is in " + page);
            }
        }
        return page;
    }

    private static Order order(Laboratory laboratory, Preset preset) {
        Recipe recipe = Recipe.of(laboratory, laboratory.settings(preset), Compute.AUTO, Data.NONE);
        return new Order(recipe, Data.NONE, Optional.empty(), List.of(), new Stop.AtTime(preset.until()));
    }
}
