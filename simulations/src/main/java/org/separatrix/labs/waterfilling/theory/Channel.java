package org.separatrix.labs.waterfilling.theory;

import org.separatrix.lab.InvalidData;

/**
 * The gains of all links and the receivers' noise. The arrays belong to the channel; nobody writes to them.
 *
 * @param users K
 * @param tones N
 * @param gains K x K x N: the power gain to receiver k from transmitter j on tone n, 0 or more
 * @param noise K x N: the noise power, positive
 */
public record Channel(int users, int tones, double[] gains, double[] noise) {
    /** @throws InvalidData where a value is impossible: one sentence that names it */
    public Channel {
        for (int i = 0; i < gains.length; i++) {
            if (!(gains[i] >= 0 && gains[i] < Double.POSITIVE_INFINITY))
                throw new InvalidData("G[" + i / tones / users + ", " + i / tones % users + ", " + i % tones + "] is "
                        + gains[i] + ": a gain must be a finite number, 0 or more");
        }
        for (int i = 0; i < noise.length; i++) {
            if (!(noise[i] > 0 && noise[i] < Double.POSITIVE_INFINITY))
                throw new InvalidData("sigma2[" + i / tones + ", " + i % tones + "] is " + noise[i]
                        + ": a noise power must be a finite number above 0");
        }
        for (int k = 0; k < users; k++) {
            boolean usable = false;
            for (int n = 0; n < tones; n++) usable |= gains[(k * users + k) * tones + n] > 0;
            if (!usable)
                throw new InvalidData("user " + k
                        + " has no usable tone: its own gain G is 0 on every tone, it must be above 0 on one at least");
        }
    }

    /** The power gain to receiver {@code k} from transmitter {@code j} on tone {@code n}. */
    public double gain(int k, int j, int n) {
        return gains[(k * users + j) * tones + n];
    }

    /** The power gain of a user's own link. */
    public double direct(int k, int n) {
        return gain(k, k, n);
    }
}
