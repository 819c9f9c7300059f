package org.separatrix.io;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;
import org.separatrix.lab.Array;
import org.separatrix.lab.GridAxis;
import org.separatrix.lab.Judgement;
import org.separatrix.run.Outcome;
import org.separatrix.run.SweepCell;
import org.separatrix.run.SweepMap;
import org.separatrix.run.SweepPlan;

/**
 * The folder that a sweep leaves: {@code sweep.csv} with a row a point, {@code sweep.npz} with the grids, {@code
 * recipe.json} with what all runs have in common and the grid over it.
 *
 * @param path the folder
 */
public record SweepFolder(Path path) {
    /** Where the finished runs are kept. */
    public Path journal() {
        return path.resolve("sweep.journal");
    }

    /** Writes {@code recipe.json}; errors as for {@link WholeFile}. */
    public void write(SweepPlan plan, Optional<Path> data, String program) {
        Path file = path.resolve("recipe.json");
        ObjectNode document = new RecipeFile(plan.recipe(), OptionalLong.empty(), data).document(file, program);
        ObjectNode sweep = document.putObject("sweep");
        for (var axis : Map.of("x", plan.x(), "y", plan.y()).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .toList()) {
            GridAxis values = axis.getValue();
            sweep.putObject(axis.getKey())
                    .put("parameter", values.parameter())
                    .put("min", values.min())
                    .put("max", values.max())
                    .put("points", values.points())
                    .put("scale", ObservableTable.word(values.scale()));
        }
        sweep.put("metric", plan.metric().key());
        sweep.put("replicates", plan.replicates());
        sweep.put("refine", plan.refinements());
        sweep.put("until", plan.stop().words());
        WholeFile.write(file, Json.text(document));
    }

    /** Writes {@code sweep.csv}; errors as for {@link WholeFile}. */
    public void writeTable(SweepMap map) {
        table(map).write(path.resolve("sweep.csv"));
    }

    /** The points of a sweep as comma-separated values with a header. */
    public static String text(SweepMap map) {
        return table(map).text();
    }

    private static CsvTable table(SweepMap map) {
        SweepPlan plan = map.plan();
        String metric = plan.metric().key();
        var table = new CsvTable(List.of(
                plan.x().parameter(), plan.y().parameter(), metric, metric + "_error", "runs", "judged", "missing"));
        double[] x = map.x();
        double[] y = map.y();
        for (int row = 0; row < y.length; row++) {
            for (int column = 0; column < x.length; column++) {
                Optional<SweepCell> cell = map.at(column, row);
                if (cell.isEmpty()) continue;
                var cells = new ArrayList<Object>(List.of(x[column], y[row]));
                cells.add(cell.get().mean());
                cells.add(cell.get().error());
                cells.add(cell.get().runs().size());
                cells.add(cell.get().values().length);
                cells.add(cell.get().why());
                table.add(cells);
            }
        }
        return table;
    }

    /** Writes {@code sweep.npz}; errors as for {@link WholeFile}. */
    public void writeArrays(SweepMap map) {
        double[] x = map.x();
        double[] y = map.y();
        int replicates = map.plan().replicates();
        double[] runs = new double[x.length * y.length * replicates];
        Arrays.fill(runs, Double.NaN);
        for (int row = 0; row < y.length; row++) {
            for (int column = 0; column < x.length; column++) {
                for (int r = 0; r < replicates; r++) {
                    int place = (row * x.length + column) * replicates + r;
                    map.at(column, row, r).ifPresent(outcome -> runs[place] = number(outcome));
                }
            }
        }
        var arrays = new LinkedHashMap<String, Array>();
        arrays.put("x", Array.vector(x));
        arrays.put("y", Array.vector(y));
        arrays.put("mean", grid(map, SweepCell::mean));
        arrays.put("error", grid(map, SweepCell::error));
        arrays.put("judged", grid(map, cell -> cell.values().length));
        arrays.put("runs", new Array(new int[] {y.length, x.length, replicates}, runs));
        NumpyFile.write(path.resolve("sweep.npz"), arrays);
    }

    private static double number(Outcome outcome) {
        return outcome.judgement() instanceof Judgement.Value(double value) ? value : Double.NaN;
    }

    private static Array grid(SweepMap map, ToDoubleFunction<SweepCell> number) {
        int columns = map.x().length;
        int rows = map.y().length;
        double[] values = new double[columns * rows];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++)
                values[row * columns + column] =
                        map.at(column, row).map(number::applyAsDouble).orElse(Double.NaN);
        }
        return new Array(new int[] {rows, columns}, values);
    }
}
