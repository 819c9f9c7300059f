package org.separatrix.compute;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * Water-filling without sorting: Newton's method for the level, in a bracket that bisection halves where Newton leaves it.
 * What is poured is a piecewise linear function of the level, so that one step from the right piece is exact. Without
 * caps the function is convex, and Newton alone ends after a few steps from above.
 */
final class SimdFilling {
    private static final int LANES = SimdKernels.DOUBLES.length();
    private static final int PARTIAL_SUMS = 32;
    private static final int AT_ONCE = 4 * LANES;

    /** With caps Newton may go to and fro; every so many steps halve the bracket whatever it says. */
    private static final int PATIENCE = 16;

    private final double[] sums = new double[PARTIAL_SUMS];
    private final double[] fulls = new double[PARTIAL_SUMS];

    private double[] floor;
    private int floorOffset;
    private double lowest;
    private double[] cap;
    private int capOffset;
    private int n;

    /** Of the bins that a level fills but does not cap: their number, and the sum of their floors above the lowest. */
    private long filling;

    private double sum;
    /** What the full bins hold. */
    private double full;

    /** See {@link Kernels#waterFill}. */
    double fill(
            int n,
            double[] floor,
            int floorOffset,
            double[] cap,
            int capOffset,
            double budget,
            double[] out,
            int outOffset) {
        this.n = n;
        this.floor = floor;
        this.floorOffset = floorOffset;
        this.cap = cap;
        this.capOffset = capOffset;
        lowest = lowest();
        if (budget == 0) {
            Arrays.fill(out, outOffset, outOffset + n, 0);
            return lowest;
        }
        double level = search(budget);
        pour(level, out, outOffset);
        return level + lowest;
    }

    private double lowest() {
        DoubleVector least = DoubleVector.broadcast(SimdKernels.DOUBLES, Double.POSITIVE_INFINITY);
        int i = 0;
        for (; i <= n - LANES; i += LANES)
            least = least.min(DoubleVector.fromArray(SimdKernels.DOUBLES, floor, floorOffset + i));
        double result = least.reduceLanes(VectorOperators.MIN);
        for (; i < n; i++) result = Math.min(result, floor[floorOffset + i]);
        return result;
    }

    /** A level, above the lowest floor, at which no bin could take more than the budget. */
    private double highest(double budget) {
        double result = 0;
        for (int i = 0; i < n; i++) {
            double start = floor[floorOffset + i] - lowest;
            if (start < Double.POSITIVE_INFINITY)
                result = Math.max(result, start + Math.min(cap[capOffset + i], budget));
        }
        return result;
    }

    private double search(double budget) {
        double low = 0;
        double high = highest(budget);
        double level = high;
        for (int step = 1; ; step++) {
            measure(level);
            double next = filling == 0 ? Double.NaN : (budget - full + sum) / filling;
            // No bin lies between the two, or rounding can part them no more.
            if (next == level) return level;
            if (filling * level - sum + full > budget) high = level;
            else low = level;
            boolean inside = low < next && next < high;
            if (!inside || step % PATIENCE == 0) next = low + (high - low) / 2;
            if (next <= low || next >= high) return level;
            level = next;
        }
    }

    private void measure(double level) {
        filling = 0;
        int end = n - n % PARTIAL_SUMS;
        for (int lane = 0; lane < PARTIAL_SUMS; lane += AT_ONCE) {
            DoubleVector s0 = DoubleVector.zero(SimdKernels.DOUBLES);
            DoubleVector s1 = s0;
            DoubleVector s2 = s0;
            DoubleVector s3 = s0;
            DoubleVector f0 = s0;
            DoubleVector f1 = s0;
            DoubleVector f2 = s0;
            DoubleVector f3 = s0;
            for (int i = lane; i < end; i += PARTIAL_SUMS) {
                DoubleVector start0 = start(i);
                DoubleVector start1 = start(i + LANES);
                DoubleVector start2 = start(i + 2 * LANES);
                DoubleVector start3 = start(i + 3 * LANES);
                DoubleVector cap0 = cap(i);
                DoubleVector cap1 = cap(i + LANES);
                DoubleVector cap2 = cap(i + 2 * LANES);
                DoubleVector cap3 = cap(i + 3 * LANES);
                VectorMask<Double> full0 = start0.add(cap0).compare(VectorOperators.LE, level);
                VectorMask<Double> full1 = start1.add(cap1).compare(VectorOperators.LE, level);
                VectorMask<Double> full2 = start2.add(cap2).compare(VectorOperators.LE, level);
                VectorMask<Double> full3 = start3.add(cap3).compare(VectorOperators.LE, level);
                f0 = f0.add(cap0, full0);
                f1 = f1.add(cap1, full1);
                f2 = f2.add(cap2, full2);
                f3 = f3.add(cap3, full3);
                VectorMask<Double> open0 =
                        start0.compare(VectorOperators.LT, level).andNot(full0);
                VectorMask<Double> open1 =
                        start1.compare(VectorOperators.LT, level).andNot(full1);
                VectorMask<Double> open2 =
                        start2.compare(VectorOperators.LT, level).andNot(full2);
                VectorMask<Double> open3 =
                        start3.compare(VectorOperators.LT, level).andNot(full3);
                s0 = s0.add(start0, open0);
                s1 = s1.add(start1, open1);
                s2 = s2.add(start2, open2);
                s3 = s3.add(start3, open3);
                filling += open0.trueCount() + open1.trueCount() + open2.trueCount() + open3.trueCount();
            }
            s0.intoArray(sums, lane);
            s1.intoArray(sums, lane + LANES);
            s2.intoArray(sums, lane + 2 * LANES);
            s3.intoArray(sums, lane + 3 * LANES);
            f0.intoArray(fulls, lane);
            f1.intoArray(fulls, lane + LANES);
            f2.intoArray(fulls, lane + 2 * LANES);
            f3.intoArray(fulls, lane + 3 * LANES);
        }
        for (int i = end; i < n; i++) {
            double start = floor[floorOffset + i] - lowest;
            double most = cap[capOffset + i];
            if (start + most <= level) fulls[i - end] += most;
            else if (start < level) {
                sums[i - end] += start;
                filling++;
            }
        }
        sum = SimdKernels.total(sums);
        full = SimdKernels.total(fulls);
    }

    private DoubleVector start(int i) {
        return DoubleVector.fromArray(SimdKernels.DOUBLES, floor, floorOffset + i)
                .sub(lowest);
    }

    private DoubleVector cap(int i) {
        return DoubleVector.fromArray(SimdKernels.DOUBLES, cap, capOffset + i);
    }

    private void pour(double level, double[] out, int outOffset) {
        DoubleVector zero = DoubleVector.zero(SimdKernels.DOUBLES);
        DoubleVector surface = DoubleVector.broadcast(SimdKernels.DOUBLES, level);
        int i = 0;
        for (; i <= n - LANES; i += LANES)
            surface.sub(start(i)).max(zero).min(cap(i)).intoArray(out, outOffset + i);
        for (; i < n; i++) {
            double depth = level - (floor[floorOffset + i] - lowest);
            out[outOffset + i] = Math.min(Math.max(depth, 0), cap[capOffset + i]);
        }
    }
}
