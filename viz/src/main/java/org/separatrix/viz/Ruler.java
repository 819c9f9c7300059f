package org.separatrix.viz;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;

/** An axis of JFreeChart that is nothing but quiet labels: no line, no tick marks, and as many labels as have room. */
@SuppressWarnings("serial")
class Ruler extends NumberAxis {
    private static final double ROOM_OF_NUMBERS = 64;
    private static final double ROOM_OF_NAMES = 22;
    private static final double ROOM_ALONG = 40;
    private static final double GAP = 14;
    private static final double USUAL = 40;

    /** What every picture leaves free on the right. */
    private static final double MARGIN = 10;

    private final transient Span span;
    private final transient Ticks ticks;
    private final double roomAcross;

    Ruler(Sheet.Scaling scaling, Theme theme) {
        super(scaling.label().isEmpty() ? null : scaling.label());
        span = scaling.span();
        ticks = scaling.ticks();
        roomAcross = scaling.grid() ? ROOM_OF_NUMBERS : ROOM_OF_NAMES;
        setAutoRange(false);
        setRange(span.min(), span.max());
        setAxisLineVisible(false);
        setTickMarksVisible(false);
        setTickLabelFont(Pen.label());
        setTickLabelPaint(theme.muted().awt());
        setTickLabelInsets(new RectangleInsets(4, 6, 2, 6));
        setLabelFont(Pen.label());
        setLabelPaint(theme.muted().awt());
        setLabelInsets(new RectangleInsets(1, 0, 0, 0));
    }

    Span span() {
        return span;
    }

    @Override
    public double valueToJava2D(double value, Rectangle2D area, RectangleEdge edge) {
        double share = span.share(value);
        return RectangleEdge.isTopOrBottom(edge)
                ? area.getX() + share * area.getWidth()
                : area.getMaxY() - share * area.getHeight();
    }

    @Override
    public double java2DToValue(double pixel, Rectangle2D area, RectangleEdge edge) {
        return span.at(
                RectangleEdge.isTopOrBottom(edge)
                        ? (pixel - area.getX()) / area.getWidth()
                        : (area.getMaxY() - pixel) / area.getHeight());
    }

    @Override
    public List<ValueTick> refreshTicks(Graphics2D g, AxisState state, Rectangle2D area, RectangleEdge edge) {
        boolean across = RectangleEdge.isTopOrBottom(edge);
        TextAnchor anchor = across
                ? TextAnchor.TOP_CENTER
                : edge == RectangleEdge.LEFT ? TextAnchor.CENTER_RIGHT : TextAnchor.CENTER_LEFT;
        var labels = new ArrayList<ValueTick>();
        for (Ticks.Tick tick : across ? across(area.getWidth()) : along(area.getHeight()))
            labels.add(new NumberTick(tick.value(), tick.label(), anchor, TextAnchor.CENTER, 0));
        return labels;
    }

    private List<Ticks.Tick> along(double height) {
        return ticks.on(span, (int) Math.clamp(height / ROOM_ALONG, 3, 9));
    }

    /** As many labels side by side as do not touch. */
    private List<Ticks.Tick> across(double width) {
        int most = (int) Math.clamp(width / roomAcross, 3, 30);
        List<Ticks.Tick> fitting = ticks.on(span, most);
        while (most > 2 && !fits(fitting, width)) fitting = ticks.on(span, --most);
        return fitting;
    }

    private boolean fits(List<Ticks.Tick> candidates, double width) {
        Font font = getTickLabelFont();
        double end = Double.NEGATIVE_INFINITY;
        for (Ticks.Tick tick : candidates) {
            double centre = width * span.share(tick.value());
            double half = Pen.width(tick.label(), font) / 2;
            if (centre - half < end + GAP) return false;
            end = centre + half;
        }
        return true;
    }

    /**
     * Charts side by side line up: labels of ordinary length take the same room in all of them. The last label of a
     * horizontal axis stays inside the picture.
     */
    @Override
    public AxisSpace reserveSpace(Graphics2D g, Plot plot, Rectangle2D area, RectangleEdge edge, AxisSpace space) {
        AxisSpace reserved = super.reserveSpace(g, plot, area, edge, space);
        if (edge == RectangleEdge.LEFT) reserved.ensureAtLeast(USUAL, edge);
        List<Ticks.Tick> labels = across(area.getWidth());
        if (edge == RectangleEdge.BOTTOM && !labels.isEmpty()) {
            Ticks.Tick last = labels.getLast();
            double beyond =
                    Pen.width(last.label(), getTickLabelFont()) / 2 - area.getWidth() * (1 - span.share(last.value()));
            reserved.ensureAtLeast(Math.max(0, beyond - MARGIN), RectangleEdge.RIGHT);
        }
        return reserved;
    }
}
