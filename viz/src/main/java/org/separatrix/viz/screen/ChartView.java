package org.separatrix.viz.screen;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.separatrix.lab.Scale;
import org.separatrix.viz.Enlarged;
import org.separatrix.viz.Freedom;
import org.separatrix.viz.Layout;
import org.separatrix.viz.Look;
import org.separatrix.viz.Part;
import org.separatrix.viz.Picture;
import org.separatrix.viz.Plane;
import org.separatrix.viz.Plot;
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
    /** How far a picture in space turns where a cross-hair would cross the plane, in degrees. */
    private static final double SWEEP = 450;

    /** How far the cross-hair goes over a picture in space where the part seen of a plane would go a length of one. */
    private static final double FINGER = 0.1;

    private final PictureView picture;
    private final Readout readout = new Readout();
    private final CrossHair hair = new CrossHair(this, readout);
    private final Handles handles = new Handles(this);
    private Plot plot;
    private double text = 1;
    private Trail trail = Trail.START;
    private Optional<Layout> layout = Optional.empty();

    private boolean continuing;

    private Optional<Picker> picker = Optional.empty();
    private Consumer<Zoom> region = part -> follow(trail.to(part));

    /** What a point of the plane is picked for. */
    @FunctionalInterface
    public interface Picker {
        /** Takes the point of the plane at (x, y), in the units of its axes. */
        void picked(double x, double y);
    }

    /** A view of a plot. */
    public ChartView(Rasteriser rasteriser, Plot plot) {
        picture = new PictureView(rasteriser);
        picture.onShown(this::accept);
        picture.setMouseTransparent(true);
        getChildren().addAll(picture, new Gestures(this).band(), handles, readout);
        getStyleClass().add("plot");
        setMinSize(0, 0);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> hair.point(event.getX(), event.getY()));
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> unread());
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

    /** Whether there is a picture, be it one that says that there are no data yet. JavaFX thread. */
    public boolean isDrawn() {
        return picture.isDrawn();
    }

    /** What is where in the picture that is seen now; empty before there is one, and while it has no data. */
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
        hair.refresh();
    }

    /** Takes the cross-hair away; answers whether there was one. */
    public boolean unread() {
        return hair.remove();
    }

    /**
     * Moves the cross-hair by shares of the plane, and on until it reads something else or is at the edge; turns a
     * picture in space.
     */
    public void move(double dx, double dy) {
        if (inSpace()) {
            look(now -> now.withViewpoint(now.viewpoint().turned(-dx * SWEEP, dy * SWEEP)));
        } else hair.move(dx, dy);
    }

    /** Makes the part of the plane that is looked at so many times longer and higher, about the cross-hair. */
    public void scale(double factor) {
        scale(factor, hair.place(), true, true);
    }

    /** The same about a place in shares of the plane, in one or both directions. */
    void scale(double factor, Point2D about, boolean across, boolean along) {
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
        if (inSpace()) hair.move(dx * FINGER, dy * FINGER);
        else if (layout.isPresent()) zoom(layout.get().part(look(), dx, 1 + dx, dy, 1 + dy));
    }

    /** Looks at another part of the plane. One gesture, however many events it has, is one thing to go back from. */
    void zoom(Zoom next) {
        take(continuing ? trail.amend(next) : trail.to(next));
        continuing = true;
    }

    /** Ends a gesture: what is zoomed to next can be gone back from. */
    void settle() {
        continuing = false;
    }

    /** Takes a part of the plane that was marked. */
    void mark(Zoom part) {
        region.accept(part);
    }

    /** Takes a click on a pixel of the plane. */
    void pick(Plane plane, double x, double y) {
        picker.ifPresent(taker -> taker.picked(plane.valueX(x), plane.valueY(y)));
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
