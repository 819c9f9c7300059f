package org.separatrix.compute;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * A quadratic form at many points in double precision, in vector instructions.
 *
 * <p>Points lie along the vectors, two vectors at once, and the form is taken eight rows at a time: their images stay in
 * sixteen registers while the columns run, and are multiplied by the points there, so that nothing but the values is
 * ever written. A point's value is always the same chain of fused multiply-adds: the same bits in any range of points,
 * on any number of threads, at any vector width.
 */
final class SimdDoubleForms {
    private static final VectorSpecies<Double> SPECIES = SimdKernels.DOUBLES;
    private static final int LANES = SPECIES.length();
    private static final int ROWS = 8;
    private static final int PANEL = 2 * LANES;

    private final double[] last = new double[PANEL];
    private double[] panel = {};

    void quadraticForms(
            int d, int from, int to, double[] linear, double[] lower, double[] x, int ldx, double[] values) {
        int p = from;
        for (; p + PANEL <= to; p += PANEL) panel(d, linear, lower, x, p, ldx, values, p);
        if (p == to) return;
        if (panel.length < d * PANEL) panel = new double[d * PANEL];
        for (int i = 0; i < d; i++) System.arraycopy(x, i * ldx + p, panel, i * PANEL, to - p);
        panel(d, linear, lower, panel, 0, PANEL, last, 0);
        System.arraycopy(last, 0, values, p, to - p);
    }

    /** No call may stand here that the compiler could refuse to inline: its vectors would be boxed. */
    private static void panel(
            int d,
            double[] linear,
            double[] lower,
            double[] x,
            int xOffset,
            int ldx,
            double[] values,
            int valuesOffset) {
        DoubleVector f0 = DoubleVector.zero(SPECIES);
        DoubleVector f1 = f0;
        // The rows that are too few for a block come first, where they are shortest.
        int begin = d % ROWS;
        for (int i = 0; i < begin; i++) {
            DoubleVector s0 = DoubleVector.broadcast(SPECIES, linear[i]);
            DoubleVector s1 = s0;
            for (int j = 0, at = xOffset; j <= i; j++, at += ldx) {
                DoubleVector l = DoubleVector.broadcast(SPECIES, lower[i * d + j]);
                s0 = l.fma(DoubleVector.fromArray(SPECIES, x, at), s0);
                s1 = l.fma(DoubleVector.fromArray(SPECIES, x, at + LANES), s1);
            }
            int at = xOffset + i * ldx;
            f0 = s0.fma(DoubleVector.fromArray(SPECIES, x, at), f0);
            f1 = s1.fma(DoubleVector.fromArray(SPECIES, x, at + LANES), f1);
        }
        for (int i = begin; i < d; i += ROWS) {
            int l0 = i * d;
            int l1 = l0 + d;
            int l2 = l1 + d;
            int l3 = l2 + d;
            int l4 = l3 + d;
            int l5 = l4 + d;
            int l6 = l5 + d;
            int l7 = l6 + d;
            DoubleVector s00 = DoubleVector.broadcast(SPECIES, linear[i]);
            DoubleVector s01 = s00;
            DoubleVector s10 = DoubleVector.broadcast(SPECIES, linear[i + 1]);
            DoubleVector s11 = s10;
            DoubleVector s20 = DoubleVector.broadcast(SPECIES, linear[i + 2]);
            DoubleVector s21 = s20;
            DoubleVector s30 = DoubleVector.broadcast(SPECIES, linear[i + 3]);
            DoubleVector s31 = s30;
            DoubleVector s40 = DoubleVector.broadcast(SPECIES, linear[i + 4]);
            DoubleVector s41 = s40;
            DoubleVector s50 = DoubleVector.broadcast(SPECIES, linear[i + 5]);
            DoubleVector s51 = s50;
            DoubleVector s60 = DoubleVector.broadcast(SPECIES, linear[i + 6]);
            DoubleVector s61 = s60;
            DoubleVector s70 = DoubleVector.broadcast(SPECIES, linear[i + 7]);
            DoubleVector s71 = s70;
            for (int j = 0, at = xOffset; j < i + ROWS; j++, at += ldx) {
                DoubleVector x0 = DoubleVector.fromArray(SPECIES, x, at);
                DoubleVector x1 = DoubleVector.fromArray(SPECIES, x, at + LANES);
                DoubleVector l = DoubleVector.broadcast(SPECIES, lower[l0 + j]);
                s00 = l.fma(x0, s00);
                s01 = l.fma(x1, s01);
                l = DoubleVector.broadcast(SPECIES, lower[l1 + j]);
                s10 = l.fma(x0, s10);
                s11 = l.fma(x1, s11);
                l = DoubleVector.broadcast(SPECIES, lower[l2 + j]);
                s20 = l.fma(x0, s20);
                s21 = l.fma(x1, s21);
                l = DoubleVector.broadcast(SPECIES, lower[l3 + j]);
                s30 = l.fma(x0, s30);
                s31 = l.fma(x1, s31);
                l = DoubleVector.broadcast(SPECIES, lower[l4 + j]);
                s40 = l.fma(x0, s40);
                s41 = l.fma(x1, s41);
                l = DoubleVector.broadcast(SPECIES, lower[l5 + j]);
                s50 = l.fma(x0, s50);
                s51 = l.fma(x1, s51);
                l = DoubleVector.broadcast(SPECIES, lower[l6 + j]);
                s60 = l.fma(x0, s60);
                s61 = l.fma(x1, s61);
                l = DoubleVector.broadcast(SPECIES, lower[l7 + j]);
                s70 = l.fma(x0, s70);
                s71 = l.fma(x1, s71);
            }
            int at = xOffset + i * ldx;
            f0 = s00.fma(DoubleVector.fromArray(SPECIES, x, at), f0);
            f1 = s01.fma(DoubleVector.fromArray(SPECIES, x, at + LANES), f1);
            at += ldx;
            f0 = s10.fma(DoubleVector.fromArray(SPECIES, x, at), f0);
            f1 = s11.fma(DoubleVector.fromArray(SPECIES, x, at + LANES), f1);
            at += ldx;
            f0 = s20.fma(DoubleVector.fromArray(SPECIES, x, at), f0);
            f1 = s21.fma(DoubleVector.fromArray(SPECIES, x, at + LANES), f1);
            at += ldx;
            f0 = s30.fma(DoubleVector.fromArray(SPECIES, x, at), f0);
            f1 = s31.fma(DoubleVector.fromArray(SPECIES, x, at + LANES), f1);
            at += ldx;
            f0 = s40.fma(DoubleVector.fromArray(SPECIES, x, at), f0);
            f1 = s41.fma(DoubleVector.fromArray(SPECIES, x, at + LANES), f1);
            at += ldx;
            f0 = s50.fma(DoubleVector.fromArray(SPECIES, x, at), f0);
            f1 = s51.fma(DoubleVector.fromArray(SPECIES, x, at + LANES), f1);
            at += ldx;
            f0 = s60.fma(DoubleVector.fromArray(SPECIES, x, at), f0);
            f1 = s61.fma(DoubleVector.fromArray(SPECIES, x, at + LANES), f1);
            at += ldx;
            f0 = s70.fma(DoubleVector.fromArray(SPECIES, x, at), f0);
            f1 = s71.fma(DoubleVector.fromArray(SPECIES, x, at + LANES), f1);
        }
        f0.intoArray(values, valuesOffset);
        f1.intoArray(values, valuesOffset + LANES);
    }
}
