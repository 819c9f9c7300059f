package org.separatrix.labs.boltzmann;

/** Pairs of numbers on the way of a run, thinned out as they become many: always the whole way, evenly by count. */
final class History {
    private static final int CAPACITY = 1024;

    private final double[] x = new double[CAPACITY];
    private final double[] y = new double[CAPACITY];
    private int count;
    private long offered;
    private long stride = 1;

    /** A slope by least squares, with its standard error. */
    record Slope(double value, double error) {}

    void add(double abscissa, double ordinate) {
        if (offered++ % stride != 0) return;
        if (count == CAPACITY) {
            for (int i = 0; i < CAPACITY / 2; i++) {
                x[i] = x[2 * i];
                y[i] = y[2 * i];
            }
            count = CAPACITY / 2;
            stride *= 2;
            if ((offered - 1) % stride != 0) return;
        }
        x[count] = abscissa;
        y[count++] = ordinate;
    }

    /** The slope from an abscissa on; NaN where there are fewer than three points. */
    Slope slope(double from) {
        int n = 0;
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < count; i++) {
            if (x[i] < from) continue;
            n++;
            meanX += x[i];
            meanY += y[i];
        }
        if (n < 3) return new Slope(Double.NaN, Double.NaN);
        meanX /= n;
        meanY /= n;
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int i = 0; i < count; i++) {
            if (x[i] < from) continue;
            xx += (x[i] - meanX) * (x[i] - meanX);
            xy += (x[i] - meanX) * (y[i] - meanY);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }
        double slope = xy / xx;
        return new Slope(slope, Math.sqrt(Math.max(0, yy - slope * xy) / (n - 2) / xx));
    }

    double last() {
        return count == 0 ? Double.NaN : x[count - 1];
    }

    /** The pairs, one after the other. */
    double[] points() {
        double[] points = new double[2 * count];
        for (int i = 0; i < count; i++) {
            points[2 * i] = x[i];
            points[2 * i + 1] = y[i];
        }
        return points;
    }
}
