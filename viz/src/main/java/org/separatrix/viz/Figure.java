package org.separatrix.viz;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/**
 * A picture for a file.
 *
 * @param picture what is drawn
 * @param ground the colour below it
 * @param width in pixels at scale 1
 * @param height in pixels at scale 1
 */
public record Figure(Picture picture, Colour ground, int width, int height) {
    public Figure {
        if (width < 1 || height < 1)
            throw new IllegalArgumentException("a figure of " + width + " x " + height + " pixels");
    }

    /** A chart at the usual size, 720 x 480, on the ground of its theme. */
    public static Figure of(Chart chart) {
        return new Figure(chart, chart.look().theme().background(), 720, 480);
    }

    /** The figure at another size. */
    public Figure sized(int width, int height) {
        return new Figure(picture, ground, width, height);
    }

    /** The figure as an opaque image. */
    public BufferedImage image(double scale) {
        var image = new BufferedImage(
                (int) Math.ceil(width * scale), (int) Math.ceil(height * scale), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(ground.awt());
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        g.scale(scale, scale);
        picture.draw(g, width, height);
        g.dispose();
        return image;
    }

    /** The figure as a PNG file with two pixels for one. */
    public byte[] png() {
        return png(2);
    }

    /** The figure as a PNG file. */
    public byte[] png(double scale) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image(scale), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
