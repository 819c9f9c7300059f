package org.separatrix.viz;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.separatrix.lab.Line;
import org.separatrix.lab.PhaseDiagram;

/**
 * The boundaries that theory draws in a phase diagram, and the names of its regions.
 *
 * @param boundaries the lines
 * @param regimes the names, and where they stand
 * @param theme the colours
 */
record BoundaryLayer(List<Line> boundaries, List<PhaseDiagram.Regime> regimes, Theme theme) implements Layer {
    private static final Stroke HALO = new BasicStroke(4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    private static final Stroke DASHED =
            new BasicStroke(1.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, new float[] {6, 4}, 0);
    private static final Stroke DOTTED =
            new BasicStroke(1.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, new float[] {2, 3}, 0);

    @Override
    public void paint(Graphics2D g, Plane plane) {
        Shape clip = g.getClip();
        g.clip(new Rectangle2D.Double(plane.left(), plane.top(), plane.width(), plane.height()));
        for (Line line : boundaries) {
            Path2D path = Trace.of(plane, line.x(), line.y());
            g.setColor(theme.background().awt(0.7));
            g.setStroke(HALO);
            g.draw(path);
            g.setColor(theme.text().awt());
            g.setStroke(line.role() == Line.Role.GUIDE ? DOTTED : DASHED);
            g.draw(path);
        }
        g.setClip(clip);
        g.setFont(Pen.title());
        for (PhaseDiagram.Regime regime : regimes) {
            double x = plane.pixelX(regime.x());
            double y = plane.pixelY(regime.y());
            double half = Pen.width(regime.name(), Pen.title()) / 2;
            if (plane.contains(x - half, y) && plane.contains(x + half, y))
                Pen.haloed(g, regime.name(), x - half, y + 4, theme.text(), theme);
        }
    }
}
