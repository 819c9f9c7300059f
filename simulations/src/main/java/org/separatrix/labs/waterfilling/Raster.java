package org.separatrix.labs.waterfilling;

import java.util.Arrays;
import org.separatrix.lab.Field;

/** Who responded in the last ticks, and how old the oldest news was that each acted on. */
final class Raster {
    private static final int TICKS = 64;

    private final int users;
    private final double[][] ages;
    private int count;

    Raster(int users) {
        this.users = users;
        ages = new double[TICKS][users];
    }

    /** Takes note of a tick. */
    void add(Schedule schedule) {
        double[] tick = ages[count++ % TICKS];
        for (int k = 0; k < users; k++) {
            tick[k] = schedule.updates()[k] ? 0 : Double.NaN;
            for (int j = 0; j < users; j++) if (j != k) tick[k] = Math.max(tick[k], schedule.delay(k, j));
        }
    }

    /** A column a tick, a row a user; NaN where a user was idle. */
    Field.Values values() {
        int known = Math.max(1, Math.min(count, TICKS));
        double[] x = new double[known];
        double[] y = new double[users];
        double[] value = new double[known * users];
        Arrays.fill(value, Double.NaN);
        for (int k = 0; k < users; k++) y[k] = k;
        for (int i = 0; i < known; i++) {
            int tick = Math.max(0, count - known) + i;
            x[i] = tick;
            if (tick < count) for (int k = 0; k < users; k++) value[k * known + i] = ages[tick % TICKS][k];
        }
        return new Field.Values(x, y, value);
    }
}
