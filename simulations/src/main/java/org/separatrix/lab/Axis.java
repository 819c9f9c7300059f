package org.separatrix.lab;

/**
 * One axis of a chart.
 *
 * @param label what is measured, in words
 * @param unit the unit, or "" where the quantity is a pure number
 * @param scale the spacing it opens with
 */
public record Axis(String label, String unit, Scale scale) {
    /** An axis of a pure number with linear spacing. */
    public static Axis linear(String label) {
        return new Axis(label, "", Scale.LINEAR);
    }

    /** An axis of a pure number with logarithmic spacing. */
    public static Axis log(String label) {
        return new Axis(label, "", Scale.LOG);
    }
}
