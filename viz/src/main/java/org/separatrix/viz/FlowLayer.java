package org.separatrix.viz;

import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import org.separatrix.lab.Portrait;

/** The direction of a flow as short arrows along its paths, faint enough to stay in the background. */
record FlowLayer(Portrait.Flow flow, Theme theme) implements Layer {
    private static final double SPACING = 30;
    private static final double LENGTH = 17;
    private static final int STEPS = 6;
    private static final double HEAD = 4;

    @Override
    public void paint(Graphics2D g, Plane plane) {
        int columns = (int) Math.max(3, Math.round(plane.width() / SPACING));
        int rows = (int) Math.max(3, Math.round(plane.height() / SPACING));
        var shafts = new Path2D.Double();
        var heads = new Path2D.Double();
        double[] velocity = new double[2];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++)
                arrow(
                        plane,
                        plane.left() + plane.width() * (j + 0.5) / columns,
                        plane.top() + plane.height() * (i + 0.5) / rows,
                        velocity,
                        shafts,
                        heads);
        }
        g.setColor(theme.hairline().towards(theme.muted(), 0.35).awt());
        g.setStroke(Pen.HAIRLINE);
        g.draw(shafts);
        g.fill(heads);
    }

    /** A piece of the path through a point, half before it and half after it, with a head at its end. */
    private void arrow(Plane plane, double x, double y, double[] velocity, Path2D shafts, Path2D heads) {
        double step = LENGTH / 2 / STEPS;
        double[] back = {x, y};
        for (int i = 0; i < STEPS; i++) if (!advance(plane, back, velocity, -step)) return;
        shafts.moveTo(back[0], back[1]);
        double[] at = back;
        for (int i = 0; i < 2 * STEPS; i++) {
            if (!advance(plane, at, velocity, step)) return;
            shafts.lineTo(at[0], at[1]);
        }
        double[] tip = at.clone();
        if (!advance(plane, tip, velocity, HEAD)) return;
        double dx = tip[0] - at[0];
        double dy = tip[1] - at[1];
        heads.moveTo(tip[0], tip[1]);
        heads.lineTo(at[0] - dy * 0.5, at[1] + dx * 0.5);
        heads.lineTo(at[0] + dy * 0.5, at[1] - dx * 0.5);
        heads.closePath();
    }

    /** Moves so many pixels along the flow; false where it rests or is not defined. */
    private boolean advance(Plane plane, double[] at, double[] velocity, double pixels) {
        flow.velocity(plane.valueX(at[0]), plane.valueY(at[1]), velocity);
        double dx = velocity[0] * plane.width() / (plane.x().max() - plane.x().min());
        double dy = -velocity[1] * plane.height() / (plane.y().max() - plane.y().min());
        double speed = Math.hypot(dx, dy);
        if (!(speed > 0) || Double.isInfinite(speed)) return false;
        at[0] += pixels * dx / speed;
        at[1] += pixels * dy / speed;
        return true;
    }
}
