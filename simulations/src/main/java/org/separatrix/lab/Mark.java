package org.separatrix.lab;

/**
 * A marked point in the plane of a chart.
 *
 * @param label its name, "" for none
 * @param role what it is
 * @param x abscissa
 * @param y ordinate
 */
public record Mark(String label, Role role, double x, double y) {
    /** What a marked point is. */
    public enum Role {
        STABLE,
        SADDLE,
        START,
        NOW
    }
}
