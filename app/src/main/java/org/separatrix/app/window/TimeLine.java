package org.separatrix.app.window;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.separatrix.lab.Event;
import org.separatrix.lab.Scale;
import org.separatrix.viz.Span;

/** The recording as a line: filled as far as the run has come, ticked at its events, with a thumb at the time shown. */
final class TimeLine extends Region {
    private static final double TRACK = 5;
    private static final double THUMB_WIDTH = 4;
    private static final double THUMB_HEIGHT = 18;
    private static final double TICK_WIDTH = 2;
    private static final double TICK_HEIGHT = 12;

    private final Region track = part("track");
    private final Region past = part("past");
    private final Region thumb = part("thumb");
    private final List<Tick> ticks = new ArrayList<>();
    private final DoubleConsumer scrub;
    private Span span = new Span(0, 1, Scale.LINEAR);
    private double now;
    private double cursor;

    private record Tick(Event event, Region mark) {}

    /** A line that tells which time the hand asks for. */
    TimeLine(DoubleConsumer scrub) {
        this.scrub = scrub;
        getStyleClass().add("time-line");
        setId("time-line");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setAccessibleText("time");
        getChildren().setAll(track, past, thumb);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::grasp);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::grasp);
    }

    /**
     * Shows a moment of a recording.
     *
     * @param span what the line spans
     * @param now how far the run has come
     * @param cursor the time that the charts show
     * @param events what happened
     */
    void show(Span span, double now, double cursor, List<Event> events) {
        boolean same = this.span.equals(span) && this.now == now && this.cursor == cursor;
        if (same && ticks.size() == events.size()) return;
        this.span = span;
        this.now = now;
        this.cursor = cursor;
        if (!ticks.stream().map(Tick::event).toList().equals(events)) mark(events);
        notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        return THUMB_HEIGHT + snappedTopInset() + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        double middle = snappedTopInset() + (getHeight() - snappedTopInset() - snappedBottomInset()) / 2;
        double left = snappedLeftInset();
        double width = length();
        track.resizeRelocate(left, snapPositionY(middle - TRACK / 2), width, TRACK);
        past.resizeRelocate(left, snapPositionY(middle - TRACK / 2), width * share(now), TRACK);
        for (Tick tick : ticks) put(tick.mark, tick.event.time(), TICK_WIDTH, TICK_HEIGHT, middle);
        put(thumb, cursor, THUMB_WIDTH, THUMB_HEIGHT, middle);
    }

    private void put(Node node, double time, double width, double height, double middle) {
        double x = snappedLeftInset() + length() * share(time);
        node.resizeRelocate(snapPositionX(x - width / 2), snapPositionY(middle - height / 2), width, height);
    }

    private double share(double time) {
        return span.share(Math.clamp(time, span.min(), span.max()));
    }

    private double length() {
        return Math.max(1, getWidth() - snappedLeftInset() - snappedRightInset());
    }

    private void mark(List<Event> events) {
        getChildren().removeIf(child -> child.getStyleClass().contains("tick"));
        ticks.clear();
        for (Event event : events) {
            var mark = part("tick");
            Tooltip.install(mark, new Tooltip(event.label() + " at " + Readout.number(event.time())));
            mark.setMouseTransparent(false);
            ticks.add(new Tick(event, mark));
            getChildren().add(mark);
        }
        thumb.toFront();
    }

    private void grasp(MouseEvent event) {
        requestFocus();
        scrub.accept(span.at(Math.clamp((event.getX() - snappedLeftInset()) / length(), 0, 1)));
        event.consume();
    }

    private static Region part(String style) {
        var region = new Region();
        region.getStyleClass().add(style);
        region.setMouseTransparent(true);
        return region;
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case VALUE -> cursor;
            case MIN_VALUE -> span.min();
            case MAX_VALUE -> span.max();
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
