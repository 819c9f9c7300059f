package org.separatrix.viz;

import java.util.List;

/**
 * What is read at one place of a chart.
 *
 * @param x the abscissa at which it is read: the nearest one with values
 * @param readings the values, that of the axis first
 */
public record Probe(double x, List<Reading> readings) {
    public Probe {
        readings = List.copyOf(readings);
    }
}
