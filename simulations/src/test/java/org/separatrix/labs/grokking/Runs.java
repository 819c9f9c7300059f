package org.separatrix.labs.grokking;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.LongPredicate;
import org.separatrix.lab.Compute;
import org.separatrix.lab.Data;
import org.separatrix.lab.Settings;
import org.separatrix.labs.Recorded;
import org.separatrix.labs.Table;
import org.separatrix.labs.Trials;

/** Whole experiments, and the tables that they are held against. */
final class Runs {
    static final Trials TRIALS = new Trials(new GrokkingLaboratory(), Compute.AUTO);
    private static final Path CASES = Path.of("src/test/resources/grokking");

    private Runs() {}

    static Recorded ofCase(String name, Map<String, String> more, long steps, LongPredicate wanted) {
        return TRIALS.recordCase(CASES.resolve(name), more, steps, wanted);
    }

    /** A preset, of which the start and the end are kept. */
    static Recorded ofPreset(String key, long steps) {
        return of(TRIALS.preset(key), Data.NONE, steps, step -> step == 0);
    }

    static Recorded of(Settings settings, Data data, long steps, LongPredicate wanted) {
        return TRIALS.record(settings, data, steps, wanted);
    }

    static Table table(String name, String file) {
        return Table.read(CASES.resolve(name).resolve(file));
    }
}
