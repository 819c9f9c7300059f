package org.separatrix.viz.screen;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.separatrix.lab.Scale;
import org.separatrix.viz.Enlarged;
import org.separatrix.viz.Freedom;
import org.separatrix.viz.Layout;
import org.separatrix.viz.Look;
import org.separatrix.viz.Part;
import org.separatrix.viz.Picture;
import org.separatrix.viz.Plane;
import org.separatrix.viz.Plot;
import org.separatrix.viz.Probe;
import org.separatrix.viz.Theme;
import org.separatrix.viz.Trail;
import org.separatrix.viz.Viewpoint;
import org.separatrix.viz.Zoom;

/**
 * The chart of one card, as it is looked at. Its legend hides and shows, its axes change their spacing at a click; the
 * wheel and a rectangle zoom, the middle button or the shift key pans, a double click shows everything again. Where a
 * point of the plane is worth picking, a click picks it. A cross-hair tells the values under the pointer, or where the
 * keys have taken it. A picture in space is turned where others are zoomed into, and read where others are moved.
 */
public final class ChartView extends Region {
    private static final double WHEEL = 1.0015;
    private static final double LEAST_BAND = 6;

    /** How far a picture in space turns where a cross-hair would cross the plane, in degrees. */
    private static final double SWEEP = 450;

    /** How far the cross-hair goes over a picture in space where the part seen of a plane would go a length of one. */
    private static final double FINGER = 0.1;

    private final PictureView picture;
    private final Readout readout = new Readout();
    private final Rectangle band = new Rectangle();
    private final Handles handles = new Handles(this);
    private Plot plot;
    private double text = 1;
    private Trail trail = Trail.START;
    private Optional<Layout> layout = Optional.empty();

    /** Where the cross-hair is, in shares of the plane; null where there is none. */
    private Point2D hair;

    private Drag drag = Drag.NONE;
    private Point2D from;
    private Look before;
    private Turn turn;
    private boolean continuing;

    private Optional<Picker> picker = Optional.empty();
    private Consumer<Zoom> region = part -> follow(trail.to(part));

    /** What a point of the plane is picked for. */
    @FunctionalInterface
    public interface Picker {
        /** Takes the point of the plane at (x, y), in the units of its axes. */
        void picked(double x, double y);
    }

    private enum Drag {
        NONE,
        BAND,
        PAN,
        TURN
    }

