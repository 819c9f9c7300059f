package org.separatrix.compute;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * A quadratic form at many points in double precision, and its adjoint, the points' weighted moments, in vector
 * instructions.
 *
 * <p>For the values points lie along the vectors, four vectors at once, and the form is taken four rows at a time: their
 * images stay in sixteen registers while the columns run, and are multiplied by the points there, so that nothing but the
 * values is ever written. A point's value is always the same chain of fused multiply-adds: the same bits in any range of
 * points, on any number of threads, at any vector width. The moments are a product of matrices of which half is wanted.
 * The points are in echelon form, and where all have zeros nothing is multiplied.
 */
final class SimdDoubleForms {
    private static final VectorSpecies<Double> SPECIES = SimdKernels.DOUBLES;
    private static final int LANES = SPECIES.length();
    private static final int ROWS = 4;
    private static final int PANEL = 4 * LANES;

    private final SimdDoubleTiles tiles;

    SimdDoubleForms(SimdDoubleTiles tiles) {
        this.tiles = tiles;
    }

    void quadraticForms(
            int d, int from, int to, double[] linear, double[] lower, double[] x, int ldx, double[] values) {
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
            double[] weights,
            double[] rows,
            double[] columns,
            double[] first,
            double[] second) {
        for (int j = from; j < to; j += SimdDoubleTiles.PANEL) {
            int width = Math.min(SimdDoubleTiles.PANEL, to - j);
            int points = Math.max(0, n - j);
            tiles.packWeighted(points, width, weights, j, rows, j * d + j, d, first, j);
            for (int i = j; i < d; i += SimdDoubleTiles.ROWS)
                tiles.multiply(
                        Math.min(SimdDoubleTiles.ROWS, d - i),
                        SimdDoubleTiles.below(i - j, width),
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
            int d, int reach, double[] linear, double[] lower, double[] x, int p, int ldx, double[] values) {
        DoubleVector f0 = DoubleVector.zero(SPECIES);
        DoubleVector f1 = f0;
        DoubleVector f2 = f0;
        DoubleVector f3 = f0;
        // The rows that are too few for a block come first, where they are shortest.
        int begin = reach % ROWS;
        for (int i = 0; i < begin; i++) {
            DoubleVector s0 = DoubleVector.broadcast(SPECIES, linear[i]);
            DoubleVector s1 = s0;
            DoubleVector s2 = s0;
            DoubleVector s3 = s0;
            for (int j = 0, at = p; j <= i; j++, at += ldx) {
                DoubleVector l = DoubleVector.broadcast(SPECIES, lower[i * d + j]);
                s0 = l.fma(DoubleVector.fromArray(SPECIES, x, at), s0);
                s1 = l.fma(DoubleVector.fromArray(SPECIES, x, at + LANES), s1);
                s2 = l.fma(DoubleVector.fromArray(SPECIES, x, at + 2 * LANES), s2);
                s3 = l.fma(DoubleVector.fromArray(SPECIES, x, at + 3 * LANES), s3);
            }
            int at = p + i * ldx;
            f0 = s0.fma(DoubleVector.fromArray(SPECIES, x, at), f0);
            f1 = s1.fma(DoubleVector.fromArray(SPECIES, x, at + LANES), f1);
            f2 = s2.fma(DoubleVector.fromArray(SPECIES, x, at + 2 * LANES), f2);
            f3 = s3.fma(DoubleVector.fromArray(SPECIES, x, at + 3 * LANES), f3);
        }
        for (int i = begin; i < reach; i += ROWS) {
            int l0 = i * d;
            int l1 = l0 + d;
            int l2 = l1 + d;
            int l3 = l2 + d;
            DoubleVector s00 = DoubleVector.broadcast(SPECIES, linear[i]);
            DoubleVector s01 = s00;
            DoubleVector s02 = s00;
            DoubleVector s03 = s00;
            DoubleVector s10 = DoubleVector.broadcast(SPECIES, linear[i + 1]);
            DoubleVector s11 = s10;
            DoubleVector s12 = s10;
            DoubleVector s13 = s10;
            DoubleVector s20 = DoubleVector.broadcast(SPECIES, linear[i + 2]);
            DoubleVector s21 = s20;
            DoubleVector s22 = s20;
            DoubleVector s23 = s20;
            DoubleVector s30 = DoubleVector.broadcast(SPECIES, linear[i + 3]);
            DoubleVector s31 = s30;
            DoubleVector s32 = s30;
            DoubleVector s33 = s30;
            for (int j = 0, at = p; j < i + ROWS; j++, at += ldx) {
                DoubleVector x0 = DoubleVector.fromArray(SPECIES, x, at);
                DoubleVector x1 = DoubleVector.fromArray(SPECIES, x, at + LANES);
                DoubleVector x2 = DoubleVector.fromArray(SPECIES, x, at + 2 * LANES);
                DoubleVector x3 = DoubleVector.fromArray(SPECIES, x, at + 3 * LANES);
                DoubleVector l = DoubleVector.broadcast(SPECIES, lower[l0 + j]);
                s00 = l.fma(x0, s00);
                s01 = l.fma(x1, s01);
                s02 = l.fma(x2, s02);
                s03 = l.fma(x3, s03);
                l = DoubleVector.broadcast(SPECIES, lower[l1 + j]);
                s10 = l.fma(x0, s10);
                s11 = l.fma(x1, s11);
                s12 = l.fma(x2, s12);
                s13 = l.fma(x3, s13);
                l = DoubleVector.broadcast(SPECIES, lower[l2 + j]);
                s20 = l.fma(x0, s20);
                s21 = l.fma(x1, s21);
                s22 = l.fma(x2, s22);
                s23 = l.fma(x3, s23);
                l = DoubleVector.broadcast(SPECIES, lower[l3 + j]);
                s30 = l.fma(x0, s30);
                s31 = l.fma(x1, s31);
                s32 = l.fma(x2, s32);
                s33 = l.fma(x3, s33);
            }
            int at = p + i * ldx;
            f0 = s00.fma(DoubleVector.fromArray(SPECIES, x, at), f0);
            f1 = s01.fma(DoubleVector.fromArray(SPECIES, x, at + LANES), f1);
            f2 = s02.fma(DoubleVector.fromArray(SPECIES, x, at + 2 * LANES), f2);
            f3 = s03.fma(DoubleVector.fromArray(SPECIES, x, at + 3 * LANES), f3);
            at += ldx;
            f0 = s10.fma(DoubleVector.fromArray(SPECIES, x, at), f0);
            f1 = s11.fma(DoubleVector.fromArray(SPECIES, x, at + LANES), f1);
            f2 = s12.fma(DoubleVector.fromArray(SPECIES, x, at + 2 * LANES), f2);
            f3 = s13.fma(DoubleVector.fromArray(SPECIES, x, at + 3 * LANES), f3);
            at += ldx;
            f0 = s20.fma(DoubleVector.fromArray(SPECIES, x, at), f0);
            f1 = s21.fma(DoubleVector.fromArray(SPECIES, x, at + LANES), f1);
            f2 = s22.fma(DoubleVector.fromArray(SPECIES, x, at + 2 * LANES), f2);
            f3 = s23.fma(DoubleVector.fromArray(SPECIES, x, at + 3 * LANES), f3);
            at += ldx;
            f0 = s30.fma(DoubleVector.fromArray(SPECIES, x, at), f0);
            f1 = s31.fma(DoubleVector.fromArray(SPECIES, x, at + LANES), f1);
            f2 = s32.fma(DoubleVector.fromArray(SPECIES, x, at + 2 * LANES), f2);
            f3 = s33.fma(DoubleVector.fromArray(SPECIES, x, at + 3 * LANES), f3);
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
            double[] linear,
            double[] lower,
            double[] x,
            int p,
            int ldx,
            double[] values,
            VectorMask<Double> inside) {
        DoubleVector f = DoubleVector.zero(SPECIES);
        int begin = reach % ROWS;
        for (int i = 0; i < begin; i++) {
            DoubleVector s = DoubleVector.broadcast(SPECIES, linear[i]);
            for (int j = 0, at = p; j <= i; j++, at += ldx)
                s = DoubleVector.broadcast(SPECIES, lower[i * d + j])
                        .fma(DoubleVector.fromArray(SPECIES, x, at, inside), s);
            f = s.fma(DoubleVector.fromArray(SPECIES, x, p + i * ldx, inside), f);
        }
        for (int i = begin; i < reach; i += ROWS) {
            int l0 = i * d;
            int l1 = l0 + d;
            int l2 = l1 + d;
            int l3 = l2 + d;
            DoubleVector s0 = DoubleVector.broadcast(SPECIES, linear[i]);
            DoubleVector s1 = DoubleVector.broadcast(SPECIES, linear[i + 1]);
            DoubleVector s2 = DoubleVector.broadcast(SPECIES, linear[i + 2]);
            DoubleVector s3 = DoubleVector.broadcast(SPECIES, linear[i + 3]);
            for (int j = 0, at = p; j < i + ROWS; j++, at += ldx) {
                DoubleVector x0 = DoubleVector.fromArray(SPECIES, x, at, inside);
                s0 = DoubleVector.broadcast(SPECIES, lower[l0 + j]).fma(x0, s0);
                s1 = DoubleVector.broadcast(SPECIES, lower[l1 + j]).fma(x0, s1);
                s2 = DoubleVector.broadcast(SPECIES, lower[l2 + j]).fma(x0, s2);
                s3 = DoubleVector.broadcast(SPECIES, lower[l3 + j]).fma(x0, s3);
            }
            int at = p + i * ldx;
            f = s0.fma(DoubleVector.fromArray(SPECIES, x, at, inside), f);
            f = s1.fma(DoubleVector.fromArray(SPECIES, x, at + ldx, inside), f);
            f = s2.fma(DoubleVector.fromArray(SPECIES, x, at + 2 * ldx, inside), f);
            f = s3.fma(DoubleVector.fromArray(SPECIES, x, at + 3 * ldx, inside), f);
        }
        f.intoArray(values, p, inside);
    }
}
