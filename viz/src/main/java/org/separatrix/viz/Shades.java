package org.separatrix.viz;

import java.util.List;
import java.util.function.DoubleFunction;

/** The colours of a surface in space, by height and light, and its bands between lines of equal height. */
final class Shades {
    private static final int HEIGHTS = 4096;
    private static final int FULL = 256;

    private final int[] colours = new int[HEIGHTS + 1];
    private final byte[] bands = new byte[HEIGHTS + 1];

    /**
     * The colours and bands of a surface.
     *
     * @param colour the colour of a height in full light, by the share of the axis
     * @param levels the heights of the lines, as shares, ascending
     */
    Shades(DoubleFunction<Colour> colour, List<Double> levels) {
        for (int i = 0; i <= HEIGHTS; i++) {
            double share = (double) i / HEIGHTS;
            colours[i] = colour.apply(share).rgb();
            bands[i] = (byte) levels.stream().filter(level -> level <= share).count();
        }
    }

    private static int index(float share) {
        return Math.clamp((int) (share * HEIGHTS), 0, HEIGHTS);
    }

    /** Between which lines a height lies. */
    byte band(float share) {
        return bands[index(share)];
    }

    /** The opaque colour of a height in some light: 0 is darkness, 1 shows the colour as it is, more makes it shine. */
    int colour(float share, float light) {
        int rgb = colours[index(share)];
        int factor = (int) (light * FULL);
        return 0xFF000000
                | lit(rgb >> 16 & 255, factor) << 16
                | lit(rgb >> 8 & 255, factor) << 8
                | lit(rgb & 255, factor);
    }

    /** Light beyond the full takes a colour towards white rather than out of gamut. */
    private static int lit(int channel, int factor) {
        if (factor <= FULL) return channel * factor / FULL;
        return Math.min(255, channel + (255 - channel) * (factor - FULL) / FULL);
    }
}
