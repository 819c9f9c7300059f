package org.separatrix.viz;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Points and pieces of trails in space, drawn from the farthest to the nearest; what is near is larger and stronger. */
final class Swarm {
    private static final double RADIUS = 2.0;
    private static final double WIDTH = 1.6;

    /** How much stronger than in the middle of the box the nearest is drawn, as a power of the nearness. */
    private static final double CONTRAST = 2.5;

    private record Grain(Space.Point from, Space.Point to, Colour colour, double opacity) {
        double nearness() {
            return to.nearness();
        }
    }

    private final Theme theme;
    private final List<Grain> grains = new ArrayList<>();

    Swarm(Theme theme) {
        this.theme = theme;
    }

    /** Adds points; joined, those that exist one after the other are a trail, which ends in a disc. */
    void add(Space.Point[] points, boolean joined, Colour colour, double opacity) {
        for (int i = 0; i < points.length; i++) {
            if (!points[i].exists()) continue;
            boolean goesOn = i + 1 < points.length && points[i + 1].exists();
            if (!joined) grains.add(new Grain(points[i], points[i], colour, opacity));
            else if (goesOn) grains.add(new Grain(points[i], points[i + 1], colour, 0.8));
            else grains.add(new Grain(points[i], points[i], colour, 1));
        }
    }

    void paint(Graphics2D g, Plane plane) {
        grains.sort(Comparator.comparingDouble(Grain::nearness));
        double nearest = grains.isEmpty() ? 1 : grains.getLast().nearness();
        for (Grain grain : grains) {
            Space.Point to = grain.to;
            if (!plane.contains(to.x(), to.y())) continue;
            double strength = Math.pow(to.nearness() / nearest, CONTRAST);
            g.setColor(grain.colour
                    .towards(theme.background(), 0.55 * (1 - strength))
                    .awt(grain.opacity));
            if (grain.from == to) {
                double radius = RADIUS * (0.5 + 0.7 * strength) * (grain.opacity == 1 ? 1.5 : 1);
                g.fill(new Ellipse2D.Double(to.x() - radius, to.y() - radius, 2 * radius, 2 * radius));
            } else {
                g.setStroke(new BasicStroke(
                        (float) (WIDTH * (0.5 + 0.7 * strength)), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
                g.draw(new Line2D.Double(grain.from.x(), grain.from.y(), to.x(), to.y()));
            }
        }
    }
}
