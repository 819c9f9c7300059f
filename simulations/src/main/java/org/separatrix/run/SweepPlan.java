package org.separatrix.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Data;
import org.separatrix.lab.Domain;
import org.separatrix.lab.GridAxis;
import org.separatrix.lab.InvalidSetting;
import org.separatrix.lab.Laboratory;
import org.separatrix.lab.Metric;
import org.separatrix.lab.Numbers;
import org.separatrix.lab.Parameter;
import org.separatrix.lab.PhaseDiagram;
import org.separatrix.lab.Recipe;
import org.separatrix.lab.Settings;

/**
 * What a sweep is to find out: a grid over two parameters, with several seeds a point, judged by one metric.
 *
 * @param laboratory of which laboratory
 * @param recipe what all runs have in common; without changes on the way
 * @param data the arrays given in place of random draws
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param metric what is judged
 * @param replicates how many seeds each point has, from that of the recipe upwards
 * @param refinements how many times the grid is halved where neighbours differ
 * @param stop when a run ends, if it does not end before
 */
public record SweepPlan(
        Laboratory laboratory,
        Recipe recipe,
        Data data,
        GridAxis x,
        GridAxis y,
        Metric metric,
        int replicates,
        int refinements,
        Stop stop) {
    private static final int FINEST = 6;
    private static final int MOST_REPLICATES = 10_000;

    /** @throws InvalidSetting where there can be no such sweep */
    public SweepPlan {
        if (x.parameter().equals(y.parameter()))
            throw new InvalidSetting(x.parameter() + ": the two axes need two parameters");
        if (replicates < 1 || replicates > MOST_REPLICATES)
            throw new InvalidSetting("replicates=" + replicates + ": must be from 1 to " + MOST_REPLICATES);
        if (refinements < 0 || refinements > FINEST)
            throw new InvalidSetting("refine=" + refinements + ": must be from 0 to " + FINEST);
        if (!recipe.changes().isEmpty())
            throw new InvalidSetting("a sweep turns no parameter on the way: the recipe must have no changes");
        Settings settings = recipe.settings(laboratory);
        for (GridAxis axis : List.of(x, y)) {
            Parameter<?> parameter = settings.find(axis.parameter());
            requireNumber(parameter);
            parameter.parse(text(parameter, axis.min()));
            parameter.parse(text(parameter, axis.max()));
        }
        Settings.SEED.parse(Long.toString(settings.seed() + replicates - 1));
    }

    /** The plan of a declared diagram. */
    public static SweepPlan of(Laboratory laboratory, PhaseDiagram diagram, Compute compute) {
        Settings settings = laboratory.standard().withTexts(diagram.settings());
        return new SweepPlan(
                laboratory,
                Recipe.of(laboratory, settings, compute, Data.NONE),
                Data.NONE,
                diagram.x(),
                diagram.y(),
                laboratory.metric(diagram.metric()),
                diagram.replicates(),
                0,
                stop(diagram));
    }

    /** When the runs of a declared diagram end, if they do not end before. */
    public static Stop stop(PhaseDiagram diagram) {
        var stops = new ArrayList<Stop>();
        if (Double.isFinite(diagram.until())) stops.add(new Stop.AtTime(diagram.until()));
        if (diagram.steps() < Long.MAX_VALUE) stops.add(new Stop.AtStep(diagram.steps()));
        return stops.size() == 1 ? stops.getFirst() : new Stop.Any(stops);
    }

    private static void requireNumber(Parameter<?> parameter) {
        if (!canBeAxis(parameter))
            throw new InvalidSetting(parameter.key() + ": " + parameter.label() + " is "
                    + (parameter.domain() instanceof Domain.Switch ? "a switch" : "a choice")
                    + ", an axis needs a number");
    }

    /** Whether a parameter can be turned along an axis: it is a number, or a list that one number spells. */
    public static boolean canBeAxis(Parameter<?> parameter) {
        return switch (parameter.domain()) {
            case Domain.Real _, Domain.Whole _, Domain.Sequence _ -> true;
            case Domain.OneOf<?> _, Domain.Switch _ -> false;
        };
    }

    /** What all runs have in common. */
    public Settings settings() {
        return recipe.settings(laboratory);
    }

    /** The parameter of an axis. */
    public Parameter<?> parameter(GridAxis axis) {
        return settings().find(axis.parameter());
    }

    /** How many times finer the finest grid is along an axis; whole numbers have no finer grid. */
    int fineness(GridAxis axis) {
        return whole(axis) ? 1 : 1 << refinements;
    }

    /** The values of an axis on the finest grid, ascending and different. */
    double[] values(GridAxis axis) {
        double[] values = axis.values((axis.points() - 1) * fineness(axis) + 1);
        return whole(axis) ? Arrays.stream(values).map(Math::rint).distinct().toArray() : values;
    }

    private boolean whole(GridAxis axis) {
        return parameter(axis).domain() instanceof Domain.Whole;
    }

    private static String text(Parameter<?> parameter, double value) {
        return parameter.domain() instanceof Domain.Whole ? Long.toString(Math.round(value)) : Numbers.format(value);
    }

    /** The recipe of one run. */
    Recipe recipe(double atX, double atY, int replicate) {
        var settings = new LinkedHashMap<>(recipe.settings());
        settings.put(x.parameter(), text(parameter(x), atX));
        settings.put(y.parameter(), text(parameter(y), atY));
        String seed = settings.getOrDefault(Settings.SEED.key(), Long.toString(Settings.SEED.standard()));
        settings.put(Settings.SEED.key(), Long.toString(Long.parseLong(seed) + replicate));
        return new Recipe(recipe.laboratory(), settings, List.of(), recipe.compute(), recipe.dataHash());
    }

    /** The plan in one line of text: two plans with the same line give the same results. */
    public String line() {
        return "%s x=%s y=%s metric=%s replicates=%d refine=%d until %s"
                .formatted(recipe.line(), x.text(), y.text(), metric.key(), replicates, refinements, stop.words());
    }
}
