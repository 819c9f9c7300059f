package org.separatrix.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.separatrix.lab.Array;
import org.separatrix.lab.Snapshot;
import org.separatrix.run.Recording;

/**
 * The folder that a run leaves: {@code recipe.json}, {@code summary.json}, tables and arrays. Curves are written at every
 * recorded step, everything else at the last moment.
 *
 * @param path the folder
 */
public record ResultFolder(Path path) {
    /**
     * Makes the folder.
     *
     * @param force whether a folder that is there and not empty may be written into; its files of the same name are
     *     replaced, others stay
     * @throws FileProblem where it cannot be made, or is there already
     */
    public static ResultFolder create(Path path, boolean force) {
        try {
            if (Files.isDirectory(path)) {
                try (var entries = Files.list(path)) {
                    if (!force && entries.findAny().isPresent())
                        throw FileProblem.in(
                                path, "the folder exists and is not empty; choose another, or overwrite it (--force)");
                }
            }
            Files.createDirectories(path);
        } catch (IOException | ReadOnlyFileSystemException e) {
            throw FileProblem.writing(path, e);
        }
        return new ResultFolder(path);
    }

    /** Writes {@code recipe.json}; errors as for {@link WholeFile}. */
    public void write(RecipeFile recipe, String program) {
        recipe.write(path.resolve("recipe.json"), program);
    }

    /** Writes {@code summary.json}; errors as for {@link WholeFile}. */
    public void write(Summary summary) {
        WholeFile.write(path.resolve("summary.json"), summary.json());
    }

    /** Writes {@code curves.csv} and a table for each other observable; errors as for {@link WholeFile}. */
    public void writeTables(Recording recording) {
        Map<String, double[]> columns = CurveColumns.of(recording);
        var header = new ArrayList<>(List.of("step"));
        header.addAll(columns.keySet());
        var table = new CsvTable(header);
        long[] steps = recording.steps();
        for (int i = 0; i < columns.get("time").length; i++) {
            var row = new ArrayList<Object>(List.of(steps[i]));
            for (double[] column : columns.values()) row.add(column[i]);
            table.add(row);
        }
        table.write(path.resolve("curves.csv"));
        Snapshot last = recording.last();
        last.observables()
                .forEach(observable -> ObservableTable.of(last, observable)
                        .ifPresent(values -> values.write(path.resolve(observable.key() + ".csv"))));
    }

    /** Writes {@code run.npz}, which holds the same as the tables; errors as for {@link WholeFile}. */
    public void writeArrays(Recording recording) {
        var arrays = new LinkedHashMap<String, Array>();
        Map<String, double[]> columns = CurveColumns.of(recording);
        int rows = columns.get("time").length;
        arrays.put(
                "step",
                Array.vector(Arrays.stream(recording.steps())
                        .limit(rows)
                        .asDoubleStream()
                        .toArray()));
        columns.forEach((name, column) -> arrays.put(name, Array.vector(column)));
        Snapshot last = recording.last();
        last.observables().forEach(observable -> ObservableArrays.add(last, observable, arrays));
        NumpyFile.write(path.resolve("run.npz"), arrays);
    }
}
