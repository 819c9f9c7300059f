package org.separatrix.viz;

import java.util.Arrays;

/**
 * A curve thinned to what a picture can show: of the points that fall into one column of pixels, the first, the lowest,
 * the highest and the last, in their order. Points are only ever added, with ascending abscissae, so that news costs
 * what is new. A value that is not finite leaves a gap.
 */
final class Columns {
    private final Span span;
    private final int width;

    private double[] x = new double[64];
    private double[] y = new double[64];
    private int size;

    private int column = Integer.MIN_VALUE;
    /** Where the column in progress begins among the points kept. */
    private int start;

    private boolean gap;

    /** @param width the number of columns between the ends of the span; one more on either side takes what lies beyond */
    Columns(Span span, int width) {
        this.span = span;
        this.width = width;
    }

    /** The number of points kept. */
    int size() {
        return size;
    }

    /** The abscissa of a point kept. */
    double x(int i) {
        return x[i];
    }

    /** The ordinate of a point kept; NaN for a gap. */
    double y(int i) {
        return y[i];
    }

    void add(double atX, double atY) {
        double share = span.share(atX);
        if (Double.isNaN(share)) return;
        if (!Double.isFinite(atY)) {
            gap = size > 0;
            return;
        }
        int place = (int) Math.clamp(Math.floor(share * width), -1, width);
        if (place != column) {
            if (gap) push(atX, Double.NaN);
            gap = false;
            column = place;
            start = size;
            push(atX, atY);
        } else {
            push(atX, atY);
            if (size - start > 4) drop();
        }
    }

    /** Of five points in one column, drops the one between first and last that is neither the lowest nor the highest. */
    private void drop() {
        int low = start;
        int high = start;
        for (int i = start + 1; i < size; i++) {
            if (y[i] < y[low]) low = i;
            if (y[i] > y[high]) high = i;
        }
        int idle = start + 1;
        while (idle == low || idle == high) idle++;
        System.arraycopy(x, idle + 1, x, idle, size - idle - 1);
        System.arraycopy(y, idle + 1, y, idle, size - idle - 1);
        size--;
    }

    private void push(double atX, double atY) {
        if (size == x.length) {
            x = Arrays.copyOf(x, 2 * size);
            y = Arrays.copyOf(y, 2 * size);
        }
        x[size] = atX;
        y[size] = atY;
        size++;
    }
}
