package org.separatrix.viz;

/**
 * A box of values in space as an eye sees it, in mild perspective. The box has a square floor of edge 1; its middle is in
 * the middle of the plane.
 */
final class Space {
    /** The distance of the eye from the middle, in edges of the floor. */
    private static final double EYE = 4.5;

    /** The share of the plane that the box takes, and its labels leave. */
    private static final double FILL = 0.9;

    private final Span x;
    private final Span y;
    private final Span z;
    private final double height;
    private final double cosAzimuth;
    private final double sinAzimuth;
    private final double cosElevation;
    private final double sinElevation;
    private final double centreX;
    private final double centreY;
    private final double edge;

    /**
     * A box of values.
     *
     * @param shape the usual height of the box, in edges of the floor
     * @param from from where it is seen
     * @param plane where it is drawn
     */
    Space(Span x, Span y, Span z, double shape, Viewpoint from, Plane plane) {
        this.x = x;
        this.y = y;
        this.z = z;
        height = shape * from.exaggeration();
        double azimuth = Math.toRadians(from.azimuth());
        double elevation = Math.toRadians(from.elevation());
        cosAzimuth = Math.cos(azimuth);
        sinAzimuth = Math.sin(azimuth);
        cosElevation = Math.cos(elevation);
        sinElevation = Math.sin(elevation);
        centreX = plane.left() + plane.width() / 2;
        centreY = plane.top() + plane.height() / 2;
        // What the box takes when it is turned to its widest: so it does not change its size while it turns.
        double wide = Math.sqrt(2);
        double high = wide * sinElevation + height * cosElevation;
        edge = FILL * from.nearness() * Math.min(plane.width() / wide, plane.height() / high);
    }

    Span x() {
        return x;
    }

    Span y() {
        return y;
    }

    Span z() {
        return z;
    }

    /** The height of the box, in edges of its floor. */
    double height() {
        return height;
    }

    /** A place in the picture, and how near it is: the reciprocal of its distance from the eye. */
    record Point(double x, double y, double nearness) {
        boolean exists() {
            return !Double.isNaN(x) && !Double.isNaN(y);
        }
    }

    /** Where values are seen; NaN where an axis cannot show them. */
    Point at(double valueX, double valueY, double valueZ) {
        return ofShares(x.share(valueX), y.share(valueY), z.share(valueZ));
    }

    /** Where shares of the three axes are seen. */
    Point ofShares(double shareX, double shareY, double shareZ) {
        double u = shareX - 0.5;
        double v = shareY - 0.5;
        double w = (shareZ - 0.5) * height;
        double right = u * cosAzimuth + v * sinAzimuth;
        double away = v * cosAzimuth - u * sinAzimuth;
        double up = away * sinElevation + w * cosElevation;
        double distance = EYE + away * cosElevation - w * sinElevation;
        double scale = edge * EYE / distance;
        return new Point(centreX + scale * right, centreY - scale * up, 1 / distance);
    }

    /** The direction of a vector of the box as the eye sees it: to the right, up and towards the eye. */
    double[] turned(double u, double v, double w) {
        double away = v * cosAzimuth - u * sinAzimuth;
        return new double[] {
            u * cosAzimuth + v * sinAzimuth,
            away * sinElevation + w * cosElevation,
            w * sinElevation - away * cosElevation
        };
    }

    /** The share of the horizontal axis x, 0 or 1, where the wall of the box stands that is behind everything. */
    int farX() {
        return sinAzimuth > 0 ? 0 : 1;
    }

    /** The same of the axis y. */
    int farY() {
        return cosAzimuth > 0 ? 1 : 0;
    }
}
