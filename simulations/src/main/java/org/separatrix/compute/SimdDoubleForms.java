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
    private static final int ROWS = SimdDoubleTiles.ROWS;
    private static final int STRIP = DoubleStrips.WIDTH;
    private static final int AT_ONCE = 4 * LANES;

    private final SimdDoubleTiles tiles;
    private final double[] sums = new double[STRIP];

    SimdDoubleForms(SimdDoubleTiles tiles) {
        this.tiles = tiles;
    }

    void quadraticForms(DoubleStrips x, int from, int to, double[] linear, double[] lower, double[] values) {
        int d = x.rows();
        for (int p = from - from % LANES; p < to; ) {
            if (p >= from && p + AT_ONCE <= to) {
                fourVectors(x, p, Math.min(d, p + AT_ONCE), linear, lower, values);
                p += AT_ONCE;
            } else {
                VectorMask<Double> inside = SPECIES.indexInRange(p, to).andNot(SPECIES.indexInRange(p, from));
                vector(x, p, Math.min(d, p + LANES), linear, lower, values, inside);
                p += LANES;
            }
        }
    }

    void moments(DoubleStrips points, int from, int to, double[] weights, double[] first, double[] second) {
        int n = points.rows();
        int d = points.columns();
        double[] x = points.values();
        for (int strip = from - from % STRIP; strip < to; strip += STRIP) {
            int begin = Math.max(from, strip);
            int end = Math.min(to, strip + STRIP);
            double[] weighted = tiles.weigh(Math.min(strip, n), n, weights, x, DoubleStrips.top(n, strip), sums);
            System.arraycopy(sums, begin - strip, first, begin, end - begin);
            for (int i = begin; i < end; i += ROWS) {
                int height = Math.min(ROWS, end - i);
                int reach = SimdDoubleTiles.reach(i + height, d);
                for (int j = 0, width; j < reach; j += width) {
                    width = SimdDoubleTiles.width(reach - j);
                    tiles.multiply(
                            height,
                            width,
                            Math.min(i, n),
                            n,
                            weighted,
                            i - strip,
                            1,
                            STRIP,
                            x,
                            n,
                            j,
                            0,
                            second,
                            i * d + j,
                            d);
                }
            }
        }
    }

    /**
     * The values at four vectors of points whose coordinates reach so far. No call may stand here that the compiler could
     * refuse to inline: its vectors would be boxed.
     */
    private static void fourVectors(
            DoubleStrips points, int p, int reach, double[] linear, double[] lower, double[] values) {
        double[] x = points.values();
        int d = points.rows();
        int t0 = DoubleStrips.top(d, p);
        int t1 = DoubleStrips.top(d, p + LANES);
        int t2 = DoubleStrips.top(d, p + 2 * LANES);
        int t3 = DoubleStrips.top(d, p + 3 * LANES);
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
            for (int j = 0; j <= i; j++) {
                DoubleVector l = DoubleVector.broadcast(SPECIES, lower[i * d + j]);
                s0 = l.fma(DoubleVector.fromArray(SPECIES, x, t0 + j * STRIP), s0);
                s1 = l.fma(DoubleVector.fromArray(SPECIES, x, t1 + j * STRIP), s1);
                s2 = l.fma(DoubleVector.fromArray(SPECIES, x, t2 + j * STRIP), s2);
                s3 = l.fma(DoubleVector.fromArray(SPECIES, x, t3 + j * STRIP), s3);
            }
            f0 = s0.fma(DoubleVector.fromArray(SPECIES, x, t0 + i * STRIP), f0);
            f1 = s1.fma(DoubleVector.fromArray(SPECIES, x, t1 + i * STRIP), f1);
            f2 = s2.fma(DoubleVector.fromArray(SPECIES, x, t2 + i * STRIP), f2);
            f3 = s3.fma(DoubleVector.fromArray(SPECIES, x, t3 + i * STRIP), f3);
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
            for (int j = 0; j < i; j++) {
                DoubleVector x0 = DoubleVector.fromArray(SPECIES, x, t0 + j * STRIP);
                DoubleVector x1 = DoubleVector.fromArray(SPECIES, x, t1 + j * STRIP);
                DoubleVector x2 = DoubleVector.fromArray(SPECIES, x, t2 + j * STRIP);
                DoubleVector x3 = DoubleVector.fromArray(SPECIES, x, t3 + j * STRIP);
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
            DoubleVector x0 = DoubleVector.fromArray(SPECIES, x, t0 + i * STRIP);
            DoubleVector x1 = DoubleVector.fromArray(SPECIES, x, t1 + i * STRIP);
            DoubleVector x2 = DoubleVector.fromArray(SPECIES, x, t2 + i * STRIP);
            DoubleVector x3 = DoubleVector.fromArray(SPECIES, x, t3 + i * STRIP);
            DoubleVector l = DoubleVector.broadcast(SPECIES, lower[l0 + i]);
            s00 = l.fma(x0, s00);
            s01 = l.fma(x1, s01);
            s02 = l.fma(x2, s02);
            s03 = l.fma(x3, s03);
            l = DoubleVector.broadcast(SPECIES, lower[l1 + i]);
            s10 = l.fma(x0, s10);
            s11 = l.fma(x1, s11);
            s12 = l.fma(x2, s12);
            s13 = l.fma(x3, s13);
            l = DoubleVector.broadcast(SPECIES, lower[l2 + i]);
            s20 = l.fma(x0, s20);
            s21 = l.fma(x1, s21);
            s22 = l.fma(x2, s22);
            s23 = l.fma(x3, s23);
            l = DoubleVector.broadcast(SPECIES, lower[l3 + i]);
            s30 = l.fma(x0, s30);
            s31 = l.fma(x1, s31);
            s32 = l.fma(x2, s32);
            s33 = l.fma(x3, s33);
            f0 = s00.fma(x0, f0);
            f1 = s01.fma(x1, f1);
            f2 = s02.fma(x2, f2);
            f3 = s03.fma(x3, f3);
            x0 = DoubleVector.fromArray(SPECIES, x, t0 + (i + 1) * STRIP);
            x1 = DoubleVector.fromArray(SPECIES, x, t1 + (i + 1) * STRIP);
            x2 = DoubleVector.fromArray(SPECIES, x, t2 + (i + 1) * STRIP);
            x3 = DoubleVector.fromArray(SPECIES, x, t3 + (i + 1) * STRIP);
            l = DoubleVector.broadcast(SPECIES, lower[l1 + i + 1]);
            s10 = l.fma(x0, s10);
            s11 = l.fma(x1, s11);
            s12 = l.fma(x2, s12);
            s13 = l.fma(x3, s13);
            l = DoubleVector.broadcast(SPECIES, lower[l2 + i + 1]);
            s20 = l.fma(x0, s20);
            s21 = l.fma(x1, s21);
            s22 = l.fma(x2, s22);
            s23 = l.fma(x3, s23);
            l = DoubleVector.broadcast(SPECIES, lower[l3 + i + 1]);
            s30 = l.fma(x0, s30);
            s31 = l.fma(x1, s31);
            s32 = l.fma(x2, s32);
            s33 = l.fma(x3, s33);
            f0 = s10.fma(x0, f0);
            f1 = s11.fma(x1, f1);
            f2 = s12.fma(x2, f2);
            f3 = s13.fma(x3, f3);
            x0 = DoubleVector.fromArray(SPECIES, x, t0 + (i + 2) * STRIP);
            x1 = DoubleVector.fromArray(SPECIES, x, t1 + (i + 2) * STRIP);
            x2 = DoubleVector.fromArray(SPECIES, x, t2 + (i + 2) * STRIP);
            x3 = DoubleVector.fromArray(SPECIES, x, t3 + (i + 2) * STRIP);
            l = DoubleVector.broadcast(SPECIES, lower[l2 + i + 2]);
            s20 = l.fma(x0, s20);
            s21 = l.fma(x1, s21);
            s22 = l.fma(x2, s22);
            s23 = l.fma(x3, s23);
            l = DoubleVector.broadcast(SPECIES, lower[l3 + i + 2]);
            s30 = l.fma(x0, s30);
            s31 = l.fma(x1, s31);
            s32 = l.fma(x2, s32);
            s33 = l.fma(x3, s33);
            f0 = s20.fma(x0, f0);
            f1 = s21.fma(x1, f1);
            f2 = s22.fma(x2, f2);
            f3 = s23.fma(x3, f3);
            x0 = DoubleVector.fromArray(SPECIES, x, t0 + (i + 3) * STRIP);
            x1 = DoubleVector.fromArray(SPECIES, x, t1 + (i + 3) * STRIP);
            x2 = DoubleVector.fromArray(SPECIES, x, t2 + (i + 3) * STRIP);
            x3 = DoubleVector.fromArray(SPECIES, x, t3 + (i + 3) * STRIP);
            l = DoubleVector.broadcast(SPECIES, lower[l3 + i + 3]);
            s30 = l.fma(x0, s30);
            s31 = l.fma(x1, s31);
            s32 = l.fma(x2, s32);
            s33 = l.fma(x3, s33);
            f0 = s30.fma(x0, f0);
            f1 = s31.fma(x1, f1);
            f2 = s32.fma(x2, f2);
            f3 = s33.fma(x3, f3);
        }
        f0.intoArray(values, p);
        f1.intoArray(values, p + LANES);
        f2.intoArray(values, p + 2 * LANES);
        f3.intoArray(values, p + 3 * LANES);
    }

    /** The values at those points of one vector that are asked for. */
    private static void vector(
            DoubleStrips points,
            int p,
            int reach,
            double[] linear,
            double[] lower,
            double[] values,
            VectorMask<Double> inside) {
        double[] x = points.values();
        int d = points.rows();
        int top = DoubleStrips.top(d, p);
        DoubleVector f = DoubleVector.zero(SPECIES);
        int begin = reach % ROWS;
        for (int i = 0; i < begin; i++) {
            DoubleVector s = DoubleVector.broadcast(SPECIES, linear[i]);
            for (int j = 0; j <= i; j++)
                s = DoubleVector.broadcast(SPECIES, lower[i * d + j])
                        .fma(DoubleVector.fromArray(SPECIES, x, top + j * STRIP), s);
            f = s.fma(DoubleVector.fromArray(SPECIES, x, top + i * STRIP), f);
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
            for (int j = 0; j < i + ROWS; j++) {
                DoubleVector x0 = DoubleVector.fromArray(SPECIES, x, top + j * STRIP);
                s0 = DoubleVector.broadcast(SPECIES, lower[l0 + j]).fma(x0, s0);
                s1 = DoubleVector.broadcast(SPECIES, lower[l1 + j]).fma(x0, s1);
                s2 = DoubleVector.broadcast(SPECIES, lower[l2 + j]).fma(x0, s2);
                s3 = DoubleVector.broadcast(SPECIES, lower[l3 + j]).fma(x0, s3);
            }
            f = s0.fma(DoubleVector.fromArray(SPECIES, x, top + i * STRIP), f);
            f = s1.fma(DoubleVector.fromArray(SPECIES, x, top + (i + 1) * STRIP), f);
            f = s2.fma(DoubleVector.fromArray(SPECIES, x, top + (i + 2) * STRIP), f);
            f = s3.fma(DoubleVector.fromArray(SPECIES, x, top + (i + 3) * STRIP), f);
        }
        f.intoArray(values, p, inside);
    }
}
