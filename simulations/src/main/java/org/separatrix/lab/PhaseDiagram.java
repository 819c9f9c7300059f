package org.separatrix.lab;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Two parameters worth turning together, what to judge on their plane, and what theory says of it.
 *
 * @param key the name on the command line
 * @param name the name on screen
 * @param line one sentence: what to see
 * @param settings the values common to all runs that differ from the default, spelt as text
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param metric the key of what is judged
 * @param replicates how many seeds each point has
 * @param until the time at which a run ends, if it does not end before; infinite for none
 * @param steps the step at which a run ends, if it does not end before
 * @param theory the boundaries that theory draws in the plane, by the settings common to all runs
 * @param regimes the names of the regions
 */
public record PhaseDiagram(
        String key,
        String name,
        String line,
        Map<String, String> settings,
        GridAxis x,
        GridAxis y,
        String metric,
        int replicates,
        double until,
        long steps,
        Function<Settings, List<Line>> theory,
        List<Regime> regimes) {
    /** A name in the plane. */
    public record Regime(String name, double x, double y) {}

    public PhaseDiagram {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        regimes = List.copyOf(regimes);
    }

    /** A diagram of one run a point, to the end of each, without theory. */
    public static PhaseDiagram of(
            String key, String name, String line, Map<String, String> settings, GridAxis x, GridAxis y, String metric) {
        return new PhaseDiagram(
                key,
                name,
                line,
                settings,
                x,
                y,
                metric,
                1,
                Double.POSITIVE_INFINITY,
                Long.MAX_VALUE,
                _ -> List.of(),
                List.of());
    }

    /** The same with so many seeds for each point. */
    public PhaseDiagram replicated(int times) {
        return new PhaseDiagram(key, name, line, settings, x, y, metric, times, until, steps, theory, regimes);
    }

    /** The same with runs that end at a time. */
    public PhaseDiagram until(double time) {
        return new PhaseDiagram(key, name, line, settings, x, y, metric, replicates, time, steps, theory, regimes);
    }

    /** The same with runs that end after so many steps. */
    public PhaseDiagram steps(long most) {
        return new PhaseDiagram(key, name, line, settings, x, y, metric, replicates, until, most, theory, regimes);
    }

    /** The same with boundaries on top. */
    public PhaseDiagram with(Function<Settings, List<Line>> boundaries) {
        return new PhaseDiagram(key, name, line, settings, x, y, metric, replicates, until, steps, boundaries, regimes);
    }

    /** The same with one more name in the plane. */
    public PhaseDiagram regime(String region, double atX, double atY) {
        var more = new ArrayList<>(regimes);
        more.add(new Regime(region, atX, atY));
        return new PhaseDiagram(key, name, line, settings, x, y, metric, replicates, until, steps, theory, more);
    }
}
