package org.separatrix.viz;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.separatrix.lab.Field;
import org.separatrix.lab.Line;
import org.separatrix.lab.Mark;
import org.separatrix.lab.Scale;

/**
 * Surfaces over a plane as seen in space: with their lines of equal height, drawn on the floor too, and with paths and
 * marked points on them. What a surface hides of a path is faint.
 *
 * @param x the axis to the right
 * @param y the axis away
 * @param names the words beside the three axes
 * @param key the heights, and what their colours mean
 * @param surfaces the surfaces; all grids cover the same plane
 * @param path paths in the plane
 * @param marks points in the plane
 * @param look how it is looked at
 */
record Relief(
        Span x,
        Span y,
        List<String> names,
        Sheet.ColourKey key,
        List<Surface> surfaces,
        List<Line> path,
        List<Mark> marks,
        Look look)
        implements Layer {
    /**
     * One surface.
     *
     * @param heights its grid
     * @param hue its own colour; empty where colours stand for heights
     */
    record Surface(Field.Values heights, Optional<Colour> hue) {}

    /** The usual height of a surface, in edges of its floor. */
    private static final double SHAPE = 0.6;

    private static final int LEVELS = 14;
    private static final Stroke LINE = new BasicStroke(1.1f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final Stroke HALO = new BasicStroke(4.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

    /** How far a path may lie behind the surface that it is on and still be seen, as a share of the distance. */
    private static final double MARGIN = 0.004;

    private static final double FAINT = 0.3;

    @Override
    public boolean clipped() {
        return false;
    }

    private Space space(Plane plane) {
        return new Space(x, y, key.span(), SHAPE, look.viewpoint(), plane);
    }

    /**
     * The grid point that is seen at a point of the picture, on the foremost surface there.
     *
     * @param shareX of the width of the plane, from the left
     * @param shareY of its height, from below
     */
    Optional<Sight.Seen> at(Plane plane, double shareX, double shareY) {
        Space space = space(plane);
        return surfaces.stream()
                .flatMap(surface ->
                        new Sight(surface.heights, space).at(plane.pixelX(shareX), plane.pixelY(shareY)).stream())
                .max(Comparator.comparingDouble(seen -> seen.point().nearness()));
    }

    /** Where a grid point of a surface is seen: its share of the height of the plane. */
    double ordinate(Surface surface, Sight.Seen seen, Plane plane) {
        Field.Values grid = surface.heights;
        Space.Point point = space(plane)
                .at(
                        grid.x()[seen.column()],
                        grid.y()[seen.row()],
                        grid.value()[seen.row() * grid.x().length + seen.column()]);
        return plane.valueY(point.y());
    }

    @Override
    public void paint(Graphics2D g, Plane plane) {
        Space space = space(plane);
        new Cage(space, names, look.theme()).paint(g);
        if (look.contours()) floor(g, space);
        Raster frame = Raster.of(g, plane);
        List<DepthImage> images = surfaces.stream()
                .map(surface -> {
                    var image = new DepthImage(frame);
                    image.draw(new Mesh(surface.heights, space), shades(surface));
                    return image;
                })
                .toList();
        frame.paint(g, new Veils(images, look.contours()).over(frame));
        for (int s = 0; s < surfaces.size(); s++) {
            var ground = new Ground(surfaces.get(s).heights, space);
            for (int i = 0; i < path.size(); i++) trace(g, ground, path.get(i), i, images.get(s));
            List<Mark> seen = placed(ground, s + 1 == surfaces.size());
            new MarksLayer(seen, path.size(), look.theme()).paint(g, inPixels(plane));
        }
    }

    private List<Ticks.Tick> levels() {
        return Ticks.levels(key.span(), LEVELS);
    }

    private Shades shades(Surface surface) {
        List<Double> levels =
                levels().stream().map(tick -> key.span().share(tick.value())).toList();
        return new Shades(share -> colour(surface, share), levels);
    }

    private Colour colour(Surface surface, double share) {
        return surface.hue
                .map(hue ->
                        hue.towards(share < 0.5 ? new Colour(0) : new Colour(0xFFFFFF), Math.abs(share - 0.5) * 0.7))
                .orElseGet(() -> key.map().at(share));
    }

    /** Lines of equal height of the first surface, on the floor. */
    private void floor(Graphics2D g, Space space) {
        Surface surface = surfaces.getFirst();
        var flat = new Plane(0, 0, 1, 1, x, y);
        g.setStroke(LINE);
        for (Ticks.Tick level : levels()) {
            g.setColor(colour(surface, key.span().share(level.value())).awt(0.75));
            g.draw(lying(Contour.of(surface.heights, level.value(), flat), space));
        }
    }

    /** A drawing of the unit square, laid on the floor. */
    private static Path2D lying(Path2D drawn, Space space) {
        var path = new Path2D.Double();
        double[] at = new double[6];
        for (PathIterator step = drawn.getPathIterator(null); !step.isDone(); step.next()) {
            int kind = step.currentSegment(at);
            Space.Point point = space.ofShares(at[0], 1 - at[1], 0);
            if (kind == PathIterator.SEG_MOVETO) path.moveTo(point.x(), point.y());
            else path.lineTo(point.x(), point.y());
        }
        return path;
    }

    /** A path on a surface: faint where the surface hides it. */
    private void trace(Graphics2D g, Ground ground, Line line, int number, DepthImage image) {
        var seen = new Path2D.Double();
        var hidden = new Path2D.Double();
        Space.Point before = null;
        boolean shown = false;
        for (Space.Point point : ground.along(line.x(), line.y())) {
            if (!point.exists()) {
                before = null;
                continue;
            }
            boolean shows = image.shows(point, MARGIN);
            if (before != null) {
                Path2D to = shown && shows ? seen : hidden;
                if (to.getCurrentPoint() == null
                        || to.getCurrentPoint().getX() != before.x()
                        || to.getCurrentPoint().getY() != before.y()) to.moveTo(before.x(), before.y());
                to.lineTo(point.x(), point.y());
            }
            before = point;
            shown = shows;
        }
        Theme theme = look.theme();
        boolean theory = line.role() == Line.Role.THEORY;
        Colour colour = hue(theme, path.size(), number);
        g.setStroke(theory ? Pen.THEORY : Pen.SIMULATION);
        g.setColor(colour.awt(FAINT));
        g.draw(hidden);
        g.setStroke(HALO);
        g.setColor(theme.background().awt(0.75));
        g.draw(seen);
        g.setStroke(theory ? Pen.THEORY : Pen.SIMULATION);
        g.setColor(colour.awt());
        g.draw(seen);
    }

    /** The hue of one of some paths: a single one has none, so that it is not taken for a series. */
    static Colour hue(Theme theme, int paths, int number) {
        return paths == 1 ? theme.text() : Palette.of(theme, paths).colour(number);
    }

    private List<Mark> placed(Ground ground, boolean named) {
        var placed = new ArrayList<Mark>();
        for (Mark mark : marks) {
            Space.Point point = ground.at(mark.x(), mark.y());
            if (point.exists()) placed.add(new Mark(named ? mark.label() : "", mark.role(), point.x(), -point.y()));
        }
        return placed;
    }

    /** The plane in which places are pixels, ordinates upwards. */
    private static Plane inPixels(Plane plane) {
        return new Plane(
                plane.left(),
                plane.top(),
                plane.width(),
                plane.height(),
                new Span(plane.left(), plane.right(), Scale.LINEAR),
                new Span(-plane.bottom(), -plane.top(), Scale.LINEAR));
    }
}
