package org.separatrix.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.separatrix.lab.Curves;
import org.separatrix.lab.Series;
import org.separatrix.run.Recording;

/**
 * The columns of a recording by the names that they have in every file: {@code step}, {@code time}, then a series' key,
 * or {@code observable_series} where several observables have a series of that key; the theory's end in {@code _theory}.
 */
final class CurveColumns {
    static final String THEORY = "_theory";

    private CurveColumns() {}

    /** All columns but the steps, each as long as the recording. */
    static Map<String, double[]> of(Recording recording) {
        Set<String> repeated = repeated(recording.curves());
        // The run may go on meanwhile: what comes later is left out.
        int rows = recording.size();
        var columns = new LinkedHashMap<String, double[]>();
        columns.put("time", java.util.Arrays.copyOf(recording.times(), rows));
        for (Curves curves : recording.curves()) {
            for (Series series : curves.series()) {
                String name = repeated.contains(series.key()) ? curves.key() + "_" + series.key() : series.key();
                columns.put(name, java.util.Arrays.copyOf(recording.simulated(curves.key(), series.key()), rows));
                if (series.hasTheory())
                    columns.put(
                            name + THEORY, java.util.Arrays.copyOf(recording.theory(curves.key(), series.key()), rows));
            }
        }
        return columns;
    }

    private static Set<String> repeated(List<Curves> all) {
        var seen = new ArrayList<>(List.of("step", "time"));
        var repeated = new TreeSet<String>();
        for (Curves curves : all) {
            for (Series series : curves.series()) {
                if (seen.contains(series.key())) repeated.add(series.key());
                seen.add(series.key());
            }
        }
        return repeated;
    }
}
