package org.separatrix.compute;

import java.util.Arrays;

/**
 * Water-filling by sorting: the water rises from breakpoint to breakpoint, where a bin starts to fill or reaches its cap,
 * until the budget is poured. The specification of the other ways to find the level.
 */
final class SortedFilling {
    private double[] starts = {};
    private double[] ends = {};

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
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < n; i++) lowest = Math.min(lowest, floor[floorOffset + i]);
        if (budget == 0) {
            Arrays.fill(out, outOffset, outOffset + n, 0);
            return lowest;
        }
        if (starts.length < n) {
            starts = new double[n];
            ends = new double[n];
        }
        for (int i = 0; i < n; i++) {
            starts[i] = floor[floorOffset + i] - lowest;
            ends[i] = starts[i] + cap[capOffset + i];
        }
        Arrays.sort(starts, 0, n);
        Arrays.sort(ends, 0, n);
        double level = polished(rise(n, budget), n, floor, floorOffset, lowest, cap, capOffset, budget);
        for (int i = 0; i < n; i++) {
            double depth = level - (floor[floorOffset + i] - lowest);
            out[outOffset + i] = Math.min(Math.max(depth, 0), cap[capOffset + i]);
        }
        return level + lowest;
    }

    private double rise(int n, double budget) {
        double level = 0;
        double poured = 0;
        int filling = 0;
        int begun = 0;
        int full = 0;
        while (full < n) {
            double start = begun < n ? starts[begun] : Double.POSITIVE_INFINITY;
            double next = Math.min(start, ends[full]);
            if (filling > 0 && poured + filling * (next - level) >= budget) return level + (budget - poured) / filling;
            // All bins that can be filled are full.
            if (Double.isInfinite(next)) return level;
            if (filling > 0) poured += filling * (next - level);
            level = next;
            if (start == next) {
                begun++;
                filling++;
            } else {
                full++;
                filling--;
            }
        }
        return level;
    }

    /** The level that pours the budget exactly over the bins found to be filling; what was summed up on the way is not used. */
    private static double polished(
            double level,
            int n,
            double[] floor,
            int floorOffset,
            double lowest,
            double[] cap,
            int capOffset,
            double budget) {
        int filling = 0;
        double sum = 0;
        double full = 0;
        for (int i = 0; i < n; i++) {
            double start = floor[floorOffset + i] - lowest;
            double end = start + cap[capOffset + i];
            if (level >= end) full += cap[capOffset + i];
            else if (start < level) {
                filling++;
                sum += start;
            }
        }
        return filling == 0 ? level : (budget - full + sum) / filling;
    }
}
