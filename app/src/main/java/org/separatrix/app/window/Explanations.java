package org.separatrix.app.window;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.separatrix.lab.Axis;
import org.separatrix.lab.Bars;
import org.separatrix.lab.Cloud;
import org.separatrix.lab.Curves;
import org.separatrix.lab.Facts;
import org.separatrix.lab.Field;
import org.separatrix.lab.Laboratory;
import org.separatrix.lab.Observable;
import org.separatrix.lab.Portrait;
import org.separatrix.lab.Preset;
import org.separatrix.lab.Series;
import org.separatrix.lab.Spectrum;

/** What can be said of laboratories, presets and observables, from their declarations alone. */
final class Explanations {
    private Explanations() {}

    /** What a laboratory simulates, and after whom. */
    static Help of(Laboratory laboratory) {
        return new Help(
                laboratory.title().name(),
                laboratory.title().line(),
                laboratory.title().sources());
    }

    /** What a preset shows, and the settings that make it. */
    static Help of(Preset preset) {
        String settings = preset.settings().entrySet().stream()
                .map(setting -> setting.getKey() + " = " + setting.getValue())
                .collect(Collectors.joining(", "));
        return new Help(preset.name(), preset.line(), List.of(settings.isEmpty() ? "the default settings" : settings));
    }

    /** What a chart shows, how to read it, and after whom. */
    static Help of(Observable<?> observable, Laboratory laboratory) {
        var lines = new ArrayList<String>();
        String reading = switch (observable) {
            case Curves curves -> {
                lines.add(axis("across", curves.time()));
                lines.add(axis("up", curves.value()));
                lines.add(curves.series().stream().map(Series::label).collect(Collectors.joining(", ")));
                yield curves.series().stream().anyMatch(Series::hasTheory)
                        ? "Quantities against time; the simulation is solid, what theory says of it dashed in the same hue."
                        : "Quantities against time.";
            }
            case Spectrum _ -> "How eigenvalues or singular values lie at the moment shown.";
            case Bars _ -> "One number a bar at the moment shown.";
            case Field _ -> "A matrix at the moment shown: a colour stands for a number.";
            case Cloud _ -> "Points at the moment shown.";
            case Portrait portrait ->
                "The plane of two quantities: arrows show where the flow leads, lines the way taken."
                        + (portrait.start().isPresent() ? " A click starts a run from its point." : "");
            case Facts _ -> "The facts of the moment shown.";
        };
        lines.addAll(laboratory.title().sources());
        return new Help(observable.title(), reading, lines);
    }

    private static String axis(String direction, Axis axis) {
        String unit = axis.unit().isEmpty() ? "" : " in " + axis.unit();
        return direction + ": " + axis.label() + unit;
    }
}
