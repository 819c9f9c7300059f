package org.separatrix.app.cli;

import java.nio.file.Path;
import org.separatrix.io.ResultFolder;
import org.separatrix.io.WholeFile;
import org.separatrix.lab.PhaseDiagram;
import org.separatrix.run.SweepMap;
import org.separatrix.viz.DiagramChart;
import org.separatrix.viz.Figure;
import org.separatrix.viz.Look;
import org.separatrix.viz.Theme;

/** The pictures that a sweep leaves. */
final class SweepFigures {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 540;

    private SweepFigures() {}

    /** Draws the numbers, and where there are several seeds their standard errors, in both themes. */
    static void write(Path folder, SweepMap map, PhaseDiagram diagram) {
        for (Theme theme : Theme.values()) {
            var chart = DiagramChart.of(map, diagram, Look.of(theme).withContours(true));
            draw(folder, "phase-diagram", chart);
            if (map.plan().replicates() > 1) draw(folder, "standard-error", chart.ofErrors());
        }
    }

    private static void draw(Path folder, String name, DiagramChart chart) {
        Theme theme = chart.look().theme();
        var figure = new Figure(chart, theme.background(), WIDTH, HEIGHT);
        Path file = folder.resolve(Results.place(name, theme));
        ResultFolder.create(file.getParent(), true);
        WholeFile.write(file, out -> out.write(figure.png()));
    }
}
