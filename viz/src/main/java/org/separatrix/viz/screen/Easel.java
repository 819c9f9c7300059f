package org.separatrix.viz.screen;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.IntBuffer;
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
     * @param image the pixels
     * @param layout for reading values off it
     */
    record Shown(Wish wish, Image image, Optional<Layout> layout) {}

    private record Look(Object version, double width, double height, double scale) {}

    /** One of the two images: the same array of pixels as AWT and as JavaFX see it. */
    private static final class Canvas {
        private final BufferedImage image;
        private PixelBuffer<IntBuffer> pixels;
        private WritableImage shown;

        Canvas(int width, int height) {
            image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        }

        boolean fits(Wish wish) {
            return image.getWidth() == wish.deviceWidth() && image.getHeight() == wish.deviceHeight();
        }

        Optional<Layout> draw(Wish wish) {
            Graphics2D g = image.createGraphics();
            try {
                g.setComposite(AlphaComposite.Clear);
                g.fillRect(0, 0, image.getWidth(), image.getHeight());
                g.setComposite(AlphaComposite.SrcOver);
                g.scale(wish.scale, wish.scale);
                return wish.picture.draw(g, wish.width, wish.height);
            } finally {
                g.dispose();
            }
        }

        Image show() {
            if (shown == null) {
                int[] array = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
                pixels = new PixelBuffer<>(
                        image.getWidth(),
                        image.getHeight(),
                        IntBuffer.wrap(array),
                        PixelFormat.getIntArgbPreInstance());
                shown = new WritableImage(pixels);
            } else pixels.updateBuffer(_ -> null);
            return shown;
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
