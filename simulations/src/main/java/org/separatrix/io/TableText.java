package org.separatrix.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.separatrix.lab.Curves;
import org.separatrix.lab.Field;
import org.separatrix.lab.Landscape;
import org.separatrix.lab.Observable;
import org.separatrix.lab.Series;
import org.separatrix.lab.Snapshot;
import org.separatrix.run.Recording;

/** The numbers of one chart as comma-separated values with a header, to be pasted into a table. */
public final class TableText {
    private TableText() {}

    /**
     * What is observed: curves at every recorded step, everything else at one moment.
     *
     * @param moment the moment; empty before there is one
     */
    public static String of(Observable<?> observable, Recording recording, Optional<Snapshot> moment) {
        return switch (observable) {
            case Curves curves -> curves(curves, recording).text();
            default ->
                moment.flatMap(snapshot -> ObservableTable.of(snapshot, observable))
                        .map(CsvTable::text)
                        .orElse("");
        };
    }

    /** The heights of a landscape, a column a surface. */
    public static String of(Landscape landscape, List<Field.Values> heights) {
        return ObservableTable.of(landscape, heights).text();
    }

    private static CsvTable curves(Curves curves, Recording recording) {
        var header = new ArrayList<>(List.of("step", "time"));
        for (Series series : curves.series()) {
            header.add(series.key());
            if (series.hasTheory()) header.add(series.key() + CurveColumns.THEORY);
        }
        var table = new CsvTable(header);
        int rows = recording.size();
        for (int row = 0; row < rows; row++) {
            var cells = new ArrayList<Object>(List.of(recording.step(row), recording.time(row)));
            for (Series series : curves.series()) {
                cells.add(recording.simulatedAt(curves.key(), series.key(), row));
                if (series.hasTheory()) cells.add(recording.theoryAt(curves.key(), series.key(), row));
            }
            table.add(cells);
        }
        return table;
    }
}
