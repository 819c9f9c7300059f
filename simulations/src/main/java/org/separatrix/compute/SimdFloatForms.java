package org.separatrix.compute;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * A quadratic form at many points in single precision, and its adjoint, the points' weighted moments, in vector
 * instructions.
 *
 * <p>For the values points lie along the vectors, four vectors at once, and the form is taken four rows at a time: their
 * images stay in sixteen registers while the columns run, and are multiplied by the points there, so that nothing but the
 * values is ever written. A point's value is always the same chain of fused multiply-adds: the same bits in any range of
 * points, on any number of threads, at any vector width. The moments are a product of matrices of which half is wanted.
 * The points are in echelon form, and where all have zeros nothing is multiplied.
 */
final class SimdFloatForms {
    private static final VectorSpecies<Float> SPECIES = SimdKernels.FLOATS;
    private static final int LANES = SPECIES.length();
    private static final int ROWS = 4;
    private static final int PANEL = 4 * LANES;

    private final SimdFloatTiles tiles;

    SimdFloatForms(SimdFloatTiles tiles) {
        this.tiles = tiles;
    }

    void quadraticForms(int d, int from, int to, float[] linear, float[] lower, float[] x, int ldx, float[] values) {
        int p = from;
        for (; p + PANEL <= to; p += PANEL) panel(d, Math.min(d, p + PANEL), linear, lower, x, p, ldx, values);
        for (; p < to; p += LANES)
            vector(d, Math.min(d, p + LANES), linear, lower, x, p, ldx, values, SPECIES.indexInRange(p, to));
    }

    void moments(
            int d,
            int n,
            int from,
            int to,
            float[] weights,
            float[] rows,
            float[] columns,
            float[] first,
            float[] second) {
        for (int j = from; j < to; j += SimdFloatTiles.PANEL) {
            int width = Math.min(SimdFloatTiles.PANEL, to - j);
            int points = Math.max(0, n - j);
            tiles.packWeighted(points, width, weights, j, rows, j * d + j, d, first, j);
            for (int i = j; i < d; i += SimdFloatTiles.ROWS)
                tiles.multiply(
                        Math.min(SimdFloatTiles.ROWS, d - i),
                        SimdFloatTiles.below(i - j, width),
                        Math.min(i - j, points),
                        points,
                        columns,
                        i * n + j,
                        n,
                        1,
                        0,
                        second,
                        i * d + j,
                        d);
        }
    }

    /**
     * The values at four vectors of points whose coordinates reach so far. No call may stand here that the compiler could
     * refuse to inline: its vectors would be boxed.
     */
    private static void panel(
            int d, int reach, float[] linear, float[] lower, float[] x, int p, int ldx, float[] values) {
        FloatVector f0 = FloatVector.zero(SPECIES);
        FloatVector f1 = f0;
        FloatVector f2 = f0;
        FloatVector f3 = f0;
        // The rows that are too few for a block come first, where they are shortest.
        int begin = reach % ROWS;
        for (int i = 0; i < begin; i++) {
            FloatVector s0 = FloatVector.broadcast(SPECIES, linear[i]);
            FloatVector s1 = s0;
            FloatVector s2 = s0;
            FloatVector s3 = s0;
            for (int j = 0, at = p; j <= i; j++, at += ldx) {
                FloatVector l = FloatVector.broadcast(SPECIES, lower[i * d + j]);
                s0 = l.fma(FloatVector.fromArray(SPECIES, x, at), s0);
                s1 = l.fma(FloatVector.fromArray(SPECIES, x, at + LANES), s1);
                s2 = l.fma(FloatVector.fromArray(SPECIES, x, at + 2 * LANES), s2);
                s3 = l.fma(FloatVector.fromArray(SPECIES, x, at + 3 * LANES), s3);
            }
            int at = p + i * ldx;
            f0 = s0.fma(FloatVector.fromArray(SPECIES, x, at), f0);
            f1 = s1.fma(FloatVector.fromArray(SPECIES, x, at + LANES), f1);
            f2 = s2.fma(FloatVector.fromArray(SPECIES, x, at + 2 * LANES), f2);
            f3 = s3.fma(FloatVector.fromArray(SPECIES, x, at + 3 * LANES), f3);
        }
        for (int i = begin; i < reach; i += ROWS) {
            int l0 = i * d;
            int l1 = l0 + d;
            int l2 = l1 + d;
            int l3 = l2 + d;
            FloatVector s00 = FloatVector.broadcast(SPECIES, linear[i]);
            FloatVector s01 = s00;
            FloatVector s02 = s00;
            FloatVector s03 = s00;
            FloatVector s10 = FloatVector.broadcast(SPECIES, linear[i + 1]);
            FloatVector s11 = s10;
            FloatVector s12 = s10;
            FloatVector s13 = s10;
            FloatVector s20 = FloatVector.broadcast(SPECIES, linear[i + 2]);
            FloatVector s21 = s20;
            FloatVector s22 = s20;
            FloatVector s23 = s20;
            FloatVector s30 = FloatVector.broadcast(SPECIES, linear[i + 3]);
            FloatVector s31 = s30;
            FloatVector s32 = s30;
            FloatVector s33 = s30;
            for (int j = 0, at = p; j < i + ROWS; j++, at += ldx) {
                FloatVector x0 = FloatVector.fromArray(SPECIES, x, at);
                FloatVector x1 = FloatVector.fromArray(SPECIES, x, at + LANES);
                FloatVector x2 = FloatVector.fromArray(SPECIES, x, at + 2 * LANES);
                FloatVector x3 = FloatVector.fromArray(SPECIES, x, at + 3 * LANES);
                FloatVector l = FloatVector.broadcast(SPECIES, lower[l0 + j]);
                s00 = l.fma(x0, s00);
                s01 = l.fma(x1, s01);
                s02 = l.fma(x2, s02);
                s03 = l.fma(x3, s03);
                l = FloatVector.broadcast(SPECIES, lower[l1 + j]);
                s10 = l.fma(x0, s10);
                s11 = l.fma(x1, s11);
                s12 = l.fma(x2, s12);
                s13 = l.fma(x3, s13);
                l = FloatVector.broadcast(SPECIES, lower[l2 + j]);
                s20 = l.fma(x0, s20);
                s21 = l.fma(x1, s21);
                s22 = l.fma(x2, s22);
                s23 = l.fma(x3, s23);
                l = FloatVector.broadcast(SPECIES, lower[l3 + j]);
                s30 = l.fma(x0, s30);
                s31 = l.fma(x1, s31);
                s32 = l.fma(x2, s32);
                s33 = l.fma(x3, s33);
            }
            int at = p + i * ldx;
            f0 = s00.fma(FloatVector.fromArray(SPECIES, x, at), f0);
            f1 = s01.fma(FloatVector.fromArray(SPECIES, x, at + LANES), f1);
            f2 = s02.fma(FloatVector.fromArray(SPECIES, x, at + 2 * LANES), f2);
            f3 = s03.fma(FloatVector.fromArray(SPECIES, x, at + 3 * LANES), f3);
            at += ldx;
            f0 = s10.fma(FloatVector.fromArray(SPECIES, x, at), f0);
            f1 = s11.fma(FloatVector.fromArray(SPECIES, x, at + LANES), f1);
            f2 = s12.fma(FloatVector.fromArray(SPECIES, x, at + 2 * LANES), f2);
            f3 = s13.fma(FloatVector.fromArray(SPECIES, x, at + 3 * LANES), f3);
            at += ldx;
            f0 = s20.fma(FloatVector.fromArray(SPECIES, x, at), f0);
            f1 = s21.fma(FloatVector.fromArray(SPECIES, x, at + LANES), f1);
            f2 = s22.fma(FloatVector.fromArray(SPECIES, x, at + 2 * LANES), f2);
            f3 = s23.fma(FloatVector.fromArray(SPECIES, x, at + 3 * LANES), f3);
            at += ldx;
            f0 = s30.fma(FloatVector.fromArray(SPECIES, x, at), f0);
            f1 = s31.fma(FloatVector.fromArray(SPECIES, x, at + LANES), f1);
            f2 = s32.fma(FloatVector.fromArray(SPECIES, x, at + 2 * LANES), f2);
            f3 = s33.fma(FloatVector.fromArray(SPECIES, x, at + 3 * LANES), f3);
        }
        f0.intoArray(values, p);
        f1.intoArray(values, p + LANES);
        f2.intoArray(values, p + 2 * LANES);
        f3.intoArray(values, p + 3 * LANES);
    }

