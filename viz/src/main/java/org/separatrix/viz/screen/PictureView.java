package org.separatrix.viz.screen;

import java.util.function.Consumer;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.separatrix.viz.Picture;

/** A picture in the window: it fills the region, and is drawn anew when the region, the screen or the picture changes. */
public final class PictureView extends Region {
    private final ImageView image = new ImageView();
    private final Easel easel;
    private Picture picture;
    /** Device pixels a pixel; 1 in a scene without a window, 0 outside a scene. */
    private double scale;

    private Consumer<Easel.Shown> onShown = _ -> {};

    /** A view whose pictures are drawn by a rasteriser. */
    public PictureView(Rasteriser rasteriser) {
        easel = new Easel(rasteriser, this::accept);
        image.setManaged(false);
        image.setMouseTransparent(true);
        getChildren().add(image);

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
        image.setImage(shown.image());
        image.setFitWidth(shown.image().getWidth() / shown.wish().scale());
        image.setFitHeight(shown.image().getHeight() / shown.wish().scale());
        onShown.accept(shown);
    }

    /** Has every finished picture told. */
    void onShown(Consumer<Easel.Shown> listener) {
        onShown = listener;
    }
}
