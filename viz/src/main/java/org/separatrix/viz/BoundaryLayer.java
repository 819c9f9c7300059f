package org.separatrix.viz;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
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
    private static final float WIDTH = 1.8f;

    /** The signs of theory's lines, one after the other. */
    private static final List<Entry.Sign> SIGNS = List.of(Entry.Sign.DASHES, Entry.Sign.DASH_DOTS, Entry.Sign.LINE);

    /** How each line is drawn, and what stands for it in the legend; a line without a name goes with the one before. */
    static List<Entry.Sign> signs(List<Line> boundaries) {
        var signs = new ArrayList<Entry.Sign>();
        int named = 0;
        for (Line line : boundaries) {
            boolean guide = line.role() == Line.Role.GUIDE;
            if (!guide && !line.label().isEmpty()) named++;
            signs.add(guide ? Entry.Sign.DOTS : SIGNS.get(Math.max(0, named - 1) % SIGNS.size()));
        }
        return signs;
    }

    private static Stroke stroke(Entry.Sign sign) {
        float[] dashes = switch (sign) {
            case DASHES -> new float[] {6, 4};
            case DASH_DOTS -> new float[] {8, 4, 2, 4};
            case DOTS -> new float[] {2, 3};
            case LINE, BLOCK, HATCH, RAMP, NOTHING, DOT -> null;
        };
        return new BasicStroke(WIDTH, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, dashes, 0);
    }

    @Override
    public void paint(Graphics2D g, Plane plane) {
        Shape clip = g.getClip();
        g.clip(new Rectangle2D.Double(plane.left(), plane.top(), plane.width(), plane.height()));
        List<Entry.Sign> signs = signs(boundaries);
        for (int i = 0; i < boundaries.size(); i++) {
            Line line = boundaries.get(i);
            Path2D path = Trace.of(plane, line.x(), line.y());
            g.setColor(theme.background().awt(0.7));
            g.setStroke(HALO);
            g.draw(path);
            g.setColor(theme.text().awt());
            g.setStroke(stroke(signs.get(i)));
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
