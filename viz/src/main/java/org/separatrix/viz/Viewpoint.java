package org.separatrix.viz;

/**
 * From where a picture in space is seen. It is seen from above only: who wants to look at the other side walks round.
 *
 * @param azimuth how far the picture is turned about the vertical, in degrees, -180 to 180
 * @param elevation how high the eye stands, in degrees: 0 level with the floor, 90 straight above
 * @param nearness how many times larger than fits the frame
 * @param exaggeration how many times higher than usual
 */
public record Viewpoint(double azimuth, double elevation, double nearness, double exaggeration) {
    /** From above a corner: all three axes are well seen. */
    public static final Viewpoint START = new Viewpoint(35, 30, 1, 1);

    private static final double NEAREST = 8;
    private static final double HIGHEST = 8;

    public Viewpoint {
        azimuth = azimuth - 360 * Math.floor((azimuth + 180) / 360);
        elevation = Math.clamp(elevation, 0, 90);
        nearness = Math.clamp(nearness, 1 / NEAREST, NEAREST);
        exaggeration = Math.clamp(exaggeration, 1 / HIGHEST, HIGHEST);
    }

    /** The same after a turn, in degrees: the picture turns to the left, and the eye rises. */
    public Viewpoint turned(double left, double rise) {
        return new Viewpoint(azimuth + left, elevation + rise, nearness, exaggeration);
    }

    /** The same so many times nearer. */
    public Viewpoint nearer(double factor) {
        return new Viewpoint(azimuth, elevation, nearness * factor, exaggeration);
    }

    /** The same with so many times higher heights. */
    public Viewpoint higher(double factor) {
        return new Viewpoint(azimuth, elevation, nearness, exaggeration * factor);
    }
}
