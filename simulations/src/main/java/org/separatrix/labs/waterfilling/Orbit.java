package org.separatrix.labs.waterfilling;

import java.util.Arrays;
import org.separatrix.lab.Line;

/** The path of a point in the plane: all of it, in as many points as there is room for. */
final class Orbit {
    private static final int ROOM = 2048;

    private final double[] x = new double[ROOM];
    private final double[] y = new double[ROOM];
    private int length;
    private long stride = 1;
    private long count;

    /** Adds where the point is now; when the room is full, every second point goes. */
    void add(double atX, double atY) {
        if (count++ % stride != 0) return;
        if (length == ROOM) {
            length /= 2;
            stride *= 2;
            for (int i = 0; i < length; i++) {
                x[i] = x[2 * i];
                y[i] = y[2 * i];
            }
        }
        x[length] = atX;
        y[length] = atY;
        length++;
    }

    double startX() {
        return x[0];
    }

    double startY() {
        return y[0];
    }

    Line line(String label) {
        return new Line(label, Line.Role.ORBIT, Arrays.copyOf(x, length), Arrays.copyOf(y, length));
    }

    /** Point after point. */
    double[] points() {
        double[] points = new double[2 * length];
        for (int i = 0; i < length; i++) {
            points[2 * i] = x[i];
            points[2 * i + 1] = y[i];
        }
        return points;
    }
}
