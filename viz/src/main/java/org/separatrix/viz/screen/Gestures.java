package org.separatrix.viz.screen;

import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.shape.Rectangle;
import org.separatrix.viz.Layout;
import org.separatrix.viz.Look;
import org.separatrix.viz.Plane;

/**
 * What the mouse does to a chart: the wheel and a rectangle zoom, the middle button or the shift key pans, a click picks,
 * a double click shows everything again. A picture in space is turned.
 */
final class Gestures {
    private static final double WHEEL = 1.0015;
    private static final double LEAST_BAND = 6;

    private enum Drag {
        NONE,
        BAND,
        PAN,
        TURN
    }

    private final ChartView view;
    private final Rectangle band = new Rectangle();
    private Drag drag = Drag.NONE;

    /** Where the mouse was pressed, in shares of the plane. */
    private Point2D from;

    private Look before;
    private Turn turn;

    /** Listens to the mouse over a chart. */
    Gestures(ChartView view) {
        this.view = view;
        band.getStyleClass().add("band");
        band.setManaged(false);
        band.setVisible(false);
        band.setMouseTransparent(true);
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        view.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        view.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        view.addEventHandler(ScrollEvent.SCROLL, this::wheel);
    }

    /** The rectangle that is being drawn. */
    Node band() {
        return band;
    }

    private void press(MouseEvent event) {
        view.requestFocus();
        Plane plane = view.seen().map(Layout::plane).orElse(null);
        if (plane == null || !plane.contains(event.getX(), event.getY())) return;
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            view.showAll();
            return;
        }
        boolean pans = event.getButton() == MouseButton.MIDDLE
                || event.getButton() == MouseButton.PRIMARY && event.isShiftDown();
        if (!pans && event.getButton() != MouseButton.PRIMARY) return;
        from = CrossHair.shares(plane, event.getX(), event.getY());
        before = view.look();
        view.settle();
        turn = new Turn(event.getX(), event.getY(), before.viewpoint());
        drag = view.inSpace() ? Drag.TURN : pans ? Drag.PAN : Drag.BAND;
    }

    private void drag(MouseEvent event) {
        if (drag != Drag.NONE) view.seen().ifPresent(layout -> drag(event, layout));
    }

    private void drag(MouseEvent event, Layout layout) {
        if (drag == Drag.TURN) {
            view.unread();
            view.look(now -> now.withViewpoint(turn.to(event.getX(), event.getY())));
            return;
        }
        Plane plane = layout.plane();
        if (drag == Drag.BAND) {
            double x = Math.clamp(event.getX(), plane.left(), plane.right());
            double y = Math.clamp(event.getY(), plane.top(), plane.bottom());
            double startX = plane.left() + from.getX() * plane.width();
            double startY = plane.bottom() - from.getY() * plane.height();
            band.setX(Math.min(x, startX));
            band.setY(Math.min(y, startY));
            band.setWidth(Math.abs(x - startX));
            band.setHeight(Math.abs(y - startY));
            band.setVisible(true);
            view.unread();
        } else {
            Point2D moved = from.subtract(CrossHair.shares(plane, event.getX(), event.getY()));
            view.zoom(layout.part(before, moved.getX(), 1 + moved.getX(), moved.getY(), 1 + moved.getY()));
        }
    }

    private void release(MouseEvent event) {
        boolean marks = drag == Drag.BAND;
        drag = Drag.NONE;
        view.settle();
        boolean zooms = band.isVisible() && band.getWidth() >= LEAST_BAND && band.getHeight() >= LEAST_BAND;
        band.setVisible(false);
        if (marks)
            view.seen().ifPresent(layout -> {
                if (event.isStillSincePress()) view.pick(layout.plane(), event.getX(), event.getY());
                if (zooms) mark(layout);
            });
    }

    private void mark(Layout layout) {
        Plane plane = layout.plane();
        Point2D low = CrossHair.shares(plane, band.getX(), band.getY() + band.getHeight());
        Point2D high = CrossHair.shares(plane, band.getX() + band.getWidth(), band.getY());
        view.mark(layout.part(view.look(), low.getX(), high.getX(), low.getY(), high.getY()));
    }

    private void wheel(ScrollEvent event) {
        if (event.getDeltaY() != 0) view.seen().ifPresent(layout -> wheel(event, layout.plane()));
    }

    private void wheel(ScrollEvent event, Plane plane) {
        boolean across = event.getX() >= plane.left() && event.getX() <= plane.right();
        boolean along = event.getY() >= plane.top() && event.getY() <= plane.bottom();
        boolean below = event.getY() > plane.bottom();
        boolean leftOf = event.getX() < plane.left();
        if (across && (along || below) || along && leftOf) {
            Point2D place = CrossHair.shares(plane, event.getX(), event.getY());
            view.scale(Math.pow(WHEEL, -event.getDeltaY()), place, across, along);
            event.consume();
        }
    }
}
