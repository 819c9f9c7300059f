package org.separatrix.labs.boltzmann;

import org.separatrix.compute.Draws;

/**
 * The velocities of all particles, one array a component.
 *
 * @param x components along the flow
 * @param y components across it, in its plane
 * @param z components out of its plane
 */
record Velocities(double[] x, double[] y, double[] z) {
    /** Particles that one thread treats at once, few enough for its nearest cache. */
    static final int BLOCK = 1024;

    private static final int START = 0;

    /** Maxwellian velocities of variance theta. */
    static Velocities maxwellian(int count, double theta, long seed, Draws draws) {
        var v = new Velocities(new double[count], new double[count], new double[count]);
        long[] particles = new long[BLOCK];
        double[][] out = new double[3][BLOCK];
        double scale = Math.sqrt(theta);
        var place = new Draws.Place(seed, 0, 0, START);
        for (int from = 0; from < count; from += BLOCK) {
            int size = Math.min(BLOCK, count - from);
            for (int i = 0; i < size; i++) particles[i] = from + i;
            draws.normals(place, particles, size, out[0], out[1], out[2]);
            for (int i = 0; i < size; i++) {
                v.x[from + i] = scale * out[0][i];
                v.y[from + i] = scale * out[1][i];
                v.z[from + i] = scale * out[2][i];
            }
        }
        return v;
    }

    /** Velocities that are all the same. */
    static Velocities beam(int count, double x, double y, double z) {
        var v = new Velocities(new double[count], new double[count], new double[count]);
        java.util.Arrays.fill(v.x, x);
        java.util.Arrays.fill(v.y, y);
        java.util.Arrays.fill(v.z, z);
        return v;
    }

    /** Velocities given row by row. */
    static Velocities ofRows(double[] rows) {
        int count = rows.length / 3;
        var v = new Velocities(new double[count], new double[count], new double[count]);
        for (int i = 0; i < count; i++) {
            v.x[i] = rows[3 * i];
            v.y[i] = rows[3 * i + 1];
            v.z[i] = rows[3 * i + 2];
        }
        return v;
    }

    int count() {
        return x.length;
    }

    /** Applies a 3 x 3 matrix to the particles from {@code from} to {@code to}, exclusive. */
    void map(double[] m, int from, int to) {
        double xx = m[0];
        double xy = m[1];
        double xz = m[2];
        double yx = m[3];
        double yy = m[4];
        double yz = m[5];
        double zx = m[6];
        double zy = m[7];
        double zz = m[8];
        for (int i = from; i < to; i++) {
            double a = x[i];
            double b = y[i];
            double c = z[i];
            x[i] = xx * a + xy * b + xz * c;
            y[i] = yx * a + yy * b + yz * c;
            z[i] = zx * a + zy * b + zz * c;
        }
    }
}
