package org.separatrix.app.window;

import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * A content as high as there is room, or as it needs at least: then it is moved by the wheel, by a bar, and to whatever
 * gets the keyboard. Unlike a {@code ScrollPane} it takes neither the keyboard nor any key from what is in it.
 */
final class Scroller extends Region {
    private final Region content;
    private final ScrollBar bar = new ScrollBar();

    Scroller(Region content) {
        this.content = content;
        bar.setOrientation(Orientation.VERTICAL);
        bar.setFocusTraversable(false);
        bar.valueProperty().subscribe(this::requestLayout);
        getChildren().setAll(content, bar);
        setMinSize(0, 0);
        var window = new Rectangle();
        window.widthProperty().bind(widthProperty());
        window.heightProperty().bind(heightProperty());
        setClip(window);
        addEventHandler(ScrollEvent.SCROLL, event -> {
            if (!bar.isVisible()) return;
            go(bar.getValue() - event.getDeltaY());
            event.consume();
        });
        sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(this::reveal);
    }

    private void go(double to) {
        bar.setValue(Math.clamp(to, 0, bar.getMax()));
    }

    private void reveal(Node node) {
        boolean inside =
                Stream.iterate(node, each -> each != null, Node::getParent).anyMatch(content::equals);
        if (!inside || !bar.isVisible()) return;
        Bounds place = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        if (place.getMinY() < bar.getValue()) go(place.getMinY());
        else if (place.getMaxY() > bar.getValue() + getHeight())
            go(Math.min(place.getMinY(), place.getMaxY() - getHeight()));
    }

    @Override
    protected double computePrefWidth(double height) {
        return content.prefWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        return content.prefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        boolean scrolls = content.minHeight(width) > height;
        bar.setVisible(scrolls);
        double room = scrolls ? width - bar.prefWidth(-1) : width;
        double needed = Math.max(height, content.minHeight(room));
        bar.setMax(needed - height);
        bar.setVisibleAmount(bar.getMax() * height / needed);
        bar.setUnitIncrement(height / 10);
        bar.setBlockIncrement(height);
        if (bar.getValue() > bar.getMax()) bar.setValue(bar.getMax());
        bar.resizeRelocate(room, 0, width - room, height);
        content.resizeRelocate(0, -Math.rint(bar.getValue()), room, needed);
    }
}
