package org.separatrix.viz;

import java.awt.Graphics2D;
import org.separatrix.lab.Field;

/**
 * Lines of equal height at round numbers.
 *
 * @param grid the heights
 * @param heights the range in which lines are drawn
 * @param theme the colours
 */
record ContourLayer(Field.Values grid, Span heights, Theme theme) implements Layer {
    private static final int LEVELS = 14;

    @Override
    public void paint(Graphics2D g, Plane plane) {
        g.setColor(theme.background().awt(0.45));
        g.setStroke(Pen.HAIRLINE);
        for (Ticks.Tick level : Ticks.levels(heights, LEVELS)) g.draw(Contour.of(grid, level.value(), plane));
    }
}