    /** A view of a plot. */
    public ChartView(Rasteriser rasteriser, Plot plot) {
        picture = new PictureView(rasteriser);
        picture.onShown(this::accept);
        picture.setMouseTransparent(true);
        band.getStyleClass().add("band");
        band.setManaged(false);
        band.setVisible(false);
        band.setMouseTransparent(true);
        getChildren().addAll(picture, band, handles, readout);
        getStyleClass().add("plot");
        setMinSize(0, 0);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(event.getX(), event.getY()));
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> unread());
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        addEventHandler(ScrollEvent.SCROLL, this::wheel);
        focusedProperty().addListener((_, _, focused) -> {
            if (!focused) unread();
        });
        this.plot = plot;
        draw();
    }

    private void draw() {
        picture.show(picture());
    }

    /** The plot as it is drawn: with text of the size of the window's. */
    public Picture picture() {
        return new Enlarged(plot, text);
    }

    /** The plot as it is asked for now. */
    public Plot plot() {
        return plot;
    }

    /** How it is looked at. */
    public Look look() {
        return plot.look();
    }

    /** Lets a click on the plane pick its point. JavaFX thread. */
    public void onPicked(Picker taker) {
        picker = Optional.of(taker);
        setCursor(Cursor.CROSSHAIR);
    }

    /** Has a rectangle do something else than zoom. JavaFX thread. */
    public void onRegion(Consumer<Zoom> taker) {
        region = taker;
    }

    /** What is where in the picture that is seen now; empty before there is one. */
    public Optional<Layout> seen() {
        return layout;
    }

    /** Shows another plot, looked at as the one before. JavaFX thread. */
    public void show(Plot to) {
        plot = to.with(look());
        draw();
    }

    /** Looks at the plot in another way; what part of the plane is seen stays. JavaFX thread. */
    public void look(UnaryOperator<Look> change) {
        plot = plot.with(change.apply(look()).withZoom(trail.now()));
        draw();
    }

    /**
     * Takes a theme's colours. JavaFX thread.
     *
     * @param size of text, as a multiple of the usual one
     */
    public void dress(Theme theme, double size) {
        text = size;
        readout.resize(size);
        look(now -> now.withTheme(theme));
    }

    /** Whether there is a part of the plane to go back to. */
    public boolean hasBack() {
        return !trail.past().isEmpty();
    }

    /** Whether going back has left a part of the plane. */
    public boolean hasForward() {
        return !trail.future().isEmpty();
    }

    /** Looks at the part of the plane that was looked at before. */
    public void back() {
        follow(trail.back());
    }

    /** Looks again at what going back has left. */
    public void forward() {
        follow(trail.forward());
    }

    /** Looks at everything, from where it was seen first. */
    public void showAll() {
        look(now -> now.withViewpoint(Viewpoint.START));
        follow(trail.to(Zoom.ALL));
    }

    private void follow(Trail next) {
        continuing = false;
        take(next);
    }

    private void take(Trail next) {
        trail = next;
        look(now -> now);
    }

    /** What may be done with the horizontal axis. */
    public Freedom freedomX() {
        return layout.map(Layout::x).orElse(Freedom.FIXED);
    }

    /** What may be done with the vertical axis. */
    public Freedom freedomY() {
        return layout.map(Layout::y).orElse(Freedom.FIXED);
    }

    /** The spacing of the horizontal axis. */
    public Scale spacingX() {
        return look().x().or(() -> plane().map(plane -> plane.x().scale())).orElse(Scale.LINEAR);
    }

    /** The spacing of the vertical axis. */
    public Scale spacingY() {
        return look().y().or(() -> plane().map(plane -> plane.y().scale())).orElse(Scale.LINEAR);
    }

    /** The spacing of the colours. */
    public Scale spacingOfColours() {
        return look().value()
                .or(() -> layout.flatMap(Layout::colours).map(span -> span.scale()))
                .orElse(Scale.LINEAR);
    }

    /** Whether it shows a picture in space. */
    public boolean inSpace() {
        return layout.filter(Layout::inSpace).isPresent();
    }

    /** Makes a surface of a map, or a map of a surface. */
    public void turnRelief() {
        if (plot.coloured()) look(now -> now.withRelief(!now.relief()));
    }

    /** Makes what stands in space so many times higher. */
    public void heighten(double factor) {
        if (inSpace()) look(now -> now.withViewpoint(now.viewpoint().higher(factor)));
    }

    /** Turns the horizontal axis from linear to logarithmic or back, where that may be done. */
    public void turnX() {
        if (freedomX() == Freedom.SPACING) look(now -> now.withX(other(spacingX())));
    }

    /** Turns the vertical axis from linear to logarithmic or back, where that may be done. */
    public void turnY() {
        if (freedomY() == Freedom.SPACING) look(now -> now.withY(other(spacingY())));
    }

    /** Turns the colours from linear to logarithmic or back. */
    public void turnColours() {
        if (plot.coloured()) look(now -> now.withValue(other(spacingOfColours())));
    }

    private static Scale other(Scale scale) {
        return scale == Scale.LINEAR ? Scale.LOG : Scale.LINEAR;
    }

    /** Hides a part, or shows it again. */
    public void toggle(Part part) {
        look(now -> now.toggled(part, parts()));
    }

    /** Shows a part alone, or all parts again, beginning from a look. */
    void isolate(Part part, Look start) {
        look(_ -> start.isolated(part, parts()));
    }

    private List<Part> parts() {
        return List.copyOf(plot.parts().keySet());
    }

    private Optional<Plane> plane() {
        return layout.map(Layout::plane);
    }

    private void accept(Easel.Shown shown) {
        layout = shown.layout();
        handles.show(layout);
        if (hair != null) read();
    }

    // The cross-hair ----------------------------------------------------------------------------------------------

    private void point(double x, double y) {
        Plane plane = plane().filter(area -> area.contains(x, y)).orElse(null);
        if (plane == null) unread();
        else read(shares(plane, x, y));
    }

    private static Point2D shares(Plane plane, double x, double y) {
        return new Point2D((x - plane.left()) / plane.width(), (plane.bottom() - y) / plane.height());
    }

    private void read(Point2D place) {
        hair = place;
        read();
    }

    private void read() {
        Plane plane = plane().orElse(null);
        Optional<Probe> probe = plane == null ? Optional.empty() : probe(plane, hair);
        if (probe.isEmpty()) readout.setVisible(false);
        else readout.show(probe.get(), plane, plane.bottom() - hair.getY() * plane.height(), look().theme());
    }

    private Optional<Probe> probe(Plane plane, Point2D place) {
        return plot.read(plane, plane.x().at(place.getX()), plane.y().at(place.getY()));
    }

    /** Takes the cross-hair away; answers whether there was one. */
    public boolean unread() {
        boolean read = hair != null;
        hair = null;
        readout.setVisible(false);
        return read;
    }

    /**
     * Moves the cross-hair by shares of the plane, and on until it reads something else or is at the edge; turns a
     * picture in space.
     */
    public void move(double dx, double dy) {
        if (inSpace()) {
            look(now -> now.withViewpoint(now.viewpoint().turned(-dx * SWEEP, dy * SWEEP)));
        } else readOn(dx, dy);
    }

    private void readOn(double dx, double dy) {
        Plane plane = plane().orElse(null);
        if (plane == null) return;
        Point2D start = hair == null ? new Point2D(0.5, 0.5) : hair;
        Optional<Probe> here = hair == null ? Optional.empty() : probe(plane, start);
        Point2D place = start;
        Point2D next = start;
        do {
            place = next;
            next = new Point2D(Math.clamp(place.getX() + dx, 0, 1), Math.clamp(place.getY() + dy, 0, 1));
        } while (!next.equals(place) && hair != null && probe(plane, next).equals(here));
        read(hair == null ? start : next);
    }

    // Zoom and pan ------------------------------------------------------------------------------------------------

    private void press(MouseEvent event) {
        requestFocus();
        Plane plane = plane().orElse(null);
        if (plane == null || !plane.contains(event.getX(), event.getY())) return;
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            showAll();
            return;
        }
        boolean pans = event.getButton() == MouseButton.MIDDLE
                || event.getButton() == MouseButton.PRIMARY && event.isShiftDown();
        if (!pans && event.getButton() != MouseButton.PRIMARY) return;
        from = shares(plane, event.getX(), event.getY());
        before = look();
        continuing = false;
        turn = new Turn(event.getX(), event.getY(), before.viewpoint());
        drag = inSpace() ? Drag.TURN : pans ? Drag.PAN : Drag.BAND;
    }

    private void drag(MouseEvent event) {
        if (drag == Drag.NONE || layout.isEmpty()) return;
        if (drag == Drag.TURN) {
            unread();
            look(now -> now.withViewpoint(turn.to(event.getX(), event.getY())));
            return;
        }
        Plane plane = layout.get().plane();
        double x = Math.clamp(event.getX(), plane.left(), plane.right());
        double y = Math.clamp(event.getY(), plane.top(), plane.bottom());
        if (drag == Drag.BAND) {
            double startX = plane.left() + from.getX() * plane.width();
            double startY = plane.bottom() - from.getY() * plane.height();
            band.setX(Math.min(x, startX));
            band.setY(Math.min(y, startY));
            band.setWidth(Math.abs(x - startX));
            band.setHeight(Math.abs(y - startY));
            band.setVisible(true);
            unread();
        } else {
            Point2D moved = from.subtract(shares(plane, event.getX(), event.getY()));
            Zoom zoom = layout.get().part(before, moved.getX(), 1 + moved.getX(), moved.getY(), 1 + moved.getY());
            zoom(zoom);
        }
    }

    private void release(MouseEvent event) {
        if (drag == Drag.BAND && event.isStillSincePress()) pick(event);
        boolean zooms = drag == Drag.BAND
                && band.isVisible()
                && band.getWidth() >= LEAST_BAND
                && band.getHeight() >= LEAST_BAND;
        drag = Drag.NONE;
        continuing = false;
        band.setVisible(false);
        if (!zooms || layout.isEmpty()) return;
        Plane plane = layout.get().plane();
        Point2D low = shares(plane, band.getX(), band.getY() + band.getHeight());
        Point2D high = shares(plane, band.getX() + band.getWidth(), band.getY());
        region.accept(layout.get().part(look(), low.getX(), high.getX(), low.getY(), high.getY()));
    }

    private void pick(MouseEvent event) {
        plane().ifPresent(plane -> picker.ifPresent(taker -> taker.picked(
                plane.x().at(shares(plane, event.getX(), event.getY()).getX()),
                plane.y().at(shares(plane, event.getX(), event.getY()).getY()))));
    }

    private void wheel(ScrollEvent event) {
        if (layout.isEmpty() || event.getDeltaY() == 0) return;
        Plane plane = layout.get().plane();
        boolean across = event.getX() >= plane.left() && event.getX() <= plane.right();
        boolean along = event.getY() >= plane.top() && event.getY() <= plane.bottom();
        boolean below = event.getY() > plane.bottom();
        boolean leftOf = event.getX() < plane.left();
        if (across && (along || below) || along && leftOf) {
            Point2D place = shares(plane, event.getX(), event.getY());
            scale(Math.pow(WHEEL, -event.getDeltaY()), place, across, along);
            event.consume();
        }
    }

    /** Makes the part of the plane that is looked at so many times longer and higher, about the cross-hair. */
    public void scale(double factor) {
        scale(factor, centre(), true, true);
    }

    private void scale(double factor, Point2D about, boolean across, boolean along) {
        if (layout.isEmpty()) return;
        if (inSpace()) {
            look(now -> now.withViewpoint(now.viewpoint().nearer(1 / factor)));
            return;
        }
        double x = about.getX();
        double y = about.getY();
        zoom(layout.get()
                .part(
                        look(),
                        across ? x - factor * x : 0,
                        across ? x + factor * (1 - x) : 1,
                        along ? y - factor * y : 0,
                        along ? y + factor * (1 - y) : 1));
    }

    /** Moves the part of the plane that is looked at, by shares of it; in space, where there is none, the cross-hair. */
    public void pan(double dx, double dy) {
        if (inSpace()) readOn(dx * FINGER, dy * FINGER);
        else if (layout.isPresent()) zoom(layout.get().part(look(), dx, 1 + dx, dy, 1 + dy));
    }

    /** One gesture, however many events it has, is one thing to go back from. */
    private void zoom(Zoom next) {
        take(continuing ? trail.amend(next) : trail.to(next));
        continuing = true;
    }

    private Point2D centre() {
        return hair == null ? new Point2D(0.5, 0.5) : hair;
    }

    /** What a screen reader says: a summary, made only when it is asked for. */
    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        if (attribute != AccessibleAttribute.TEXT) return super.queryAccessibleAttribute(attribute, parameters);
        return readout.isVisible() ? plot.title() + ": " + readout.words() : plot.summary();
    }

    @Override
    protected void layoutChildren() {
        picture.resizeRelocate(0, 0, getWidth(), getHeight());
        readout.resizeRelocate(0, 0, getWidth(), getHeight());
        handles.resizeRelocate(0, 0, getWidth(), getHeight());
    }
}
