package org.separatrix.viz;

import java.awt.Graphics2D;
import org.separatrix.lab.Field;

/**
 * Lines of equal height at round numbers, over the colours of the heights: light on dark colours and dark on light ones.
 *
 * @param grid the heights
 * @param heights the range in which lines are drawn
 * @param key the colours below
 */
record ContourLayer(Field.Values grid, Span heights, Sheet.ColourKey key) implements Layer {
    private static final int LEVELS = 14;
    private static final double OPACITY = 0.6;
    private static final Colour LIGHT = new Colour(0xFFFFFF);
    private static final Colour DARK = new Colour(0x000000);

    @Override
    public void paint(Graphics2D g, Plane plane) {
        g.setStroke(Pen.HAIRLINE);
        for (Ticks.Tick level : Ticks.levels(heights, LEVELS)) {
            g.setColor(over(level.value()).awt(OPACITY));
            g.draw(Contour.of(grid, level.value(), plane));
        }
    }

    /** What stands out against the colour of a height. */
    private Colour over(double height) {
        Colour below = key.map().at(key.span().share(height));
        return LIGHT.contrast(below) > DARK.contrast(below) ? LIGHT : DARK;
    }
}
