package org.separatrix.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.separatrix.lab.Change;
import org.separatrix.lab.Compute;
import org.separatrix.lab.InvalidSetting;
import org.separatrix.lab.Laboratory;
import org.separatrix.lab.Migration;
import org.separatrix.lab.Recipe;

/**
 * A recipe as a small file, with what a line of text has no room for: every setting, how far the run went, and where the
 * given arrays lie.
 *
 * @param recipe the recipe
 * @param steps how many steps the run took, if that is known
 * @param data the file or folder of the given arrays, if any were given
 */
public record RecipeFile(Recipe recipe, OptionalLong steps, Optional<Path> data) {
    private static final String FORMAT = "format";
    private static final String LABORATORY = "laboratory";
    private static final String SETTINGS = "settings";
    private static final String CHANGES = "changes";
    private static final String COMPUTE = "compute";
    private static final String STEPS = "steps";
    private static final String DATA = "data";

    /**
     * Writes the file. The place of the data is told from the file's own folder, so that both may move together.
     *
     * @param program the version of the program
     * @throws FileProblem where the file cannot be written
     */
    public void write(Path file, String program) {
        WholeFile.write(file, Json.text(document(file, program)));
    }

    ObjectNode document(Path file, String program) {
        ObjectNode document = Json.object();
        document.put(FORMAT, Migration.CURRENT);
        document.put("program", program);
        document.put(LABORATORY, recipe.laboratory());
        ObjectNode settings = document.putObject(SETTINGS);
        recipe.settings(Laboratory.find(recipe.laboratory())).texts().forEach(settings::put);
        var changes = document.putArray(CHANGES);
        for (Change change : recipe.changes()) {
            changes.addObject()
                    .put("step", change.step())
                    .put("key", change.key())
                    .put("value", change.value());
        }
        document.put(COMPUTE, recipe.compute().text());
        steps.ifPresent(count -> document.put(STEPS, count));
        if (!recipe.dataHash().isEmpty()) {
            ObjectNode given = document.putObject(DATA);
            given.put("hash", recipe.dataHash());
            data.ifPresent(path -> given.put("file", relative(file, path)));
        }
        document.put("line", recipe.line());
        return document;
    }

    private static String relative(Path file, Path data) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        Path target = data.toAbsolutePath().normalize();
        boolean related = folder.getRoot().equals(target.getRoot());
        return (related ? folder.relativize(target) : target).toString().replace('\\', '/');
    }

    /**
     * Reads a file of today's format or an older one.
     *
     * @throws FileProblem where the file cannot be read or is no recipe
     * @throws InvalidSetting where it names a laboratory or settings that cannot be
     */
    public static RecipeFile read(Path file) {
        ObjectNode document = Json.readObject(file);
        String id = text(file, document, LABORATORY);
        if (!document.path(FORMAT).isInt()) throw FileProblem.in(file, "is no recipe: it has no format number");
        int format = Migration.check(document.path(FORMAT).intValue());
        var spelt = new LinkedHashMap<String, String>();
        document.path(SETTINGS)
                .properties()
                .forEach(entry -> spelt.put(entry.getKey(), entry.getValue().asText()));
        Map<String, String> settings = Laboratory.find(id)
                .standard()
                .withTexts(Migration.migrate(id, spelt, format))
                .differences();
        String compute = document.path(COMPUTE).asText("auto");
        JsonNode given = document.path(DATA);
        return new RecipeFile(
                new Recipe(
                        id,
                        settings,
                        Migration.migrate(id, changes(file, document.path(CHANGES)), format),
                        Compute.parse(compute),
                        given.path("hash").asText("")),
                document.path(STEPS).isIntegralNumber()
                        ? OptionalLong.of(document.path(STEPS).longValue())
                        : OptionalLong.empty(),
                place(file, given.path("file").asText("")));
    }

    private static List<Change> changes(Path file, JsonNode list) {
        var changes = new ArrayList<Change>();
        for (JsonNode change : list) {
            if (!change.path("step").isIntegralNumber())
                throw FileProblem.in(file, "has a change without a step number: " + change);
            changes.add(new Change(
                    change.path("step").longValue(), text(file, change, "key"), text(file, change, "value")));
        }
        return changes;
    }

    private static String text(Path file, JsonNode node, String name) {
        if (node.path(name).isMissingNode() || node.path(name).isContainerNode())
            throw FileProblem.in(file, "is no recipe: it has no " + name);
        return node.path(name).asText();
    }

    private static Optional<Path> place(Path file, String name) {
        if (name.isEmpty()) return Optional.empty();
        try {
            return Optional.of(file.toAbsolutePath().resolveSibling(name).normalize());
        } catch (InvalidPathException e) {
            throw FileProblem.in(file, "names a data file that cannot be: " + name);
        }
    }
}
