package org.separatrix.labs.waterfilling;

/** How fast the residual falls of late: the factor per unit of time, from a straight line through its last logarithms. */
final class Trend {
    private static final int WINDOW = 24;
    private static final int FEWEST = 4;

    /** Below this a residual is rounding. */
    private static final double ROUNDING = 1e-13;

    private final double[] times = new double[WINDOW];
    private final double[] logarithms = new double[WINDOW];
    private int count;

    /** Takes note of the residual at a time. */
    void add(double time, double residual) {
        if (!(residual > ROUNDING)) return;
        times[count % WINDOW] = time;
        logarithms[count % WINDOW] = StrictMath.log(residual);
        count++;
    }

    /** The factor, NaN where too little is known. */
    double factor() {
        int known = Math.min(count, WINDOW);
        if (known < FEWEST) return Double.NaN;
        double meanTime = 0;
        double meanLogarithm = 0;
        for (int i = 0; i < known; i++) {
            meanTime += times[i] / known;
            meanLogarithm += logarithms[i] / known;
        }
        double covariance = 0;
        double variance = 0;
        for (int i = 0; i < known; i++) {
            covariance += (times[i] - meanTime) * (logarithms[i] - meanLogarithm);
            variance += (times[i] - meanTime) * (times[i] - meanTime);
        }
        return StrictMath.exp(covariance / variance);
    }
}
