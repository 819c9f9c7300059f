package org.separatrix.viz;

import java.awt.image.BufferedImage;
import java.util.stream.IntStream;

/** What is to be seen in an image. */
final class Ink {
    private Ink() {}

    /** How many pixels have a colour, within a few steps of each channel. */
    static long count(BufferedImage image, Colour colour) {
        return count(image, colour, 0, image.getWidth());
    }

    /** How many pixels of some columns have a colour. */
    static long count(BufferedImage image, Colour colour, int fromColumn, int toColumn) {
        int width = toColumn - fromColumn;
        return IntStream.of(image.getRGB(fromColumn, 0, width, image.getHeight(), null, 0, width))
                .filter(rgb -> near(rgb, colour))
                .count();
    }

    private static boolean near(int rgb, Colour colour) {
        return Math.abs((rgb >> 16 & 255) - colour.red()) < 6
                && Math.abs((rgb >> 8 & 255) - colour.green()) < 6
                && Math.abs((rgb & 255) - colour.blue()) < 6;
    }

    /** The share of pixels that are not of the ground. */
    static double share(BufferedImage image, Colour ground) {
        long blank = count(image, ground);
        return 1 - (double) blank / ((long) image.getWidth() * image.getHeight());
    }

    /** Whether something is drawn in the outermost pixels, as what is cut off would be. */
    static boolean touchesRim(BufferedImage image, Colour ground) {
        int right = image.getWidth() - 1;
        int bottom = image.getHeight() - 1;
        return IntStream.rangeClosed(0, right)
                        .anyMatch(x -> !near(image.getRGB(x, 0), ground) || !near(image.getRGB(x, bottom), ground))
                || IntStream.rangeClosed(0, bottom)
                        .anyMatch(y -> !near(image.getRGB(0, y), ground) || !near(image.getRGB(right, y), ground));
    }
}
