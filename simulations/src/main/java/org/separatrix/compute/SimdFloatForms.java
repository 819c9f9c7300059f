package org.separatrix.compute;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * A quadratic form at many points in single precision, in vector instructions.
 *
 * <p>Points lie along the vectors, two vectors at once, and the form is taken eight rows at a time: their images stay in
 * sixteen registers while the columns run, and are multiplied by the points there, so that nothing but the values is
 * ever written. A point's value is always the same chain of fused multiply-adds: the same bits in any range of points,
 * on any number of threads, at any vector width.
 */
final class SimdFloatForms {
    private static final VectorSpecies<Float> SPECIES = SimdKernels.FLOATS;
    private static final int LANES = SPECIES.length();
    private static final int ROWS = 8;
    private static final int PANEL = 2 * LANES;

    private final float[] last = new float[PANEL];
    private float[] panel = {};

    void quadraticForms(int d, int from, int to, float[] linear, float[] lower, float[] x, int ldx, float[] values) {
        int p = from;
        for (; p + PANEL <= to; p += PANEL) panel(d, linear, lower, x, p, ldx, values, p);
        if (p == to) return;
        if (panel.length < d * PANEL) panel = new float[d * PANEL];
        for (int i = 0; i < d; i++) System.arraycopy(x, i * ldx + p, panel, i * PANEL, to - p);
        panel(d, linear, lower, panel, 0, PANEL, last, 0);
        System.arraycopy(last, 0, values, p, to - p);
    }

    /** No call may stand here that the compiler could refuse to inline: its vectors would be boxed. */
    private static void panel(
            int d, float[] linear, float[] lower, float[] x, int xOffset, int ldx, float[] values, int valuesOffset) {
        FloatVector f0 = FloatVector.zero(SPECIES);
        FloatVector f1 = f0;
        // The rows that are too few for a block come first, where they are shortest.
        int begin = d % ROWS;
        for (int i = 0; i < begin; i++) {
            FloatVector s0 = FloatVector.broadcast(SPECIES, linear[i]);
            FloatVector s1 = s0;
            for (int j = 0, at = xOffset; j <= i; j++, at += ldx) {
                FloatVector l = FloatVector.broadcast(SPECIES, lower[i * d + j]);
                s0 = l.fma(FloatVector.fromArray(SPECIES, x, at), s0);
                s1 = l.fma(FloatVector.fromArray(SPECIES, x, at + LANES), s1);
            }
            int at = xOffset + i * ldx;
            f0 = s0.fma(FloatVector.fromArray(SPECIES, x, at), f0);
            f1 = s1.fma(FloatVector.fromArray(SPECIES, x, at + LANES), f1);
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
            FloatVector s00 = FloatVector.broadcast(SPECIES, linear[i]);
            FloatVector s01 = s00;
            FloatVector s10 = FloatVector.broadcast(SPECIES, linear[i + 1]);
            FloatVector s11 = s10;
            FloatVector s20 = FloatVector.broadcast(SPECIES, linear[i + 2]);
            FloatVector s21 = s20;
            FloatVector s30 = FloatVector.broadcast(SPECIES, linear[i + 3]);
            FloatVector s31 = s30;
            FloatVector s40 = FloatVector.broadcast(SPECIES, linear[i + 4]);
            FloatVector s41 = s40;
            FloatVector s50 = FloatVector.broadcast(SPECIES, linear[i + 5]);
            FloatVector s51 = s50;
            FloatVector s60 = FloatVector.broadcast(SPECIES, linear[i + 6]);
            FloatVector s61 = s60;
            FloatVector s70 = FloatVector.broadcast(SPECIES, linear[i + 7]);
            FloatVector s71 = s70;
            for (int j = 0, at = xOffset; j < i + ROWS; j++, at += ldx) {
                FloatVector x0 = FloatVector.fromArray(SPECIES, x, at);
                FloatVector x1 = FloatVector.fromArray(SPECIES, x, at + LANES);
                FloatVector l = FloatVector.broadcast(SPECIES, lower[l0 + j]);
                s00 = l.fma(x0, s00);
                s01 = l.fma(x1, s01);
                l = FloatVector.broadcast(SPECIES, lower[l1 + j]);
                s10 = l.fma(x0, s10);
                s11 = l.fma(x1, s11);
                l = FloatVector.broadcast(SPECIES, lower[l2 + j]);
                s20 = l.fma(x0, s20);
                s21 = l.fma(x1, s21);
                l = FloatVector.broadcast(SPECIES, lower[l3 + j]);
                s30 = l.fma(x0, s30);
                s31 = l.fma(x1, s31);
                l = FloatVector.broadcast(SPECIES, lower[l4 + j]);
                s40 = l.fma(x0, s40);
                s41 = l.fma(x1, s41);
                l = FloatVector.broadcast(SPECIES, lower[l5 + j]);
                s50 = l.fma(x0, s50);
                s51 = l.fma(x1, s51);
                l = FloatVector.broadcast(SPECIES, lower[l6 + j]);
                s60 = l.fma(x0, s60);
                s61 = l.fma(x1, s61);
                l = FloatVector.broadcast(SPECIES, lower[l7 + j]);
                s70 = l.fma(x0, s70);
                s71 = l.fma(x1, s71);
            }
            int at = xOffset + i * ldx;
            f0 = s00.fma(FloatVector.fromArray(SPECIES, x, at), f0);
            f1 = s01.fma(FloatVector.fromArray(SPECIES, x, at + LANES), f1);
            at += ldx;
            f0 = s10.fma(FloatVector.fromArray(SPECIES, x, at), f0);
            f1 = s11.fma(FloatVector.fromArray(SPECIES, x, at + LANES), f1);
            at += ldx;
            f0 = s20.fma(FloatVector.fromArray(SPECIES, x, at), f0);
            f1 = s21.fma(FloatVector.fromArray(SPECIES, x, at + LANES), f1);
            at += ldx;
            f0 = s30.fma(FloatVector.fromArray(SPECIES, x, at), f0);
            f1 = s31.fma(FloatVector.fromArray(SPECIES, x, at + LANES), f1);
            at += ldx;
            f0 = s40.fma(FloatVector.fromArray(SPECIES, x, at), f0);
            f1 = s41.fma(FloatVector.fromArray(SPECIES, x, at + LANES), f1);
            at += ldx;
            f0 = s50.fma(FloatVector.fromArray(SPECIES, x, at), f0);
            f1 = s51.fma(FloatVector.fromArray(SPECIES, x, at + LANES), f1);
            at += ldx;
            f0 = s60.fma(FloatVector.fromArray(SPECIES, x, at), f0);
            f1 = s61.fma(FloatVector.fromArray(SPECIES, x, at + LANES), f1);
            at += ldx;
            f0 = s70.fma(FloatVector.fromArray(SPECIES, x, at), f0);
            f1 = s71.fma(FloatVector.fromArray(SPECIES, x, at + LANES), f1);
        }
        f0.intoArray(values, valuesOffset);
        f1.intoArray(values, valuesOffset + LANES);
    }
}
