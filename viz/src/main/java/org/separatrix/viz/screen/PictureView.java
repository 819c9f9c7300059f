package org.separatrix.viz.screen;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Group;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.stage.Window;
import org.separatrix.viz.Picture;

/** A picture in the window: it fills the region, and is drawn anew when the region, the screen or the picture changes. */
public final class PictureView extends Region {
    private final Group tiles = new Group();
    private final Easel easel;
    private Picture picture;
    /** Device pixels a pixel; 1 in a scene without a window, 0 outside a scene. */
    private double scale;

    private Consumer<Easel.Shown> onShown = _ -> {};

    /** A view whose pictures are drawn by a rasteriser. */
    public PictureView(Rasteriser rasteriser) {
        easel = new Easel(rasteriser, this::accept);
        tiles.setManaged(false);
        tiles.setMouseTransparent(true);
        getChildren().add(tiles);
        // Until a smaller picture is drawn, the larger one before it must not hang over what stands beside.
        var edge = new Rectangle();
        edge.widthProperty().bind(widthProperty());
        edge.heightProperty().bind(heightProperty());
        setClip(edge);

        setMinSize(0, 0);
        widthProperty().addListener(_ -> refresh());
        heightProperty().addListener(_ -> refresh());
        sceneProperty()
                .flatMap(scene -> scene.windowProperty()
                        .flatMap(Window::renderScaleXProperty)
                        .orElse(1))
                .orElse(0)
                .subscribe(this::rescale);
    }

    private void rescale(Number to) {
        scale = to.doubleValue();
        refresh();
    }

    /** Shows a picture. It is drawn only where its version is new. JavaFX thread. */
    public void show(Picture picture) {
        this.picture = picture;
        refresh();
    }

    /** Draws the picture again if it has changed. JavaFX thread. */
    public void refresh() {
        if (picture == null || scale == 0 || getWidth() < 1 || getHeight() < 1) return;
        easel.ask(new Easel.Wish(picture, getWidth(), getHeight(), scale));
    }

    private void accept(Easel.Shown shown) {
        List<Easel.Tile> parts = shown.tiles();
        if (tiles.getChildren().size() != parts.size())
            tiles.getChildren().setAll(parts.stream().map(_ -> new ImageView()).toList());
        for (int i = 0; i < parts.size(); i++)
            place(
                    (ImageView) tiles.getChildren().get(i),
                    parts.get(i),
                    shown.wish().scale());
        onShown.accept(shown);
    }

    private static void place(ImageView view, Easel.Tile tile, double scale) {
        view.setImage(tile.image());
        view.setX(tile.left() / scale);
        view.setY(tile.top() / scale);
        view.setFitWidth(tile.image().getWidth() / scale);
        view.setFitHeight(tile.image().getHeight() / scale);
    }

    /** Whether there is a picture to see. JavaFX thread. */
    public boolean isDrawn() {
        return !tiles.getChildren().isEmpty();
    }

    /** Has every finished picture told. */
    void onShown(Consumer<Easel.Shown> listener) {
        onShown = listener;
    }
}
