package org.separatrix.app.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.separatrix.io.DataFile;
import org.separatrix.io.RecipeFile;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Data;
import org.separatrix.lab.InvalidSetting;
import org.separatrix.lab.Laboratory;
import org.separatrix.lab.Numbers;
import org.separatrix.lab.Preset;
import org.separatrix.lab.Recipe;
import org.separatrix.lab.Settings;
import org.separatrix.run.Stop;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The part of the command line that says which run is asked for. */
final class OrderOptions {
    @Parameters(
            paramLabel = "LAB",
            arity = "0..1",
            description = "The laboratory: ${COMPLETION-CANDIDATES}.",
            converter = Laboratories.class,
            completionCandidates = Laboratories.class)
    private Laboratory laboratory;

    @Option(names = "--preset", paramLabel = "NAME", description = "Begin from a preset; else from the default.")
    private String preset;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Set a parameter; as often as needed. 'describe LAB' lists them.")
    private List<String> set = List.of();

    @Option(names = "--seed", paramLabel = "N", description = "The seed of all random numbers.")
    private String seed;

    @Option(names = "--steps", paramLabel = "N", description = "Stop after so many steps.")
    private String steps;

    @Option(
            names = "--until",
            paramLabel = "T",
            description =
                    "Stop at a time; without --steps and --until, where the preset has shown what there is to see.")
    private String until;

    @Option(
            names = "--data",
            paramLabel = "PATH",
            description = "Arrays in place of random draws: an .npz file, a .json file or a folder of .csv files.")
    private Path data;

    @Option(
            names = "--compute",
            paramLabel = "KIND",
            description = "Where the arithmetic is done: auto, scalar, simd, opencl or opencl:N.")
    private String compute;

    @Option(
            names = "--recipe",
            paramLabel = "FILE|LINE",
            description = "Repeat the very run that a recipe names, in place of LAB and settings.")
    private String recipe;

    /**
     * Where a run begins that is not said otherwise.
     *
     * @param settings the values that differ from the default, spelt as text
     * @param length when it ends, if it does not end before
     */
    record Beginning(Map<String, String> settings, Stop length) {
        static Beginning of(Preset preset) {
            return new Beginning(preset.settings(), new Stop.AtTime(preset.until()));
        }
    }

    /**
     * The run that is asked for, beginning from the laboratory's first preset; errors as for {@link #order(Function)}.
     */
    Order order() {
        return order(found -> Beginning.of(found.presets().getFirst()));
    }

    /**
     * The run that is asked for.
     *
     * @param standard where it begins unless a preset is named
     * @throws InvalidSetting where the options contradict each other, or a setting cannot be
     */
    Order order(Function<Laboratory, Beginning> standard) {
        requireOneStop();
        if (recipe != null) return repeated();
        if (laboratory == null)
            throw new InvalidSetting("a laboratory or a recipe is needed: 'list' shows the laboratories");
        return composed(preset == null ? standard.apply(laboratory) : Beginning.of(laboratory.preset(preset)));
    }

    private void requireOneStop() {
        if (steps != null && until != null)
            throw new InvalidSetting("--steps and --until exclude each other: give one");
    }

    private Order composed(Beginning begun) {
        Optional<DataFile> given = Optional.ofNullable(data).map(path -> DataFile.read(path, laboratory));
        var texts = new LinkedHashMap<>(begun.settings());
        given.ifPresent(file -> texts.putAll(file.settings()));
        texts.putAll(assignments());
        if (seed != null) texts.put(Settings.SEED.key(), seed);
        Data arrays = given.map(DataFile::data).orElse(Data.NONE);
        Settings settings = laboratory.fit(laboratory.standard().withTexts(texts), arrays);
        Stop length = stop().or(() -> given.flatMap(DataFile::length)).orElse(begun.length());
        Compute kind = compute == null ? Compute.AUTO : Compute.parse(compute);
        List<String> ignored = given.map(DataFile::ignored).orElse(List.of());
        return new Order(
                Recipe.of(laboratory, settings, kind, arrays), arrays, Optional.ofNullable(data), ignored, length);
    }

    private Map<String, String> assignments() {
        var texts = new LinkedHashMap<String, String>();
        for (String assignment : set) {
            int equals = assignment.indexOf('=');
            if (equals < 1) throw new InvalidSetting("--set " + assignment + ": must be of the form KEY=VALUE");
            texts.put(assignment.substring(0, equals), assignment.substring(equals + 1));
        }
        return texts;
    }

    private Order repeated() {
        if (laboratory != null || preset != null || !set.isEmpty() || seed != null || compute != null)
            throw new InvalidSetting(
                    "--recipe names the whole run: it goes with --steps, --until and --data, not with LAB, --preset, --set, --seed or --compute");
        RecipeFile file = recipeFile();
        Recipe named = file.recipe();
        Laboratory found = Laboratory.find(named.laboratory());
        Optional<Path> path = Optional.ofNullable(data).or(file::data);
        if (!named.dataHash().isEmpty() && path.isEmpty())
            throw new InvalidSetting("the recipe was made with given arrays: give them by --data PATH");
        Optional<DataFile> given = path.map(place -> DataFile.read(place, found));
        Data arrays = given.map(DataFile::data).orElse(Data.NONE);
        Stop length = stop().orElseGet(() -> file.steps().isPresent()
                ? new Stop.AtStep(file.steps().getAsLong())
                : new Stop.AtTime(nearest(found, named).until()));
        return new Order(named, arrays, path, given.map(DataFile::ignored).orElse(List.of()), length);
    }

    /** The preset that a recipe spells; where it spells none, the first. */
    private static Preset nearest(Laboratory laboratory, Recipe recipe) {
        return laboratory.presets().stream()
                .filter(candidate -> laboratory.settings(candidate).equals(recipe.settings(laboratory)))
                .findFirst()
                .orElse(laboratory.presets().getFirst());
    }

    private RecipeFile recipeFile() {
        return asFile().map(RecipeFile::read)
                .orElseGet(
                        () -> new RecipeFile(Recipe.parse(recipe), java.util.OptionalLong.empty(), Optional.empty()));
    }

    /** The recipe as a path, if it is one: it is there, or it looks like one. */
    private Optional<Path> asFile() {
        try {
            return Stream.of(Path.of(recipe))
                    .filter(path -> Files.exists(path) || recipe.endsWith(".json"))
                    .findFirst();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private Optional<Stop> stop() {
        if (steps != null) return Optional.of(new Stop.AtStep(count()));
        if (until != null) return Optional.of(new Stop.AtTime(time()));
        return Optional.empty();
    }

    private long count() {
        try {
            long count = Long.parseLong(steps.strip());
            if (count >= 0) return count;
        } catch (NumberFormatException e) {
            // Told below, as a negative number is.
        }
        throw new InvalidSetting("steps=" + steps + ": must be a whole number, 0 or more");
    }

    private double time() {
        try {
            double time = Numbers.parse(until);
            if (time >= 0) return time;
        } catch (IllegalArgumentException e) {
            // Told below, as a negative number is.
        }
        throw new InvalidSetting("until=" + until + ": must be a number, 0 or more");
    }
}
