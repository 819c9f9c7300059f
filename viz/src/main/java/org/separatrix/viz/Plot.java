package org.separatrix.viz;

import java.util.Map;
import java.util.Optional;

/** A picture of numbers that can be looked at in several ways and read. Immutable. */
public sealed interface Plot extends Picture permits Chart, LandscapeChart, DiagramChart {
    /** Its title. */
    String title();

    /** How it is looked at. */
    Look look();

    /** The same looked at in another way. */
    Plot with(Look look);

    /** What can be read near a point of the plane; empty where there is nothing. */
    Optional<Probe> read(Plane plane, double x, double y);

    /** What it shows, in a sentence or two: for those who cannot see it, and for the clipboard. */
    String summary();

    /** What of it can be hidden, each with its name. */
    default Map<Part, String> parts() {
        return Map.of();
    }

    /** Whether it shows numbers as colours. */
    boolean coloured();
}
