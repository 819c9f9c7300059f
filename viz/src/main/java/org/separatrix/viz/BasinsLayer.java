package org.separatrix.viz;

import java.awt.Graphics2D;
import org.separatrix.lab.Field;

/** Where starts lead: a faint hue for each end. */
record BasinsLayer(Field.Values basins, Theme theme) implements Layer {
    private static final double FAINT = 0.16;

    /** The first hues belong to the run and to the separatrix. */
    private static final int FIRST = 2;

    @Override
    public void paint(Graphics2D g, Plane plane) {
        HeatMap.paint(g, plane, basins, cell -> colour(basins.value()[cell]));
    }

    private int colour(double end) {
        return Double.isNaN(end) ? 0 : hue((int) end).awt().getRGB();
    }

    /** The hue of an end. */
    Colour hue(int end) {
        int hues = theme.series().size();
        return theme.background().towards(theme.series().get((FIRST + end) % hues), FAINT);
    }
}
