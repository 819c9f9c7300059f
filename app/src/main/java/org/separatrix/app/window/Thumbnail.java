package org.separatrix.app.window;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.separatrix.lab.Facts;
import org.separatrix.lab.Observable;
import org.separatrix.run.Progress;
import org.separatrix.viz.Chart;
import org.separatrix.viz.Layout;
import org.separatrix.viz.Look;
import org.separatrix.viz.Plane;
import org.separatrix.viz.Theme;
import org.separatrix.viz.Track;

/** What a run looks like at a glance: the plot of its most telling observable, without words. */
final class Thumbnail {
    static final int WIDTH = 64;
    static final int HEIGHT = 44;

    /** Device pixels a pixel. */
    private static final int DETAIL = 2;

    /** A chart whose plot is about as large as the picture, so that its lines stay legible. */
    private static final int CHART_WIDTH = 150;

    private static final int CHART_HEIGHT = 140;

    private Thumbnail() {}

    /** Draws a run; empty where it has nothing to show. */
    static Optional<BufferedImage> draw(Progress progress, Theme theme) {
        return progress.recording().observables().stream()
                .filter(observable -> !(observable instanceof Facts))
                .findFirst()
                .flatMap(observable -> draw(observable, progress, theme));
    }

    private static Optional<BufferedImage> draw(Observable<?> observable, Progress progress, Theme theme) {
        Chart chart = Chart.of(observable, Look.of(theme)).with(java.util.List.of(Track.main(progress)));
        return plane(chart).map(plane -> {
            var image = new BufferedImage(DETAIL * WIDTH, DETAIL * HEIGHT, BufferedImage.TYPE_INT_ARGB_PRE);
            Graphics2D g = image.createGraphics();
            g.scale(image.getWidth() / plane.width(), image.getHeight() / plane.height());
            g.translate(-plane.left(), -plane.top());
            chart.draw(g, CHART_WIDTH, CHART_HEIGHT);
            g.dispose();
            return image;
        });
    }

    private static Optional<Plane> plane(Chart chart) {
        Graphics2D nowhere = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB).createGraphics();
        try {
            return chart.draw(nowhere, CHART_WIDTH, CHART_HEIGHT).map(Layout::plane);
        } finally {
            nowhere.dispose();
        }
    }

    /** The same pixels for the window. */
    static Image image(BufferedImage drawn) {
        int width = drawn.getWidth();
        int height = drawn.getHeight();
        var image = new WritableImage(width, height);
        int[] pixels = drawn.getRGB(0, 0, width, height, null, 0, width);
        image.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return image;
    }
}
