package org.separatrix.viz;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;

/** Draws a sheet: JFreeChart lays out axes and grid and draws them, layers paint the data. */
final class Frame {
    private static final double LEFT = 12;
    private static final double RIGHT = 14;
    private static final double TOP = 8;
    private static final double BOTTOM = 6;

    /** Between heading and plot there is room for a row of words. */
    private static final double BELOW_HEADING = 20;

    /** A title may take one row more for so many pixels of height. */
    private static final double TITLE_SHARE = 80;

    /** A legend gets one row more for so many pixels of height. */
    private static final double LEGEND_SHARE = 100;

    /** Half of a stroke on the very edge of the plot is still seen. */
    static final double BLEED = 2;

    private final Sheet sheet;
    private final Theme theme;

    Frame(Sheet sheet, Theme theme) {
        this.sheet = sheet;
        this.theme = theme;
    }

    Optional<Layout> draw(Graphics2D g, double width, double height) {
        Pen.prepare(g);
        int lines = (int) Math.clamp(height / TITLE_SHARE, 1, 3);
        int rows = (int) Math.clamp(height / LEGEND_SHARE, 1, 3);
        AffineTransform origin = g.getTransform();
        g.translate(LEFT, TOP);
        Heading.Placed heading = sheet.heading().draw(g, width - LEFT - RIGHT, lines, rows, theme);
        g.setTransform(origin);

        double top = TOP + heading.height() + BELOW_HEADING;
        if (height - top < 40 || width < 80) return Optional.empty();
        var info = new ChartRenderingInfo(null);
        var picture = new Rectangle2D.Double(0, 0, width, height);
        var plot = plot(picture);
        Plane before = plane(plot.inside(g, padding(top).createInsetRectangle(picture)));
        top += sheet.layers().stream()
                .mapToDouble(layer -> layer.headroom(before))
                .max()
                .orElse(0);
        chart(plot, padding(top)).draw(g, picture, info);
        g.setTransform(origin);
        Plane plane = plane(info.getPlotInfo().getDataArea());
        if (!sheet.empty().isEmpty()) {
            g.setFont(Pen.label());
            g.setColor(theme.muted().awt());
            double half = Pen.width(sheet.empty(), Pen.label()) / 2;
            g.drawString(sheet.empty(), (float) (plane.left() + plane.width() / 2 - half), (float)
                    (plane.top() + plane.height() / 2 + 4));
            return Optional.empty();
        }
        return Optional.of(new Layout(
                plane,
                sheet.x().freedom(),
                sheet.y().freedom(),
                sheet.colours().map(Sheet.ColourKey::span),
                heading.spots().stream().map(spot -> spot.moved(LEFT, TOP)).toList()));
    }

    private Plane plane(Rectangle2D area) {
        return new Plane(
                area.getX(),
                area.getY(),
                area.getWidth(),
                area.getHeight(),
                sheet.x().span(),
                sheet.y().span());
    }

    private static RectangleInsets padding(double top) {
        return new RectangleInsets(top, LEFT - 6, BOTTOM, RIGHT);
    }

    private Axes plot(Rectangle2D picture) {
        var x = new Ruler(sheet.x(), theme);
        var y = new Ruler(sheet.y(), theme);
        var plot = sheet.isometric() ? new Isometric(x, y) : new Axes(x, y);
        if (sheet.x().freedom() != Freedom.TURN)
            sheet.colours().ifPresent(key -> plot.setRangeAxis(1, new ColourRuler(key, theme)));
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        var grid = theme.hairline().towards(theme.background(), 0.3).awt();
        plot.setDomainGridlinePaint(grid);
        plot.setRangeGridlinePaint(grid);
        plot.setDomainGridlinesVisible(sheet.x().grid());
        plot.setDomainGridlineStroke(Pen.HAIRLINE);
        plot.setRangeGridlineStroke(Pen.HAIRLINE);
        for (var layer : sheet.layers()) plot.addAnnotation(new Painted(layer, picture), false);
        return plot;
    }

    private static JFreeChart chart(XYPlot plot, RectangleInsets padding) {
        var chart = new JFreeChart(null, null, plot, false);
        chart.setBackgroundPaint(null);
        chart.setPadding(padding);
        chart.setAntiAlias(true);
        return chart;
    }

    /** A plot that tells what its axes leave of its room. */
    @SuppressWarnings("serial")
    private static class Axes extends XYPlot {
        Axes(Ruler x, Ruler y) {
            super(null, x, y, new XYLineAndShapeRenderer());
        }

        Rectangle2D inside(Graphics2D g, Rectangle2D room) {
            return calculateAxisSpace(g, room).shrink(room, null);
        }
    }

    /** A plot in the middle of its room, on whose linear axes a unit is as long across as along, but for whole pixels. */
    @SuppressWarnings("serial")
    private static final class Isometric extends Axes {
        private final transient Span across;
        private final transient Span along;

        Isometric(Ruler x, Ruler y) {
            super(x, y);
            across = x.span();
            along = y.span();
        }

        @Override
        protected AxisSpace calculateAxisSpace(Graphics2D g, Rectangle2D room) {
            AxisSpace space = super.calculateAxisSpace(g, room);
            Rectangle2D area = space.shrink(room, null);
            double width = across.max() - across.min();
            double height = along.max() - along.min();
            double unit = Math.min(area.getWidth() / width, area.getHeight() / height);
            double beside = (area.getWidth() - unit * width) / 2;
            double above = (area.getHeight() - unit * height) / 2;
            space.setLeft(space.getLeft() + beside);
            space.setRight(space.getRight() + beside);
            space.setTop(space.getTop() + above);
            space.setBottom(space.getBottom() + above);
            return space;
        }
    }

    /** A layer in the terms of JFreeChart. */
    @SuppressWarnings("serial")
    private final class Painted extends AbstractXYAnnotation {
        private final transient Layer layer;
        private final transient Rectangle2D picture;

        Painted(Layer layer, Rectangle2D picture) {
            this.layer = layer;
            this.picture = picture;
        }

        @Override
        public void draw(
                Graphics2D g,
                XYPlot plot,
                Rectangle2D area,
                ValueAxis domain,
                ValueAxis range,
                int renderer,
                PlotRenderingInfo info) {
            Shape clip = g.getClip();
            g.setClip(
                    layer.clipped()
                            ? new Rectangle2D.Double(
                                    area.getX() - BLEED,
                                    area.getY() - BLEED,
                                    area.getWidth() + 2 * BLEED,
                                    area.getHeight() + 2 * BLEED)
                            : picture);
            layer.paint(g, plane(area));
            g.setClip(clip);
        }
    }
}
