package org.separatrix.viz;

import java.awt.Graphics2D;
import java.util.Optional;

/** Something that can be drawn at any size. The drawing leaves the ground as it is, so that it sits on any card. */
public interface Picture {
    /**
     * Draws the picture into the rectangle from the origin to (width, height), in pixels at scale 1.
     *
     * @return what is where in it, for reading values off it; empty where it shows no numbers
     */
    Optional<Layout> draw(Graphics2D g, double width, double height);

    /** What the picture shows: equal versions at equal sizes look the same. */
    Object version();
}
