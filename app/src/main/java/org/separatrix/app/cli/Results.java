package org.separatrix.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.separatrix.io.RecipeFile;
import org.separatrix.io.ResultFolder;
import org.separatrix.io.WholeFile;
import org.separatrix.lab.Observable;
import org.separatrix.run.Recording;
import org.separatrix.viz.Chart;
import org.separatrix.viz.Equation;
import org.separatrix.viz.Figure;
import org.separatrix.viz.Look;
import org.separatrix.viz.Theme;
import org.separatrix.viz.Track;

/** What a run leaves in a folder. */
final class Results {
    private static final String FIGURES = "figures";
    private static final double EQUATION_SIZE = 22;

    /** The pixels of a figure for one of a page. */
    static final int FIGURE_SCALE = 2;

    /** The pixels of an equation's picture for one of a page. */
    static final int EQUATION_SCALE = 3;

    private final ResultFolder folder;

    private Results(ResultFolder folder) {
        this.folder = folder;
    }

    /** A folder for the results of a run; one that is there is only written into by force. */
    static Results in(Path path, boolean force) {
        return new Results(ResultFolder.create(path, force));
    }

    /** Writes all that is asked for. */
    void write(Performance performance, Set<Format> formats, Set<Theme> themes) {
        Order order = performance.order();
        var summary = performance.summary();
        folder.write(
                new RecipeFile(performance.recipe(), OptionalLong.of(summary.steps()), order.dataPath()),
                Program.version());
        Recording recording = performance.recording();
        if (formats.contains(Format.CSV)) folder.writeTables(recording);
        if (formats.contains(Format.NPZ)) folder.writeArrays(recording);
        folder.write(summary);
        if (formats.contains(Format.PNG)) for (Theme theme : themes) draw(recording, theme);
    }

    private void draw(Recording recording, Theme theme) {
        ResultFolder.create(folder.path().resolve(FIGURES), true);
        for (Observable<?> observable : recording.observables()) {
            Chart chart = Chart.of(observable, Look.of(theme)).with(List.of(Track.main(recording)));
            write(figure(observable, theme), Figure.of(chart).png(FIGURE_SCALE));
        }
    }

    /** Writes pictures of an equation in LaTeX. */
    void typeset(String latex, Set<Theme> themes) {
        for (Theme theme : themes) {
            Equation equation = Equation.of(latex, EQUATION_SIZE, theme.text());
            var figure = new Figure(equation, theme.background(), equation.width(), equation.height());
            write(equation(theme), figure.png(EQUATION_SCALE));
        }
    }

    private void write(String name, byte[] picture) {
        WholeFile.write(folder.path().resolve(name), out -> out.write(picture));
    }

    /** The place of an observable's figure, in its folder. */
    static String figure(Observable<?> observable, Theme theme) {
        return place(observable.key(), theme);
    }

    /** The place of the equation's picture, in its folder. */
    static String equation(Theme theme) {
        return place("equation", theme);
    }

    /** The place of a figure, in its folder. */
    static String place(String name, Theme theme) {
        return FIGURES + "/" + name + (theme == Theme.DARK ? "-dark" : "") + ".png";
    }
}
