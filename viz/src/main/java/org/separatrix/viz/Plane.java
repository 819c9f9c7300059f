package org.separatrix.viz;

/**
 * Where a picture shows which values.
 *
 * @param left the left edge of the plot, in pixels at scale 1
 * @param top its upper edge
 * @param width its width
 * @param height its height
 * @param x the abscissae from left to right
 * @param y the ordinates from bottom to top
 */
public record Plane(double left, double top, double width, double height, Span x, Span y) {
    /** The same in a picture that is so many times larger. */
    Plane enlarged(double factor) {
        return new Plane(factor * left, factor * top, factor * width, factor * height, x, y);
    }

    /** The right edge in pixels. */
    public double right() {
        return left + width;
    }

    /** The lower edge in pixels. */
    public double bottom() {
        return top + height;
    }

    /** The pixel of an abscissa; NaN where the axis cannot show it. */
    public double pixelX(double value) {
        return left + width * x.share(value);
    }

    /** The pixel of an ordinate; NaN where the axis cannot show it. */
    public double pixelY(double value) {
        return bottom() - height * y.share(value);
    }

    /** The abscissa at a pixel. */
    public double valueX(double pixel) {
        return x.at((pixel - left) / width);
    }

    /** The ordinate at a pixel. */
    public double valueY(double pixel) {
        return y.at((bottom() - pixel) / height);
    }

    /** Whether a pixel lies in the plot. */
    public boolean contains(double pixelX, double pixelY) {
        return pixelX >= left && pixelX <= right() && pixelY >= top && pixelY <= bottom();
    }
}
