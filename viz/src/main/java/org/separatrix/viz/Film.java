package org.separatrix.viz;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;

/**
 * The pixels of a plot, painted by columns of the device and put on the picture at once. What is painted is told by the
 * exact share of each pixel that it covers.
 */
final class Film {
    /** Every second byte. */
    private static final int PAIR = 0xFF00FF;

    private final Raster raster;
    private final BufferedImage image;
    private final int[] pixels;

    /** What is covered of the column in work: the change from each row to the next. */
    private final double[] change;

    private int first;
    private int last;

    /** Pixels of the device for a plane and a margin around it, in pixels at scale 1. */
    Film(Graphics2D g, Plane plane, double margin) {
        raster = Raster.around(g, plane, margin);
        image = new BufferedImage(raster.width(), raster.height(), BufferedImage.TYPE_INT_ARGB_PRE);
        pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        change = new double[raster.height() + 2];
        clear();
    }

    /** Where its pixels are. */
    Raster raster() {
        return raster;
    }

    /** Covers a stretch of the column in work, from one row to a later one, over a share of the column's width. */
    void cover(double from, double to, double share) {
        double top = Math.max(from, 0);
        double bottom = Math.min(to, raster.height());
        if (top >= bottom) return;
        step(top, share);
        step(bottom, -share);
        first = Math.min(first, (int) top);
        last = Math.max(last, (int) Math.ceil(bottom));
    }

    private void step(double at, double share) {
        int row = (int) at;
        double beyond = share * (at - row);
        change[row] += share - beyond;
        change[row + 1] += beyond;
    }

    /** Paints what is covered as this column, above what it has; then nothing is covered. */
    void paint(int column, Color colour) {
        int rgb = colour.getRGB();
        double alpha = colour.getAlpha();
        double covered = 0;
        int at = first * raster.width() + column;
        for (int row = first; row < last; row++) {
            covered += change[row];
            int opacity = (int) (Math.min(alpha * covered, alpha) + 0.5);
            if (opacity > 0) pixels[at] = above(rgb, opacity, pixels[at]);
            at += raster.width();
        }
        clear();
    }

    private void clear() {
        if (first < last) Arrays.fill(change, first, last + 2, 0);
        first = raster.height();
        last = 0;
    }

    /** A colour above a premultiplied one (Porter and Duff, 1984), two channels at once. */
    private static int above(int rgb, int opacity, int below) {
        int even = mixed(rgb & PAIR, opacity, below & PAIR);
        int odd = mixed(0xFF0000 | rgb >> 8 & 0xFF, opacity, below >>> 8 & PAIR);
        return odd << 8 | even;
    }

    /** The means of two pairs of bytes, rounded to the nearest. */
    private static int mixed(int above, int opacity, int below) {
        int mean = above * opacity + below * (255 - opacity) + 0x800080;
        return mean + (mean >>> 8 & PAIR) >>> 8 & PAIR;
    }

    /** Puts the pixels on the picture. */
    void show(Graphics2D g) {
        raster.paint(g, image);
    }
}
