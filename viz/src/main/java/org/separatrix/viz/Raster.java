package org.separatrix.viz;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/**
 * A part of a picture in pixels of the device.
 *
 * @param left its first column
 * @param top its first row
 * @param width columns
 * @param height rows
 * @param device from the picture to the device
 */
record Raster(int left, int top, int width, int height, AffineTransform device) {
    /** The pixels of a plane. */
    static Raster of(Graphics2D g, Plane plane) {
        AffineTransform device = g.getTransform();
        return new Raster(
                (int) Math.round(plane.left() * device.getScaleX() + device.getTranslateX()),
                (int) Math.round(plane.top() * device.getScaleY() + device.getTranslateY()),
                (int) Math.round(plane.width() * device.getScaleX()),
                (int) Math.round(plane.height() * device.getScaleY()),
                device);
    }

    /** The pixels of a plane and of all that is no farther from it than a margin, which is in pixels at scale 1. */
    static Raster around(Graphics2D g, Plane plane, double margin) {
        AffineTransform device = g.getTransform();
        int left = (int) Math.floor((plane.left() - margin) * device.getScaleX() + device.getTranslateX());
        int top = (int) Math.floor((plane.top() - margin) * device.getScaleY() + device.getTranslateY());
        int right = (int) Math.ceil((plane.right() + margin) * device.getScaleX() + device.getTranslateX());
        int bottom = (int) Math.ceil((plane.bottom() + margin) * device.getScaleY() + device.getTranslateY());
        return new Raster(left, top, right - left, bottom - top, device);
    }

    /** The column of an abscissa of the picture, counted from the first. */
    double column(double x) {
        return x * device.getScaleX() + device.getTranslateX() - left;
    }

    /** The row of an ordinate of the picture, counted from the first. */
    double row(double y) {
        return y * device.getScaleY() + device.getTranslateY() - top;
    }

    /** Paints an image of as many pixels, each where it belongs. */
    void paint(Graphics2D g, BufferedImage image) {
        g.setTransform(new AffineTransform());
        g.drawImage(image, left, top, null);
        g.setTransform(device);
    }
}
