package org.separatrix.viz;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.ui.RectangleEdge;

/** The axis of colours: a strip of them with labels to its right. */
@SuppressWarnings("serial")
final class ColourRuler extends Ruler {
    private static final double GAP = 12;
    private static final double WIDTH = 10;

    private final transient ColourMap map;

    ColourRuler(Sheet.ColourKey key, Theme theme) {
        super(Sheet.Scaling.of("", key.span(), Freedom.SPACING), theme);
        map = key.map();
    }

    @Override
    public AxisSpace reserveSpace(Graphics2D g, Plot plot, Rectangle2D area, RectangleEdge edge, AxisSpace space) {
        AxisSpace reserved = super.reserveSpace(g, plot, area, edge, space);
        reserved.add(GAP + WIDTH, edge);
        return reserved;
    }

    @Override
    public AxisState draw(
            Graphics2D g,
            double cursor,
            Rectangle2D plotArea,
            Rectangle2D dataArea,
            RectangleEdge edge,
            PlotRenderingInfo info) {
        int steps = (int) Math.ceil(dataArea.getHeight());
        double step = dataArea.getHeight() / steps;
        for (int i = 0; i < steps; i++) {
            g.setColor(map.at(1 - (i + 0.5) / steps).awt());
            g.fill(new Rectangle2D.Double(
                    cursor + GAP, dataArea.getY() + i * step, WIDTH, dataArea.getMaxY() - dataArea.getY() - i * step));
        }
        return super.draw(g, cursor + GAP + WIDTH, plotArea, dataArea, edge, info);
    }
}
