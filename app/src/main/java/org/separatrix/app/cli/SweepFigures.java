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

    /** Draws the numbers, and where there are several seeds their standard errors. */
    static void write(Path folder, SweepMap map, PhaseDiagram diagram) {
        Path figures = ResultFolder.create(folder.resolve("figures"), true).path();
        var chart = DiagramChart.of(map, diagram, Look.of(Theme.LIGHT).withContours(true));
        draw(figures.resolve("phase-diagram.png"), chart);
        if (map.plan().replicates() > 1) draw(figures.resolve("standard-error.png"), chart.ofErrors());
    }

    private static void draw(Path file, DiagramChart chart) {
        var figure = new Figure(chart, chart.look().theme().background(), WIDTH, HEIGHT);
        WholeFile.write(file, out -> out.write(figure.png()));
    }
}
