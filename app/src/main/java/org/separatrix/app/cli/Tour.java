package org.separatrix.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
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
     * Writes the tour; where Ctrl-C cuts it short, what there is of it.
     *
     * @param force whether to write into a folder that is there
     * @return the page
     */
    Path write(Path out, boolean force) {
        ResultFolder.create(out, force);
        var stations = new ArrayList<TourPage.Station>();
        var current = new AtomicReference<Performance>();
        var stopped = new AtomicBoolean();
        Path page = out.resolve("index.html");
        try (var _ = new Interruption(() -> {
            stopped.set(true);
            Optional.ofNullable(current.get()).ifPresent(Performance::stop);
        })) {
            for (Laboratory laboratory : Laboratory.all()) {
                if (!stopped.get()) stations.add(visit(laboratory, out, force, current));
            }
            WholeFile.write(page, TourPage.of(stations));
        }
        return page;
    }

    private TourPage.Station visit(
            Laboratory laboratory, Path out, boolean force, AtomicReference<Performance> current) {
        Preset preset = laboratory.presets().getFirst();
        Recipe recipe = Recipe.of(laboratory, laboratory.settings(preset), Compute.AUTO, Data.NONE);
        var order = new Order(recipe, Data.NONE, Optional.empty(), new Stop.AtTime(preset.until()));
        try (var performance = Performance.open(order, Runtime.getRuntime().availableProcessors())) {
            current.set(performance);
            performance.play(progress);
            performance.requireSound();
            var station = new TourPage.Station(
                    laboratory,
                    preset,
                    recipe.line(),
                    performance.summary(),
                    performance.recording().observables(),
                    performance.facts());
            Results results = Results.in(out.resolve(station.folder()), force);
            results.write(performance, EnumSet.allOf(Format.class), EnumSet.allOf(Theme.class));
            results.typeset(laboratory.title().equation(), EnumSet.allOf(Theme.class));
            return station;
        }
    }
}
