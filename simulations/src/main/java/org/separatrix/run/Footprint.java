package org.separatrix.run;

import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import org.separatrix.lab.Bars;
import org.separatrix.lab.Cloud;
import org.separatrix.lab.Curves;
import org.separatrix.lab.Facts;
import org.separatrix.lab.Field;
import org.separatrix.lab.Line;
import org.separatrix.lab.Observable;
import org.separatrix.lab.Portrait;
import org.separatrix.lab.Snapshot;
import org.separatrix.lab.Spectrum;

/** The memory that a snapshot holds. Counted from its arrays alone, so that it is the same on every machine. */
final class Footprint {
    private static final long PER_OBJECT = 64;

    private Footprint() {}

    /** Bytes, about. */
    static long of(Snapshot snapshot) {
        return snapshot.observables().stream()
                .mapToLong(observable -> PER_OBJECT + of(snapshot, observable))
                .sum();
    }

    private static long of(Snapshot snapshot, Observable<?> observable) {
        return switch (observable) {
            case Curves curves ->
                snapshot.get(curves)
                        .map(values -> bytes(values.simulated()) + bytes(values.theory()))
                        .orElse(0L);
            case Spectrum spectrum ->
                snapshot.get(spectrum)
                        .map(values -> bytes(values.simulated()) + bytes(values.theory()) + lines(values.density()))
                        .orElse(0L);
            case Bars bars ->
                snapshot.get(bars)
                        .map(values -> bytes(Arrays.asList(values.simulated())) + bytes(Arrays.asList(values.theory())))
                        .orElse(0L);
            case Field field ->
                snapshot.get(field)
                        .map(values -> bytes(values.x()) + bytes(values.y()) + bytes(values.value()))
                        .orElse(0L);
            case Cloud cloud ->
                snapshot.get(cloud).map(values -> bytes(values.points())).orElse(0L);
            case Portrait portrait ->
                snapshot.get(portrait)
                        .map(values -> lines(values.lines())
                                + PER_OBJECT * values.marks().size()
                                + values.basins()
                                        .map(basins -> bytes(basins.value()))
                                        .orElse(0L))
                        .orElse(0L);
            case Facts facts ->
                snapshot.get(facts)
                        .map(values -> PER_OBJECT * values.facts().size())
                        .orElse(0L);
        };
    }

    private static long bytes(double[] values) {
        return PER_OBJECT + 8L * values.length;
    }

    private static long bytes(Collection<double[]> arrays) {
        return arrays.stream().mapToLong(Footprint::bytes).sum();
    }

    private static long lines(Collection<Line> lines) {
        return lines.stream()
                .filter(Objects::nonNull)
                .mapToLong(line -> bytes(line.x()) + bytes(line.y()))
                .sum();
    }
}
