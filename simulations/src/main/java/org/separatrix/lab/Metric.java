package org.separatrix.lab;

import java.util.function.Function;

/**
 * One number judged from a finished run; the z-axis of a phase diagram.
 *
 * @param key the name in files and on the command line
 * @param label the name on screen
 * @param meaning one sentence
 * @param value the axis of the number
 * @param judge reads it from a run
 * @param evidence what of the run {@code judge} reads
 */
public record Metric(
        String key,
        String label,
        String meaning,
        Axis value,
        Function<Trajectory, Judgement> judge,
        Evidence evidence) {
    /** A metric that may read all that was recorded. */
    public Metric(String key, String label, String meaning, Axis value, Function<Trajectory, Judgement> judge) {
        this(key, label, meaning, value, judge, Evidence.COURSE);
    }

    /** The same metric, which reads no more than this. */
    public Metric from(Evidence less) {
        return new Metric(key, label, meaning, value, judge, less);
    }
}
