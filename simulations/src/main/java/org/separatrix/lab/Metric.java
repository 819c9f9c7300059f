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
 */
public record Metric(String key, String label, String meaning, Axis value, Function<Trajectory, Judgement> judge) {}
