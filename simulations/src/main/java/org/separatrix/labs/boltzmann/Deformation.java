package org.separatrix.labs.boltzmann;

/**
 * A homogeneous deformation of space: the flow u = L(t) x with L(t) = L0 (I + t L0)&#8315;&#185;, under which free
 * flight is exact. Matrices are 3 x 3, row after row.
 *
 * @param l0 the velocity gradient at time 0
 */
record Deformation(double[] l0) {
    /** u&#8321; = K x&#8322;. */
    static Deformation shear(double k) {
        return new Deformation(new double[] {0, k, 0, 0, 0, 0, 0, 0, 0});
    }

    /** Three shears at right angles. */
    static Deformation combined(double k1, double k2, double k3) {
        return new Deformation(new double[] {0, k3, k2, 0, 0, k1, 0, 0, 0});
    }

    /** The same stretching along all axes, d a unit of time. */
    static Deformation dilatation(double d) {
        return new Deformation(new double[] {d, 0, 0, 0, d, 0, 0, 0, d});
    }

    /** The same stretching along two axes. */
    static Deformation cylindrical(double d) {
        return new Deformation(new double[] {d, 0, 0, 0, d, 0, 0, 0, 0});
    }

    /** A shear, and stretching along all axes. */
    static Deformation shearAndDilatation(double k, double d) {
        return new Deformation(new double[] {d, k, 0, 0, d, 0, 0, 0, d});
    }

    private double[] f(double time) {
        double[] f = new double[9];
        for (int i = 0; i < 9; i++) f[i] = time * l0[i] + (i % 4 == 0 ? 1 : 0);
        return f;
    }

    /** The determinant of I + t L0: the volume that a unit volume has become. */
    double volume(double time) {
        double[] f = f(time);
        return f[0] * (f[4] * f[8] - f[5] * f[7])
                - f[1] * (f[3] * f[8] - f[5] * f[6])
                + f[2] * (f[3] * f[7] - f[4] * f[6]);
    }

    /** L at a time. */
    double[] gradient(double time) {
        return product(l0, inverse(f(time)));
    }

    /** What free flight from one time to another makes of a velocity relative to the flow. */
    double[] flight(double from, double to) {
        return product(inverse(f(to)), f(from));
    }

    private static double[] inverse(double[] f) {
        double[] cofactors = new double[9];
        for (int i = 0; i < 3; i++)
            for (int j = 0; j < 3; j++) {
                int a = (i + 1) % 3;
                int b = (i + 2) % 3;
                int c = (j + 1) % 3;
                int d = (j + 2) % 3;
                cofactors[j * 3 + i] = f[a * 3 + c] * f[b * 3 + d] - f[a * 3 + d] * f[b * 3 + c];
            }
        double determinant = f[0] * cofactors[0] + f[1] * cofactors[3] + f[2] * cofactors[6];
        for (int i = 0; i < 9; i++) cofactors[i] /= determinant;
        return cofactors;
    }

    private static double[] product(double[] a, double[] b) {
        double[] c = new double[9];
        for (int i = 0; i < 3; i++)
            for (int j = 0; j < 3; j++) for (int k = 0; k < 3; k++) c[i * 3 + j] += a[i * 3 + k] * b[k * 3 + j];
        return c;
    }
}
