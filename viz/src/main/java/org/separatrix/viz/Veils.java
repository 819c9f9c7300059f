package org.separatrix.viz;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.List;

/** Surfaces of one picture laid over one another: what is farthest is opaque, what lies before it lets it be seen. */
final class Veils {
    private static final int OPACITY = 192;
    private static final int LINE = 184;
    private static final int FINE = DepthImage.FINE;
    private static final int CHANNELS = 0xFF00FF;

    private final List<DepthImage> images;
    private final boolean lines;
    private final int[] order;

    /**
     * Surfaces in one frame.
     *
     * @param lines whether lines of equal height are drawn on them
     */
    Veils(List<DepthImage> images, boolean lines) {
        this.images = images;
        this.lines = lines;
        order = new int[images.size()];
    }

    /** The picture, pixels of the buffers averaged. */
    BufferedImage over(Raster frame) {
        var image = new BufferedImage(frame.width(), frame.height(), BufferedImage.TYPE_INT_ARGB_PRE);
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        int stride = frame.width() * FINE;
        for (int i = 0; i < frame.height(); i++) {
            for (int j = 0; j < frame.width(); j++) {
                // Two channels at a time: four sums of eight bits each fit into sixteen.
                int even = 0;
                int odd = 0;
                for (int k = 0; k < FINE * FINE; k++) {
                    int argb = at((i * FINE + k / FINE) * stride + j * FINE + k % FINE);
                    even += argb & CHANNELS;
                    odd += argb >>> 8 & CHANNELS;
                }
                pixels[i * frame.width() + j] = even >>> 2 & CHANNELS | (odd >>> 2 & CHANNELS) << 8;
            }
        }
        return image;
    }

    private int at(int pixel) {
        if (images.size() == 1) return seen(images.getFirst(), pixel);
        int count = 0;
        for (int k = 0; k < images.size(); k++) {
            float near = images.get(k).nearness(pixel);
            if (near == 0) continue;
            int place = count++;
            while (place > 0 && images.get(order[place - 1]).nearness(pixel) > near) order[place] = order[--place];
            order[place] = k;
        }
        int result = 0;
        for (int k = 0; k < count; k++) {
            int argb = seen(images.get(order[k]), pixel);
            result = k == 0 ? argb : mixed(result, argb);
        }
        return result;
    }

    private int seen(DepthImage image, int pixel) {
        int argb = image.colour(pixel);
        return argb != 0 && lines && image.line(pixel) ? darker(argb) : argb;
    }

    private static int darker(int argb) {
        return 0xFF000000
                | (argb >> 16 & 255) * LINE / 256 << 16
                | (argb >> 8 & 255) * LINE / 256 << 8
                | (argb & 255) * LINE / 256;
    }

    private static int mixed(int below, int above) {
        return 0xFF000000
                | channel(below >> 16 & 255, above >> 16 & 255) << 16
                | channel(below >> 8 & 255, above >> 8 & 255) << 8
                | channel(below & 255, above & 255);
    }

    private static int channel(int below, int above) {
        return (below * (256 - OPACITY) + above * OPACITY) / 256;
    }
}