    /** The values at one vector of points, or at the points that are left. */
    private static void vector(
            int d,
            int reach,
            float[] linear,
            float[] lower,
            float[] x,
            int p,
            int ldx,
            float[] values,
            VectorMask<Float> inside) {
        FloatVector f = FloatVector.zero(SPECIES);
        int begin = reach % ROWS;
        for (int i = 0; i < begin; i++) {
            FloatVector s = FloatVector.broadcast(SPECIES, linear[i]);
            for (int j = 0, at = p; j <= i; j++, at += ldx)
                s = FloatVector.broadcast(SPECIES, lower[i * d + j])
                        .fma(FloatVector.fromArray(SPECIES, x, at, inside), s);
            f = s.fma(FloatVector.fromArray(SPECIES, x, p + i * ldx, inside), f);
        }
        for (int i = begin; i < reach; i += ROWS) {
            int l0 = i * d;
            int l1 = l0 + d;
            int l2 = l1 + d;
            int l3 = l2 + d;
            FloatVector s0 = FloatVector.broadcast(SPECIES, linear[i]);
            FloatVector s1 = FloatVector.broadcast(SPECIES, linear[i + 1]);
            FloatVector s2 = FloatVector.broadcast(SPECIES, linear[i + 2]);
            FloatVector s3 = FloatVector.broadcast(SPECIES, linear[i + 3]);
            for (int j = 0, at = p; j < i + ROWS; j++, at += ldx) {
                FloatVector x0 = FloatVector.fromArray(SPECIES, x, at, inside);
                s0 = FloatVector.broadcast(SPECIES, lower[l0 + j]).fma(x0, s0);
                s1 = FloatVector.broadcast(SPECIES, lower[l1 + j]).fma(x0, s1);
                s2 = FloatVector.broadcast(SPECIES, lower[l2 + j]).fma(x0, s2);
                s3 = FloatVector.broadcast(SPECIES, lower[l3 + j]).fma(x0, s3);
            }
            int at = p + i * ldx;
            f = s0.fma(FloatVector.fromArray(SPECIES, x, at, inside), f);
            f = s1.fma(FloatVector.fromArray(SPECIES, x, at + ldx, inside), f);
            f = s2.fma(FloatVector.fromArray(SPECIES, x, at + 2 * ldx, inside), f);
            f = s3.fma(FloatVector.fromArray(SPECIES, x, at + 3 * ldx, inside), f);
        }
        f.intoArray(values, p, inside);
    }
}
