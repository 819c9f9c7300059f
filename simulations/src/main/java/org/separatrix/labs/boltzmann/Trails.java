package org.separatrix.labs.boltzmann;

import java.util.Arrays;

/** The last places of the first few particles, in the space of velocities. */
final class Trails {
    private static final int PARTICLES = 8;
    private static final int LENGTH = 64;

    private final double[] places = new double[3 * PARTICLES * LENGTH];
    private long known;

    /** Takes the present places; what is too old is dropped. */
    void add(Velocities v) {
        known++;
        System.arraycopy(places, 0, places, 3 * PARTICLES, places.length - 3 * PARTICLES);
        for (int i = 0; i < Math.min(PARTICLES, v.count()); i++) {
            places[3 * i] = v.x()[i];
            places[3 * i + 1] = v.y()[i];
            places[3 * i + 2] = v.z()[i];
        }
    }

    /** The ways of the first of {@code count} particles, the oldest point first, one after the other with a gap between. */
    double[] points(int count) {
        int particles = Math.min(PARTICLES, count);
        int length = (int) Math.min(LENGTH, known);
        double[] points = new double[3 * particles * (length + 1)];
        Arrays.fill(points, Double.NaN);
        for (int i = 0; i < particles; i++)
            for (int k = 0; k < length; k++)
                System.arraycopy(places, 3 * (PARTICLES * (length - 1 - k) + i), points, 3 * (i * (length + 1) + k), 3);
        return points;
    }
}
