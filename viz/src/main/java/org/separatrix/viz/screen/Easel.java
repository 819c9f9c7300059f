package org.separatrix.viz.screen;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.separatrix.viz.Layout;
import org.separatrix.viz.Picture;

/** The two images of one view: one is seen while the other is drawn, then they change places on the JavaFX thread. */
final class Easel {
    /** The largest side of a tile: what lies beyond some graphics pipelines refuse. */
    private static final int LARGEST = 4096;

    /**
     * What a view asks for.
     *
     * @param picture what is drawn
     * @param width in pixels at scale 1
     * @param height in pixels at scale 1
     * @param scale device pixels a pixel
     */
    record Wish(Picture picture, double width, double height, double scale) {
        /** Equal where the pixels would be. */
        private Look look() {
            return new Look(picture.version(), width, height, scale);
        }

        private int deviceWidth() {
            return (int) Math.ceil(width * scale);
        }

        private int deviceHeight() {
            return (int) Math.ceil(height * scale);
        }
    }

    /**
     * A finished picture.
     *
     * @param wish what was asked for
     * @param tiles the pixels
     * @param layout for reading values off it
     */
    record Shown(Wish wish, List<Tile> tiles, Optional<Layout> layout) {}

    /**
     * A part of a picture, no larger than every graphics pipeline takes.
     *
     * @param image its pixels
     * @param left its place, in device pixels
     * @param top its place, in device pixels
     */
    record Tile(Image image, int left, int top) {}

    private record Look(Object version, double width, double height, double scale) {}

    /** One of the two images, tile by tile. */
    private static final class Canvas {
        private final int width;
        private final int height;
        private final List<Surface> surfaces = new ArrayList<>();

        Canvas(int width, int height) {
            this.width = width;
            this.height = height;
            for (int top = 0; top < height; top += LARGEST)
                for (int left = 0; left < width; left += LARGEST)
                    surfaces.add(
                            new Surface(left, top, Math.min(LARGEST, width - left), Math.min(LARGEST, height - top)));
        }

        boolean fits(Wish wish) {
            return width == wish.deviceWidth() && height == wish.deviceHeight();
        }

        Optional<Layout> draw(Wish wish) {
            Optional<Layout> layout = Optional.empty();
            for (Surface surface : surfaces) layout = surface.draw(wish);
            return layout;
        }

        List<Tile> show() {
            return surfaces.stream().map(Surface::show).toList();
        }
    }

    /** The pixels of one tile: the same array as AWT and as JavaFX see it. */
    private static final class Surface {
        private final int left;
        private final int top;
        private final BufferedImage image;
        private PixelBuffer<IntBuffer> pixels;
        private WritableImage shown;

        Surface(int left, int top, int width, int height) {
            this.left = left;
            this.top = top;
            image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        }

        Optional<Layout> draw(Wish wish) {
            Graphics2D g = image.createGraphics();
            try {
                g.setComposite(AlphaComposite.Clear);
                g.fillRect(0, 0, image.getWidth(), image.getHeight());
                g.setComposite(AlphaComposite.SrcOver);
                g.translate(-left, -top);
                g.scale(wish.scale, wish.scale);
                return wish.picture.draw(g, wish.width, wish.height);
            } finally {
                g.dispose();
            }
        }

        Tile show() {
            if (shown == null) {
                int[] array = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
                pixels = new PixelBuffer<>(
                        image.getWidth(),
                        image.getHeight(),
                        IntBuffer.wrap(array),
                        PixelFormat.getIntArgbPreInstance());
                shown = new WritableImage(pixels);
            } else pixels.updateBuffer(_ -> null);
            return new Tile(shown, left, top);
        }
    }

    private final Rasteriser rasteriser;
    private final Consumer<Shown> view;
    private final AtomicReference<Wish> wish = new AtomicReference<>();
    private final AtomicBoolean busy = new AtomicBoolean();
    private Look asked;

    // Touched only by whoever has set busy.
    private Canvas seen;
    private Canvas back;
    private Look drawn;

    /** @param view told of every finished picture on the JavaFX thread */
    Easel(Rasteriser rasteriser, Consumer<Shown> view) {
        this.rasteriser = rasteriser;
        this.view = view;
    }

    /** Asks for a picture in place of what was asked for and not yet begun. One thread, always the same. */
    void ask(Wish latest) {
        if (latest.look().equals(asked)) return;
        asked = latest.look();
        wish.set(latest);
        begin();
    }

    private void begin() {
        if (wish.get() != null && busy.compareAndSet(false, true)) rasteriser.draw(this::work);
    }

    private void work() {
        boolean handed = false;
        try {
            Wish next = wish.getAndSet(null);
            Look look = next.look();
            if (look.equals(drawn)) return;
            // Remembered even where drawing fails: what has failed once would fail again.
            drawn = look;
            if (back == null || !back.fits(next)) back = new Canvas(next.deviceWidth(), next.deviceHeight());
            Optional<Layout> layout = back.draw(next);
            rasteriser.show(() -> swap(next, layout));
            handed = true;
        } finally {
            if (!handed) finish();
        }
    }

    private void swap(Wish done, Optional<Layout> layout) {
        Canvas front = back;
        back = seen;
        seen = front;
        try {
            view.accept(new Shown(done, front.show(), layout));
        } finally {
            finish();
        }
    }

    private void finish() {
        busy.set(false);
        begin();
        rasteriser.done();
    }
}
